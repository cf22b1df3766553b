// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A follow-up by another inspector, through a real server: what reaches his laptop, and what he makes of it.
#include "core/domain/earliervisit.h"
#include "core/workflow/assignments.h"
#include "core/workflow/changeassignment.h"
#include "core/workflow/followup.h"
#include "tests/integration/realserver.h"
#include "tests/support/perfectanswers.h"

namespace markaz::test {
namespace {

const QString kFailing = QStringLiteral("C-02");

class FollowedUp : public RealServer
{
protected:
    void SetUp() override
    {
        ASSERT_NO_FATAL_FAILURE(RealServer::SetUp());
        addAccount("sample.second", "inspector", {QStringLiteral("PK-PB")});
        m_first = laptopOf("sample.inspector");
        m_second = laptopOf("sample.second");
        m_officer = laptopOf("sample.officer");
        const auto mill = m_first->registerBuilding("LHE", QStringLiteral("Sample mill"));
        const auto other = m_first->registerBuilding("LHE", QStringLiteral("Sample works"));
        ASSERT_TRUE(succeeded(mill) && succeeded(other));
        m_mill = mill->id();
        m_visit = visit(m_mill);
        m_elsewhere = visit(other->id());
        ASSERT_TRUE(clean(m_first->syncUntilClean()));
        ASSERT_TRUE(clean(m_officer->syncUntilClean()));
        ASSERT_TRUE(clean(m_second->syncUntilClean())) << "it has been here before: its cursor lies behind the visit";
    }
    /// Handed in by the first inspector, with one item that fails; its id.
    QString visit(const QString &building)
    {
        const auto begun = m_first->begin(building);
        EXPECT_TRUE(succeeded(begun));
        EXPECT_TRUE(succeeded(m_first->answerAll(begun->id())));
        QHash<QString, Answer> failing = samples::perfectAnswers(Carried::get().standard, 1);
        samples::makeFail(failing, Carried::get().standard, kFailing, 1);
        EXPECT_TRUE(succeeded(RecordAnswer(m_first->workspace(), Carried::get().standards)
                                  .run(m_first->me(), begun->id(), kFailing, *failing.constFind(kFailing))));
        EXPECT_TRUE(succeeded(RecordAnswer(m_first->workspace(), Carried::get().standards)
                                  .note(m_first->me(), begun->id(), kFailing, QStringLiteral("The key is away"))));
        EXPECT_TRUE(succeeded(m_first->submit(begun->id())));
        return begun->id();
    }
    void decide(const char *decision)
    {
        ASSERT_TRUE(succeeded(ReviewInspection(m_officer->workspace())
                                  .run(m_officer->me(), m_visit, QLatin1String(decision),
                                       QStringLiteral("The rear exit is locked."), {})));
        ASSERT_TRUE(clean(m_officer->syncUntilClean()));
    }
    QString assign(const Laptop &to)
    {
        AssignmentEntry entry;
        entry.inspectorId = to.me().accountId;
        entry.kind = QStringLiteral("follow_up");
        entry.due = QDate(2027, 1, 15);
        const auto made = AssignBuildings(m_officer->workspace()).run(m_officer->me(), {m_mill}, entry);
        EXPECT_TRUE(succeeded(made));
        EXPECT_TRUE(clean(m_officer->syncUntilClean()));
        return made.ok() ? made->value(0) : QString();
    }
    static FollowUp following(Laptop &laptop)
    {
        return FollowUp(laptop.workspace(), Carried::get().standards, Carried::get().gazetteer,
                        Carried::get().programme);
    }
    bool has(Laptop &laptop, Entity entity, const QString &id) { return !laptop.record(entity, id).isEmpty(); }

    std::unique_ptr<Laptop> m_first;
    std::unique_ptr<Laptop> m_second;
    std::unique_ptr<Laptop> m_officer;
    QString m_mill;
    QString m_visit;     ///< of the mill
    QString m_elsewhere; ///< the first inspector's other one
};

INSTANTIATE_TEST_SUITE_P(Stores, FollowedUp, testing::Values("sqlite", "postgres"), storeName);

TEST_P(FollowedUp, byAnotherInspector_asksForWhatFailedAndIsAccepted)
{
    decide("accept");
    const QString errand = assign(*m_second);
    ASSERT_TRUE(clean(m_second->syncUntilClean()));
    for (const QString &id : {m_visit, m_elsewhere})
        EXPECT_FALSE(has(*m_second, Entity::Inspection, id)) << "he reads what the assignment shows, not the visits";

    const auto plan = following(*m_second).plan(m_second->me(), m_mill, errand);
    ASSERT_TRUE(succeeded(plan));
    ASSERT_TRUE(plan->has_value());
    EXPECT_EQ((*plan)->asked, QStringList{kFailing});
    m_second->workOffline(true);
    const auto draft = following(*m_second).start(m_second->me(), m_mill, errand);
    ASSERT_TRUE(succeeded(draft));
    EXPECT_EQ(draft->previousId(), m_visit);
    const QJsonObject theirs = m_first->record(Entity::Inspection, m_visit)
                                   .value(QStringLiteral("fields"))
                                   .toObject()
                                   .value(QStringLiteral("answers"))
                                   .toObject();
    EXPECT_EQ(draft->answers().size(), theirs.size() - 1);
    for (const QString &code : draft->answers().keys())
        EXPECT_EQ(Answer::fromJson(draft->answers().value(code))->carriedFrom(), m_visit) << qPrintable(code);
    const auto last = followedVisit(m_second->workspace(), *draft);
    ASSERT_TRUE(succeeded(last));
    ASSERT_TRUE(last->has_value());
    EXPECT_EQ((*last)->answers().value(kFailing), theirs.value(kFailing)) << "last time's answer";

    const auto mended = samples::perfectAnswers(Carried::get().standard, 1);
    ASSERT_TRUE(succeeded(RecordAnswer(m_second->workspace(), Carried::get().standards)
                              .run(m_second->me(), draft->id(), kFailing, *mended.constFind(kFailing))));
    ASSERT_TRUE(succeeded(m_second->submit(draft->id())));
    m_second->workOffline(false);
    EXPECT_TRUE(clean(m_second->syncUntilClean())) << "the server scores it alike";
    ASSERT_TRUE(clean(m_officer->syncUntilClean()));
    const QJsonObject atOfficer = m_officer->record(Entity::Inspection, draft->id());
    EXPECT_EQ(atOfficer, m_second->record(Entity::Inspection, draft->id()));
    const auto handedIn = m_officer->workspace().records.requireAs<Inspection>(draft->id());
    ASSERT_TRUE(succeeded(handedIn));
    EXPECT_EQ(handedIn->state(), QStringLiteral("submitted"));
    EXPECT_EQ(handedIn->score().value(QStringLiteral("total_bp")).toInt(), 10'000);
    const auto closed = m_second->workspace().records.requireAs<Assignment>(errand);
    ASSERT_TRUE(succeeded(closed));
    EXPECT_EQ(closed->state(), QStringLiteral("done"));
    EXPECT_FALSE(shownBy(*closed).has_value()) << "handed in, nothing of the earlier visit stays with him but that";
    ASSERT_TRUE(
        succeeded(ReviewInspection(m_officer->workspace())
                      .run(m_officer->me(), draft->id(), QStringLiteral("accept"), QStringLiteral("As seen"), {})));
    EXPECT_TRUE(clean(m_officer->syncUntilClean()));
    expectAuditHolds();
}

TEST_P(FollowedUp, ofAVisitThatIsAcceptedAfterTheAssignment_comesThen)
{
    const QString errand = assign(*m_second);
    ASSERT_TRUE(clean(m_second->syncUntilClean()));
    EXPECT_FALSE(following(*m_second).plan(m_second->me(), m_mill, errand)->has_value());
    decide("accept");
    ASSERT_TRUE(clean(m_second->syncUntilClean()));
    const auto plan = following(*m_second).plan(m_second->me(), m_mill, errand);
    ASSERT_TRUE(plan.ok() && plan->has_value());
    EXPECT_EQ((*plan)->previousId, m_visit);
}

TEST_P(FollowedUp, ofAVisitThatWasRejected_asksForAll)
{
    decide("reject");
    const QString errand = assign(*m_second);
    ASSERT_TRUE(clean(m_second->syncUntilClean()));
    EXPECT_FALSE(following(*m_second).plan(m_second->me(), m_mill, errand)->has_value());
    const auto draft = following(*m_second).start(m_second->me(), m_mill, errand);
    ASSERT_TRUE(succeeded(draft));
    EXPECT_EQ(draft->previousId(), QString());
}

TEST_P(FollowedUp, assignmentThatIsTakenAway_leavesWithWhatItShowed)
{
    decide("accept");
    const QString errand = assign(*m_second);
    ASSERT_TRUE(clean(m_second->syncUntilClean()));
    ASSERT_TRUE(has(*m_second, Entity::Assignment, errand));
    const auto assignment = m_officer->workspace().records.requireAs<Assignment>(errand);
    ASSERT_TRUE(succeeded(assignment));
    AssignmentEntry entry = entryOf(*assignment);
    entry.inspectorId = m_first->me().accountId;
    ASSERT_TRUE(succeeded(ChangeAssignment(m_officer->workspace()).run(m_officer->me(), errand, entry)));
    ASSERT_TRUE(clean(m_officer->syncUntilClean()));
    ASSERT_TRUE(clean(m_second->syncUntilClean()));
    EXPECT_FALSE(has(*m_second, Entity::Assignment, errand));
    ASSERT_TRUE(clean(m_first->syncUntilClean()));
    const auto own = m_first->workspace().records.requireAs<Assignment>(errand);
    ASSERT_TRUE(succeeded(own));
    EXPECT_FALSE(shownBy(*own).has_value()) << "he has the visit itself";
    EXPECT_EQ((*following(*m_first).plan(m_first->me(), m_mill, errand))->previousId, m_visit);
}

} // namespace
} // namespace markaz::test
