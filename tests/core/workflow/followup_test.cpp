// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The follow-up of another inspector's visit, of which this laptop has what the assignment shows.
#include "core/domain/earliervisit.h"
#include "core/workflow/followup.h"
#include "tests/core/workflow/workflowfixture.h"
#include "tests/support/lastinganswers.h"

namespace markaz {
namespace {

const QString kFailing = QStringLiteral("C-02");
const QString kTheirs = QStringLiteral("01900000-0000-7000-8000-00000000fe01");

class FollowUpTest : public test::WorkflowFixture
{
protected:
    FollowUp following() { return FollowUp(*m_workspace, m_standards, test::gazetteer(), m_programme); }
    static QHash<QString, Answer> failing(const QString &code)
    {
        auto answers = samples::lastingAnswers(test::standard(), 1);
        samples::makeFail(answers, test::standard(), code, 1);
        return answers;
    }
    /// What the server puts into the assignment of a colleague's visit on \p day.
    QJsonObject shown(const char *day, const QString &hash = test::standard().hash())
    {
        QJsonObject fields =
            inspectionFields(QString(), m_colleague.accountId, "accepted",
                             {{QStringLiteral("standard"), test::standard().id()},
                              {QStringLiteral("standard_hash"), hash},
                              {QStringLiteral("started_at"), QLatin1String(day) + QStringLiteral("T09:00:00.000Z")},
                              {QStringLiteral("visit_outcome"), QStringLiteral("done")},
                              {QStringLiteral("notes"), QJsonObject{{kFailing, QStringLiteral("Sample")}}}});
        fields.insert(QStringLiteral("answers"), samples::answersField(failing(kFailing)));
        return shownOf({Entity::Inspection, kTheirs, 3, fields});
    }
    QString assigned(const QString &building, const QJsonObject &visit)
    {
        return assignment(building, "open",
                          {{QStringLiteral("kind"), QStringLiteral("follow_up")}, {kEarlierVisit, visit}});
    }
};

TEST_F(FollowUpTest, ofAnothersVisit_asksForWhatFailedAndCarriesTheRest)
{
    const QString house = visitedBuilding();
    const QString errand = assigned(house, shown("2026-11-20"));
    EXPECT_FALSE(shown("2026-11-20").contains(QStringLiteral("notes")));
    EXPECT_FALSE(following().plan(m_me, house)->has_value()) << "without the assignment nothing is known";
    const auto plan = following().plan(m_me, house, errand);
    ASSERT_TRUE(plan.ok() && plan->has_value());
    EXPECT_EQ((*plan)->asked, QStringList{kFailing});
    EXPECT_EQ((*plan)->previousId, kTheirs);

    const auto draft = following().start(m_me, house, errand);
    ASSERT_TRUE(draft.ok()) << qPrintable(draft.error().detail);
    EXPECT_EQ(draft->previousId(), kTheirs);
    EXPECT_EQ(draft->assignmentId(), errand);
    EXPECT_FALSE(draft->answers().contains(kFailing));
    const auto given = failing(kFailing);
    for (const QString &code : draft->answers().keys()) {
        EXPECT_EQ(draft->answers().value(code).toObject(), given.constFind(code)->carriedOver(kTheirs).toJson())
            << qPrintable(code);
    }
    const auto followed = followedVisit(*m_workspace, *draft);
    ASSERT_TRUE(followed.ok() && followed->has_value());
    EXPECT_EQ((*followed)->answers().value(kFailing), QJsonValue(given.constFind(kFailing)->toJson()))
        << "last time's answer";

    // An answer given here, and the carried one back, as undo gives it.
    const QString other = QStringLiteral("C-01");
    const Answer carried = *Answer::fromJson(draft->answers().value(other));
    QHash<QString, Answer> changed = samples::lastingAnswers(test::standard(), 1);
    samples::makeFail(changed, test::standard(), other, 1);
    ASSERT_TRUE(answering().run(m_me, draft->id(), other, *changed.constFind(other)).ok());
    const auto back = answering().run(m_me, draft->id(), other, carried);
    ASSERT_TRUE(back.ok()) << qPrintable(back.error().detail);
    EXPECT_EQ(back->answers().value(other), QJsonValue(carried.toJson()));

    const auto answers = samples::lastingAnswers(test::standard(), 1);
    ASSERT_TRUE(answering().run(m_me, draft->id(), kFailing, *answers.constFind(kFailing)).ok());
    EXPECT_EQ(submitting().scoreOf(draft->id())->totalBp, 10'000);
    EXPECT_TRUE(submitting().run(m_me, draft->id(), QStringLiteral("done")).ok());
}

TEST_F(FollowUpTest, newerOfTwoVisits_isTheOneThatIsFollowedUp)
{
    const QString house = visitedBuilding();
    const QString own = submitted(house); // on the 23rd
    const auto ofOwn = following().plan(m_me, house, assigned(house, shown("2026-11-20")));
    ASSERT_TRUE(ofOwn.ok() && ofOwn->has_value()); // of a certificate that has run out since
    EXPECT_EQ((*ofOwn)->previousId, own);
    EXPECT_FALSE((*ofOwn)->asked.contains(kFailing));
    const auto plan = following().plan(m_me, house, assigned(house, shown("2026-11-24")));
    ASSERT_TRUE(plan.ok() && plan->has_value());
    EXPECT_EQ((*plan)->previousId, kTheirs);
    EXPECT_TRUE((*plan)->asked.contains(kFailing));
}

TEST_F(FollowUpTest, whatTheAssignmentShowsNoMore_isKnownNoMore)
{
    const QString house = visitedBuilding();
    const QString errand = assigned(house, shown("2026-11-20"));
    const auto draft = following().start(m_me, house, errand);
    ASSERT_TRUE(draft.ok());
    const Answer carried = *Answer::fromJson(draft->answers().value(QStringLiteral("C-01")));
    Record closed = *m_records->require(Entity::Assignment, errand);
    closed.fields.remove(kEarlierVisit);
    closed.fields.insert(QStringLiteral("state"), QStringLiteral("cancelled"));
    put(Entity::Assignment, closed.fields, errand);
    EXPECT_FALSE(followedVisit(*m_workspace, *draft)->has_value());
    EXPECT_TRUE(m_records->requireAs<Inspection>(draft->id())->answers().contains(QStringLiteral("C-01")))
        << "what was carried over stays";
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("C-03"),
                  [&] { return answering().run(m_me, draft->id(), QStringLiteral("C-03"), carried); });
}

TEST_F(FollowUpTest, ofAVersionThatIsNotKnownHere_asksForAll)
{
    const QString house = visitedBuilding();
    const QString errand = assigned(house, shown("2026-11-20", QString(64, QLatin1Char('7'))));
    EXPECT_FALSE(following().plan(m_me, house, errand)->has_value());
    const auto draft = following().start(m_me, house, errand);
    ASSERT_TRUE(draft.ok());
    EXPECT_EQ(draft->previousId(), QString());
    EXPECT_TRUE(draft->answers().isEmpty());
}

TEST(EarlierVisit, whatIsNoInspection_isShownByNobody)
{
    for (const QJsonObject &shown : {QJsonObject(), QJsonObject{{QStringLiteral("id"), kTheirs}},
                                     QJsonObject{{QStringLiteral("id"), QStringLiteral("no id")},
                                                 {QStringLiteral("state"), QStringLiteral("accepted")}}}) {
        const auto assignment = Assignment::from({Entity::Assignment,
                                                  kTheirs,
                                                  1,
                                                  {{QStringLiteral("building"), kTheirs},
                                                   {QStringLiteral("inspector"), kTheirs},
                                                   {QStringLiteral("kind"), QStringLiteral("follow_up")},
                                                   {QStringLiteral("due"), QStringLiteral("2026-12-01")},
                                                   {QStringLiteral("state"), QStringLiteral("open")},
                                                   {kEarlierVisit, shown}}});
        ASSERT_TRUE(assignment.ok());
        EXPECT_FALSE(shownBy(*assignment).has_value());
    }
}

} // namespace
} // namespace markaz
