// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/cli/command.h"

namespace markaz::server {

class AuditListCommand final : public Command
{
public:
    QString name() const override { return QStringLiteral("audit list"); }
    QString summary() const override { return QStringLiteral("Lists who did what, oldest first."); }
    QString examples() const override;
    void declare(QCommandLineParser &parser) const override;
    int run(const QCommandLineParser &parser) override;
};

class AuditExportCommand final : public Command
{
public:
    QString name() const override { return QStringLiteral("audit export"); }
    QString summary() const override { return QStringLiteral("Writes who did what to a CSV file."); }
    QString operands() const override { return QStringLiteral(" FILE.csv"); }
    QString examples() const override;
    void declare(QCommandLineParser &parser) const override;
    int run(const QCommandLineParser &parser) override;
};

} // namespace markaz::server
