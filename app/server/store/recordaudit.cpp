// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/recordaudit.h"

#include "app/server/store/auditlog.h"
#include "app/server/store/sqlrows.h"
#include "core/protocol/canonical.h"

#include <QJsonDocument>
#include <QSqlError>
#include <QTemporaryDir>

namespace markaz::server {
namespace {

using Kind = RecordFinding::Kind;

constexpr int kAtATime = 500;

struct Vouched
{
    qint64 n = 0;
    QString hash; ///< empty: it is gone
    bool form1 = false;
};

/// What the entries say last of each record, while it is compared. On a disk: there may be millions.
class Newest
{
public:
    static Result<std::unique_ptr<Newest>> make();
    Result<void> take(const AuditEntry &entry);
    Result<void> flush();
    /// Those of \p ids that are known; they count as met from now on.
    Result<QHash<QString, Vouched>> meet(const QStringList &ids);
    /// What was never met and should be there.
    Result<void> eachMissing(const std::function<void(const RecordFinding &)> &take);

    /// Whether every entry is of the form that holds hashes, and when the first of that form was made.
    bool allHashed = true;
    std::optional<QString> hashedFrom;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_database;
    std::optional<Transaction> m_transaction;
    QJsonArray m_rows; ///< not written yet
};

Result<std::unique_ptr<Newest>> Newest::make()
{
    auto newest = std::make_unique<Newest>();
    if (!newest->m_folder.isValid())
        return makeError(ErrorCode::StorageFailed, newest->m_folder.errorString(), newest->m_folder.path());
    auto database = Database::openSqlite(newest->m_folder.filePath(QStringLiteral("newest.sqlite")));
    if (!database)
        return database.error();
    newest->m_database = std::move(*database);
    auto transaction = Transaction::begin(*newest->m_database);
    if (!transaction)
        return transaction.error();
    newest->m_transaction.emplace(std::move(*transaction));
    auto made = newest->m_database->run(
        QStringLiteral("CREATE TABLE newest (id text PRIMARY KEY, entity text NOT NULL, n integer NOT NULL, hash text "
                       "NOT NULL, form integer NOT NULL, met integer NOT NULL DEFAULT 0) WITHOUT ROWID"));
    if (!made)
        return made.error();
    return newest;
}

Result<void> Newest::take(const AuditEntry &entry)
{
    const AuditEvent event = QJsonDocument::fromJson(entry.event.toUtf8()).object();
    const auto add = [&](const QString &entity, const QString &id, const QString &hash, int form) {
        m_rows.append(QJsonObject{{QStringLiteral("id"), id},
                                  {QStringLiteral("entity"), entity},
                                  {QStringLiteral("n"), entry.n},
                                  {QStringLiteral("hash"), hash},
                                  {QStringLiteral("form"), form}});
    };
    if (event.value(kFormOfEntry).toInt() == kEntryForm) {
        if (!hashedFrom)
            hashedFrom = event.value(QStringLiteral("at")).toString();
        const QJsonObject records = event.value(kRecordsInEntry).toObject();
        for (auto it = records.begin(); it != records.end(); ++it)
            add(it.key().section(QLatin1Char('/'), 0, 0), it.key().section(QLatin1Char('/'), 1), it->toString(),
                kEntryForm);
    } else {
        allHashed = false;
        // It may tell of a refusal, a file or an account's password as well: of a record it says nothing that holds.
        if (const QString id = event.value(QStringLiteral("id")).toString(); !id.isEmpty())
            add(event.value(QStringLiteral("entity")).toString(), id, {}, 1);
    }
    return m_rows.size() < kAtATime ? Result<void>() : flush();
}

Result<void> Newest::flush()
{
    const QList<SqlColumn> columns{
        {"id"}, {"entity"}, {"n", SqlColumn::Kind::Number}, {"hash"}, {"form", SqlColumn::Kind::Number}};
    auto done = m_database->run(
        QStringLiteral(
            "INSERT INTO newest (id, entity, n, hash, form) SELECT r.id, r.entity, r.n, r.hash, r.form FROM ") +
            rowsFrom(Dialect::Sqlite, columns) +
            QStringLiteral(" WHERE true ON CONFLICT (id) DO UPDATE SET entity = excluded.entity, n = excluded.n, "
                           "hash = excluded.hash, form = excluded.form"),
        {rowsValue(std::exchange(m_rows, {}))});
    if (!done)
        return done.error();
    return {};
}

Result<QHash<QString, Vouched>> Newest::meet(const QStringList &ids)
{
    const QVariantList these{listValue(Dialect::Sqlite, ids)};
    const QString among = inList(Dialect::Sqlite, QStringLiteral("id"));
    if (auto met = m_database->run(QStringLiteral("UPDATE newest SET met = 1 WHERE ") + among, these); !met)
        return met.error();
    auto query = m_database->run(QStringLiteral("SELECT id, n, hash, form FROM newest WHERE ") + among, these);
    if (!query)
        return query.error();
    QHash<QString, Vouched> known;
    while ((*query)->next())
        known.insert((*query)->value(0).toString(),
                     {(*query)->value(1).toLongLong(), (*query)->value(2).toString(), (*query)->value(3).toInt() == 1});
    if ((*query)->lastError().isValid())
        return m_database->errorFrom((*query)->lastError());
    (*query)->finish();
    return known;
}

Result<void> Newest::eachMissing(const std::function<void(const RecordFinding &)> &take)
{
    auto query =
        m_database->run(QStringLiteral("SELECT entity, id, n FROM newest WHERE met = 0 AND hash <> '' ORDER BY id"));
    if (!query)
        return query.error();
    while ((*query)->next())
        take({Kind::Removed, (*query)->value(0).toString(), (*query)->value(1).toString(),
              (*query)->value(2).toLongLong()});
    if ((*query)->lastError().isValid())
        return m_database->errorFrom((*query)->lastError());
    (*query)->finish();
    return {};
}

/// A record as it stands, and its hash.
struct Standing
{
    QString id;
    QString entity;
    QString changedAt;
    QString hash;
};

/// The next records behind \p after, by id.
Result<QList<Standing>> nextRecords(Database &database, const QString &after)
{
    auto query = database.run(
        QStringLiteral("SELECT id, entity, rev, seq, province, assignee, parent, coalesce(ukey, ''), deleted, "
                       "changed_at, data FROM record WHERE id > ? ORDER BY id LIMIT ?"),
        {after, kAtATime});
    if (!query)
        return query.error();
    QList<Standing> records;
    while ((*query)->next()) {
        const auto text = [&query](int i) { return (*query)->value(i).toString(); };
        Standing standing{text(0), text(1), text(9), {}};
        if (const auto entity = parse<Entity>(standing.entity)) { // of another kind the server wrote none
            StoredRecord record;
            record.record.id = standing.id;
            record.record.entity = *entity;
            record.record.rev = (*query)->value(2).toLongLong();
            record.seq = (*query)->value(3).toLongLong();
            record.province = text(4);
            record.assignee = text(5);
            record.parent = text(6);
            record.ukey = text(7);
            record.deleted = (*query)->value(8).toInt() != 0;
            standing.hash = recordHash(record, standing.changedAt,
                                       protocol::hashOf(canonicalData((*query)->value(10).toByteArray())));
        }
        records.append(standing);
    }
    if ((*query)->lastError().isValid())
        return database.errorFrom((*query)->lastError());
    (*query)->finish();
    return records;
}

Result<RecordReport> compared(Database &database)
{
    auto made = Newest::make();
    if (!made)
        return made.error();
    Newest &newest = **made;
    Result<void> taken;
    auto read = AuditLog(database).each(0, [&](const AuditEntry &entry) {
        taken = newest.take(entry);
        return taken.ok();
    });
    if (!read || !taken)
        return read ? taken.error() : read.error();
    if (auto flushed = newest.flush(); !flushed)
        return flushed.error();

    RecordReport report;
    QString after;
    for (;;) {
        const auto records = nextRecords(database, after);
        if (!records)
            return records.error();
        if (records->isEmpty())
            break;
        QStringList ids;
        for (const Standing &record : *records)
            ids.append(record.id);
        const auto known = newest.meet(ids);
        if (!known)
            return known.error();
        for (const Standing &record : *records) {
            ++report.records;
            const auto vouched = known->constFind(record.id);
            const bool old = vouched == known->constEnd()
                                 ? !newest.allHashed && (!newest.hashedFrom || record.changedAt < *newest.hashedFrom)
                                 : vouched->form1;
            if (old)
                ++report.unhashed;
            else if (vouched == known->constEnd() || vouched->hash.isEmpty())
                report.findings.append(
                    {Kind::Inserted, record.entity, record.id, vouched == known->constEnd() ? 0 : vouched->n});
            else if (vouched->hash != record.hash)
                report.findings.append({Kind::Altered, record.entity, record.id, vouched->n});
        }
        after = ids.last();
    }
    auto missing = newest.eachMissing([&report](const RecordFinding &finding) { report.findings.append(finding); });
    if (!missing)
        return missing.error();
    return report;
}

} // namespace

QString token(Kind kind)
{
    switch (kind) {
    case Kind::Altered:
        return QStringLiteral("altered");
    case Kind::Removed:
        return QStringLiteral("removed");
    case Kind::Inserted:
        return QStringLiteral("inserted");
    }
    return {};
}

Result<RecordReport> compareRecords(Database &database)
{
    // No Transaction: in SQLite that takes the write lock, and a server may run on the same file. Scripts, because
    // PostgreSQL prepares no BEGIN, and drop what was prepared before it: in the transaction that would be a query.
    const bool sqlite = database.dialect() == Dialect::Sqlite;
    auto begun = database.runScript(sqlite ? QStringLiteral("BEGIN;")
                                           : QStringLiteral("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY;"));
    if (!begun)
        return begun.error();
    auto report = compared(database);
    const auto ended = database.runScript(QStringLiteral("ROLLBACK;"));
    if (report && !ended)
        return ended.error();
    return report;
}

} // namespace markaz::server
