// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/recordaudit.h"

#include "app/server/store/accounts.h"
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
    QList<RecordFinding> oldEntries;

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
    } else if (hashedFrom) {
        oldEntries.append({Kind::OldEntry, event.value(QStringLiteral("entity")).toString(),
                           event.value(QStringLiteral("id")).toString(), entry.n});
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

/// A record as it stands, and its hash; empty when the server writes nothing that looks so.
struct Standing
{
    QString id;
    QString entity;
    QString changedAt;
    QString hash;
    QByteArray askDatabase = {}; ///< its data as read, if only the database can say whether that is what it holds
};

/// Whether the columns are as the server writes them, where the program would read the same of others.
QString soundIn(Dialect dialect)
{
    QString sound = QStringLiteral("deleted IN (0, 1) AND coalesce(ukey, '-') <> ''");
    if (dialect == Dialect::Postgres) { // Qt drops a byte order mark from the head of what it reads there
        for (const char *text : {"id", "entity", "province", "assignee", "parent", "coalesce(ukey, '')", "changed_at"})
            sound += QStringLiteral(" AND left(%1, 1) <> chr(65279)").arg(QLatin1String(text));
        return sound;
    }
    for (const char *text : {"id", "entity", "province", "assignee", "parent", "changed_at", "data"})
        sound += QStringLiteral(" AND typeof(%1) = 'text'").arg(QLatin1String(text));
    return sound + QStringLiteral(" AND typeof(rev) = 'integer' AND typeof(seq) = 'integer' AND typeof(ukey) IN "
                                  "('text', 'null')");
}

/// The next records behind \p after, which is nothing before the first; it goes to the last of them.
Result<QList<Standing>> nextRecords(Database &database, std::optional<QVariant> &after)
{
    const bool sqlite = database.dialect() == Dialect::Sqlite;
    // By its rows' numbers in SQLite: an id can be NULL there, or no text.
    const QString key = sqlite ? QStringLiteral("rowid") : QStringLiteral("id");
    const QString behind = after ? QStringLiteral("WHERE %1 > ?").arg(key) : QString();
    auto query = database.run(
        QStringLiteral("SELECT id, entity, rev, seq, province, assignee, parent, coalesce(ukey, ''), deleted, "
                       "changed_at, data, %1, %2 FROM record %3 ORDER BY %1 LIMIT ?")
            .arg(key, soundIn(database.dialect()), behind),
        after ? QVariantList{*after, kAtATime} : QVariantList{kAtATime});
    if (!query)
        return query.error();
    QList<Standing> records;
    while ((*query)->next()) {
        const auto text = [&query](int i) { return (*query)->value(i).toString(); };
        after = (*query)->value(11);
        Standing standing{text(0), text(1), text(9), {}};
        const QByteArray data = (*query)->value(10).toByteArray();
        const QJsonDocument read = QJsonDocument::fromJson(data);
        const bool asWritten = !sqlite || read.toJson(QJsonDocument::Compact) == data;
        // Of another kind the server wrote none.
        if (const auto entity = parse<Entity>(standing.entity); entity && asWritten && (*query)->value(12).toBool()) {
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
            standing.hash = recordHash(record, standing.changedAt, protocol::hashOf(canonicalData(read.object())));
            // jsonb holds no member twice and no number in two ways; but Qt drops this one from where a text begins.
            if (!sqlite && data.contains("\xef\xbb\xbf"))
                standing.askDatabase = read.toJson(QJsonDocument::Compact);
        }
        records.append(standing);
    }
    if ((*query)->lastError().isValid())
        return database.errorFrom((*query)->lastError());
    (*query)->finish();
    for (Standing &standing : records) {
        if (standing.askDatabase.isEmpty())
            continue;
        const auto same = database.row(QStringLiteral("SELECT 1 FROM record WHERE id = ? AND data = CAST(? AS jsonb)"),
                                       {standing.id, QString::fromUtf8(standing.askDatabase)});
        if (!same)
            return same.error();
        if (!same->has_value())
            standing.hash.clear();
    }
    return records;
}

/// Names the accounts that are not what their public records say: the server writes the two together.
Result<void> compareAccounts(Database &database, QList<RecordFinding> &findings)
{
    auto query = database.run(
        QStringLiteral("SELECT a.id, '-' || a.name, a.display_name, '-' || a.role, '-' || a.provinces, "
                       "a.active, coalesce(CAST(r.data AS text), '') FROM account a LEFT JOIN record r ON r.id = a.id "
                       "AND r.entity = 'account' AND r.deleted = 0 ORDER BY a.id"));
    if (!query)
        return query.error();
    while ((*query)->next()) {
        const auto text = [&query](int i) { return (*query)->value(i).toString(); };
        const auto whole = [&text](int i) { return text(i).mid(1); }; // with a mark that Qt drops from the head
        Actor actor;
        actor.name = whole(1);
        actor.displayName = text(2);
        while (actor.displayName.startsWith(QChar(QChar::ByteOrderMark))) // as its record lost it (dataToStore)
            actor.displayName.remove(0, 1);
        actor.provinces = whole(4).split(u' ', Qt::SkipEmptyParts);
        QJsonObject row = accountFields(actor, (*query)->value(5).toInt() != 0);
        row.insert(QStringLiteral("role"), whole(3)); // as it stands, be it none
        const QJsonObject record = QJsonDocument::fromJson(text(6).toUtf8()).object();
        QStringList differing;
        for (auto it = row.begin(); it != row.end(); ++it) {
            if (record.value(it.key()) != it.value())
                differing.append(it.key());
        }
        if (!differing.isEmpty())
            findings.append({Kind::Account, token(Entity::Account), text(0), 0, differing});
    }
    if ((*query)->lastError().isValid())
        return database.errorFrom((*query)->lastError());
    (*query)->finish();
    auto alone = database.run(QStringLiteral(
        "SELECT r.id FROM record r WHERE r.entity = 'account' AND r.deleted = 0 AND NOT EXISTS (SELECT 1 "
        "FROM account a WHERE a.id = r.id) ORDER BY r.id"));
    if (!alone)
        return alone.error();
    while ((*alone)->next())
        findings.append(
            {Kind::Account, token(Entity::Account), (*alone)->value(0).toString(), 0, accountFields({}, true).keys()});
    if ((*alone)->lastError().isValid())
        return database.errorFrom((*alone)->lastError());
    (*alone)->finish();
    return {};
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
    std::optional<QVariant> after;
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
    }
    auto missing = newest.eachMissing([&report](const RecordFinding &finding) { report.findings.append(finding); });
    if (!missing)
        return missing.error();
    report.findings += newest.oldEntries;
    if (auto accounts = compareAccounts(database, report.findings); !accounts)
        return accounts.error();
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
    case Kind::OldEntry:
        return QStringLiteral("old_entry");
    case Kind::Account:
        return QStringLiteral("account");
    }
    return {};
}

Result<RecordReport> compareRecords(const Snapshot &snapshot)
{
    return compared(snapshot.database());
}

Result<RecordReport> compareRecords(Database &database)
{
    auto snapshot = Snapshot::begin(database);
    return snapshot ? compareRecords(*snapshot) : Result<RecordReport>(snapshot.error());
}

} // namespace markaz::server
