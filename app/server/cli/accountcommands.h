// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/cli/command.h"

namespace markaz::server {

class AccountAddCommand final : public Command
{
public:
    QString name() const override { return QStringLiteral("account add"); }
    QString summary() const override
    {
        return QStringLiteral("Adds an account, and prints a one-time code for its first laptop.");
    }
    QString examples() const override;
    void declare(QCommandLineParser &parser) const override;
    int run(const QCommandLineParser &parser) override;
};

class AccountListCommand final : public Command
{
public:
    QString name() const override { return QStringLiteral("account list"); }
    QString summary() const override
    {
        return QStringLiteral("Lists the accounts, their last contact and their way in.");
    }
    QString examples() const override;
    void declare(QCommandLineParser &parser) const override;
    int run(const QCommandLineParser &parser) override;
};

} // namespace markaz::server
