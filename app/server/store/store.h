// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/revocationlist.h"
#include "core/storage/database.h"
#include "core/support/clock.h"

#include <memory>
#include <optional>

namespace markaz::server {

/// Registers the compiled-in migrations under ":/markaz/sql/server-..."; prepare() does it too.
void initServerSql();

/// Where a server keeps what it keeps.
struct StoreLocation
{
    QString dataFolder;       ///< keys, and the SQLite file when there is no database URL
    QString databaseUrl;      ///< postgresql://...; empty = DATA/markaz.sqlite
    QString filesFolder = {}; ///< where files/ and uploads/ lie; empty = dataFolder

    const QString &filesRoot() const { return filesFolder.isEmpty() ? dataFolder : filesFolder; }
};

/// The SQLite file of a store without a database URL.
QString sqlitePathIn(const StoreLocation &location);

/// The value of \p name in the table `meta`; nothing when it is not there.
Result<std::optional<QString>> metaOf(Database &database, const QString &name);
/// Keeps \p value as \p name; nothing: it goes. In an open transaction.
Result<void> putMeta(Database &database, const QString &name, const std::optional<QString> &value);

/// One connection to the central store, for one thread, with what names the store.
class Store
{
public:
    /// Connects only; the schema must be there (prepare).
    static Result<std::unique_ptr<Store>> open(const StoreLocation &location);
    /// Once at the start of a program: checks the file, brings the schema to the newest, and gives a new store its
    /// instance and history. Of two processes that start at once each finds the same.
    static Result<std::unique_ptr<Store>> prepare(const StoreLocation &location, const Clock &clock);

    Database &database() { return *m_database; }
    const QString &instanceId() const { return m_instance; } ///< names the server for ever
    const QString &history() const { return m_history; }     ///< changes when a backup was restored
    const QString &dataFolder() const { return m_dataFolder; }

    /// The set of keys that was verified last, with the text that it came from and the pin that it followed: it is
    /// verified once for each change of either.
    struct SeenKeys
    {
        QString text;
        QByteArray pin; ///< DATA/trusted-keys.json; empty: there was none
        IssuerKeys keys;
    };
    std::optional<SeenKeys> &seenKeys() { return m_seenKeys; }
    /// The same of the list of revoked certificates.
    struct SeenList
    {
        RevocationList list;
        qint64 keysNumber = 0; ///< of the set that it was verified by
        QByteArray json;       ///< as it is served
    };
    std::optional<SeenList> &seenList() { return m_seenList; }
    /// A list of before a restore (afterrestore.h) with the text that it came from: it is read once for each change.
    struct SeenTaken
    {
        QString text;
        RevocationList list;
    };
    std::optional<SeenTaken> &seenTaken() { return m_seenTaken; }

private:
    Store(std::unique_ptr<Database> database, QString dataFolder)
        : m_database(std::move(database))
        , m_dataFolder(std::move(dataFolder))
    {
    }
    static Result<std::unique_ptr<Store>> connect(const StoreLocation &location, Database::Check check);
    Result<void> readMeta();

    std::unique_ptr<Database> m_database;
    QString m_instance;
    QString m_history;
    QString m_dataFolder;
    std::optional<SeenKeys> m_seenKeys;
    std::optional<SeenList> m_seenList;
    std::optional<SeenTaken> m_seenTaken;
};

} // namespace markaz::server
