// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/cli/command.h"

namespace markaz::server {

class DeviceListCommand final : public Command
{
public:
    QString name() const override { return QStringLiteral("device list"); }
    QString summary() const override { return QStringLiteral("Lists the laptops with their last contact."); }
    QString examples() const override;
    void declare(QCommandLineParser &parser) const override;
    int run(const QCommandLineParser &parser) override;
};

class DeviceRevokeCommand final : public Command
{
public:
    QString name() const override { return QStringLiteral("device revoke"); }
    QString summary() const override { return QStringLiteral("Takes a laptop from an account, for good."); }
    QString examples() const override;
    void declare(QCommandLineParser &parser) const override;
    int run(const QCommandLineParser &parser) override;
};

} // namespace markaz::server
