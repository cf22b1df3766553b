// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/cli/command.h"
#include "app/server/store/accountadmin.h"
#include "app/server/store/devices.h"
#include "app/server/store/reference.h"

#include <functional>

namespace markaz::server {

/// What the commands about accounts and devices work with: the store, and what whoever runs the server may do in it.
class Administration
{
public:
    /// Carries \p act out with the account that --name names, and ends with what it returns; where the store cannot be
    /// opened or there is no such account, with what was said of that.
    static int with(const QCommandLineParser &parser,
                    const std::function<int(Administration &, const StoredAccount &)> &act);
    /// Nothing when it cannot be opened; the sentence was said, \p code is what the command ends with.
    static std::unique_ptr<Administration> open(const QCommandLineParser &parser, int &code,
                                                StoreUse use = StoreUse::MustBeThere);

    Store &store() { return *m_store; }
    Database &database() { return m_store->database(); }
    const Reference &reference() const { return m_reference; }
    const StoreLocation &location() const { return m_location; }
    const Clock &clock() const { return m_clock; }
    AccountAdmin accounts() { return {database(), m_reference.gazetteer, m_clock, Manager::server()}; }
    Devices devices() { return {database(), m_clock}; }
    /// The account that --name names; the sentence was said when there is none.
    std::optional<StoredAccount> named(const QCommandLineParser &parser, int &code);

private:
    Administration(StoreLocation location, Reference reference, std::unique_ptr<Store> store)
        : m_location(std::move(location))
        , m_reference(std::move(reference))
        , m_store(std::move(store))
    {
    }
    SystemClock m_clock;
    StoreLocation m_location;
    Reference m_reference;
    std::unique_ptr<Store> m_store;
};

/// --name, which most of these commands take.
void declareName(QCommandLineParser &parser);
/// --server and --qr, for a new one-time code.
void declareCode(QCommandLineParser &parser);
/// What --server says for a QR code, empty when there is none; nothing when it is no address or --qr lacks it, and the
/// sentence was said.
std::optional<QString> serverOf(const QCommandLineParser &parser);
/// Says the code, and with a server the text of its QR code or the QR code itself.
void sayCode(const QCommandLineParser &parser, const QString &server, const QString &account,
             const protocol::CodeReply &code);
/// The provinces of "PK-PB,PK-SD" or "all"; nothing when one is none, and the sentence was said.
std::optional<QStringList> provincesOf(const QString &text);
std::optional<Role> roleOf(const QString &text);
/// Checks and hashes the first line of standard input; nothing when it will not do, and the sentence was said.
std::optional<QString> hashFromStdin();
/// What stood in the way of an act upon \p account; ends with kFailed.
int refused(const Error &error, const QString &account);

} // namespace markaz::server
