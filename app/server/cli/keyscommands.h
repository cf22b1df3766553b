// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/cli/command.h"
#include "core/security/signing.h"

namespace markaz::server {

/// The form in which a key is compared by eye.
QString fingerprint(const PublicKey &key);

class KeysListCommand final : public Command
{
public:
    QString name() const override { return QStringLiteral("keys list"); }
    QString summary() const override
    {
        return QStringLiteral("Lists the root key and the keys that sign certificates.");
    }
    QString examples() const override;
    void declare(QCommandLineParser &parser) const override;
    int run(const QCommandLineParser &parser) override;
};

/// What changes the set of keys that the root has signed: each makes the next set, and has it signed here or elsewhere.
class KeysChangeCommand final : public Command
{
public:
    enum class Change {
        Rotate,  ///< a new key for this data folder
        Certify, ///< the key of another server of this store
        Retire,  ///< it signs no more; what it signed holds
        Revoke,  ///< it was in other hands; nothing that it signed holds
        NewRoot,
    };
    explicit KeysChangeCommand(Change change)
        : m_change(change)
    {
    }
    QString name() const override;
    QString summary() const override;
    QString operands() const override;
    QString examples() const override;
    void declare(QCommandLineParser &parser) const override;
    int run(const QCommandLineParser &parser) override;

private:
    Change m_change;
};

/// Signs a set of keys in a file with a root key in another: it needs no store, and so no network.
class KeysSignCommand final : public Command
{
public:
    QString name() const override { return QStringLiteral("keys sign"); }
    QString summary() const override { return QStringLiteral("Signs a requested set of keys, away from the server."); }
    QString operands() const override { return QStringLiteral(" FILE"); }
    QString examples() const override;
    void declare(QCommandLineParser &parser) const override;
    int run(const QCommandLineParser &parser) override;
};

class KeysAcceptCommand final : public Command
{
public:
    QString name() const override { return QStringLiteral("keys accept"); }
    QString summary() const override { return QStringLiteral("Takes a set of keys that was signed elsewhere."); }
    QString operands() const override { return QStringLiteral(" FILE"); }
    QString examples() const override;
    void declare(QCommandLineParser &parser) const override;
    int run(const QCommandLineParser &parser) override;
};

} // namespace markaz::server
