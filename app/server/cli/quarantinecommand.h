// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/cli/command.h"

namespace markaz::server {

/// 2026-11-24: the protocol keeps a change that its author may no longer make "for the officer". The officer's page
/// comes with the administrator's; until then whoever runs the server looks here.
class QuarantineCommand final : public Command
{
public:
    QString name() const override { return QStringLiteral("quarantine"); }
    QString summary() const override
    {
        return QStringLiteral("Shows the changes that were kept because their authors might not make them.");
    }
    QString examples() const override;
    void declare(QCommandLineParser &parser) const override;
    int run(const QCommandLineParser &parser) override;
};

} // namespace markaz::server
