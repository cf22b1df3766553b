// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/pushside.h"

#include "core/storage/buildingrepository.h"
#include "core/sync/statenames.h"

#include <QJsonDocument>

namespace markaz {
namespace {

using protocol::ChangeResult;

constexpr qint64 kEnvelope = 512; ///< what a batch adds around its changes, generously

/// What a result comes to. A duplicate repeats its first result, which may have been a refusal or a conflict.
Outcome meaningOf(const ChangeResult &result)
{
    if (result.outcome != Outcome::Duplicate)
        return result.outcome;
    if (!result.code.isEmpty())
        return Outcome::Rejected;
    return result.conflicts.isEmpty() ? Outcome::Duplicate : Outcome::Conflict;
}

bool leaves(Outcome outcome)
{
    return outcome == Outcome::Applied || outcome == Outcome::Merged || outcome == Outcome::Duplicate ||
           outcome == Outcome::Conflict;
}

Result<void> checkReply(const PushBatch &batch, const protocol::PushReply &reply)
{
    if (reply.results.size() != batch.rows.size())
        return makeError(ErrorCode::Malformed,
                         QStringLiteral("%1 results for %2 changes").arg(reply.results.size()).arg(batch.rows.size()));
    for (qsizetype i = 0; i < batch.rows.size(); ++i) {
        const ChangeResult &result = reply.results.at(i);
        const Change &change = batch.rows.at(i).change;
        if (result.opId != change.opId)
            return makeError(ErrorCode::Malformed, QStringLiteral("result %1 is for another change").arg(i));
        // A record that the server has taken has a revision; without one the local copy could not be told from an
        // older.
        if (leaves(meaningOf(result)) && change.kind != ChangeKind::Delete && result.rev < 1)
            return makeError(ErrorCode::Malformed, QStringLiteral("result %1 has no revision").arg(i));
    }
    return {};
}

/// The fields of \p change that the server took. A conflict in a field of a group names every changed field of it.
FieldChanges accepted(const Change &change, const QStringList &conflicts)
{
    FieldChanges fields = change.fields;
    for (const QString &path : conflicts)
        fields.remove(path);
    return fields;
}

} // namespace

PushBatch::Added PushBatch::add(const OutboxRow &row, int most)
{
    const qint64 size = QJsonDocument(protocol::encode(row.change)).toJson(QJsonDocument::Compact).size() + 1;
    if (size + kEnvelope > protocol::kMaxBody)
        return Added::Never;
    if (rows.size() >= most || kEnvelope + m_bytes + size > protocol::kMaxBody)
        return Added::Full;
    m_bytes += size;
    rows.append(row);
    request.changes.append(row.change);
    return Added::Yes;
}

Result<PushBatch> PushSide::next(const QSet<qint64> &tried, int most)
{
    auto history = m_parts.state.value(state::kHistory);
    if (!history)
        return history.error();
    // Read and marked in one: between the two, a use case could put another change in the place of one that was read.
    auto transaction = Transaction::begin(m_parts.database);
    if (!transaction)
        return transaction.error();
    // Rows that were tried in this run and stay (held) come first again: ask for that many more.
    auto rows = m_parts.outbox.nextBatch(most + static_cast<int>(tried.size()));
    if (!rows)
        return rows.error();

    PushBatch batch;
    QList<qint64> positions;
    for (const OutboxRow &row : *rows) {
        if (tried.contains(row.position))
            continue;
        const PushBatch::Added added = batch.add(row, most);
        if (added == PushBatch::Added::Full)
            break;
        if (added == PushBatch::Added::Yes) {
            positions.append(row.position);
            continue;
        }
        if (auto buried = bury(row, protocol::code::kTooLarge, {}, QStringLiteral("more than any batch holds"));
            !buried)
            return buried.error();
    }
    if (auto marked = m_parts.outbox.markSent(positions); !marked)
        return marked.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    batch.request.batchId = m_parts.ids.next();
    batch.request.history = *history;
    return batch;
}

Result<PushSettled> PushSide::settle(const PushBatch &batch, const protocol::PushReply &reply)
{
    if (auto sensible = checkReply(batch, reply); !sensible)
        return sensible.error();
    auto transaction = Transaction::begin(m_parts.database);
    if (!transaction)
        return transaction.error();
    PushSettled settled;
    QHash<QString, qint64> seen; // as the server counts it: a change builds on those before it in its batch
    for (qsizetype i = 0; i < batch.rows.size(); ++i) {
        const ChangeResult &result = reply.results.at(i);
        if (auto done = settleRow(batch.rows.at(i), result); !done)
            return done.error();
        const Outcome meaning = meaningOf(result);
        const Change &change = batch.rows.at(i).change;
        const qint64 base = seen.value(change.id, change.baseRev);
        if (leaves(meaning) && result.conflicts.isEmpty() && result.rev == base + 1) { // nobody else's lies between
            if (auto lifted = m_parts.outbox.liftBase(change.entity, change.id, base, result.rev); !lifted)
                return lifted.error();
            seen.insert(change.id, result.rev);
        }
        settled.retry = settled.retry || meaning == Outcome::Retry;
        if (meaning != Outcome::Retry && meaning != Outcome::Held)
            ++settled.left;
    }
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return settled;
}

Result<void> PushSide::settleRow(const OutboxRow &row, const ChangeResult &result)
{
    switch (meaningOf(result)) {
    case Outcome::Retry:
        return m_parts.outbox.requeue(row.position);
    case Outcome::Held: {
        const QString code = result.code.isEmpty() ? protocol::code::kMissing : result.code;
        const QString waitsFor = result.missing.join(QLatin1Char(' '));
        const auto held =
            m_parts.outbox.settle(row.position, OutboxState::Held, Outcome::Held, code, result.field,
                                  result.message.isEmpty() ? waitsFor : result.message, m_parts.clock.now());
        return held ? Result<void>() : Result<void>(held.error());
    }
    case Outcome::Rejected: // the record goes on showing what its author entered, until it is mended or given up
        return bury(row, result.code.isEmpty() ? protocol::code::kInvalid : result.code, result.field, result.message);
    default:
        break;
    }
    const auto settled = m_parts.outbox.settle(row.position, OutboxState::Acknowledged, meaningOf(result), {},
                                               result.field, result.message, m_parts.clock.now());
    if (!settled)
        return settled.error();
    // Given up while it was on its way: the record is gone or the server's, and the feed brings what came of it.
    return *settled ? settleRecord(row, result) : Result<void>();
}

Result<void> PushSide::settleRecord(const OutboxRow &row, const ChangeResult &result)
{
    const Change &change = row.change;
    if (change.kind == ChangeKind::Delete && result.conflicts.isEmpty())
        return m_parts.records.remove(change.entity, change.id);
    if (change.kind == ChangeKind::Delete) { // it met an edit: the record stays, and its removal is in question
        if (auto shown = m_parts.records.unhide(change.entity, change.id); !shown)
            return shown;
    }
    auto pending = m_parts.outbox.pendingOf(change.entity, change.id);
    if (!pending)
        return pending.error();
    auto local = m_parts.records.find(change.entity, change.id);
    if (!local)
        return local.error();
    // A pull may have brought this change's effect, and later ones, before its reply was read (a reply that was lost, a
    // server that was restored): then its fields must not be laid over the server's newer ones.
    const bool isNews = !*local || (*local)->rev < result.rev;
    return m_parts.records.settle(change.entity, change.id, result.rev,
                                  isNews ? accepted(change, result.conflicts) : FieldChanges(), *pending);
}

Result<void> PushSide::refuseAsTooLarge(const PushBatch &batch)
{
    auto transaction = Transaction::begin(m_parts.database);
    if (!transaction)
        return transaction.error();
    for (const OutboxRow &row : batch.rows) {
        if (auto buried = bury(row, protocol::code::kTooLarge, {}, {}); !buried)
            return buried;
    }
    return transaction->commit();
}

Result<void> PushSide::bury(const OutboxRow &row, const QString &code, const QString &field, const QString &message)
{
    const auto dead = m_parts.outbox.settle(row.position, OutboxState::Dead, Outcome::Rejected, code, field, message,
                                            m_parts.clock.now());
    if (!dead)
        return dead.error();
    return *dead ? takeBackForeseen(row.change) : Result<void>();
}

/// What this laptop showed ahead of the server, in another record than the change's own: the state of an inspection
/// under review, the assignment of a submitted one, what was merged into a building before. A refused change brings
/// neither about, and no pull would say so.
Result<void> PushSide::takeBackForeseen(const Change &change)
{
    if (change.entity == Entity::Building) {
        const auto moved =
            BuildingRepository(m_parts.database)
                .movedAheadOfTheServer(change.id, change.fields.value(QStringLiteral("merged_into")).after.toString());
        if (!moved)
            return moved.error();
        for (const QString &id : *moved) {
            if (auto back = showTheServers(Entity::Building, id); !back)
                return back;
        }
        return {};
    }
    Entity entity = Entity::Inspection;
    QString id;
    if (change.entity == Entity::Review) {
        id = change.fields.value(QStringLiteral("inspection")).after.toString();
    } else if (change.kind == ChangeKind::Submit) {
        auto inspection = m_parts.records.find(change.entity, change.id);
        if (!inspection)
            return inspection.error();
        entity = Entity::Assignment;
        if (*inspection)
            id = (*inspection)->fields.value(QStringLiteral("assignment")).toString();
    }
    return id.isEmpty() ? Result<void>() : showTheServers(entity, id);
}

Result<void> PushSide::showTheServers(Entity entity, const QString &id)
{
    auto shown = m_parts.records.find(entity, id);
    if (!shown)
        return shown.error();
    if (!*shown || (*shown)->rev < 1) // the server has nothing of it yet that could be put back
        return {};
    auto pending = m_parts.outbox.pendingOf(entity, id);
    if (!pending)
        return pending.error();
    return m_parts.records.settle(entity, id, 0, {}, *pending);
}

} // namespace markaz
