// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/store.h"

#include "app/server/store/readfence.h"
#include "app/server/store/writefence.h"
#include "core/storage/migrator.h"
#include "core/support/idsource.h"

// Q_INIT_RESOURCE declares an extern symbol and so must stand outside any namespace.
static void initCompiledServerSql()
{
    Q_INIT_RESOURCE(server_sql_sqlite);
    Q_INIT_RESOURCE(server_sql_postgres);
}

namespace markaz::server {

void initServerSql()
{
    initCompiledServerSql();
}

QString sqlitePathIn(const StoreLocation &location)
{
    return location.dataFolder + QStringLiteral("/markaz.sqlite");
}

Result<std::optional<QString>> metaOf(Database &database, const QString &name)
{
    const auto row = database.row(QStringLiteral("SELECT value FROM meta WHERE name = ?"), {name});
    if (!row)
        return row.error();
    return row->has_value() ? std::optional<QString>((*row)->value(0).toString()) : std::nullopt;
}

Result<void> putMeta(Database &database, const QString &name, const std::optional<QString> &value)
{
    auto gone = database.run(QStringLiteral("DELETE FROM meta WHERE name = ?"), {name});
    if (!gone)
        return gone.error();
    if (!value)
        return {};
    auto put = database.run(QStringLiteral("INSERT INTO meta (name, value) VALUES (?, ?)"), {name, *value});
    return put ? Result<void>() : Result<void>(put.error());
}

Result<std::unique_ptr<Store>> Store::connect(const StoreLocation &location, Database::Check check)
{
    auto database = location.databaseUrl.isEmpty() ? Database::openSqlite(sqlitePathIn(location), check)
                                                   : Database::openPostgres(location.databaseUrl);
    if (!database)
        return database.error();
    if ((*database)->dialect() == Dialect::Postgres) {
        // The lists are short and the tables grow from nothing: a plan kept from an empty table would scan a full one.
        if (auto set = (*database)->runScript(QStringLiteral("SET plan_cache_mode = force_custom_plan;")); !set)
            return set.error();
    }
    return std::unique_ptr<Store>(new Store(std::move(*database), location.dataFolder));
}

Result<std::unique_ptr<Store>> Store::open(const StoreLocation &location)
{
    auto store = connect(location, Database::Check::None);
    if (!store)
        return store;
    if (auto read = (*store)->readMeta(); !read)
        return read.error();
    return store;
}

Result<std::unique_ptr<Store>> Store::prepare(const StoreLocation &location, const Clock &clock)
{
    initServerSql();
    auto store = connect(location, Database::Check::Quick);
    if (!store)
        return store;
    Database &database = (*store)->database();
    if (auto bound = ReadFence::check(database); !bound)
        return bound.error();
    const bool sqlite = database.dialect() == Dialect::Sqlite;
    if (auto migrated = migrate(database, sqlite ? QStringLiteral(":/markaz/sql/server-sqlite")
                                                 : QStringLiteral(":/markaz/sql/server-postgres"));
        !migrated)
        return migrated.error();
    if (auto prepared = WriteFence::prepare(database); !prepared)
        return prepared.error();
    Uuid7Source ids(clock);
    for (const char *name : {"instance", "history"}) {
        auto done =
            database.run(QStringLiteral("INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING"),
                         {QLatin1String(name).toString(), ids.next()});
        if (!done)
            return done.error();
    }
    if (auto read = (*store)->readMeta(); !read)
        return read.error();
    return store;
}

Result<void> Store::readMeta()
{
    for (auto &[name, value] : {std::pair<const char *, QString *>{"instance", &m_instance}, {"history", &m_history}}) {
        const auto kept = metaOf(*m_database, QLatin1String(name).toString());
        if (!kept)
            return kept.error();
        if (!*kept)
            return makeError(ErrorCode::StorageCorrupt, QStringLiteral("the store has no %1").arg(QLatin1String(name)));
        *value = **kept;
    }
    return {};
}

} // namespace markaz::server
