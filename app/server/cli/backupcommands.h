// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/cli/command.h"

namespace markaz::server {

class BackupCommand final : public Command
{
public:
    QString name() const override { return QStringLiteral("backup"); }
    QString operands() const override { return QStringLiteral(" FILE"); }
    QString summary() const override
    {
        return QStringLiteral("Writes everything to one file, while the server runs or not.");
    }
    QString examples() const override;
    void declare(QCommandLineParser &parser) const override;
    int run(const QCommandLineParser &parser) override;
};

class RestoreCommand final : public Command
{
public:
    QString name() const override { return QStringLiteral("restore"); }
    QString operands() const override { return QStringLiteral(" FILE"); }
    QString summary() const override { return QStringLiteral("Puts a backup into an empty store."); }
    QString examples() const override;
    void declare(QCommandLineParser &parser) const override;
    int run(const QCommandLineParser &parser) override;
};

} // namespace markaz::server
