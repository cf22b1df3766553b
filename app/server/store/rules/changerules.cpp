// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/rules/changerules.h"

#include "core/domain/merge.h"

#include <QJsonDocument>

namespace markaz::server {
namespace {

const QString kReceivedAt = QStringLiteral("received_at");
constexpr qsizetype kMostBytes = protocol::kMaxBody; // of a record's fields as JSON: what its create may weigh at most

qsizetype sizeOf(const QJsonObject &fields)
{
    return QJsonDocument(fields).toJson(QJsonDocument::Compact).size();
}

/// A field that this change may not touch; nothing when all may be touched.
std::optional<protocol::ChangeResult> untouchable(const Change &change, bool fresh)
{
    const RecordSpec &spec = specOf(change.entity);
    for (auto it = change.fields.begin(); it != change.fields.end(); ++it) {
        const FieldSpec *field = spec.find(it.key());
        if (field == nullptr) { // a newer program's field: kept and handed back
            const FieldSpec *whole = spec.find(it.key().section(QLatin1Char('.'), 0, 0));
            if (whole != nullptr && (whole->serverOnly || whole->frozen))
                return rejected(change, protocol::code::kInvalid, it.key(),
                                QStringLiteral("no part of this field is written by itself"));
            continue;
        }
        // 2026-11-30: a laptop from before takes it over from the returned visit into the next revision; noteReceipt()
        // takes it out again.
        if (fresh && change.entity == Entity::Inspection && field->name == kReceivedAt)
            continue;
        if (field->serverOnly && !(it->before.isNull() && it->after.isNull()))
            return rejected(change, protocol::code::kInvalid, it.key(),
                            QStringLiteral("only the server writes this field"));
        if (field->frozen && !fresh && it->before != it->after)
            return rejected(change, protocol::code::kInvalid, it.key(), QStringLiteral("this field is set once"));
    }
    return std::nullopt;
}

Objection checkKind(RuleContext &context, Draft &draft)
{
    switch (draft.after.entity()) {
    case Entity::Owner:
        return checkOwner(context, draft);
    case Entity::Building:
        return checkBuilding(context, draft);
    case Entity::Assignment:
        return checkAssignment(context, draft);
    case Entity::Inspection:
        return checkInspection(context, draft);
    case Entity::Evidence:
        return checkEvidence(context, draft);
    case Entity::Review:
        return checkReview(context, draft);
    case Entity::Decision:
        return checkDecision(context, draft);
    case Entity::Policy:
        return checkPolicy(context, draft);
    case Entity::Standard:
        return checkStandard(context, draft);
    case Entity::Conflict:
        return checkConflict(context, draft);
    case Entity::Finding:
        return checkFinding(context, draft);
    case Entity::Centre:
        return checkCentre(context, draft);
    case Entity::OccupancyReport:
        return checkOccupancy(context, draft);
    case Entity::Loan:
        return checkLoan(context, draft);
    case Entity::Scenario:
        return checkScenario(context, draft);
    case Entity::Demand:
        return checkDemand(context, draft);
    case Entity::Account:
    case Entity::Certificate:
        break;
    }
    return objection(
        rejected(draft.change, protocol::code::kNotAllowed, {}, QStringLiteral("no client writes this record")));
}

const QStringList kSubmitFields{QStringLiteral("state"), QStringLiteral("score"), QStringLiteral("finished_at"),
                                QStringLiteral("visit_outcome")};

/// A submit that meets another's answers is taken as far as it goes, but nothing is submitted: the score was made of
/// other answers.
FieldChanges withoutSubmit(FieldChanges fields)
{
    for (const QString &name : kSubmitFields)
        fields.remove(name);
    return fields;
}

QJsonObject conflictFields(const QList<FieldConflict> &conflicts)
{
    QJsonObject fields;
    for (const FieldConflict &conflict : conflicts) {
        fields.insert(conflict.path, QJsonObject{{QStringLiteral("base"), conflict.base},
                                                 {QStringLiteral("server"), conflict.server},
                                                 {QStringLiteral("client"), conflict.client}});
    }
    return fields;
}

/// Everything that belongs to a record that moved to another province moves with it; but a building lies where its city
/// does, wherever its owner is.
Result<void> moveDependants(RuleContext &context, const StoredRecord &moved)
{
    auto dependants = context.records.children(moved.id());
    if (!dependants)
        return dependants.error();
    for (StoredRecord &dependant : *dependants) {
        if (dependant.province == moved.province || dependant.entity() == Entity::Building)
            continue;
        dependant.province = moved.province;
        context.records.stage(dependant);
        if (auto done = moveDependants(context, dependant); !done)
            return done;
    }
    return {};
}

/// A Delete that comes here was overtaken by somebody's change and is told of as the conflict that it is, too.
AuditAction toldOf(ChangeKind kind, bool submitting)
{
    if (submitting)
        return AuditAction::Submit;
    switch (kind) {
    case ChangeKind::Create:
        return AuditAction::Create;
    case ChangeKind::Delete:
        return AuditAction::Delete;
    case ChangeKind::Submit:
        return AuditAction::Submit;
    case ChangeKind::Patch:
        break;
    }
    return AuditAction::Patch;
}

/// What the figures of a month count is told when it came; a visit when it was handed in. No later change moves that.
void noteReceipt(const RuleContext &context, Draft &draft)
{
    const Entity entity = draft.after.entity();
    const bool counts = entity == Entity::Building || entity == Entity::Assignment || entity == Entity::Review ||
                        entity == Entity::Decision;
    QJsonObject &fields = draft.after.record.fields;
    if (draft.submitting || (draft.fresh && counts))
        fields.insert(kReceivedAt, context.at());
    else if (draft.fresh && entity == Entity::Inspection)
        fields.remove(kReceivedAt);
    else if (draft.before && entity != Entity::Evidence) // whose file came, and not the record
        setValueAt(fields, kReceivedAt, valueAt(draft.before->record.fields, kReceivedAt));
}

/// The step that \p change asks for, as far as it and \p before say so; see actionFor().
QString stepOf(const Change &change, const std::optional<StoredRecord> &before)
{
    if (change.entity == Entity::Evidence) {
        const bool loans = before ? !before->text("loan").isEmpty()
                                  : !change.fields.value(QStringLiteral("loan")).after.toString().isEmpty();
        return loans ? kLoanStep : QString();
    }
    if (change.entity == Entity::Finding)
        return findingStepOf(change);
    if (isMergeStep(change))
        return kMergeStep;
    return change.entity == Entity::Decision ? change.fields.value(QStringLiteral("kind")).after.toString() : QString();
}

Result<Action> actionOf(const Change &change, const std::optional<StoredRecord> &before, const StoredRecord &record)
{
    if (change.entity == Entity::Decision)
        return actionFor(change.entity, change.kind, record.text("kind"));
    return actionFor(change.entity, change.kind, stepOf(change, before));
}

Error notForRole()
{
    return makeError(ErrorCode::NotAllowed, QStringLiteral("not for this role"), QStringLiteral("role"));
}

Settled judgeDelete(RuleContext &context, const Change &change, const std::optional<StoredRecord> &before)
{
    const auto action = actionFor(change.entity, ChangeKind::Delete, stepOf(change, before));
    if (!action)
        return quarantined(context, change, action.error());
    if (!before || before->deleted) { // gone already, which is what was asked for
        if (!roleGrants(context.actor.role, *action))
            return quarantined(context, change, notForRole());
        return settled(change, Outcome::Applied, before ? before->record.rev : 0);
    }
    auto subject = subjectOf(context, before, *before);
    if (!subject)
        return subject.error();
    if (auto allowed = may(context.actor, *action, *subject); !allowed)
        return quarantined(context, change, allowed.error());
    auto objected = checkRemoval(context, change, *before);
    if (!objected)
        return objected.error();
    if (objected->has_value())
        return **objected;
    // Somebody edited it meanwhile: it stays. (2026-11-24: this holds for base_rev 0 too, the record that its author
    // had only just made; what the same batch did to it before counts as seen.)
    if (editedSince(context.baseOf(change), *before)) {
        const QJsonObject fields{{QStringLiteral("deleted"), QJsonObject{{QStringLiteral("base"), false},
                                                                         {QStringLiteral("server"), false},
                                                                         {QStringLiteral("client"), true}}}};
        raiseConflict(context, change, *before, fields);
        protocol::ChangeResult result = settled(change, Outcome::Conflict, before->record.rev);
        result.conflicts = QStringList{QStringLiteral("deleted")};
        return result;
    }
    auto dependants = context.records.children(before->id());
    if (!dependants)
        return dependants.error();
    for (const StoredRecord &dependant : std::as_const(*dependants)) {
        if (dependant.entity() != Entity::Conflict)
            return rejected(change, protocol::code::kWrongState, {}, QStringLiteral("other records belong to it"));
    }
    StoredRecord gone = *before; // its data stays in the tombstone, so that an edit that comes late can bring it back
    gone.deleted = true;
    ++gone.record.rev;
    context.records.stage(gone);
    note(context, change, gone, AuditAction::Delete);
    return settled(change, Outcome::Applied, gone.record.rev);
}

} // namespace

// 2026-11-24: the protocol says that a conflict syncs to both sides. It syncs to its author and to the officers of its
// province. An inspector whose value stands is not shown it: he sees his own work alone, and nothing of his was lost.
void raiseConflict(RuleContext &context, const Change &change, const StoredRecord &record, const QJsonObject &fields)
{
    StoredRecord conflict;
    conflict.record.entity = Entity::Conflict;
    conflict.record.id = context.ids.next();
    conflict.record.rev = 1;
    conflict.record.fields = {
        {QStringLiteral("entity"), token(record.entity())},  {QStringLiteral("record"), record.id()},
        {QStringLiteral("author"), context.actor.accountId}, {QStringLiteral("op_id"), change.opId},
        {QStringLiteral("made_at"), context.at()},           {QStringLiteral("fields"), fields},
        {QStringLiteral("state"), QStringLiteral("open")}};
    if (record.record.fields.value(QStringLiteral("sample")).toBool())
        conflict.record.fields.insert(QStringLiteral("sample"), true);
    conflict.province = record.province;
    conflict.assignee = context.actor.accountId;
    conflict.parent = record.id();
    context.records.stage(conflict);
    note(context, change, conflict, AuditAction::Conflict);
}

Settled judge(RuleContext &context, const Change &change)
{
    auto before = context.records.find(change.id);
    if (!before)
        return before.error();
    if (*before && (*before)->entity() != change.entity)
        return rejected(change, protocol::code::kExists, QStringLiteral("id"),
                        QStringLiteral("another kind of record has this id"));
    if (change.kind == ChangeKind::Delete)
        return judgeDelete(context, change, *before);
    const bool fresh = !before->has_value();
    // The role comes first: whoever may never make such a change hears neither what is wrong with its fields nor
    // whether its record is there.
    const auto asked = actionFor(change.entity, change.kind, stepOf(change, *before));
    if (!asked)
        return quarantined(context, change, asked.error());
    if (!roleGrants(context.actor.role, *asked))
        return quarantined(context, change, notForRole());
    if (fresh && change.kind != ChangeKind::Create)
        return held(change, {change.id});
    if (auto refused = untouchable(change, fresh))
        return *refused;
    if (auto formed = checkForms(specOf(change.entity), change.fields); !formed)
        return rejected(change, protocol::code::kInvalid, formed.error().where, formed.error().detail);

    Draft draft{change, *before, fresh ? StoredRecord() : **before, fresh, change.kind == ChangeKind::Submit, false};
    draft.after.record.entity = change.entity;
    draft.after.record.id = change.id;
    const RecordSpec &spec = specOf(change.entity);
    // Nothing stands yet that a new record could clash with, whatever its author believes to have seen.
    MergeResult merged = fresh ? MergeResult{applied({}, change.fields), {}, true}
                               : merge(spec, draft.after.record.fields, change.fields);
    if (draft.submitting && !merged.conflicts.isEmpty()) {
        const QList<FieldConflict> met = merged.conflicts;
        merged = merge(spec, draft.after.record.fields, withoutSubmit(change.fields));
        if (merged.conflicts.isEmpty()) // it met another submit, not other answers: its author is to know that too
            merged.conflicts = met;
        draft.submitting = false;
    }
    const bool restored = draft.before && draft.before->deleted;
    draft.after.record.fields = merged.fields;
    draft.after.deleted = false;

    auto missing = place(context, draft.after);
    if (!missing)
        return missing.error();
    if (!missing->isEmpty())
        return held(change, *missing);

    const auto action = actionOf(change, draft.before, draft.after);
    if (!action)
        return quarantined(context, change, action.error());
    auto subject = subjectOf(context, draft.before, draft.after);
    if (!subject)
        return subject.error();
    if (auto allowed = may(context.actor, *action, *subject); !allowed)
        return quarantined(context, change, allowed.error());

    if (!fresh && !restored && !merged.taken && merged.conflicts.isEmpty()) // the server has all of it already
        return settled(change, Outcome::Applied, draft.before->record.rev);
    if (auto checked = spec.check(draft.after.record.fields); !checked)
        return rejected(change, protocol::code::kInvalid, checked.error().where, checked.error().detail);
    // Change by change it could grow beyond what one page of the feed carries, and no laptop could pull past it.
    if (!fresh && merged.taken && sizeOf(draft.after.record.fields) > kMostBytes)
        return rejected(change, protocol::code::kTooLarge, change.fields.firstKey(),
                        QStringLiteral("the record would be larger than a laptop can send or fetch"));
    draft.after.record.rev =
        (draft.before ? draft.before->record.rev : 0) + (merged.taken || fresh || restored ? 1 : 0);
    auto objected = checkKind(context, draft);
    if (!objected)
        return objected.error();
    if (objected->has_value())
        return **objected;

    if (merged.taken || fresh || restored) {
        noteReceipt(context, draft);
        context.records.stage(draft.after);
        if (!isMergeStep(change)) // its rule has said more
            note(context, change, draft.after, toldOf(change.kind, draft.submitting));
        if (draft.before && draft.before->province != draft.after.province) {
            if (auto done = moveDependants(context, draft.after); !done)
                return done.error();
        }
    }
    if (!merged.conflicts.isEmpty() || restored) {
        QJsonObject fields = conflictFields(merged.conflicts);
        if (restored) {
            fields.insert(QStringLiteral("deleted"), QJsonObject{{QStringLiteral("base"), false},
                                                                 {QStringLiteral("server"), true},
                                                                 {QStringLiteral("client"), false}});
        }
        raiseConflict(context, change, draft.after, fields);
        protocol::ChangeResult result = settled(change, Outcome::Conflict, draft.after.record.rev);
        result.conflicts = fields.keys();
        // None of these was taken, whichever of them clashed. A submit that only brought its draft back stands.
        if (change.kind == ChangeKind::Submit && !draft.submitting) {
            for (const QString &name : kSubmitFields) {
                if (change.fields.contains(name) && !result.conflicts.contains(name))
                    result.conflicts.append(name);
            }
        }
        return result;
    }
    const bool plain = !draft.amended && (fresh || draft.before->record.rev == context.baseOf(change));
    return settled(change, plain ? Outcome::Applied : Outcome::Merged, draft.after.record.rev);
}

} // namespace markaz::server
