// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/outboxrepository.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlError>

#include <array>

namespace markaz {
namespace {

constexpr std::array kStates{std::pair{OutboxState::Waiting, "waiting"}, std::pair{OutboxState::Sent, "sent"},
                             std::pair{OutboxState::Held, "held"}, std::pair{OutboxState::Dead, "dead"},
                             std::pair{OutboxState::Acknowledged, "acknowledged"}};

// Stand in the column of the server's word, because they are the last word on a change that the server refused.
const QString kGivenUp = QStringLiteral("given_up");
const QString kReplaced = QStringLiteral("replaced");

/// What stands before `o` and holds it back: a held or dead row of the same record, and before the submit of an
/// inspection a new evidence record or finding of it that is \p owed (in the words of a partial index).
QString inTheWay(const QString &owed)
{
    QString all = QStringLiteral("SELECT b.position FROM outbox AS b WHERE b.record = o.record AND "
                                 "b.entity = o.entity AND b.position < o.position AND b.state IN ('held', 'dead')");
    for (const char *entity : {"evidence", "finding"}) {
        all += QStringLiteral(" UNION ALL SELECT b.position FROM %1 AS e JOIN outbox AS b ON b.record = e.id AND "
                              "b.entity = '%1' WHERE o.kind = 'submit' AND e.inspection = o.record AND "
                              "b.kind = 'create' AND b.position < o.position AND b.state %2")
                   .arg(QLatin1String(entity), owed);
    }
    return QStringLiteral("FROM (%1) AS b").arg(all);
}
const QString kInTheWay = inTheWay(QStringLiteral("IN ('held', 'dead')"));
// 2026-11-24: a submit and its evidence never go in one batch, nor its findings (2026-11-28). The server takes none of
// them after the submit, so a refusal of one has to be heard before.
const QString kBeforeIt = inTheWay(QStringLiteral("<> 'acknowledged'"));

QString placeOf(const QString &opId)
{
    return QStringLiteral("outbox|%1|payload").arg(opId);
}

QByteArray payloadOf(const FieldChanges &changes)
{
    QJsonObject fields;
    for (auto it = changes.begin(); it != changes.end(); ++it)
        fields.insert(it.key(), QJsonArray{it->before, it->after});
    return QJsonDocument(fields).toJson(QJsonDocument::Compact);
}

Result<FieldChanges> changesOf(const Sealer &sealer, const QByteArray &payload, const QString &opId)
{
    const auto opened = sealer.open(payload, placeOf(opId));
    if (!opened)
        return makeError(opened.error().code, opened.error().detail, placeOf(opId));
    const QJsonObject fields = QJsonDocument::fromJson(*opened).object();
    FieldChanges changes;
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        const QJsonArray step = it.value().toArray();
        changes.insert(it.key(), {step.at(0), step.at(1)});
    }
    return changes;
}

const QString kColumns =
    QStringLiteral("position, op_id, entity, record, kind, base_rev, schema, made_at, payload, state, "
                   "outcome, code, field, message, attempts, settled_at");

Result<OutboxRow> rowOf(const Sealer &sealer, const QSqlQuery &query)
{
    OutboxRow row;
    row.position = query.value(0).toLongLong();
    row.change.opId = query.value(1).toString();
    const auto entity = parse<Entity>(query.value(2).toString());
    const auto kind = parse<ChangeKind>(query.value(4).toString());
    if (!entity || !kind)
        return makeError(ErrorCode::StorageCorrupt, QStringLiteral("an unknown kind of change"),
                         placeOf(row.change.opId));
    row.change.entity = *entity;
    row.change.id = query.value(3).toString();
    row.change.kind = *kind;
    row.change.baseRev = query.value(5).toLongLong();
    row.change.schema = query.value(6).toInt();
    row.change.madeAt = query.value(7).toString();
    auto changes = changesOf(sealer, query.value(8).toByteArray(), row.change.opId);
    if (!changes)
        return changes.error();
    row.change.fields = std::move(changes).value();
    const QString state = query.value(9).toString();
    for (const auto &[value, name] : kStates) {
        if (state == QLatin1String(name))
            row.state = value;
    }
    const QString word = query.value(10).toString();
    if (const auto outcome = parse<Outcome>(word))
        row.outcome = *outcome;
    else if (word == kGivenUp || word == kReplaced) {
        row.outcome = Outcome::Rejected;
        row.fate = word == kGivenUp ? Fate::GivenUp : Fate::Replaced;
    }
    row.code = query.value(11).toString();
    row.field = query.value(12).toString();
    row.message = query.value(13).toString();
    row.attempts = query.value(14).toInt();
    if (const auto settled = fromIso(query.value(15).toString()))
        row.settledAt = *settled;
    return row;
}

Result<QList<OutboxRow>> rowsOf(Database &database, const Sealer &sealer, const QString &rest,
                                const QVariantList &values)
{
    auto query = database.run(QStringLiteral("SELECT %1 FROM outbox AS o %2").arg(kColumns, rest), values);
    if (!query)
        return query.error();
    QList<OutboxRow> rows;
    while ((*query)->next()) {
        auto row = rowOf(sealer, **query);
        if (!row) {
            (*query)->finish();
            return row.error();
        }
        rows.append(std::move(row).value());
    }
    return rows;
}

Result<void> done(const Result<QSqlQuery *> &query)
{
    return query ? Result<void>() : Result<void>(query.error());
}

} // namespace

QString token(OutboxState state)
{
    return QLatin1String(kStates[static_cast<size_t>(state)].second);
}

Result<void> OutboxRepository::append(const Change &change, const QString &authorId)
{
    return insert({}, change, authorId);
}

Result<void> OutboxRepository::insert(std::optional<qint64> position, const Change &change, const QString &authorId)
{
    return done(m_database.run(
        QStringLiteral("INSERT INTO outbox (position, op_id, entity, record, kind, base_rev, schema, made_at, author, "
                       "payload) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {position ? QVariant(*position) : QVariant(), change.opId, token(change.entity), change.id, token(change.kind),
         change.baseRev, change.schema, change.madeAt, authorId,
         m_sealer.seal(payloadOf(change.fields), placeOf(change.opId))}));
}

Result<QList<OutboxRow>> OutboxRepository::nextBatch(int limit)
{
    return rowsOf(m_database, m_sealer,
                  QStringLiteral("WHERE state IN ('waiting', 'sent', 'held') AND NOT EXISTS (SELECT 1 %1) "
                                 "ORDER BY position LIMIT ?")
                      .arg(kBeforeIt),
                  {limit});
}

Result<QList<FieldChanges>> OutboxRepository::pendingOf(Entity entity, const QString &id) const
{
    auto query = m_database.run(QStringLiteral("SELECT op_id, payload FROM outbox WHERE record = ? AND entity = ? "
                                               "AND state <> 'acknowledged' ORDER BY position"),
                                {id, token(entity)});
    if (!query)
        return query.error();
    QList<FieldChanges> pending;
    while ((*query)->next()) {
        auto changes = changesOf(m_sealer, (*query)->value(1).toByteArray(), (*query)->value(0).toString());
        if (!changes) {
            (*query)->finish();
            return changes.error();
        }
        pending.append(std::move(changes).value());
    }
    return pending;
}

Result<void> OutboxRepository::liftBase(Entity entity, const QString &id, qint64 from, qint64 to)
{
    return done(m_database.run(QStringLiteral("UPDATE outbox SET base_rev = ? WHERE record = ? AND entity = ? AND "
                                              "base_rev = ? AND state = 'waiting' AND attempts = 0"),
                               {to, id, token(entity), from}));
}

Result<QSet<QString>> OutboxRepository::recordsWaiting() const
{
    auto query = m_database.run(QStringLiteral("SELECT DISTINCT record FROM outbox WHERE state <> 'acknowledged'"));
    if (!query)
        return query.error();
    QSet<QString> records;
    while ((*query)->next())
        records.insert((*query)->value(0).toString());
    if ((*query)->lastError().isValid())
        return m_database.errorFrom((*query)->lastError());
    return records;
}

Result<void> OutboxRepository::markSent(const QList<qint64> &positions)
{
    for (const qint64 position : positions) {
        // An acknowledged row stays so: its reply may have come by another way meanwhile.
        auto marked = m_database.run(QStringLiteral("UPDATE outbox SET state = 'sent', attempts = attempts + 1 "
                                                    "WHERE position = ? AND state IN ('waiting', 'sent', 'held')"),
                                     {position});
        if (!marked)
            return marked.error();
    }
    return {};
}

Result<bool> OutboxRepository::settle(qint64 position, OutboxState state, Outcome outcome, const QString &code,
                                      const QString &field, const QString &message, const QDateTime &at)
{
    const auto settled =
        m_database.run(QStringLiteral("UPDATE outbox SET state = ?, outcome = ?, code = ?, field = ?, message = ?, "
                                      "settled_at = ? WHERE position = ? AND state IN ('waiting', 'sent', 'held')"),
                       {token(state), token(outcome), code, field, message, toIso(at), position});
    if (!settled)
        return settled.error();
    return (*settled)->numRowsAffected() > 0;
}

Result<void> OutboxRepository::requeue(qint64 position)
{
    return done(
        m_database.run(QStringLiteral("UPDATE outbox SET state = 'waiting', outcome = NULL, code = '', field = '', "
                                      "message = '', settled_at = NULL "
                                      "WHERE position = ? AND state <> 'acknowledged'"),
                       {position}));
}

Result<int> OutboxRepository::requeueAcknowledged(const QString &authorId, const QDateTime &since)
{
    auto requeued = m_database.run(
        QStringLiteral("UPDATE outbox SET state = 'waiting', outcome = NULL, code = '', field = '', message = '', "
                       "settled_at = NULL WHERE state = 'acknowledged' AND coalesce(outcome, '') NOT IN (?, ?) "
                       "AND author = ? AND settled_at >= ?"),
        {kGivenUp, kReplaced, authorId, toIso(since)});
    if (!requeued)
        return requeued.error();
    return (*requeued)->numRowsAffected();
}

Result<void> OutboxRepository::giveUp(qint64 position, const QDateTime &at)
{
    return done(m_database.run(QStringLiteral("UPDATE outbox SET state = 'acknowledged', outcome = ?, settled_at = ? "
                                              "WHERE position = ? AND state <> 'acknowledged'"),
                               {kGivenUp, toIso(at), position}));
}

Result<void> OutboxRepository::retire(qint64 position, const QDateTime &at)
{
    return done(m_database.run(QStringLiteral("UPDATE outbox SET state = 'acknowledged', outcome = ?, settled_at = ? "
                                              "WHERE position = ? AND state <> 'acknowledged'"),
                               {kReplaced, toIso(at), position}));
}

Result<void> OutboxRepository::replace(qint64 position, const Change &fresh, const QString &authorId,
                                       const QDateTime &at)
{
    auto moved = m_database.run(
        QStringLiteral("UPDATE outbox SET state = 'acknowledged', outcome = ?, settled_at = ?, position = 1 + max("
                       "(SELECT max(position) FROM outbox), (SELECT max(seq) FROM sqlite_sequence WHERE name = "
                       "'outbox')) WHERE position = ? AND state IN ('waiting', 'held', 'dead')"),
        {kReplaced, toIso(at), position});
    if (!moved)
        return moved.error();
    if ((*moved)->numRowsAffected() == 0)
        return makeError(ErrorCode::WrongState, QStringLiteral("the change is settled or on its way"),
                         QStringLiteral("outbox"));
    return insert(position, fresh, authorId);
}

Result<OutboxCounts> OutboxRepository::counts() const
{
    auto query = m_database.run(QStringLiteral("SELECT state, count(*) FROM outbox WHERE state <> 'acknowledged' "
                                               "GROUP BY state"));
    if (!query)
        return query.error();
    OutboxCounts counts;
    while ((*query)->next()) {
        const QString state = (*query)->value(0).toString();
        const int rows = (*query)->value(1).toInt();
        if (state == token(OutboxState::Dead)) {
            counts.dead = rows;
            continue;
        }
        counts.waiting += rows;
        if (state == token(OutboxState::Held))
            counts.held = rows;
    }
    if (counts.held + counts.dead == 0)
        return counts; // nothing to wait behind
    auto behind = m_database.row(
        QStringLiteral("SELECT count(*) FROM outbox AS o WHERE state IN ('waiting', 'sent') AND EXISTS (SELECT 1 %1)")
            .arg(kInTheWay));
    if (!behind)
        return behind.error();
    counts.behind = (*behind)->value(0).toInt();
    return counts;
}

Result<QHash<qint64, qint64>> OutboxRepository::blockers() const
{
    auto query = m_database.run(QStringLiteral("SELECT position, (SELECT min(b.position) %1) FROM outbox AS o "
                                               "WHERE state <> 'acknowledged'")
                                    .arg(kInTheWay));
    if (!query)
        return query.error();
    QHash<qint64, qint64> blockers;
    while ((*query)->next()) {
        if (!(*query)->isNull(1))
            blockers.insert((*query)->value(0).toLongLong(), (*query)->value(1).toLongLong());
    }
    return blockers;
}

Result<OutboxRow> OutboxRepository::require(qint64 position) const
{
    auto rows = rowsOf(m_database, m_sealer, QStringLiteral("WHERE position = ?"), {position});
    if (!rows)
        return rows.error();
    if (rows->isEmpty())
        return makeError(ErrorCode::NotFound, QStringLiteral("no change at %1").arg(position),
                         QStringLiteral("outbox"));
    return std::move(rows->first());
}

Result<QList<OutboxRow>> OutboxRepository::owed() const
{
    return rowsOf(m_database, m_sealer, QStringLiteral("WHERE state <> 'acknowledged' ORDER BY position"), {});
}

Result<QList<OutboxRow>> OutboxRepository::owedOf(Entity entity, const QString &id) const
{
    return rowsOf(m_database, m_sealer,
                  QStringLiteral("WHERE record = ? AND entity = ? AND state <> 'acknowledged' ORDER BY position"),
                  {id, token(entity)});
}

Result<QList<OutboxRow>> OutboxRepository::disposed() const
{
    return rowsOf(m_database, m_sealer,
                  QStringLiteral("WHERE state = 'acknowledged' AND outcome IN (?, ?) ORDER BY position"),
                  {kGivenUp, kReplaced});
}

Result<QList<OutboxRow>> OutboxRepository::list(std::optional<OutboxState> state, int limit) const
{
    if (!state)
        return rowsOf(m_database, m_sealer, QStringLiteral("ORDER BY position LIMIT ?"), {limit});
    return rowsOf(m_database, m_sealer, QStringLiteral("WHERE state = ? ORDER BY position LIMIT ?"),
                  {token(*state), limit});
}

Result<int> OutboxRepository::prune(const QDateTime &before)
{
    auto removed = m_database.run(QStringLiteral("DELETE FROM outbox WHERE state = 'acknowledged' AND settled_at < ?"),
                                  {toIso(before)});
    if (!removed)
        return removed.error();
    return (*removed)->numRowsAffected();
}

} // namespace markaz
