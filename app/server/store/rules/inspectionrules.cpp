// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/policies.h"
#include "app/server/store/rules/changerules.h"
#include "app/server/store/rules/earliervisits.h"

#include "core/domain/reviewwords.h"
#include "core/scoring/score.h"
#include "core/standard/draftanswer.h"

#include <algorithm>

namespace markaz::server {
namespace {

protocol::ChangeResult wrongState(const Change &change, const QString &why)
{
    return rejected(change, protocol::code::kWrongState, QStringLiteral("state"), why);
}

/// What of a policy the scoring looks at.
struct ScoringTerms
{
    int tier = 3;
    QJsonObject programme;
    friend bool operator==(const ScoringTerms &, const ScoringTerms &) = default;
};

/// What each published policy gives the scoring in \p city, the newest first: the laptop scored with the one that it
/// had.
Result<QList<ScoringTerms>> scoringTerms(RuleContext &context, const City *city)
{
    const auto policies = publishedPolicies(context.database, context.reference.policy);
    if (!policies)
        return policies.error();
    QList<ScoringTerms> terms;
    for (const PolicyBody &policy : *policies) {
        const int tier = city == nullptr ? 3 : policy.cityTiers.value(city->id, city->tier);
        const ScoringTerms entry{tier, policy.figures.programmeFacts()};
        if (!terms.contains(entry))
            terms.append(entry);
    }
    return terms;
}

/// \p record scored with each published policy until one gives what it claims; else the last.
Result<ClaimedScore> scored(RuleContext &context, const StoredRecord &record, const Standard &standard,
                            const QHash<QString, Answer> &answers)
{
    auto building = context.records.find(record.text("building"));
    if (!building)
        return building.error();
    const City *city = context.reference.gazetteer.city(static_cast<int>((*building)->number("city")));
    const auto terms = scoringTerms(context, city);
    if (!terms)
        return terms.error();
    const QJsonObject claimed = record.record.fields.value(QStringLiteral("score")).toObject();
    ClaimedScore computed;
    for (const ScoringTerms &each : *terms) {
        ScoringContext scoring;
        scoring.tier = each.tier;
        scoring.visitDate = visitDay(record.record.fields);
        scoring.building = (*building)->record.fields;
        scoring.programme = each.programme;
        computed = {score(standard, answers, scoring), each.tier};
        if (computed.result.summary() == claimed)
            break;
    }
    return computed;
}

Objection checkScore(RuleContext &context, const Draft &draft)
{
    const QJsonObject &fields = draft.after.record.fields;
    const auto published = context.reference.published->find(context.database, draft.after.text("standard_hash"));
    if (!published)
        return published.error();
    const Standard *standard = *published;
    if (standard == nullptr) {
        return objection(rejected(draft.change, protocol::code::kInvalid, QStringLiteral("standard_hash"),
                                  QStringLiteral("no published standard has this hash")));
    }
    if (standard->id() != draft.after.text("standard") || standard->version() != draft.after.number("standard_version"))
        return objection(rejected(draft.change, protocol::code::kInvalid, QStringLiteral("standard_version"),
                                  QStringLiteral("not the version that has this hash")));
    auto answers = answersOf(fields.value(QStringLiteral("answers")).toObject());
    if (!answers)
        return objection(rejected(draft.change, protocol::code::kInvalid,
                                  QStringLiteral("answers.") + answers.error().where, answers.error().detail));
    const auto refuse = [&draft](const QString &item, const Error &error) {
        return objection(
            rejected(draft.change, protocol::code::kInvalid, QStringLiteral("answers.") + item, error.detail));
    };
    for (auto it = answers->constBegin(); it != answers->constEnd(); ++it) {
        const Item *item = standard->item(it.key());
        const auto checked =
            item == nullptr
                ? Result<void>(makeError(ErrorCode::InvalidValue, QStringLiteral("the standard has no such item")))
                : checkDraftAnswer(*item, it.value());
        if (!checked)
            return refuse(it.key(), checked.error());
    }
    auto result = scored(context, draft.after, *standard, *answers);
    if (!result)
        return result.error();
    for (auto it = answers->constBegin(); it != answers->constEnd(); ++it) {
        // Rows that were begun before a rule hid their item are read by nobody.
        const bool hidden = result->result.items.value(it.key()).status == ItemScore::Status::Hidden;
        if (const auto whole = standard->item(it.key())->checkAnswer(it.value()); !whole && !hidden)
            return refuse(it.key(), whole.error());
    }
    const QJsonObject computed = result->result.summary();
    if (computed == fields.value(QStringLiteral("score")).toObject())
        return noObjection();
    return objection(rejected(
        draft.change, protocol::code::kScoreMismatch, QStringLiteral("score"),
        QStringLiteral("the answers give %1 of 10,000").arg(computed.value(QStringLiteral("total_bp")).toInt())));
}

/// What a follow-up took over is what the earlier visit says, to the last member. 2026-11-28: the earlier visit may
/// have been returned while its inspector was in the field, and its answers still stand; those of a rejected one do
/// not.
Objection checkCarried(RuleContext &context, const Draft &draft)
{
    auto previous = context.records.find(draft.after.text("previous"));
    if (!previous)
        return previous.error();
    const QJsonObject earlier =
        previous->has_value() ? (*previous)->record.fields.value(QStringLiteral("answers")).toObject() : QJsonObject();
    const QJsonObject answers = draft.after.record.fields.value(QStringLiteral("answers")).toObject();
    for (auto it = answers.begin(); it != answers.end(); ++it) {
        const auto answer = Answer::fromJson(it.value());
        if (!answer || answer->carriedFrom().isEmpty())
            continue;
        const bool rejectedSince = previous->has_value() && (*previous)->text("state") == QLatin1String("rejected");
        if (rejectedSince)
            return objection(rejected(draft.change, protocol::code::kCarriedDiffers,
                                      QStringLiteral("answers.") + it.key(),
                                      QStringLiteral("the earlier visit was rejected, and its answers with it")));
        const auto given = Answer::fromJson(earlier.value(it.key()));
        if (!given || !(given->carriedOver((*previous)->id()) == *answer))
            return objection(rejected(draft.change, protocol::code::kCarriedDiffers,
                                      QStringLiteral("answers.") + it.key(),
                                      QStringLiteral("what is carried over is not the earlier visit's answer")));
    }
    return noObjection();
}

/// An assignment is for one building and one inspector: an inspection that names another's would close it.
Objection checkItsAssignment(RuleContext &context, const Draft &draft)
{
    auto assignment = context.records.find(draft.after.text("assignment"));
    if (!assignment)
        return assignment.error();
    if (!assignment->has_value())
        return noObjection();
    const auto refuse = [&draft](const QString &why) {
        return objection(rejected(draft.change, protocol::code::kInvalid, QStringLiteral("assignment"), why));
    };
    if ((*assignment)->text("building") != draft.after.text("building"))
        return refuse(QStringLiteral("the assignment is for another building"));
    // The policy has asked this of the inspector who sends it; here it holds for whoever does.
    if ((*assignment)->text("inspector") != draft.after.text("inspector"))
        return refuse(QStringLiteral("the assignment is another inspector's"));
    return noObjection();
}

Objection closeAssignment(RuleContext &context, const Draft &draft)
{
    auto assignment = context.records.find(draft.after.text("assignment"));
    if (!assignment)
        return assignment.error();
    if (!assignment->has_value() || (*assignment)->text("state") != QLatin1String("open"))
        return noObjection();
    StoredRecord done = **assignment;
    done.record.fields.insert(QStringLiteral("state"), QStringLiteral("done"));
    hideEarlierVisit(done);
    ++done.record.rev;
    context.records.stage(done);
    note(context, draft.change, done, AuditAction::Close);
    return noObjection();
}

Objection checkRevision(RuleContext &context, const Draft &draft)
{
    const qint64 revision = draft.after.number("revision");
    auto previous = context.records.find(draft.after.text("previous"));
    if (!previous)
        return previous.error();
    if (!previous->has_value()) {
        return revision == 1 ? noObjection()
                             : objection(rejected(draft.change, protocol::code::kInvalid, QStringLiteral("revision"),
                                                  QStringLiteral("a first revision is number 1")));
    }
    const QString earlier = (*previous)->text("state");
    const bool followsUp = draft.after.text("kind") == QLatin1String("follow_up") && revision == 1;
    if (followsUp) {
        const auto refuse = [&draft](const QString &why) {
            return objection(rejected(draft.change, protocol::code::kInvalid, QStringLiteral("previous"), why));
        };
        if ((*previous)->text("building") != draft.after.text("building"))
            return refuse(QStringLiteral("the earlier visit is of another building"));
        // Whose the assignment is, is asked further on.
        const auto assignment = context.records.find(draft.after.text("assignment"));
        if (!assignment)
            return assignment.error();
        const bool own = (*previous)->text("inspector") == draft.after.text("inspector");
        if (!own && !(assignment->has_value() && hasShown(**assignment, (*previous)->id())))
            return refuse(QStringLiteral("the earlier visit is another inspector's"));
        // What was decided on it meanwhile is judged with the answers, at the submit.
        return earlier == QLatin1String("draft") ? objection(held(draft.change, {(*previous)->id()})) : noObjection();
    }
    if (earlier != QLatin1String("returned"))
        return objection(wrongState(draft.change, QStringLiteral("the previous revision was not returned")));
    if ((*previous)->text("building") != draft.after.text("building") ||
        revision != (*previous)->number("revision") + 1)
        return objection(rejected(draft.change, protocol::code::kInvalid, QStringLiteral("previous"),
                                  QStringLiteral("not its next revision")));
    // One returned revision has one successor, or two laptops of one inspector would each go on with their own.
    auto visits = context.records.children(draft.after.text("building"), Entity::Inspection);
    if (!visits)
        return visits.error();
    const auto follows = [&draft](const StoredRecord &visit) {
        return visit.id() != draft.after.id() && visit.text("previous") == draft.after.text("previous") &&
               visit.number("revision") > 1; // a follow-up names an earlier visit too, and succeeds none
    };
    if (std::any_of(visits->cbegin(), visits->cend(), follows))
        return objection(rejected(draft.change, protocol::code::kExists, QStringLiteral("previous"),
                                  QStringLiteral("the returned revision has a successor already")));
    return noObjection();
}

} // namespace

Result<std::optional<ClaimedScore>> scoreAsClaimed(RuleContext &context, const StoredRecord &inspection)
{
    const QJsonObject &fields = inspection.record.fields;
    const auto standard = context.reference.published->find(context.database, inspection.text("standard_hash"));
    if (!standard)
        return standard.error();
    const auto answers = answersOf(fields.value(QStringLiteral("answers")).toObject());
    if (*standard == nullptr || !answers)
        return std::optional<ClaimedScore>();
    auto found = scored(context, inspection, **standard, *answers);
    if (!found)
        return found.error();
    return found->result.summary() == fields.value(QStringLiteral("score")).toObject()
               ? std::optional(std::move(found).value())
               : std::optional<ClaimedScore>();
}

/// 2026-11-24: a fresh draft may come here without its maps, the answers and notes, which nobody judges before the
/// submit (protocol::DraftText). A rule that is to read them at once takes Entity::Inspection out of readDraft().
Objection checkInspection(RuleContext &context, Draft &draft)
{
    if (draft.before && draft.before->text("state") != QLatin1String("draft"))
        return objection(wrongState(draft.change, QStringLiteral("a submitted inspection does not change")));
    const bool restored = draft.before && draft.before->deleted; // its place may have been taken meanwhile
    if (draft.fresh || restored) {
        // An assignment or a returned visit is work that was begun before; it may be finished.
        const bool begun = !draft.after.text("assignment").isEmpty() || draft.after.number("revision") > 1;
        if (auto objected =
                begun ? noObjection() : checkNotMerged(context, draft.change, draft.after.text("building"), "building");
            !objected || objected->has_value())
            return objected;
        if (auto objected = checkRevision(context, draft); !objected || objected->has_value())
            return objected;
        if (auto objected = checkItsAssignment(context, draft); !objected || objected->has_value())
            return objected;
    }
    const QString state = draft.after.text("state");
    if (!draft.submitting) {
        return state == QLatin1String("draft")
                   ? noObjection()
                   : objection(wrongState(draft.change, QStringLiteral("only a submit ends a draft")));
    }
    if (state != QLatin1String("submitted"))
        return objection(wrongState(draft.change, QStringLiteral("a submit makes the state submitted")));
    const QString visit = draft.after.text("visit_outcome");
    if (visit.isEmpty())
        return objection(rejected(draft.change, protocol::code::kInvalid, QStringLiteral("visit_outcome"),
                                  QStringLiteral("the visit's outcome is missing")));
    const bool scored = draft.after.record.fields.value(QStringLiteral("score")).isObject();
    if (visit != QLatin1String("done")) {
        if (scored)
            return objection(rejected(draft.change, protocol::code::kScoreMismatch, QStringLiteral("score"),
                                      QStringLiteral("a visit that was not done has no score")));
    } else {
        for (const auto check : {checkCarried, checkScore}) {
            if (auto objected = check(context, draft); !objected || objected->has_value())
                return objected;
        }
    }
    return closeAssignment(context, draft);
}

Objection checkReview(RuleContext &context, Draft &draft)
{
    if (!draft.fresh)
        return objection(wrongState(draft.change, QStringLiteral("a review does not change")));
    auto found = context.records.find(draft.after.text("inspection"));
    if (!found)
        return found.error();
    StoredRecord inspection = **found;
    if (inspection.text("state") != QLatin1String("submitted"))
        return objection(
            wrongState(draft.change, QStringLiteral("the inspection is %1").arg(inspection.text("state"))));
    const QString decision = draft.after.text("decision");
    const QString reason = draft.after.text("reason");
    const QJsonObject comments = draft.after.record.fields.value(QStringLiteral("comments")).toObject();
    if (auto explained = checkReviewWords(decision, reason, comments); !explained)
        return objection(
            rejected(draft.change, protocol::code::kInvalid, explained.error().where, explained.error().detail));
    static const QHash<QString, AuditAction> told{{QStringLiteral("accept"), AuditAction::Accepted},
                                                  {QStringLiteral("return"), AuditAction::Returned},
                                                  {QStringLiteral("reject"), AuditAction::Rejected}};
    inspection.record.fields.insert(QStringLiteral("state"), token(told.value(decision))); // the state's own token
    if (!reason.isEmpty())
        inspection.record.fields.insert(QStringLiteral("state_reason"), reason.left(1000));
    ++inspection.record.rev;
    context.records.stage(inspection);
    note(context, draft.change, inspection, told.value(decision));
    if (decision == QLatin1String("accept")) {
        if (auto shown = showAccepted(context, inspection); !shown)
            return shown.error();
    }
    return noObjection();
}

} // namespace markaz::server
