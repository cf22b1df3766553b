// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/rules/changerules.h"
#include "core/domain/finding.h"

#include <algorithm>

namespace markaz::server {
namespace {

const QStringList kStateFields{QStringLiteral("state"), QStringLiteral("state_reason"), QStringLiteral("follow_up")};

Objection refused(const Draft &draft, const char *field, const QString &code, const QString &why)
{
    return objection(rejected(draft.change, code, QLatin1String(field), why));
}

FindingState stateOf(const StoredRecord &finding)
{
    return parse<FindingState>(finding.text("state")).value(); // the description was checked
}

Objection checkRaised(RuleContext &context, const Draft &draft)
{
    auto inspection = context.records.find(draft.after.text("inspection"));
    if (!inspection)
        return inspection.error();
    const StoredRecord &visit = **inspection;
    if (visit.text("state") != QLatin1String("draft"))
        return refused(draft, "inspection", protocol::code::kWrongState,
                       QStringLiteral("its inspection is %1").arg(visit.text("state")));
    if (visit.text("building") != draft.after.text("building"))
        return refused(draft, "building", protocol::code::kInvalid,
                       QStringLiteral("the inspection is of another building"));
    const auto known =
        context.reference.published->hadItem(context.database, visit.text("standard_hash"), draft.after.text("item"));
    if (!known)
        return known.error();
    if (!*known)
        return refused(draft, "item", protocol::code::kInvalid, QStringLiteral("the standard has no such item"));
    if (stateOf(draft.after) != FindingState::Open || !draft.after.text("follow_up").isEmpty())
        return refused(draft, "state", protocol::code::kWrongState, QStringLiteral("a finding starts open"));
    return noObjection();
}

/// The words, the severity and the day: the inspector's while the inspection is a draft; afterwards the officer's, who
/// leaves the words as the inspector found them.
Objection checkEdited(RuleContext &context, const Draft &draft)
{
    if (!isUnsettled(stateOf(draft.after)))
        return refused(draft, "state", protocol::code::kWrongState,
                       QStringLiteral("the finding is %1").arg(draft.after.text("state")));
    if (context.actor.role == Role::Officer) {
        if (draft.before->text("description") != draft.after.text("description"))
            return refused(draft, "description", protocol::code::kNotAllowed,
                           QStringLiteral("what was found is the inspector's to say"));
        return noObjection();
    }
    auto inspection = context.records.find(draft.after.text("inspection"));
    if (!inspection)
        return inspection.error();
    if ((*inspection)->text("state") != QLatin1String("draft"))
        return refused(draft, "inspection", protocol::code::kWrongState,
                       QStringLiteral("its inspection is %1").arg((*inspection)->text("state")));
    return noObjection();
}

/// A visit verifies what it was made for: a follow-up of the same building, begun after the finding
/// was made and handed in, that looked at the item and found it met.
Objection checkFollowUp(RuleContext &context, const Draft &draft)
{
    const QString id = draft.after.text("follow_up");
    if (id.isEmpty()) // an officer, on other evidence; the policy has asked an inspector for a visit
        return noObjection();
    auto found = context.records.find(id);
    if (!found)
        return found.error();
    const StoredRecord &visit = **found;
    const QString state = visit.text("state");
    const auto seen = wholeOf(context, visit.text("building"));
    const auto asked = wholeOf(context, draft.after.text("building"));
    if (!seen || !asked)
        return seen ? asked.error() : seen.error();
    if (*seen != *asked || visit.text("kind") != QLatin1String("follow_up"))
        return refused(draft, "follow_up", protocol::code::kInvalid,
                       QStringLiteral("not a follow-up of this building"));
    if (state == QLatin1String("draft")) // its submit is on the way, or is being mended
        return objection(held(draft.change, {id}));
    if (state != QLatin1String("submitted") && state != QLatin1String("accepted"))
        return refused(draft, "follow_up", protocol::code::kWrongState, QStringLiteral("the visit is %1").arg(state));
    if (!looksAt(visit.record.fields, draft.after.record.fields))
        return refused(draft, "follow_up", protocol::code::kInvalid,
                       QStringLiteral("that visit did not look at the item after the finding was made"));
    auto result = scoreAsClaimed(context, visit);
    if (!result)
        return result.error();
    if (!*result || (*result)->result.items.value(draft.after.text("item")).status != ItemScore::Status::Met)
        return refused(draft, "follow_up", protocol::code::kInvalid,
                       QStringLiteral("the item is not met in that visit"));
    return noObjection();
}

/// Who may take a step may not change what else stands in the finding, whatever becomes of the step itself.
Objection checkNothingElse(const Draft &draft)
{
    for (auto it = draft.change.fields.begin(); it != draft.change.fields.end(); ++it) {
        if (specOf(Entity::Finding).find(it.key()) != nullptr && !kStateFields.contains(it.key()))
            return objection(rejected(draft.change, protocol::code::kInvalid, it.key(),
                                      QStringLiteral("a step of the state changes nothing else")));
    }
    return noObjection();
}

Objection checkStep(RuleContext &context, const Draft &draft, FindingStep step)
{
    if (needsReason(step) && draft.after.text("state_reason").trimmed().isEmpty())
        return refused(draft, "state_reason", protocol::code::kInvalid, QStringLiteral("a reason is missing"));
    if (step == FindingStep::Verify)
        return checkFollowUp(context, draft);
    if (!draft.after.text("follow_up").isEmpty())
        return refused(draft, "follow_up", protocol::code::kInvalid,
                       QStringLiteral("only what is verified names its visit"));
    return noObjection();
}

} // namespace

QString findingStepOf(const Change &change)
{
    const auto state = change.fields.constFind(QStringLiteral("state"));
    if (state == change.fields.constEnd() || state->before == state->after || state->before.isNull())
        return {};
    const auto from = parse<FindingState>(state->before.toString());
    const auto to = parse<FindingState>(state->after.toString());
    const auto step = from && to ? findingStep(*from, *to) : std::nullopt;
    // A step that there is not is the rules' to refuse, with its reason: nobody is suspected of anything for it.
    return token(step.value_or(FindingStep::Fix));
}

/// 2026-11-28: what a visit has verified stays verified when the visit is returned or rejected later: the state is
/// final, and what turns out not to be mended is a new finding of the next visit.
Objection checkFinding(RuleContext &context, Draft &draft)
{
    const bool names = !findingStepOf(draft.change).isEmpty();
    if (names) {
        if (auto objected = checkNothingElse(draft); !objected || objected->has_value())
            return objected;
        if (draft.before->deleted) // a step brings nothing back
            return refused(draft, "state", protocol::code::kWrongState, QStringLiteral("the finding was taken back"));
    }
    if (draft.fresh || draft.before->deleted)
        return checkRaised(context, draft);
    const FindingState from = stateOf(*draft.before);
    const FindingState to = stateOf(draft.after);
    if (from == FindingState::Verified)
        return refused(draft, "state", protocol::code::kWrongState, QStringLiteral("the finding is verified"));
    if (from != to) {
        const auto step = findingStep(from, to);
        return step ? checkStep(context, draft, *step)
                    : refused(draft, "state", protocol::code::kWrongState,
                              QStringLiteral("a finding that is %1 does not become %2").arg(token(from), token(to)));
    }
    const bool state = std::any_of(kStateFields.begin(), kStateFields.end(), [&](const QString &name) {
        return valueAt(draft.before->record.fields, name) != valueAt(draft.after.record.fields, name);
    });
    if (state)
        return refused(draft, "state", protocol::code::kInvalid, QStringLiteral("the reason moves with the state"));
    return names ? noObjection() : checkEdited(context, draft);
}

} // namespace markaz::server
