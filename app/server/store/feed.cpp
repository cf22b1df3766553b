// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/feed.h"

#include "app/server/store/accounts.h"
#include "app/server/store/auditlog.h"
#include "app/server/store/checkpoints.h"
#include "app/server/store/counters.h"
#include "app/server/store/feedcursor.h"
#include "app/server/store/feedmarks.h"
#include "app/server/store/readfence.h"
#include "app/server/store/recordtable.h"

#include <QJsonArray>
#include <QSqlError>
#include <QSqlQuery>

#include <algorithm>

namespace markaz::server {
namespace {

constexpr int kKeepDays = 400;
constexpr qsizetype kForgottenInEntry = 500;

protocol::Problem problem(int status, const QString &code, const QString &detail, const QJsonObject &more = {})
{
    return protocol::Problem{status, code, QStringLiteral("The change feed cannot go on from here"), detail, more};
}

QJsonArray without(const QStringList &from, const QStringList &taken)
{
    QJsonArray rest;
    for (const QString &entry : from) {
        if (!taken.contains(entry))
            rest.append(entry);
    }
    return rest;
}

protocol::Problem scopeChanged(const FeedCursor &cursor, const Actor &actor)
{
    const bool otherRole = cursor.role != token(actor.role); // what may be seen of each province differs
    return problem(409, protocol::code::kScopeChanged, QStringLiteral("the account's role or provinces changed"),
                   {{QStringLiteral("drop"), without(cursor.provinces, otherRole ? QStringList() : actor.provinces)},
                    {QStringLiteral("pull"), without(actor.provinces, otherRole ? QStringList() : cursor.provinces)}});
}

/// The digests of the provinces in scope, unless something was written after \p top: then this is no last page.
Result<QHash<QString, QString>> digestAt(Database &database, const FeedScope &scope, qint64 top)
{
    auto query =
        database.run(QStringLiteral("SELECT d.province, d.value, (SELECT value FROM counter WHERE name = 'seq') FROM "
                                    "digest d WHERE ") +
                         scope.where(QStringLiteral("d"), FeedScope::Nationwide::Out),
                     scope.values());
    if (!query)
        return query.error();
    QHash<QString, QString> digest;
    bool moved = false;
    while ((*query)->next()) {
        moved = moved || (*query)->value(2).toLongLong() != top;
        QString &value = digest[(*query)->value(0).toString()];
        value = xorDigests(value, (*query)->value(1).toString());
    }
    if ((*query)->lastError().isValid())
        return database.errorFrom((*query)->lastError());
    (*query)->finish();
    return moved ? QHash<QString, QString>() : digest;
}

/// Removed records that have gone unchanged since \p before; the audit tells that nobody else took them.
Result<void> forgetRecords(Database &database, const QString &before, const QString &at)
{
    auto query = database.run(
        QStringLiteral("DELETE FROM record WHERE deleted = 1 AND changed_at < ? RETURNING entity, id"), {before});
    if (!query)
        return query.error();
    QList<RecordHashes> gone;
    while ((*query)->next()) {
        if (gone.isEmpty() || gone.last().size() == kForgottenInEntry)
            gone.append(RecordHashes());
        gone.last().insert(hashName((*query)->value(0).toString(), (*query)->value(1).toString()), QString());
    }
    if ((*query)->lastError().isValid())
        return database.errorFrom((*query)->lastError());
    (*query)->finish();
    for (const RecordHashes &records : std::as_const(gone)) {
        AuditEvent event = auditEvent(at, QStringLiteral("server"), {}, AuditAction::Forget);
        event.insert(QStringLiteral("count"), records.size());
        if (auto logged = AuditLog(database).append({event}, records); !logged)
            return logged;
    }
    return {};
}

/// One page of records and departures after \p from up to \p top.
Result<void> fill(Database &database, const FeedScope &scope, const Actor &actor, qint64 from, qint64 top, int limit,
                  protocol::PullReply &reply, qint64 &reached)
{
    // The first sync needs neither what is gone nor what left.
    const QString gone = from == 0 ? QStringLiteral(" AND r.deleted = 0") : QString();
    QString sql =
        QStringLiteral(
            "SELECT r.seq AS seq, r.entity, r.id, r.rev, r.province, r.assignee, r.deleted, r.data FROM record r "
            "WHERE r.seq > ? AND r.seq <= ? AND %1%2")
            .arg(scope.where(QStringLiteral("r"), FeedScope::Nationwide::In), gone);
    QVariantList values{from, top};
    values += scope.values();
    if (from > 0) {
        // Not "a record that is out of scope": behind the fence there is none. An account leaves each province by
        // itself and comes again behind that, to those who see it still.
        sql += QStringLiteral(" UNION ALL SELECT d.seq, d.entity, d.id, 0, d.province, d.assignee, 2, NULL FROM "
                              "departure d WHERE d.seq > ? AND d.seq <= ? AND %1 AND (d.entity = 'account' OR NOT "
                              "EXISTS (SELECT 1 FROM record n WHERE n.id = d.id AND %2))")
                   .arg(scope.where(QStringLiteral("d"), FeedScope::Nationwide::In),
                        scope.where(QStringLiteral("n"), FeedScope::Nationwide::In));
        values += QVariantList{from, top} + scope.values() + scope.values();
    }
    sql += QStringLiteral(" ORDER BY seq LIMIT ?");
    values.append(limit + 1);
    auto query = database.run(sql, values);
    if (!query)
        return query.error();
    qint64 bytes = 0;
    int rows = 0;
    while ((*query)->next()) {
        if (rows == limit || bytes > Feed::kPageBytes) {
            reply.more = true;
            break;
        }
        ++rows;
        protocol::FeedItem item;
        item.seq = (*query)->value(0).toLongLong();
        item.entity = parse<Entity>((*query)->value(1).toString()).value();
        item.id = (*query)->value(2).toString();
        item.rev = (*query)->value(3).toLongLong();
        const int state = (*query)->value(6).toInt();
        item.kind = state == 0   ? protocol::FeedKind::Put
                    : state == 1 ? protocol::FeedKind::Delete
                                 : protocol::FeedKind::Leave;
        if (item.kind == protocol::FeedKind::Put) {
            item.data = (*query)->value(7).toByteArray();
            bytes += item.data.size();
        }
        reached = item.seq;
        if (item.kind == protocol::FeedKind::Leave ||
            scope.allows(actor, item, (*query)->value(4).toString(), (*query)->value(5).toString()))
            reply.changes.append(item);
    }
    if ((*query)->lastError().isValid())
        return database.errorFrom((*query)->lastError());
    (*query)->finish();
    return {};
}

} // namespace

std::unique_ptr<FeedScope> Feed::scopeOf(const Actor &actor, int kinds) const
{
    return std::make_unique<FeedScope>(m_store.database().dialect(), actor, kinds);
}

Result<PullOutcome> Feed::pull(const Actor &actor, const QString &cursorText, int limit, int kinds)
{
    Database &database = m_store.database();
    auto fence = ReadFence::raise(database, actor);
    if (!fence)
        return fence.error();
    auto top = counter(database, QStringLiteral("seq"));
    if (!top)
        return top.error();
    FeedCursor cursor{m_store.history(), scopeVersion(actor), token(actor.role), actor.provinces, 0, kinds};
    if (!cursorText.isEmpty()) {
        const auto given = FeedCursor::of(cursorText);
        if (!given)
            return PullOutcome(
                problem(400, protocol::code::kMalformed, QStringLiteral("this is no cursor of this feed")));
        if (given->history != cursor.history)
            return PullOutcome(problem(409, protocol::code::kHistoryChanged, QStringLiteral("the server was restored"),
                                       {{QStringLiteral("history"), cursor.history}}));
        if (given->scope != cursor.scope)
            return PullOutcome(scopeChanged(*given, actor));
        if (given->kinds != cursor.kinds) // nothing to drop: what else there is lies behind this cursor
            return PullOutcome(problem(409, protocol::code::kScopeChanged,
                                       QStringLiteral("the program knows other kinds of record than before"),
                                       {{QStringLiteral("drop"), QJsonArray()},
                                        {QStringLiteral("pull"), QJsonArray::fromStringList(actor.provinces)}}));
        auto floor = counter(database, QStringLiteral("forgotten"));
        if (!floor)
            return floor.error();
        if ((given->seq > 0 && given->seq < *floor) || given->seq > *top)
            return PullOutcome(
                problem(410, protocol::code::kResync, QStringLiteral("the cursor is too old: start from nothing")));
        cursor.seq = given->seq;
    }

    const std::unique_ptr<FeedScope> scoped = scopeOf(actor, kinds);
    const FeedScope &scope = *scoped;
    protocol::PullReply reply;
    qint64 reached = cursor.seq;
    if (auto filled = fill(database, scope, actor, cursor.seq, *top, std::clamp(limit, 1, kMaxLimit), reply, reached);
        !filled)
        return filled.error();
    cursor.seq = reply.more ? reached : *top; // the page's end, or past everything out of scope
    reply.cursor = cursor.text();
    reply.history = cursor.history;
    reply.scopeVersion = cursor.scope;
    reply.serverTime = toIso(m_clock.now());
    if (!reply.more) {
        auto digest = digestAt(database, scope, *top);
        if (!digest)
            return digest.error();
        reply.digest = *digest;
        auto checkpoint = newestCheckpoint(database);
        if (!checkpoint)
            return checkpoint.error();
        reply.checkpoint = *checkpoint;
    }
    return PullOutcome(reply);
}

Result<void> Feed::forgetOld()
{
    Database &database = m_store.database();
    const QString before = toIso(m_clock.now().addDays(-kKeepDays));
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    // One at a time: two servers on one database would each raise the floor by the whole of the difference.
    if (auto locked = RecordTable(database).takeWritersLock(); !locked)
        return locked.error();
    const auto newest =
        database.row(QStringLiteral("SELECT max(seq) FROM (SELECT seq FROM record WHERE deleted = 1 AND changed_at < ? "
                                    "UNION ALL SELECT seq FROM departure WHERE at < ?) AS old"),
                     {before, before});
    if (!newest)
        return newest.error();
    const qint64 floor = newest->has_value() ? (*newest)->value(0).toLongLong() : 0;
    if (floor > 0) {
        auto known = counter(database, QStringLiteral("forgotten"));
        if (!known)
            return known.error();
        if (floor > *known) {
            if (auto raised = addToCounter(database, QStringLiteral("forgotten"), floor - *known); !raised)
                return raised.error();
        }
    }
    if (auto gone = forgetRecords(database, before, toIso(m_clock.now())); !gone)
        return gone;
    for (const char *sql : {"DELETE FROM departure WHERE at < ?", "DELETE FROM ledger WHERE at < ?"}) {
        if (auto swept = database.run(QLatin1String(sql), {before}); !swept)
            return swept.error();
    }
    return transaction->commit();
}

} // namespace markaz::server
