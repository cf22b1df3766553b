// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/snapshot.h"

#include "core/support/log.h"

namespace markaz::server {

Result<Snapshot> Snapshot::begin(Database &database)
{
    // No Transaction: in SQLite that takes the write lock, and a server may run on the same file. Scripts, because
    // PostgreSQL prepares no BEGIN, and drop what was prepared before it: in the transaction that would be a query.
    const bool sqlite = database.dialect() == Dialect::Sqlite;
    auto begun = database.runScript(sqlite ? QStringLiteral("BEGIN;")
                                           : QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY;"));
    if (!begun)
        return begun.error();
    Snapshot snapshot(database);
    // Both take it with the first query.
    if (auto taken = database.row(QStringLiteral("SELECT count(*) FROM meta")); !taken)
        return taken.error();
    return snapshot;
}

Snapshot::~Snapshot()
{
    if (m_database == nullptr)
        return;
    if (const auto ended = m_database->runScript(QStringLiteral("ROLLBACK;")); !ended)
        qCWarning(lcStorage) << "a snapshot does not end:" << ended.error().detail;
}

} // namespace markaz::server
