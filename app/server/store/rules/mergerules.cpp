// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/rules/certificates.h"
#include "app/server/store/rules/changerules.h"
#include "core/domain/loan.h"
#include "core/support/programmeday.h"

#include <algorithm>

namespace markaz::server {
namespace {

const QStringList kMergeFields{QStringLiteral("merged_into"), QStringLiteral("merge_reason")};

Objection refused(const Change &change, const QString &code, const QString &why)
{
    return objection(rejected(change, code, QStringLiteral("merged_into"), why));
}

/// The audit's line about a merge or its end.
/// 2026-11-29: not why. The reason is an officer's own words, which laptops seal, and the audit is in clear and for
/// ever; until now it held them. The record keeps the newest reason, and the entry vouches for the record.
void noteMerge(RuleContext &context, const Change &change, const StoredRecord &building, AuditAction step,
               const QString &other)
{
    note(context, change, building, step);
    context.events.last().insert(QStringLiteral("into"), other);
}

/// Why the building may not be one with \p target; nothing when it may.
Objection checkTarget(RuleContext &context, const Draft &draft)
{
    const Change &change = draft.change;
    auto target = context.records.find(draft.after.text("merged_into"));
    if (!target)
        return target.error();
    if (!target->has_value() || (*target)->deleted || (*target)->entity() != Entity::Building)
        return refused(change, protocol::code::kInvalid, QStringLiteral("that building was removed"));
    if ((*target)->id() == draft.after.id())
        return refused(change, protocol::code::kInvalid, QStringLiteral("a building is not merged into itself"));
    if ((*target)->province != draft.after.province)
        return refused(change, protocol::code::kInvalid, QStringLiteral("that building lies in another province"));
    if (!(*target)->text("merged_into").isEmpty())
        return refused(change, protocol::code::kWrongState,
                       QStringLiteral("%1 was itself merged into another building").arg((*target)->ukey));
    return noObjection();
}

Objection checkUncertified(RuleContext &context, const Draft &draft)
{
    auto certificates = context.records.children(draft.after.id(), Entity::Certificate);
    if (!certificates)
        return certificates.error();
    for (const StoredRecord &certificate : std::as_const(*certificates)) {
        if (isInForce(stageOf(certificate, programmeDay(context.now))))
            return refused(draft.change, protocol::code::kWrongState,
                           QStringLiteral("certificate %1 of this building is in force").arg(certificate.ukey));
    }
    return noObjection();
}

/// Whether the building, or what was merged into it, has a centre that is open.
Result<bool> hasCentre(RuleContext &context, const QString &buildingId)
{
    const auto centres = childrenOfAll(context, buildingId, Entity::Centre);
    if (!centres)
        return centres.error();
    return std::any_of(centres->begin(), centres->end(),
                       [](const StoredRecord &centre) { return centre.text("closed_on").isEmpty(); });
}

/// A building has one centre: two that would be one are for a person to settle first.
Objection checkOneCentre(RuleContext &context, const Draft &draft)
{
    for (const QString &id : {draft.after.id(), draft.after.text("merged_into")}) {
        const auto has = hasCentre(context, id);
        if (!has)
            return has.error();
        if (!*has)
            return noObjection();
    }
    return refused(draft.change, protocol::code::kWrongState, QStringLiteral("each of the two buildings has a centre"));
}

/// Nor has it two loans that are open.
Objection checkOneLoan(RuleContext &context, const Draft &draft)
{
    for (const QString &id : {draft.after.id(), draft.after.text("merged_into")}) {
        const auto loans = childrenOfAll(context, id, Entity::Loan);
        if (!loans)
            return loans.error();
        const bool open = std::any_of(loans->begin(), loans->end(), [](const StoredRecord &one) {
            const auto state = parse<LoanState>(one.text("state"));
            return state && loan::isOpen(*state);
        });
        if (!open)
            return noObjection();
    }
    return refused(draft.change, protocol::code::kWrongState, QStringLiteral("each of the two buildings has a loan"));
}

/// What was merged into the building goes along, so that no chain comes about.
Result<void> moveAlong(RuleContext &context, const Draft &draft)
{
    auto earlier = context.records.mergedInto(draft.after.id());
    if (!earlier)
        return earlier.error();
    for (StoredRecord &building : *earlier) {
        building.record.fields.insert(QStringLiteral("merged_into"), draft.after.text("merged_into"));
        ++building.record.rev;
        context.records.stage(building);
        noteMerge(context, draft.change, building, AuditAction::Merge, draft.after.text("merged_into"));
    }
    return {};
}

} // namespace

bool isMergeStep(const Change &change)
{
    return change.entity == Entity::Building &&
           std::any_of(kMergeFields.begin(), kMergeFields.end(),
                       [&change](const QString &name) { return change.fields.contains(name); });
}

/// 2026-11-29: a merged building stays as a record, with all that points at it; nothing is moved, so nothing is lost
/// and all of it can be taken back. Work that was begun on it may be finished. The one with a certificate in force
/// stays, because its paper names its code. What was merged into a building that is merged itself goes along with it
/// and does not come back with it: it was the same building as the two, whichever of them stands.
Objection checkMerge(RuleContext &context, Draft &draft)
{
    const Change &change = draft.change;
    const QString from = draft.before->text("merged_into");
    const QString to = draft.after.text("merged_into");
    if (!isMergeStep(change))
        return from.isEmpty() ? noObjection()
                              : refused(change, protocol::code::kMerged,
                                        QStringLiteral("it was merged into another building and does not change"));
    if (change.kind != ChangeKind::Patch)
        return refused(change, protocol::code::kInvalid,
                       QStringLiteral("a building is registered before it is merged"));
    for (auto it = change.fields.begin(); it != change.fields.end(); ++it) {
        if (specOf(Entity::Building).find(it.key()) != nullptr && !kMergeFields.contains(it.key()))
            return objection(
                rejected(change, protocol::code::kInvalid, it.key(), QStringLiteral("a merge changes nothing else")));
    }
    if (draft.before->deleted)
        return refused(change, protocol::code::kWrongState, QStringLiteral("the building was removed"));
    if (from.isEmpty() == to.isEmpty())
        return refused(change, protocol::code::kWrongState,
                       from.isEmpty() ? QStringLiteral("it is merged into no building")
                                      : QStringLiteral("it was merged into a building already"));
    if (draft.after.text("merge_reason").trimmed().isEmpty() || !change.fields.contains(QStringLiteral("merge_reason")))
        return objection(rejected(change, protocol::code::kInvalid, QStringLiteral("merge_reason"),
                                  QStringLiteral("a reason is missing")));
    if (to.isEmpty()) {
        noteMerge(context, change, draft.after, AuditAction::Unmerge, from);
        return noObjection();
    }
    for (const auto check : {checkTarget, checkUncertified, checkOneCentre, checkOneLoan}) {
        if (auto objected = check(context, draft); !objected || objected->has_value())
            return objected;
    }
    noteMerge(context, change, draft.after, AuditAction::Merge, to);
    if (auto moved = moveAlong(context, draft); !moved)
        return moved.error();
    return noObjection();
}

Result<QString> wholeOf(RuleContext &context, const QString &buildingId)
{
    auto building = context.records.find(buildingId);
    if (!building)
        return building.error();
    const QString into = building->has_value() ? (*building)->text("merged_into") : QString();
    return into.isEmpty() ? buildingId : into;
}

Objection checkNotMerged(RuleContext &context, const Change &change, const QString &buildingId, const char *field)
{
    auto building = context.records.find(buildingId);
    if (!building)
        return building.error();
    if (!building->has_value() || (*building)->text("merged_into").isEmpty())
        return noObjection();
    auto whole = context.records.find((*building)->text("merged_into"));
    if (!whole)
        return whole.error();
    return objection(rejected(change, protocol::code::kMerged, QLatin1String(field),
                              QStringLiteral("its building was merged into %1")
                                  .arg(whole->has_value() ? (*whole)->ukey : QStringLiteral("another"))));
}

Objection checkNoneMergedInto(RuleContext &context, const Change &change, const StoredRecord &building)
{
    auto merged = context.records.mergedInto(building.id());
    if (!merged)
        return merged.error();
    if (merged->isEmpty())
        return noObjection();
    return refused(change, protocol::code::kWrongState,
                   QStringLiteral("%1 was merged into it: take that back first").arg(merged->first().ukey));
}

} // namespace markaz::server
