// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/servertruth.h"

#include "core/storage/database.h"

#include <QJsonDocument>
#include <QSqlError>

#include <functional>

namespace markaz::test {
namespace {

QJsonObject jsonOf(const QVariant &cell)
{
    return QJsonDocument::fromJson(cell.toByteArray()).object();
}

Result<void> each(Database &database, const char *sql, const std::function<void(const QSqlQuery &)> &row)
{
    auto query = database.run(QLatin1String(sql));
    if (!query)
        return query.error();
    while ((*query)->next())
        row(**query);
    if ((*query)->lastError().isValid())
        return database.errorFrom((*query)->lastError());
    (*query)->finish();
    return {};
}

} // namespace

Result<ServerTruth> ServerTruth::read(const ServerStore &store)
{
    auto opened = store.databaseUrl.isEmpty()
                      ? Database::openSqlite(store.dataDir + QStringLiteral("/markaz.sqlite"), Database::Check::None)
                      : Database::openPostgres(store.databaseUrl);
    if (!opened)
        return opened.error();
    Database &database = **opened;
    ServerTruth truth;
    const std::pair<const char *, std::function<void(const QSqlQuery &)>> parts[] = {
        {"SELECT id, entity, rev, province, deleted, data FROM record",
         [&truth](const QSqlQuery &row) {
             truth.records.insert(row.value(0).toString(),
                                  {parse<Entity>(row.value(1).toString()).value(), row.value(2).toLongLong(),
                                   row.value(3).toString(), row.value(4).toInt() != 0, jsonOf(row.value(5))});
         }},
        {"SELECT op_id, body_hash, result FROM ledger",
         [&truth](const QSqlQuery &row) {
             if (const auto result = protocol::decode<protocol::ChangeResult>(jsonOf(row.value(2))))
                 truth.ledger.insert(row.value(0).toString(), {row.value(1).toString(), *result});
         }},
        {"SELECT op_id FROM quarantine",
         [&truth](const QSqlQuery &row) { truth.quarantined.insert(row.value(0).toString()); }},
        {"SELECT event FROM audit",
         [&truth](const QSqlQuery &row) {
             const QJsonObject event = jsonOf(row.value(0));
             if (event.contains(QStringLiteral("op")) && event.contains(QStringLiteral("rev")))
                 ++truth.written[event.value(QStringLiteral("op")).toString() + QLatin1Char('|') +
                                 event.value(QStringLiteral("id")).toString()];
         }},
    };
    for (const auto &[sql, row] : parts) {
        if (auto done = each(database, sql, row); !done)
            return done.error();
    }
    for (const Stored &record : std::as_const(truth.records)) {
        if (record.entity == Entity::Conflict)
            truth.conflictsOf.insert(record.fields.value(QStringLiteral("op_id")).toString());
    }
    return truth;
}

} // namespace markaz::test
