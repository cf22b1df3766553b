// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/rules/changerules.h"
#include "app/server/store/rules/earliervisits.h"

namespace markaz::server {
namespace {

const QString kOpen = QStringLiteral("open");

Objection refused(const Draft &draft, const QString &code, const char *field, const QString &why)
{
    return objection(rejected(draft.change, code, QLatin1String(field), why));
}

bool isActiveInspector(const std::optional<StoredRecord> &account)
{
    return account && account->entity() == Entity::Account && account->text("role") == QLatin1String("inspector") &&
           account->record.fields.value(QStringLiteral("active")).toBool();
}

/// One visit of a kind at a time: a building, or one that was merged into it, that waits for such a visit already needs
/// no other inspector on the way to it.
Objection checkNoneOpen(RuleContext &context, const Draft &draft)
{
    const auto whole = wholeOf(context, draft.after.text("building"));
    if (!whole)
        return whole.error();
    auto merged = context.records.mergedInto(*whole);
    if (!merged)
        return merged.error();
    QStringList buildings{*whole};
    for (const StoredRecord &building : std::as_const(*merged))
        buildings.append(building.id());
    for (const QString &building : std::as_const(buildings)) {
        auto others = context.records.children(building, Entity::Assignment);
        if (!others)
            return others.error();
        for (const StoredRecord &other : std::as_const(*others)) {
            if (other.id() != draft.after.id() && other.text("state") == kOpen &&
                other.text("kind") == draft.after.text("kind"))
                return refused(draft, protocol::code::kExists, "kind",
                               QStringLiteral("the building waits for a visit of this kind already"));
        }
    }
    return noObjection();
}

/// A visit that was begun stays with who began it: in another's name his draft could never be handed in. Of an
/// inspector who has left nothing is handed in any more.
Objection checkNotBegun(RuleContext &context, const Draft &draft)
{
    const auto earlier = context.records.find(draft.before->assignee);
    if (!earlier)
        return earlier.error();
    if (!isActiveInspector(*earlier))
        return noObjection();
    auto visits = context.records.children(draft.after.text("building"), Entity::Inspection);
    if (!visits)
        return visits.error();
    for (const StoredRecord &visit : std::as_const(*visits)) {
        if (visit.text("assignment") == draft.after.id() && visit.text("state") == QLatin1String("draft") &&
            visit.text("inspector") == draft.before->assignee) // and not one who had it before and has left
            return refused(draft, protocol::code::kWrongState, "inspector",
                           QStringLiteral("the visit was begun by the inspector who has it"));
    }
    return noObjection();
}

} // namespace

/// 2026-11-29: a due date that has passed is no reason to refuse. The laptop does not offer one, but what was assigned
/// offline may come late, and work is never refused for its time.
Objection checkAssignment(RuleContext &context, Draft &draft)
{
    const QString state = draft.after.text("state");
    const bool restored = draft.before && draft.before->deleted;
    if (draft.before && draft.before->text("state") != kOpen)
        return refused(draft, protocol::code::kWrongState, "state", QStringLiteral("the assignment is closed"));
    if (draft.fresh && state != kOpen)
        return refused(draft, protocol::code::kWrongState, "state", QStringLiteral("an assignment starts open"));
    if (draft.fresh) {
        if (auto objected = checkNotMerged(context, draft.change, draft.after.text("building"), "building");
            !objected || objected->has_value())
            return objected;
    }
    if (!draft.fresh && state == QLatin1String("done"))
        return refused(draft, protocol::code::kWrongState, "state",
                       QStringLiteral("the inspection closes its assignment"));
    if (state == QLatin1String("cancelled")) { // also when its inspector has left since: then above all
        if (draft.after.text("state_reason").trimmed().isEmpty())
            return refused(draft, protocol::code::kInvalid, "state_reason", QStringLiteral("a reason is missing"));
        draft.amended |= hideEarlierVisit(draft.after);
        return noObjection();
    }
    const auto inspector = context.records.find(draft.after.assignee);
    if (!inspector)
        return inspector.error();
    if (!isActiveInspector(*inspector) ||
        !(*inspector)->record.fields.value(QStringLiteral("provinces")).toArray().contains(draft.after.province))
        return refused(draft, protocol::code::kInvalid, "inspector",
                       QStringLiteral("no active inspector of this province"));
    if (draft.before && draft.before->assignee != draft.after.assignee) {
        if (auto objected = checkNotBegun(context, draft); !objected || objected->has_value())
            return objected;
    }
    const bool otherKind = draft.before && draft.before->text("kind") != draft.after.text("kind");
    if (draft.fresh || restored || otherKind) {
        if (auto objected = checkNoneOpen(context, draft); !objected || objected->has_value())
            return objected;
    }
    if (draft.before && draft.before->assignee != draft.after.assignee)
        forgetShown(draft.after);
    const auto shown = showEarlierVisit(context, draft.after);
    if (!shown)
        return shown.error();
    draft.amended |= *shown;
    return noObjection();
}

} // namespace markaz::server
