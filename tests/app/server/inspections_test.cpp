// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/accountadmin.h"
#include "tests/app/server/visits.h"
#include "tests/support/perfectanswers.h"

#include <QJsonDocument>

namespace markaz::server::test {
namespace {

class Inspections : public Visits
{
protected:
    Change assignment(const Session &to, const char *kind = "initial")
    {
        return create(server.ids(), Entity::Assignment,
                      {{QStringLiteral("building"), building},
                       {QStringLiteral("inspector"), to.actor.accountId},
                       {QStringLiteral("kind"), QLatin1String(kind)},
                       {QStringLiteral("due"), QStringLiteral("2026-12-01")},
                       {QStringLiteral("state"), QStringLiteral("open")}});
    }
    FieldChanges answer(const QString &code, const QString &value)
    {
        return one(QStringLiteral("answers.") + code, QJsonValue::Null, QJsonObject{{QStringLiteral("value"), value}});
    }
};

TEST_P(Inspections, submit_isScoredAgainAndThenNothingChanges)
{
    const QString id = draft();
    EXPECT_EQ(server
                  .pushOne(inspector, patch(server.ids(), Entity::Inspection, id, 1,
                                            answer(QStringLiteral("A-02"), QStringLiteral("yes"))))
                  .outcome,
              Outcome::Applied);
    const Change done = submit(id);
    EXPECT_EQ(server.pushOne(inspector, done).outcome, Outcome::Merged);
    EXPECT_EQ(server.stored(id)->text("state"), QStringLiteral("submitted"));
    const auto late =
        server.pushOne(inspector, patch(server.ids(), Entity::Inspection, id, 3,
                                        one(QStringLiteral("answers.C-02"), QJsonValue::Null,
                                            QJsonObject{{QStringLiteral("value"), QStringLiteral("no")}})));
    EXPECT_NE(late.outcome, Outcome::Applied);
    EXPECT_EQ(late.code, protocol::code::kWrongState);
    EXPECT_EQ(server.pushOne(inspector, done).outcome, Outcome::Duplicate);
}

TEST_P(Inspections, scoreOfAnOlderTier_isTaken_andItsCertificateKeepsThatTier)
{
    const Session administrator =
        server.join(QStringLiteral("an.admin"), Role::Administrator, {QStringLiteral("PK-PB")});
    const QString before = draft();
    const QString after = draft();
    QJsonObject body =
        QJsonDocument::fromJson(
            server.value(QStringLiteral("SELECT data FROM record WHERE entity = 'policy'")).toByteArray())
            .object()
            .value(QStringLiteral("body"))
            .toObject();
    body.insert(QStringLiteral("version"), 2);
    body.insert(QStringLiteral("city_tiers"),
                QJsonObject{{QStringLiteral("tiers"), QJsonObject{{QString::number(kSialkot), 3}}},
                            {QStringLiteral("source"), QStringLiteral("Sample order")}});
    ASSERT_EQ(server
                  .pushOne(administrator, create(server.ids(), Entity::Policy,
                                                 {{QStringLiteral("version"), 2}, {QStringLiteral("body"), body}}))
                  .outcome,
              Outcome::Applied);
    // A laptop that has the new version, and one that scored under the old one.
    Change newer = submit(after);
    QHash<QString, Answer> answers;
    for (auto it = newer.fields.cbegin(); it != newer.fields.cend(); ++it) {
        if (it.key().startsWith(QLatin1String("answers.")))
            answers.insert(it.key().mid(8), Answer::fromJson(it->after).value());
    }
    ScoringContext context = samples::context(3);
    context.building = server.stored(building)->record.fields;
    const QJsonObject asTierThree = score(server.core().reference().standards.first(), answers, context).summary();
    const QJsonObject asTierTwo = newer.fields.value(QStringLiteral("score")).after.toObject();
    ASSERT_NE(asTierThree, asTierTwo) << "the tiers have marks of their own";
    EXPECT_EQ(server.pushOne(inspector, submit(before)).outcome, Outcome::Applied);
    EXPECT_EQ(server.pushOne(inspector, submit(after, {}, asTierThree)).outcome, Outcome::Applied);
    const auto tierOf = [this](const QString &inspection) {
        EXPECT_EQ(server.pushOne(officer, review(inspection, QStringLiteral("accept"), officer)).outcome,
                  Outcome::Applied);
        const auto issued = server.pushOne(officer, issue(inspection));
        EXPECT_EQ(issued.outcome, Outcome::Applied) << qPrintable(issued.message);
        const auto paper = certificateOf(inspection);
        return paper ? paper->number("tier") : 0;
    };
    EXPECT_EQ(tierOf(before), 2);
}

TEST_P(Inspections, claimedScoreThatTheAnswersDoNotGive_isRefused)
{
    const QString id = draft();
    QJsonObject claimed = submit(id).fields.value(QStringLiteral("score")).after.toObject();
    claimed.insert(QStringLiteral("total_bp"), 9'999);
    const auto result = server.pushOne(inspector, submit(id, {}, claimed));
    EXPECT_EQ(result.outcome, Outcome::Rejected);
    EXPECT_EQ(result.code, protocol::code::kScoreMismatch);
    EXPECT_EQ(server.stored(id)->text("state"), QStringLiteral("draft"));
    const Change failing = submit(id, {QStringLiteral("C-02")});
    Change cheating = submit(id);
    cheating.fields.insert(QStringLiteral("answers.C-02"), failing.fields.value(QStringLiteral("answers.C-02")));
    EXPECT_EQ(server.pushOne(inspector, cheating).code, protocol::code::kScoreMismatch);
}

TEST_P(Inspections, unknownStandardOrWrongAnswerForm_isRefused)
{
    QJsonObject fields = draftFields(inspector.actor.accountId);
    fields.insert(QStringLiteral("standard_hash"), QString(64, QLatin1Char('0')));
    const Change odd = create(server.ids(), Entity::Inspection, fields);
    server.pushOne(inspector, odd);
    EXPECT_EQ(server.pushOne(inspector, submit(odd.id)).field, QStringLiteral("standard_hash"));
    Change wrong = submit(draft());
    wrong.fields.insert(QStringLiteral("answers.A-02"),
                        {QJsonValue::Null, QJsonObject{{QStringLiteral("value"), QStringLiteral("perhaps")}}});
    EXPECT_EQ(server.pushOne(inspector, wrong).field, QStringLiteral("answers.A-02"));
}

TEST_P(Inspections, rowsThatWereBegun_areTakenInADraftAndRefusedAtTheSubmit)
{
    const QString id = draft();
    const QJsonObject begun{
        {QStringLiteral("rows"), QJsonArray{QJsonObject{{QStringLiteral("width"), QStringLiteral("36")}}}}};
    EXPECT_EQ(server
                  .pushOne(inspector, patch(server.ids(), Entity::Inspection, id, 1,
                                            one(QStringLiteral("answers.C-01"), QJsonValue::Null, begun)))
                  .outcome,
              Outcome::Applied);
    // A score that counts them as missing, as they are, does not make them whole.
    Change done = submit(id);
    done.fields.insert(QStringLiteral("answers.C-01"), {begun, begun});
    const auto refused = server.pushOne(inspector, done);
    EXPECT_EQ(refused.outcome, Outcome::Rejected);
    EXPECT_EQ(refused.field, QStringLiteral("answers.C-01"));
    EXPECT_EQ(server.stored(id)->text("state"), QStringLiteral("draft"));
}

TEST_P(Inspections, visitThatCouldNotBeDone_hasNoScore)
{
    const QString id = draft();
    FieldChanges fields = one(QStringLiteral("state"), QStringLiteral("draft"), QStringLiteral("submitted"));
    fields.insert(QStringLiteral("visit_outcome"), {QJsonValue::Null, QStringLiteral("no_entry")});
    fields.insert(QStringLiteral("score"), {QJsonValue::Null, QJsonObject{{QStringLiteral("total_bp"), 10'000}}});
    EXPECT_EQ(
        server.pushOne(inspector, patch(server.ids(), Entity::Inspection, id, 1, fields, ChangeKind::Submit)).code,
        protocol::code::kScoreMismatch);
    fields.remove(QStringLiteral("score"));
    EXPECT_EQ(
        server.pushOne(inspector, patch(server.ids(), Entity::Inspection, id, 1, fields, ChangeKind::Submit)).outcome,
        Outcome::Applied);
}

TEST_P(Inspections, stateIsNotChangedByAPatch)
{
    const QString id = draft();
    const auto result = server.pushOne(
        inspector, patch(server.ids(), Entity::Inspection, id, 1,
                         one(QStringLiteral("state"), QStringLiteral("draft"), QStringLiteral("accepted"))));
    EXPECT_EQ(result.code, protocol::code::kWrongState);
}

TEST_P(Inspections, submitThatMeetsAnothersAnswer_submitsNothing)
{
    const QString id = draft();
    server.pushOne(inspector, patch(server.ids(), Entity::Inspection, id, 1,
                                    answer(QStringLiteral("A-02"), QStringLiteral("no")))); // the other laptop
    const auto result = server.pushOne(inspector, submit(id));
    EXPECT_EQ(result.outcome, Outcome::Conflict);
    EXPECT_EQ(result.conflicts,
              (QStringList{QStringLiteral("answers.A-02"), QStringLiteral("state"), QStringLiteral("score"),
                           QStringLiteral("finished_at"), QStringLiteral("visit_outcome")}))
        << "the laptop takes none of them for the server's";
    EXPECT_EQ(server.stored(id)->text("state"), QStringLiteral("draft"));
    EXPECT_FALSE(server.stored(id)->record.fields.contains(QStringLiteral("score")));
}

TEST_P(Inspections, submitThatMeetsAnEarlierSubmit_isSaidToBeRefused)
{
    const QString id = draft();
    ASSERT_EQ(server.pushOne(inspector, submit(id)).outcome, Outcome::Applied);
    FieldChanges late = one(QStringLiteral("state"), QStringLiteral("draft"), QStringLiteral("submitted"));
    late.insert(QStringLiteral("visit_outcome"), {QJsonValue::Null, QStringLiteral("no_entry")});
    const Change second = patch(server.ids(), Entity::Inspection, id, 1, late, ChangeKind::Submit); // the other laptop
    EXPECT_EQ(server.pushOne(inspector, second).code, protocol::code::kWrongState);
    EXPECT_EQ(server.stored(id)->text("visit_outcome"), QStringLiteral("done"));
}

TEST_P(Inspections, submitThatBringsARemovedDraftBack_saysThatItStands)
{
    const QString id = draft();
    const Change submitted = submit(id); // on one laptop, while the other discards the draft
    ASSERT_EQ(server.pushOne(inspector, patch(server.ids(), Entity::Inspection, id, 1, {}, ChangeKind::Delete)).outcome,
              Outcome::Applied);
    const auto result = server.pushOne(inspector, submitted);
    EXPECT_EQ(result.outcome, Outcome::Conflict);
    EXPECT_EQ(result.conflicts, QStringList{QStringLiteral("deleted")}) << "the laptop shows what the server has";
    EXPECT_EQ(server.stored(id)->text("state"), QStringLiteral("submitted"));
    EXPECT_FALSE(server.stored(id)->deleted);
}

TEST_P(Inspections, inspectorSeesAndChangesOnlyTheOwn)
{
    const Session other = server.join(QStringLiteral("inspector.two"), Role::Inspector, {QStringLiteral("PK-PB")});
    const QString id = draft();
    for (const auto &item : server.pullAll(other))
        EXPECT_NE(item.id, id);
    const auto result = server.pushOne(
        other, patch(server.ids(), Entity::Inspection, id, 1, answer(QStringLiteral("A-02"), QStringLiteral("yes"))));
    EXPECT_EQ(result.code, protocol::code::kNotAllowed);
    const Change inHisName = create(server.ids(), Entity::Inspection, draftFields(inspector.actor.accountId));
    EXPECT_EQ(server.pushOne(other, inHisName).code, protocol::code::kNotAllowed);
}

TEST_P(Inspections, assignmentOfAnInspectorWhoHasLeft_isCancelledOrGivenToAnother)
{
    const Session other = server.join(QStringLiteral("inspector.other"), Role::Inspector, {QStringLiteral("PK-PB")});
    const Change first = assignment(inspector);
    const Change second = assignment(inspector, "complaint");
    ASSERT_EQ(server.pushOne(officer, first).outcome, Outcome::Applied);
    ASSERT_EQ(server.pushOne(officer, second).outcome, Outcome::Applied);
    protocol::AccountChange closed;
    closed.active = false;
    ASSERT_TRUE(AccountAdmin(server.core().stores().ofThisThread().value()->database(),
                             server.core().reference().gazetteer, server.clock(), Manager::server())
                    .change(inspector.actor.accountId, closed));
    const auto change = [&](const Change &of, const char *field, const QString &before, const QString &after) {
        FieldChanges fields = one(QLatin1String(field), before, after);
        if (after == QLatin1String("cancelled"))
            fields.insert(QStringLiteral("state_reason"), {QJsonValue::Null, QStringLiteral("Has left.")});
        return server.pushOne(officer, patch(server.ids(), Entity::Assignment, of.id, 1, fields)).outcome;
    };
    EXPECT_EQ(change(first, "state", QStringLiteral("open"), QStringLiteral("cancelled")), Outcome::Applied);
    EXPECT_EQ(change(second, "due", QStringLiteral("2026-12-01"), QStringLiteral("2026-12-02")), Outcome::Rejected);
    EXPECT_EQ(change(second, "inspector", inspector.actor.accountId, other.actor.accountId), Outcome::Applied);
}

TEST_P(Inspections, submit_closesItsAssignment)
{
    const Change assigned = assignment(inspector);
    ASSERT_EQ(server.pushOne(officer, assigned).outcome, Outcome::Applied);
    QJsonObject fields = draftFields(inspector.actor.accountId);
    fields.insert(QStringLiteral("assignment"), assigned.id);
    const Change made = create(server.ids(), Entity::Inspection, fields);
    server.pushOne(inspector, made);
    ASSERT_EQ(server.pushOne(inspector, submit(made.id)).outcome, Outcome::Applied);
    EXPECT_EQ(server.stored(assigned.id)->text("state"), QStringLiteral("done"));
}

TEST_P(Inspections, assignmentOfAnotherBuilding_isRefusedAndStaysOpen)
{
    const Change assigned = assignment(inspector);
    ASSERT_EQ(server.pushOne(officer, assigned).outcome, Outcome::Applied);
    const Change other = create(server.ids(), Entity::Building,
                                buildingFields(kSialkot, QStringLiteral("SKT-0002"), QStringLiteral("Barn")));
    ASSERT_EQ(server.pushOne(inspector, other).outcome, Outcome::Applied);
    QJsonObject fields = draftFields(inspector.actor.accountId);
    fields.insert(QStringLiteral("assignment"), assigned.id);
    fields.insert(QStringLiteral("building"), other.id);
    const auto result = server.pushOne(inspector, create(server.ids(), Entity::Inspection, fields));
    EXPECT_EQ(result.outcome, Outcome::Rejected);
    EXPECT_EQ(result.field, QStringLiteral("assignment"));
    EXPECT_EQ(server.stored(assigned.id)->text("state"), QStringLiteral("open"));
}

TEST_P(Inspections, assignmentOfAnotherInspector_isRefused)
{
    const Session other = server.join(QStringLiteral("inspector.two"), Role::Inspector, {QStringLiteral("PK-PB")});
    const Change assigned = assignment(other);
    ASSERT_EQ(server.pushOne(officer, assigned).outcome, Outcome::Applied);
    QJsonObject fields = draftFields(inspector.actor.accountId);
    fields.insert(QStringLiteral("assignment"), assigned.id);
    const auto result = server.pushOne(inspector, create(server.ids(), Entity::Inspection, fields));
    EXPECT_EQ(result.outcome, Outcome::Rejected);
    EXPECT_EQ(server.stored(assigned.id)->text("state"), QStringLiteral("open"));
}

TEST_P(Inspections, assignment_goesToAnInspectorOfTheProvinceOnly)
{
    const Session far = server.join(QStringLiteral("inspector.far"), Role::Inspector, {QStringLiteral("PK-SD")});
    EXPECT_EQ(server.pushOne(officer, assignment(far)).field, QStringLiteral("inspector"));
    EXPECT_EQ(server.pushOne(officer, assignment(officer)).field, QStringLiteral("inspector"));
    EXPECT_EQ(server.pushOne(inspector, assignment(inspector)).code, protocol::code::kNotAllowed);
}

TEST_P(Inspections, reassigned_leavesTheFirstInspectorsFeed)
{
    const Session second = server.join(QStringLiteral("inspector.two"), Role::Inspector, {QStringLiteral("PK-PB")});
    const Change assigned = assignment(inspector);
    server.pushOne(officer, assigned);
    QString mine;
    QString theirs;
    QString officers;
    server.pull(inspector, mine);
    server.pull(second, theirs);
    server.pull(officer, officers);
    const FieldChanges to = one(QStringLiteral("inspector"), inspector.actor.accountId, second.actor.accountId);
    ASSERT_EQ(server.pushOne(officer, patch(server.ids(), Entity::Assignment, assigned.id, 1, to)).outcome,
              Outcome::Applied);
    const auto left = server.pull(inspector, mine);
    ASSERT_EQ(left.size(), 1);
    EXPECT_EQ(left[0].kind, protocol::FeedKind::Leave);
    EXPECT_EQ(left[0].id, assigned.id);
    const auto came = server.pull(second, theirs);
    ASSERT_EQ(came.size(), 1);
    EXPECT_EQ(came[0].kind, protocol::FeedKind::Put);
    const auto seen = server.pull(officer, officers);
    ASSERT_EQ(seen.size(), 1) << "who still sees it is not told that it left";
    EXPECT_EQ(seen[0].kind, protocol::FeedKind::Put);
}

TEST_P(Inspections, review_movesTheInspectionAndIsSaidOnce)
{
    const QString id = draft();
    EXPECT_EQ(server.pushOne(officer, review(id, QStringLiteral("accept"), officer)).code, protocol::code::kWrongState);
    server.pushOne(inspector, submit(id));
    EXPECT_EQ(server.pushOne(inspector, review(id, QStringLiteral("accept"), inspector)).code,
              protocol::code::kNotAllowed);
    EXPECT_EQ(server.pushOne(officer, review(id, QStringLiteral("return"), officer, {})).field,
              QStringLiteral("reason"));
    EXPECT_EQ(server.pushOne(officer, review(id, QStringLiteral("accept"), officer, QStringLiteral(" "))).field,
              QStringLiteral("reason"));
    Change silent = review(id, QStringLiteral("reject"), officer, {});
    silent.fields.insert(QStringLiteral("comments.C-02"), {QJsonValue::Null, QStringLiteral("Locked.")});
    EXPECT_EQ(server.pushOne(officer, silent).field, QStringLiteral("reason"))
        << "what is to be mended explains a return";
    EXPECT_EQ(server.stored(id)->text("state"), QStringLiteral("submitted"));
    EXPECT_EQ(server.pushOne(officer, review(id, QStringLiteral("accept"), officer)).outcome, Outcome::Applied);
    EXPECT_EQ(server.stored(id)->text("state"), QStringLiteral("accepted"));
    EXPECT_EQ(server.pushOne(officer, review(id, QStringLiteral("reject"), officer)).code, protocol::code::kWrongState);
    const auto unknown = server.pushOne(officer, review(server.ids().next(), QStringLiteral("accept"), officer));
    EXPECT_EQ(unknown.outcome, Outcome::Held);
}

TEST_P(Inspections, whoCarriedOutTheVisit_mayNotReviewIt)
{
    const QString id = draft();
    server.pushOne(inspector, submit(id));
    server.run(QStringLiteral("UPDATE account SET role = 'officer' WHERE name = 'inspector.one'")); // promoted since
    const auto result = server.pushOne(inspector, review(id, QStringLiteral("accept"), inspector));
    EXPECT_EQ(result.code, protocol::code::kNotAllowed);
    EXPECT_EQ(server.stored(id)->text("state"), QStringLiteral("submitted"));
}

TEST_P(Inspections, returned_opensTheNextRevisionAndKeepsTheOld)
{
    const QString id = draft();
    server.pushOne(inspector, submit(id));
    server.pushOne(officer, review(id, QStringLiteral("return"), officer));
    QJsonObject fields = draftFields(inspector.actor.accountId);
    fields.insert(QStringLiteral("previous"), id);
    EXPECT_EQ(server.pushOne(inspector, create(server.ids(), Entity::Inspection, fields)).field,
              QStringLiteral("previous"))
        << "revision 1 again";
    fields.insert(QStringLiteral("revision"), 2);
    EXPECT_EQ(server.pushOne(inspector, create(server.ids(), Entity::Inspection, fields)).outcome, Outcome::Applied);
    EXPECT_EQ(server.stored(id)->text("state"), QStringLiteral("returned"));
    EXPECT_TRUE(server.stored(id)->record.fields.contains(QStringLiteral("answers")));
}

TEST_P(Inspections, returned_hasOneSuccessor)
{
    const QString id = draft();
    server.pushOne(inspector, submit(id));
    server.pushOne(officer, review(id, QStringLiteral("return"), officer));
    QJsonObject fields = draftFields(inspector.actor.accountId);
    fields.insert(QStringLiteral("previous"), id);
    fields.insert(QStringLiteral("revision"), 2);
    const Change first = create(server.ids(), Entity::Inspection, fields);
    const Change second = create(server.ids(), Entity::Inspection, fields); // the inspector's other laptop
    const auto both = server.push(inspector, {first, second});
    EXPECT_EQ(both.value(0).outcome, Outcome::Applied);
    EXPECT_EQ(both.value(1).outcome, Outcome::Rejected);
    EXPECT_EQ(both.value(1).code, protocol::code::kExists);
    EXPECT_EQ(both.value(1).field, QStringLiteral("previous"));
    const Change third = create(server.ids(), Entity::Inspection, fields);
    EXPECT_EQ(server.pushOne(inspector, third).code, protocol::code::kExists);

    const Change discard = patch(server.ids(), Entity::Inspection, first.id, 1, {}, ChangeKind::Delete);
    ASSERT_EQ(server.pushOne(inspector, discard).outcome, Outcome::Applied);
    const Change fourth = create(server.ids(), Entity::Inspection, fields);
    EXPECT_EQ(server.pushOne(inspector, fourth).outcome, Outcome::Applied) << "the place is free again";
    const auto late = server.pushOne(inspector, patch(server.ids(), Entity::Inspection, first.id, 1,
                                                      answer(QStringLiteral("A-02"), QStringLiteral("yes"))));
    EXPECT_EQ(late.code, protocol::code::kExists) << "an edit that comes late does not bring the discarded one back";
}

TEST_P(Inspections, whenTheServerTookIt_isSaidOfAVisitOnceItIsHandedIn)
{
    const QString at = QStringLiteral("received_at");
    const QString registered = server.stored(building)->text("received_at");
    EXPECT_EQ(registered, toIso(server.clock().now()));
    const QString id = draft();
    EXPECT_FALSE(server.stored(id)->record.fields.contains(at)) << "a draft counts nowhere";
    Change claims = submit(id);
    claims.fields.insert(at, {QJsonValue::Null, QStringLiteral("2026-10-01T00:00:00.000Z")});
    EXPECT_EQ(server.pushOne(inspector, claims).field, at) << "no laptop says when it was";
    server.clock().advance(5 * 60'000);
    const QString handedIn = toIso(server.clock().now());
    server.pushOne(inspector, submit(id));
    EXPECT_EQ(server.stored(id)->text("received_at"), handedIn);
    EXPECT_NE(server.stored(id)->text("finished_at"), handedIn) << "which is the laptop's word";
    server.clock().advance(7 * 60'000);
    const Change word = review(id, QStringLiteral("accept"), officer);
    ASSERT_EQ(server.pushOne(officer, word).outcome, Outcome::Applied);
    EXPECT_EQ(server.stored(word.id)->text("received_at"), toIso(server.clock().now()));
    EXPECT_EQ(server.stored(id)->text("received_at"), handedIn) << "what is decided of it moves it no more";
    const auto taken = server.pushOne(
        officer, patch(server.ids(), Entity::Building, building, 1, one(at, registered, QJsonValue::Null)));
    EXPECT_EQ(server.stored(building)->text("received_at"), registered) << qPrintable(taken.message);
}

MARKAZ_ON_BOTH(Inspections);

} // namespace
} // namespace markaz::server::test
