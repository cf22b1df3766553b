// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/recordtable.h"

#include "app/server/store/counters.h"
#include "app/server/store/feedmarks.h"
#include "app/server/store/sqlrows.h"
#include "core/protocol/canonical.h"

#include <QJsonDocument>
#include <QSqlError>
#include <QSqlQuery>

namespace markaz::server {
namespace {

const QString kColumns =
    QStringLiteral("id, entity, rev, seq, province, assignee, parent, coalesce(ukey, ''), deleted, data");

StoredRecord rowOf(const QSqlQuery &query)
{
    StoredRecord row;
    row.record.id = query.value(0).toString();
    row.record.entity = parse<Entity>(query.value(1).toString()).value();
    row.record.rev = query.value(2).toLongLong();
    row.seq = query.value(3).toLongLong();
    row.province = query.value(4).toString();
    row.assignee = query.value(5).toString();
    row.parent = query.value(6).toString();
    row.ukey = query.value(7).toString();
    row.deleted = query.value(8).toInt() != 0;
    row.record.fields = QJsonDocument::fromJson(query.value(9).toByteArray()).object();
    return row;
}

Result<QList<StoredRecord>> rowsOf(Database &database, const QString &sql, const QVariantList &values)
{
    auto query = database.run(sql, values);
    if (!query)
        return query.error();
    QList<StoredRecord> rows;
    while ((*query)->next())
        rows.append(rowOf(**query));
    if ((*query)->lastError().isValid())
        return database.errorFrom((*query)->lastError());
    (*query)->finish();
    return rows;
}

Result<std::optional<StoredRecord>> firstOf(Result<QList<StoredRecord>> rows)
{
    if (!rows)
        return rows.error();
    return rows->isEmpty() ? std::optional<StoredRecord>() : std::optional<StoredRecord>(rows->first());
}

using Kind = SqlColumn::Kind;
const QList<SqlColumn> kWritten{{"id", Kind::Text},        {"entity", Kind::Text},   {"rev", Kind::Number},
                                {"seq", Kind::Number},     {"province", Kind::Text}, {"assignee", Kind::Text},
                                {"parent", Kind::Text},    {"ukey", Kind::Text},     {"deleted", Kind::Number},
                                {"old_rev", Kind::Number}, {"data", Kind::Json}};

/// The rows for rowsFrom(). Each record's fields are text already, and no tree is made of them all.
QString rowsToWrite(const QList<RecordWrite> &writes)
{
    QByteArray rows;
    rows += '[';
    for (const RecordWrite &write : writes) {
        const StoredRecord &now = write.after;
        const QJsonObject columns{{QStringLiteral("id"), now.id()},
                                  {QStringLiteral("entity"), token(now.entity())},
                                  {QStringLiteral("rev"), now.record.rev},
                                  {QStringLiteral("seq"), now.seq},
                                  {QStringLiteral("province"), now.province},
                                  {QStringLiteral("assignee"), now.assignee},
                                  {QStringLiteral("parent"), now.parent},
                                  {QStringLiteral("ukey"), now.ukey.isEmpty() ? QJsonValue() : QJsonValue(now.ukey)},
                                  {QStringLiteral("deleted"), now.deleted ? 1 : 0},
                                  {QStringLiteral("old_rev"), write.before ? write.before->record.rev : 0}};
        if (rows.size() > 1)
            rows += ',';
        rows += QJsonDocument(columns).toJson(QJsonDocument::Compact);
        rows.chop(1);
        rows += ",\"data\":";
        rows += now.draftText;
        rows += '}';
    }
    return QString::fromUtf8(rows + ']');
}

/// Makes text of the fields that are none yet, and hashes each record's. A draft's text is canonical as it came.
QStringList hashData(QList<RecordWrite> &writes)
{
    QStringList hashes;
    for (RecordWrite &write : writes) {
        QByteArray &text = write.after.draftText;
        if (text.isEmpty()) {
            DataToStore data = dataToStore(write.after.record.fields);
            text = std::move(data.text);
            hashes.append(protocol::hashOf(data.canonical));
        } else {
            hashes.append(protocol::hashOf(std::string_view(text.constData(), static_cast<size_t>(text.size()))));
        }
    }
    return hashes;
}

Error overtaken()
{
    return makeError(ErrorCode::Exists, QStringLiteral("another transaction wrote the same record meanwhile"));
}

} // namespace

Result<QList<StoredRecord>> RecordTable::load(const QStringList &ids) const
{
    if (ids.isEmpty())
        return QList<StoredRecord>();
    const Dialect dialect = m_database.dialect();
    // No lock: update() refuses a record that somebody else wrote meanwhile, and the batch starts again.
    return rowsOf(m_database,
                  QStringLiteral("SELECT %1 FROM record WHERE %2").arg(kColumns, inList(dialect, QStringLiteral("id"))),
                  {listValue(dialect, ids)});
}

Result<std::optional<StoredRecord>> RecordTable::find(const QString &id) const
{
    return firstOf(rowsOf(m_database, QStringLiteral("SELECT %1 FROM record WHERE id = ?").arg(kColumns), {id}));
}

Result<QList<StoredRecord>> RecordTable::children(const QString &parent) const
{
    return rowsOf(m_database,
                  QStringLiteral("SELECT %1 FROM record WHERE parent = ? AND parent <> '' ORDER BY id").arg(kColumns),
                  {parent});
}

Result<QList<StoredRecord>> RecordTable::children(const QString &parent, Entity entity) const
{
    return rowsOf(m_database,
                  QStringLiteral("SELECT %1 FROM record WHERE parent = ? AND parent <> '' AND entity = ? ORDER BY id")
                      .arg(kColumns),
                  {parent, token(entity)});
}

Result<QList<StoredRecord>> RecordTable::mergedInto(const QString &building) const
{
    return rowsOf(
        m_database,
        QStringLiteral("SELECT %1 FROM record WHERE merged_into = ? AND entity = 'building' ORDER BY id").arg(kColumns),
        {building});
}

Result<QList<StoredRecord>> RecordTable::loansOf(const QString &owner) const
{
    return rowsOf(m_database, QStringLiteral("SELECT %1 FROM record WHERE borrower = ? ORDER BY id").arg(kColumns),
                  {owner});
}

Result<QList<StoredRecord>> RecordTable::clawedBackBy(const QString &certificate) const
{
    return rowsOf(m_database,
                  QStringLiteral("SELECT %1 FROM record WHERE entity = 'loan' AND data->>'clawback_certificate' = ? "
                                 "ORDER BY id")
                      .arg(kColumns),
                  {certificate});
}

Result<std::optional<StoredRecord>> RecordTable::byKey(Entity entity, const QString &ukey) const
{
    return firstOf(rowsOf(m_database,
                          QStringLiteral("SELECT %1 FROM record WHERE entity = ? AND ukey = ?").arg(kColumns),
                          {token(entity), ukey}));
}

Result<QList<StoredRecord>> RecordTable::all(Entity entity) const
{
    return rowsOf(
        m_database,
        QStringLiteral("SELECT %1 FROM record WHERE entity = ? AND ukey IS NOT NULL AND deleted = 0 ORDER BY id")
            .arg(kColumns),
        {token(entity)});
}

Result<QList<StoredRecord>> RecordTable::expired(const QString &day) const
{
    return rowsOf(
        m_database,
        QStringLiteral("SELECT %1 FROM record WHERE entity = 'certificate' AND ukey IS NOT NULL AND deleted = 0 AND "
                       "data->>'state' IN ('issued', 'suspended') AND data->>'valid_until' < ? ORDER BY id")
            .arg(kColumns),
        {day});
}

Result<QList<StoredRecord>> RecordTable::inForce(const QString &day) const
{
    return rowsOf(
        m_database,
        QStringLiteral("SELECT %1 FROM record WHERE entity = 'certificate' AND ukey IS NOT NULL AND deleted = 0 AND "
                       "data->>'state' = 'issued' AND data->>'valid_until' >= ? ORDER BY id")
            .arg(kColumns),
        {day});
}

Result<QList<StoredRecord>> RecordTable::centres() const
{
    return rowsOf(
        m_database,
        QStringLiteral("SELECT %1 FROM record WHERE entity = 'centre' AND deleted = 0 ORDER BY id").arg(kColumns), {});
}

Result<QList<StoredRecord>> RecordTable::evidenceOf(const QString &sha256) const
{
    return rowsOf(m_database,
                  QStringLiteral("SELECT %1 FROM record WHERE entity = 'evidence' AND sha256 = ? AND deleted = 0 "
                                 "ORDER BY id")
                      .arg(kColumns),
                  {sha256});
}

Result<int> RecordTable::highestCode(const QString &prefix) const
{
    // '.' follows '-', so the range holds exactly the codes of this prefix, and the unique index answers it.
    const auto row = m_database.row(
        QStringLiteral(
            "SELECT max(ukey) FROM record WHERE entity = 'building' AND ukey IS NOT NULL AND ukey > ? AND ukey < ?"),
        {QString(prefix + QLatin1Char('-')), QString(prefix + QLatin1Char('.'))});
    if (!row)
        return row.error();
    return row->has_value() ? (*row)->value(0).toString().mid(4).toInt() : 0;
}

Result<void> RecordTable::takeWritersLock()
{
    if (m_database.dialect() == Dialect::Sqlite)
        return {}; // BEGIN IMMEDIATE took it
    if (auto locked = m_database.run(QStringLiteral("SELECT pg_advisory_xact_lock(7381901)")); !locked)
        return locked.error();
    return {};
}

Result<RecordHashes> RecordTable::write(QList<RecordWrite> writes, const QString &at)
{
    RecordHashes written;
    if (writes.isEmpty())
        return written;
    const QStringList dataHashes = hashData(writes); // before the lock: others are not to wait for it
    if (auto locked = takeWritersLock(); !locked)
        return locked.error();
    FeedMarks marks(m_database);
    const qsizetype departures = marks.countDepartures(writes);
    auto last = addToCounter(m_database, QStringLiteral("seq"), writes.size() + departures);
    if (!last)
        return last.error();
    qint64 seq = *last - (writes.size() + departures);
    if (auto marked = marks.writeDepartures(writes, seq, at); !marked)
        return marked.error();
    seq += departures;
    QList<RecordWrite> fresh;
    QList<RecordWrite> changed;
    for (qsizetype i = 0; i < writes.size(); ++i) {
        RecordWrite &write = writes[i];
        write.after.seq = ++seq;
        written.insert(hashName(token(write.after.entity()), write.after.id()),
                       recordHash(write.after, at, dataHashes.at(i)));
        (write.before ? changed : fresh).append(write);
    }
    if (auto done = insert(fresh, at); !done)
        return done.error();
    if (auto done = update(changed, at); !done)
        return done.error();
    if (auto done = marks.updateDigests(writes); !done)
        return done.error();
    return written;
}

Result<void> RecordTable::insert(const QList<RecordWrite> &writes, const QString &at)
{
    if (writes.isEmpty())
        return {};
    const QString sql =
        QStringLiteral("INSERT INTO record (id, entity, rev, seq, province, assignee, parent, ukey, deleted, "
                       "changed_at, data) SELECT r.id, r.entity, r.rev, r.seq, r.province, r.assignee, "
                       "r.parent, r.ukey, r.deleted, ?, r.data FROM ") +
        rowsFrom(m_database.dialect(), kWritten);
    auto done = m_database.run(sql, {at, rowsToWrite(writes)});
    if (!done)
        return done.error();
    return {};
}

Result<void> RecordTable::update(const QList<RecordWrite> &writes, const QString &at)
{
    if (writes.isEmpty())
        return {};
    const QString sql = QStringLiteral("UPDATE record SET rev = r.rev, seq = r.seq, province = r.province, "
                                       "assignee = r.assignee, parent = r.parent, ukey = r.ukey, deleted = r.deleted, "
                                       "changed_at = ?, data = r.data FROM ") +
                        rowsFrom(m_database.dialect(), kWritten) +
                        QStringLiteral(" WHERE record.id = r.id AND record.rev = r.old_rev");
    auto done = m_database.run(sql, {at, rowsToWrite(writes)});
    if (!done)
        return done.error();
    if ((*done)->numRowsAffected() != writes.size())
        return overtaken();
    return {};
}

} // namespace markaz::server
