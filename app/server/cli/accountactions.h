// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/cli/command.h"

namespace markaz::server {

class AccountCodeCommand final : public Command
{
public:
    QString name() const override { return QStringLiteral("account code"); }
    QString summary() const override { return QStringLiteral("Prints a one-time code for another laptop."); }
    QString examples() const override;
    void declare(QCommandLineParser &parser) const override;
    int run(const QCommandLineParser &parser) override;
};

/// "account close" and "account open".
class AccountStateCommand final : public Command
{
public:
    explicit AccountStateCommand(bool open)
        : m_open(open)
    {
    }
    QString name() const override { return m_open ? QStringLiteral("account open") : QStringLiteral("account close"); }
    QString summary() const override
    {
        return m_open ? QStringLiteral("Opens a closed account again.")
                      : QStringLiteral("Closes an account at once; its records stay.");
    }
    QString examples() const override;
    void declare(QCommandLineParser &parser) const override;
    int run(const QCommandLineParser &parser) override;

private:
    bool m_open;
};

class AccountPasswordCommand final : public Command
{
public:
    QString name() const override { return QStringLiteral("account password"); }
    QString summary() const override { return QStringLiteral("Sets another password, which comes on standard input."); }
    QString examples() const override;
    void declare(QCommandLineParser &parser) const override;
    int run(const QCommandLineParser &parser) override;
};

class AccountScopeCommand final : public Command
{
public:
    QString name() const override { return QStringLiteral("account scope"); }
    QString summary() const override { return QStringLiteral("Changes an account's role or its provinces."); }
    QString examples() const override;
    void declare(QCommandLineParser &parser) const override;
    int run(const QCommandLineParser &parser) override;
};

} // namespace markaz::server
