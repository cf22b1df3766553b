// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/cli/command.h"

namespace markaz::server {

class ImportBuildingsCommand final : public Command
{
public:
    QString name() const override { return QStringLiteral("import buildings"); }
    QString operands() const override { return QStringLiteral(" FILE.csv"); }
    QString summary() const override
    {
        return QStringLiteral("Adds the buildings of a CSV file; names each row that it refuses.");
    }
    QString examples() const override;
    void declare(QCommandLineParser &parser) const override;
    int run(const QCommandLineParser &parser) override;

private:
    /// Says why the file as a whole was not taken.
    int explain(const Error &error, const QString &path) const;
};

} // namespace markaz::server
