// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/cli/command.h"
#include "app/server/store/auditcheck.h"
#include "app/server/store/recordaudit.h"

namespace markaz::server {

class VerifyAuditCommand final : public Command
{
public:
    QString name() const override { return QStringLiteral("verify-audit"); }
    QString summary() const override
    {
        return QStringLiteral(
            "Checks the audit's chain, checkpoints and witnesses, and each record against it, and names what was "
            "changed.");
    }
    QString examples() const override;
    void declare(QCommandLineParser &parser) const override;
    int run(const QCommandLineParser &parser) override;
};

/// What the report says, a line for each fact; what is wrong first.
QStringList linesOf(const AuditReport &report, const RecordReport &records);
/// The same for programs.
QJsonObject jsonOf(const AuditReport &report, const RecordReport &records);

} // namespace markaz::server
