// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/batchapplier.h"

#include "app/server/store/rules/changerules.h"
#include "app/server/store/writefence.h"
#include "core/support/log.h"

#include <QCryptographicHash>

#include <algorithm>

namespace markaz::server {
namespace {

/// Every record that the changes name: themselves and what they point to.
QStringList idsOf(const QList<IncomingChange> &batch)
{
    QStringList ids;
    for (const IncomingChange &incoming : batch) {
        if (!incoming.change)
            continue;
        ids.append(incoming.change->id);
        for (const FieldSpec &field : specOf(incoming.change->entity).fields) {
            if (field.type != FieldType::Reference)
                continue;
            if (const auto it = incoming.change->fields.constFind(field.name); it != incoming.change->fields.constEnd())
                ids.append(it->after.toString());
        }
    }
    return ids;
}

Result<void> preload(WorkingSet &records, const QList<IncomingChange> &batch)
{
    const QStringList ids = idsOf(batch);
    if (auto loaded = records.preload(ids); !loaded)
        return loaded;
    QStringList further; // a submit or a review needs the building behind its inspection
    for (const QString &id : ids) {
        auto record = records.find(id);
        if (!record)
            return record.error();
        if (!record->has_value())
            continue;
        for (const char *field : {"building", "inspection", "assignment"}) {
            if (const QString other = (*record)->text(field); !other.isEmpty())
                further.append(other);
        }
    }
    return records.preload(further);
}

protocol::ChangeResult repeated(const Change &change, const LedgerEntry &entry, const QString &hash)
{
    if (entry.bodyHash != hash)
        return rejected(change, protocol::code::kOpReuse, {},
                        QStringLiteral("this op_id was settled with another body"));
    protocol::ChangeResult result = entry.result;
    // Only what was taken is a duplicate: a conflict or a rejection must be told again, its reply may have been lost.
    if (result.outcome == Outcome::Applied || result.outcome == Outcome::Merged)
        result.outcome = Outcome::Duplicate;
    return result;
}

/// What looks at more than the record it writes waits its turn first: a decision (is the building certified already?),
/// a further revision (has the returned one a successor already?), evidence (has its file come, this very moment?), a
/// finding (is its inspection a draft still?), a standard (is it the newest?), a centre and its months (is the
/// certificate in force, and is the other one not there already?), a loan (has the building one already?), a building
/// that is merged, moves or goes (what was merged into it, and has the other one moved on?), a new assignment or a
/// first visit without one (is its building being merged?), and a review, or an assignment that goes to another
/// inspector or becomes of another kind (which visit was accepted last, and which follow-ups show it?).
bool looksFurther(const IncomingChange &incoming)
{
    if (!incoming.change)
        return false;
    const Change &change = *incoming.change;
    return change.entity == Entity::Decision || change.entity == Entity::Evidence || change.entity == Entity::Finding ||
           change.entity == Entity::Standard || change.entity == Entity::Centre ||
           change.entity == Entity::OccupancyReport || change.entity == Entity::Loan ||
           (change.entity == Entity::Building && change.kind != ChangeKind::Create &&
            (change.kind == ChangeKind::Delete || isMergeStep(change) ||
             change.fields.contains(QStringLiteral("city")))) ||
           change.entity == Entity::Review ||
           (change.entity == Entity::Assignment &&
            (change.kind == ChangeKind::Create || change.fields.contains(QStringLiteral("inspector")) ||
             change.fields.contains(QStringLiteral("kind")))) ||
           (change.entity == Entity::Inspection &&
            (change.fields.contains(QStringLiteral("previous")) ||
             (change.kind == ChangeKind::Create && !change.fields.contains(QStringLiteral("assignment")))));
}

/// Where \p result stands on the revision that its author had seen, it is what the author's later changes stand on,
/// though they could not name it yet when they were made.
void follow(RuleContext &context, const Change &change, const protocol::ChangeResult &result)
{
    const bool taken = result.outcome == Outcome::Applied || result.outcome == Outcome::Duplicate;
    if (taken && result.conflicts.isEmpty() && result.rev == context.baseOf(change) + 1)
        context.seen.insert(change.id, result.rev);
}

/// A new draft is kept as the text that it came as when the rules have nothing to say to its other fields. In every
/// other case, be it that the record is there already, the change is judged with all that it holds.
Settled judge(RuleContext &context, const IncomingChange &incoming, const std::optional<Error> &refusal)
{
    if (refusal)
        return quarantined(context, incoming.whole(), *refusal);
    if (!incoming.draft)
        return judge(context, *incoming.change);
    auto known = context.records.find(incoming.change->id);
    if (!known)
        return known.error();
    const bool asItCame = !incoming.change->fields.contains(QStringLiteral("received_at")); // see noteReceipt()
    if (!known->has_value() && asItCame) {
        auto result = judge(context, *incoming.change);
        if (!result)
            return result;
        if (result->outcome == Outcome::Applied) {
            context.records.keepText(incoming.change->id, incoming.draft->fields);
            return result;
        }
        context.records.drop();
        context.events.clear();
        context.quarantine.clear();
    }
    return judge(context, incoming.whole());
}

/// What of a batch has stopped before its end: no later change overtakes the one that it was made on. A submit also
/// stands on its inspection's files and findings: applied before one of them, it would close the inspection to it.
class Stopped
{
public:
    /// From a device that is to be given up nothing comes again: nothing is put off.
    explicit Stopped(const Author &author)
        : m_never(author.revoked)
    {
    }
    /// The answer of \p change if it has to wait behind another; nothing when it may be judged.
    std::optional<protocol::ChangeResult> before(const Change &change) const
    {
        auto found = m_records.constFind(change.id);
        if (found == m_records.constEnd() && change.kind == ChangeKind::Submit)
            found = m_submits.constFind(change.id);
        if (found == m_records.constEnd())
            return std::nullopt;
        protocol::ChangeResult result = *found;
        result.opId = change.opId;
        return result;
    }
    void note(const Change &change, const protocol::ChangeResult &result)
    {
        if (m_never)
            return;
        const bool waits = result.outcome == Outcome::Held || result.outcome == Outcome::Retry;
        if (waits)
            m_records.insert(change.id, result);
        const bool closes = change.entity == Entity::Evidence || change.entity == Entity::Finding;
        if (!closes || !(waits || result.outcome == Outcome::Rejected))
            return;
        // A refused file or finding is its author's to mend or to give up; the submit comes again behind that.
        protocol::ChangeResult behind = result;
        if (!waits) {
            behind = {};
            behind.outcome = Outcome::Held;
            behind.code = protocol::code::kMissing;
            behind.missing = {change.id};
            behind.message =
                QStringLiteral("a %1 of the inspection was refused")
                    .arg(change.entity == Entity::Evidence ? QStringLiteral("file") : token(change.entity));
        }
        m_submits.insert(change.fields.value(QStringLiteral("inspection")).after.toString(), behind);
    }

private:
    bool m_never;
    QHash<QString, protocol::ChangeResult> m_records;
    QHash<QString, protocol::ChangeResult> m_submits; ///< by the inspection that evidence belongs to
};

bool final(Outcome outcome)
{
    return outcome == Outcome::Applied || outcome == Outcome::Merged || outcome == Outcome::Conflict ||
           outcome == Outcome::Rejected;
}

/// Why a change is not even judged: its device is to be given up, or the database refused it (writefence.h).
std::optional<Error> refusalOf(const Author &author, bool fencedOff)
{
    if (author.revoked)
        return makeError(ErrorCode::NotAllowed, QStringLiteral("this device was revoked"),
                         protocol::code::kDeviceRevoked);
    if (fencedOff)
        return makeError(ErrorCode::NotAllowed, QStringLiteral("outside the account's provinces"),
                         QStringLiteral("scope"));
    return std::nullopt;
}

Result<RecordHashes> writeFenced(Database &database, const Actor &actor, const QList<RecordWrite> &writes,
                                 const QString &at)
{
    if (writes.isEmpty())
        return RecordHashes();
    auto fence = WriteFence::raise(database, actor);
    if (!fence)
        return fence.error();
    auto written = RecordTable(database).write(writes, at);
    if (!written)
        return written;
    if (auto lowered = fence->lower(); !lowered)
        return lowered.error();
    return written;
}

bool worthAnotherTry(ErrorCode code)
{
    return code == ErrorCode::Exists || code == ErrorCode::StorageBusy;
}

/// What one change of a batch may have brought about: each is applied by itself then.
bool alone(ErrorCode code)
{
    return code == ErrorCode::StorageFailed || code == ErrorCode::NotAllowed;
}

/// A change of a revoked device beyond its share of the quarantine. Nothing is written of it, be it sent ever so often.
protocol::ChangeResult beyondRoom(const IncomingChange &incoming)
{
    protocol::ChangeResult result;
    result.opId = incoming.opId();
    result.outcome = Outcome::Rejected;
    result.code = kQuarantineFull;
    result.message = QStringLiteral("this device was revoked, and as much of it is kept as will be");
    return result;
}

/// What became of a change of a revoked device that nobody can read: it is kept as it came.
protocol::ChangeResult keptUnread(const IncomingChange &incoming, QuarantineRoom &room,
                                  QList<QuarantinedChange> &quarantine)
{
    if (!room.take(incoming.unread.size()))
        return beyondRoom(incoming);
    protocol::ChangeResult result = incoming.refusal;
    quarantine.append({result.opId, incoming.unread, result.code});
    result.code = protocol::code::kDeviceRevoked;
    return result;
}

} // namespace

QString IncomingChange::hash() const
{
    if (!change)
        return QString::fromLatin1(QCryptographicHash::hash(unread, QCryptographicHash::Sha256).toHex());
    return draft ? draft->hash : protocol::bodyHash(*change);
}

Result<QList<protocol::ChangeResult>> BatchApplier::attempt(const Author &author, const QList<IncomingChange> &batch,
                                                            Turn turn)
{
    Database &database = m_store.database();
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    RecordTable table(database);
    WorkingSet records(table);
    Ledger ledger(database);
    if (turn != Turn::WhenWriting || author.revoked || std::any_of(batch.begin(), batch.end(), looksFurther)) {
        if (auto locked = table.takeWritersLock(); !locked)
            return locked.error();
    }
    QuarantineRoom room;
    if (author.revoked) { // under the lock: of its pushes at one moment each is to see the others
        auto left = ledger.room(author.actor.accountId, author.device);
        if (!left)
            return left.error();
        room = *left;
    }
    QStringList opIds;
    for (const IncomingChange &incoming : batch) {
        if (incoming.change || author.revoked)
            opIds.append(incoming.opId());
    }
    auto known = ledger.find(opIds);
    if (!known)
        return known.error();
    if (known->size() < opIds.size()) {
        if (auto loaded = preload(records, batch); !loaded)
            return loaded.error();
    }

    Uuid7Source ids(m_clock);
    const Actor judged = judgedAs(author);
    const auto refusal = refusalOf(author, turn == Turn::Refused);
    RuleContext context{m_store,       database,      records, m_reference, m_key, judged,
                        author.device, m_clock.now(), ids,     {},          {},    {}};
    QList<protocol::ChangeResult> results;
    QList<LedgerEntry> entries;
    QList<AuditEvent> events;
    QList<QuarantinedChange> quarantine;
    Stopped stopped(author);
    for (const IncomingChange &incoming : batch) {
        if (!incoming.change && !author.revoked) {
            results.append(incoming.refusal);
            continue;
        }
        const QString hash = incoming.hash();
        if (!incoming.change) {
            const auto it = known->constFind(incoming.opId());
            const bool settled = it != known->constEnd();
            results.append(settled && it->bodyHash == hash ? it->result : keptUnread(incoming, room, quarantine));
            if (!settled && results.last().code != kQuarantineFull) {
                entries.append({incoming.opId(), hash, results.last()});
                known->insert(incoming.opId(), entries.last());
                events.append(refusedEvent(context, incoming.opId(), results.last().code));
            }
            continue;
        }
        const Change &change = *incoming.change;
        if (const auto it = known->constFind(change.opId); it != known->constEnd()) {
            results.append(repeated(change, *it, hash));
            // Its author might have mended it; now nobody has it but we. One that is kept already stays as it is.
            const QString code = results.last().code;
            if (author.revoked && results.last().outcome == Outcome::Rejected &&
                code != protocol::code::kDeviceRevoked) {
                const QuarantinedChange kept = quarantinedAs(incoming.whole(), code);
                if (room.take(kept.change.size()))
                    quarantine.append(kept);
                else
                    results.last() = beyondRoom(incoming);
            }
            follow(context, change, results.last());
            stopped.note(change, results.last());
            continue;
        }
        if (auto waits = stopped.before(change)) {
            results.append(*waits);
            continue;
        }
        context.events.clear();
        context.quarantine.clear();
        auto result = judge(context, incoming, refusal);
        if (!result)
            return result.error();
        if (author.revoked && !context.quarantine.isEmpty() && !room.take(context.quarantine.first().change.size())) {
            context.quarantine.clear();
            result = beyondRoom(incoming);
        }
        const bool stands = result->outcome != Outcome::Rejected && result->outcome != Outcome::Held;
        if (stands)
            records.keep();
        else
            records.drop();
        if (stands || !context.quarantine.isEmpty())
            events.append(context.events);
        quarantine.append(context.quarantine);
        if (final(result->outcome) && result->code != kQuarantineFull) {
            const LedgerEntry entry{change.opId, hash, *result};
            entries.append(entry);
            known->insert(change.opId, entry);
        }
        follow(context, change, *result);
        stopped.note(change, *result);
        results.append(*result);
    }

    const QString at = context.at();
    if (auto added = ledger.add(entries, author.actor.accountId, author.device, at); !added)
        return added.error();
    if (auto kept = ledger.quarantine(quarantine, author.actor.accountId, author.device, at); !kept)
        return kept.error();
    auto written = writeFenced(database, author.actor, records.writes(), at);
    if (!written)
        return written.error();
    if (!events.isEmpty() || !written->isEmpty()) {
        if (auto locked = table.takeWritersLock(); !locked)
            return locked.error();
        if (auto logged = AuditLog(database).append(events, *written); !logged)
            return logged.error();
    }
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return results;
}

Result<QList<protocol::ChangeResult>> BatchApplier::apply(const Author &author, const QList<IncomingChange> &batch)
{
    // Once for itself; then, if another writer was in the way, at its turn from the start.
    for (const Turn turn : {Turn::WhenWriting, Turn::AtOnce}) {
        auto results = attempt(author, batch, turn);
        if (results || !(alone(results.error().code) || worthAnotherTry(results.error().code)))
            return results;
        qCInfo(lcServer) << "a batch is applied again:" << results.error().detail;
        if (!worthAnotherTry(results.error().code))
            break;
    }
    QList<protocol::ChangeResult> results;
    Stopped stopped(author);
    bool busy = false; // then for all that follow, because one of them may stand on what was not taken
    for (const IncomingChange &incoming : batch) {
        if (!incoming.change && !author.revoked) {
            results.append(incoming.refusal);
            continue;
        }
        const auto note = [&] {
            if (incoming.change)
                stopped.note(*incoming.change, results.last());
        };
        if (auto waits = incoming.change ? stopped.before(*incoming.change) : std::nullopt) {
            results.append(*waits);
            continue;
        }
        if (!busy) {
            auto single = attempt(author, {incoming}, Turn::AtOnce);
            if (!single && single.error().code == ErrorCode::NotAllowed) {
                qCCritical(lcServer) << "the policy allowed what the database refuses:" << single.error().detail;
                single = attempt(author, {incoming}, Turn::Refused);
            }
            if (single) {
                results.append(single->first());
                note();
                continue;
            }
            qCWarning(lcServer) << "a change could not be applied:" << single.error().detail;
            busy = single.error().code == ErrorCode::StorageBusy;
        }
        protocol::ChangeResult later;
        later.opId = incoming.opId();
        later.outcome = Outcome::Retry;
        later.code = protocol::code::kBusy;
        later.message = QStringLiteral("the store could not take it now");
        results.append(later);
        note();
    }
    return results;
}

} // namespace markaz::server
