// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/cli/command.h"

namespace markaz::server {

class VerifyAuditCommand final : public Command
{
public:
    QString name() const override { return QStringLiteral("verify-audit"); }
    QString summary() const override
    {
        return QStringLiteral("Checks the chain of audit entries and names the first that was altered.");
    }
    QString examples() const override;
    void declare(QCommandLineParser &parser) const override;
    int run(const QCommandLineParser &parser) override;
};

} // namespace markaz::server
