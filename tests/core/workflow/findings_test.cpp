// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/findingrepository.h"
#include "core/workflow/findings.h"
#include "core/workflow/followup.h"
#include "tests/core/workflow/workflowfixture.h"
#include "tests/support/lastinganswers.h"

namespace markaz {
namespace {

class FindingsTest : public test::WorkflowFixture
{
protected:
    const QString kCritical = QStringLiteral("C-02");
    std::optional<SubmitInspection> m_scores;

    void SetUp() override
    {
        WorkflowFixture::SetUp();
        m_scores.emplace(submitting());
    }
    RaiseFinding raising() { return RaiseFinding(*m_workspace, m_standards); }
    EditFinding editing() { return EditFinding(*m_workspace); }
    MoveFinding moving() { return MoveFinding(*m_workspace, *m_scores); }
    FollowUp following() { return FollowUp(*m_workspace, m_standards, test::gazetteer(), m_programme); }
    FindingEntry entry() const
    {
        return {Severity::Critical, QStringLiteral("The rear exit is locked"), QStringLiteral("Owner"),
                QDate(2026, 12, 24)};
    }
    QString raised(const QString &visit, const QString &item)
    {
        const auto made = raising().run(m_me, visit, item, entry());
        EXPECT_TRUE(made.ok()) << qPrintable(made.ok() ? QString() : made.error().detail);
        return made.ok() ? made->id() : QString();
    }
    /// A visit handed in in which \p failing failed; its findings raised where \p with.
    QString handedIn(const QString &building, const QStringList &failing, bool with = true)
    {
        QString visit = draftOf(building);
        QHash<QString, Answer> answers = samples::lastingAnswers(test::standard(), 1);
        for (const QString &code : failing)
            samples::makeFail(answers, test::standard(), code, 1);
        answerAll(visit, answers);
        for (const QString &code : failing) {
            if (with)
                raised(visit, code);
        }
        const auto done = submitting().run(m_me, visit, QStringLiteral("done"));
        EXPECT_TRUE(done.ok()) << qPrintable(done.ok() ? QString() : done.error().detail);
        m_clock.advance(qint64(24) * 3600 * 1000);
        return visit;
    }
    /// The answer that meets the critical item.
    Answer met() const
    {
        const auto answers = samples::lastingAnswers(test::standard(), 1);
        return *answers.constFind(kCritical);
    }
    QString only(const QString &building)
    {
        const auto ids = FindingRepository(*m_database).unsettledOf(building);
        EXPECT_EQ(ids->size(), 1);
        return ids->value(0);
    }
    QString state(const QString &id) { return text(Entity::Finding, id, "state"); }
};

TEST_F(FindingsTest, proposal_isTheProgrammes)
{
    const Item &critical = *test::standard().item(kCritical);
    ASSERT_TRUE(critical.critical);
    EXPECT_EQ(raising().proposal(critical, false).severity, Severity::Critical);
    EXPECT_EQ(raising().proposal(critical, false).due, QDate(2026, 12, 24));
    const auto plain = std::find_if(test::standard().items().begin(), test::standard().items().end(),
                                    [](const Item &item) { return !item.critical; });
    EXPECT_EQ(raising().proposal(*plain, false).severity, Severity::Major);
    EXPECT_EQ(raising().proposal(*plain, true).severity, Severity::Minor);
    EXPECT_EQ(raising().proposal(*plain, true).due, QDate(2027, 1, 23));
}

TEST_F(FindingsTest, itsDay_isThatOfPakistan)
{
    const QString visit = draftOf(visitedBuilding());
    m_clock.set(QDateTime(QDate(2026, 11, 24), QTime(19, 30), Qt::UTC)); // half past midnight of the 25th
    EXPECT_EQ(raising().proposal(*test::standard().item(kCritical), false).due, QDate(2026, 12, 25));
    FindingEntry today = entry();
    today.due = QDate(2026, 11, 24);
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("due"),
                  [&] { return raising().run(m_me, visit, kCritical, today); });
    today.due = QDate(2026, 11, 25);
    EXPECT_TRUE(raising().run(m_me, visit, kCritical, today).ok());
}

TEST_F(FindingsTest, raise_makesAnOpenFindingOfTheOwnDraft)
{
    const QString building = visitedBuilding();
    const QString visit = draftOf(building);
    const auto made = raising().run(m_me, visit, kCritical, entry());
    ASSERT_TRUE(made.ok()) << qPrintable(made.error().detail);
    EXPECT_EQ(made->buildingId(), building);
    EXPECT_EQ(made->inspectionId(), visit);
    EXPECT_EQ(made->item(), kCritical);
    EXPECT_EQ(made->state(), FindingState::Open);
    EXPECT_EQ(made->authorId(), m_inspector);
    EXPECT_EQ(made->responsible(), QStringLiteral("Owner"));
    EXPECT_TRUE(made->sample()) << "as its building";
    EXPECT_EQ(owed().last().change.entity, Entity::Finding);
    EXPECT_FALSE(cell(QStringLiteral("SELECT data FROM finding")).toString().contains(QStringLiteral("locked")))
        << "its words are sealed";
    EXPECT_FALSE(cell(QStringLiteral("SELECT data FROM finding")).toString().contains(QStringLiteral("Owner")));
    expectRefused(ErrorCode::Exists, QStringLiteral("finding"),
                  [&] { return raising().run(m_me, visit, kCritical, entry()); });
}

TEST_F(FindingsTest, raise_isRefusedWithItsReason)
{
    const QString visit = draftOf(visitedBuilding());
    const auto raise = [&](const Actor &actor, const FindingEntry &words, const QString &item) {
        return raising().run(actor, visit, item, words);
    };
    for (const Actor &actor : {m_chief, m_auditor, m_admin})
        expectRefused(ErrorCode::NotAllowed, QStringLiteral("role"), [&] { return raise(actor, entry(), kCritical); });
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("own"), [&] { return raise(m_colleague, entry(), kCritical); });
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("Z-99"),
                  [&] { return raise(m_me, entry(), QStringLiteral("Z-99")); });
    FindingEntry odd = entry();
    odd.description = QStringLiteral("  ");
    expectRefused(ErrorCode::Incomplete, QStringLiteral("description"), [&] { return raise(m_me, odd, kCritical); });
    odd = entry();
    odd.due = QDate(2026, 11, 23);
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("due"), [&] { return raise(m_me, odd, kCritical); });
    odd.due = {};
    expectRefused(ErrorCode::Incomplete, QStringLiteral("due"), [&] { return raise(m_me, odd, kCritical); });
    const QString sent = handedIn(visitedBuilding(2), {});
    expectRefused(ErrorCode::WrongState, QStringLiteral("state"),
                  [&] { return raising().run(m_me, sent, kCritical, entry()); });
}

TEST_F(FindingsTest, remove_isForTheDraft)
{
    const QString visit = draftOf(visitedBuilding());
    const QString id = raised(visit, kCritical);
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("own"), [&] { return raising().remove(m_colleague, id); });
    EXPECT_TRUE(raising().remove(m_me, id).ok());
    EXPECT_EQ(cell(QStringLiteral("SELECT deleted FROM finding")).toInt(), 1);
    EXPECT_TRUE(raising().run(m_me, visit, kCritical, entry()).ok()) << "and it may be raised again";
    const QString building = visitedBuilding(2);
    handedIn(building, {kCritical});
    expectRefused(ErrorCode::WrongState, QStringLiteral("state"),
                  [&] { return raising().remove(m_me, only(building)); });
}

TEST_F(FindingsTest, edit_isTheInspectorsInTheDraftAndTheOfficersAfterwards)
{
    const QString building = visitedBuilding();
    const QString visit = draftOf(building);
    const QString id = raised(visit, kCritical);
    FindingEntry other = entry();
    other.description = QStringLiteral("Both exits are locked");
    other.responsible.clear();
    EXPECT_TRUE(editing().run(m_me, id, other).ok());
    EXPECT_EQ(text(Entity::Finding, id, "description"), other.description);
    EXPECT_FALSE(fieldsOf(Entity::Finding, id).contains(QStringLiteral("responsible")));
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("own"), [&] { return editing().run(m_colleague, id, other); });
    FindingEntry rewritten = other;
    rewritten.description = QStringLiteral("Nothing");
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("description"),
                  [&] { return editing().run(m_chief, id, rewritten); });
    other.due = QDate(2027, 3, 1);
    other.severity = Severity::Minor;
    EXPECT_TRUE(editing().run(m_chief, id, other).ok());
    EXPECT_EQ(text(Entity::Finding, id, "due"), QStringLiteral("2027-03-01"));
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("role"), [&] { return editing().run(m_auditor, id, other); });
    answerAll(visit, samples::lastingAnswers(test::standard(), 1));
    ASSERT_TRUE(submitting().run(m_me, visit, QStringLiteral("done")).ok());
    expectRefused(ErrorCode::WrongState, QStringLiteral("state"), [&] { return editing().run(m_me, id, other); });
    ASSERT_TRUE(moving().run(m_chief, id, FindingStep::Waive, QStringLiteral("The wing is closed")).ok());
    expectRefused(ErrorCode::WrongState, QStringLiteral("state"), [&] { return editing().run(m_chief, id, other); });
}

TEST_F(FindingsTest, steps_areThoseOfTheTableAndOfTheRole)
{
    const QString building = visitedBuilding();
    handedIn(building, {kCritical});
    const QString id = only(building);
    const auto steps = [&](const Actor &actor) {
        const auto finding = m_records->requireAs<Finding>(id);
        const auto possible = moving().possible(actor, *finding);
        EXPECT_TRUE(possible.ok());
        QStringList words;
        for (FindingStep step : *possible)
            words.append(token(step));
        return words.join(QLatin1Char(' '));
    };
    EXPECT_EQ(steps(m_me), QStringLiteral("fix"));
    EXPECT_EQ(steps(m_chief), QStringLiteral("fix waive"));
    EXPECT_EQ(steps(m_auditor), QString());
    EXPECT_EQ(steps(m_admin), QString());
    ASSERT_TRUE(moving().run(m_colleague, id, FindingStep::Fix).ok());
    EXPECT_EQ(steps(m_me), QStringLiteral("reopen"));
    EXPECT_EQ(steps(m_chief), QStringLiteral("reopen verify waive"));
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("own"),
                  [&] { return moving().run(m_me, id, FindingStep::Verify); });
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("role"),
                  [&] { return moving().run(m_me, id, FindingStep::Waive, QStringLiteral("No")); });
    expectRefused(ErrorCode::Incomplete, QStringLiteral("state_reason"),
                  [&] { return moving().run(m_chief, id, FindingStep::Waive, QStringLiteral(" ")); });
    expectRefused(ErrorCode::WrongState, QStringLiteral("state"),
                  [&] { return moving().run(m_chief, id, FindingStep::Fix); });
    ASSERT_TRUE(moving().run(m_chief, id, FindingStep::Waive, QStringLiteral("The wing is closed")).ok());
    EXPECT_EQ(steps(m_chief), QStringLiteral("restore"));
    ASSERT_TRUE(moving().run(m_chief, id, FindingStep::Restore).ok());
    EXPECT_FALSE(fieldsOf(Entity::Finding, id).contains(QStringLiteral("state_reason"))) << "it was the waiver's";
    ASSERT_TRUE(moving().run(m_chief, id, FindingStep::Fix).ok());
    ASSERT_TRUE(moving().run(m_chief, id, FindingStep::Verify).ok());
    EXPECT_EQ(steps(m_chief), QString()) << "verified is final";
}

TEST_F(FindingsTest, whoFoundIt_closesNothingAsAnOfficer)
{
    const QString building = visitedBuilding();
    handedIn(building, {kCritical});
    const QString id = only(building);
    Actor promoted = m_me;
    promoted.role = Role::Officer;
    const auto steps = [&] { return *moving().possible(promoted, *m_records->requireAs<Finding>(id)); };
    EXPECT_EQ(steps(), QList<FindingStep>{FindingStep::Fix});
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("separation"),
                  [&] { return moving().run(promoted, id, FindingStep::Waive, QStringLiteral("Mine")); });
    ASSERT_TRUE(moving().run(promoted, id, FindingStep::Fix).ok());
    EXPECT_EQ(steps(), QList<FindingStep>{FindingStep::Reopen});
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("separation"),
                  [&] { return moving().run(promoted, id, FindingStep::Verify); });
    ASSERT_TRUE(moving().run(m_chief, id, FindingStep::Waive, QStringLiteral("The wing is closed")).ok());
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("separation"),
                  [&] { return moving().run(promoted, id, FindingStep::Restore); });
}

TEST_F(FindingsTest, followUp_asksForWhatFailedAndCarriesTheRestOver)
{
    const QString building = visitedBuilding();
    EXPECT_FALSE(following().plan(m_me, building)->has_value()) << "nobody was there yet";
    const QString first = handedIn(building, {kCritical});
    EXPECT_FALSE(following().plan(m_colleague, building)->has_value()) << "another's answers are not on his laptop";
    const auto plan = following().plan(m_me, building);
    ASSERT_TRUE(plan.ok() && plan->has_value());
    EXPECT_EQ((*plan)->asked, QStringList{kCritical});
    const auto draft = following().start(m_me, building);
    ASSERT_TRUE(draft.ok()) << qPrintable(draft.error().detail);
    EXPECT_EQ(draft->kind(), QStringLiteral("follow_up"));
    EXPECT_EQ(draft->previousId(), first);
    EXPECT_EQ(draft->revision(), 1);
    EXPECT_FALSE(draft->answers().contains(kCritical));
    const QJsonObject earlier = fieldsOf(Entity::Inspection, first).value(QStringLiteral("answers")).toObject();
    EXPECT_EQ(draft->answers().size(), earlier.size() - 1);
    for (const QString &code : draft->answers().keys()) {
        QJsonObject answer = draft->answers().value(code).toObject();
        EXPECT_EQ(answer.take(QStringLiteral("carried")).toString(), first) << qPrintable(code);
        EXPECT_EQ(answer, earlier.value(code).toObject()) << qPrintable(code);
    }
    // Nothing else stands in the way of handing it in.
    const auto problems = submitting().problems(draft->id());
    QStringList missing;
    for (const Problem &problem : *problems) {
        if (problem.severity == Problem::Severity::MustSolve)
            missing.append(problem.item);
    }
    EXPECT_EQ(missing, QStringList{kCritical});
    ASSERT_TRUE(answering().run(m_me, draft->id(), kCritical, met()).ok());
    EXPECT_EQ(submitting().scoreOf(draft->id())->totalBp, 10'000);
    EXPECT_TRUE(submitting().run(m_me, draft->id(), QStringLiteral("done")).ok());
}

TEST_F(FindingsTest, followUp_asksForAFindingToo)
{
    const QString building = visitedBuilding();
    const QString visit = draftOf(building);
    answerAll(visit, samples::lastingAnswers(test::standard(), 1));
    raised(visit, kCritical); // met, and yet there is something to mend
    ASSERT_TRUE(submitting().run(m_me, visit, QStringLiteral("done")).ok());
    const auto plan = following().plan(m_me, building);
    ASSERT_TRUE(plan.ok() && plan->has_value());
    EXPECT_EQ((*plan)->asked, QStringList{kCritical});
    ASSERT_TRUE(moving().run(m_chief, only(building), FindingStep::Waive, QStringLiteral("Agreed")).ok());
    EXPECT_FALSE(following().plan(m_me, building)->has_value());
}

TEST_F(FindingsTest, followUp_asksForWhatHasRunOutSince)
{
    m_clock.set(QDateTime(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC));
    const QString building = visitedBuilding();
    const QString visit = draftOf(building);
    auto answers = samples::lastingAnswers(test::standard(), 1);
    const QString extinguishers = QStringLiteral("C-07");
    answers.insert(extinguishers, *samples::perfectAnswers(test::standard(), 1).constFind(extinguishers));
    answerAll(visit, answers);
    EXPECT_EQ(submitting().scoreOf(visit)->totalBp, 10'000);
    ASSERT_TRUE(submitting().run(m_me, visit, QStringLiteral("done")).ok());
    m_clock.set(QDateTime(QDate(2026, 11, 23), QTime(18, 59), Qt::UTC));
    EXPECT_FALSE(following().plan(m_me, building)->has_value()) << "it is good until the day is over in Pakistan";
    m_clock.set(QDateTime(QDate(2026, 11, 23), QTime(19, 0), Qt::UTC));
    const auto plan = following().plan(m_me, building);
    ASSERT_TRUE(plan.ok() && plan->has_value());
    EXPECT_EQ((*plan)->asked, QStringList{extinguishers});
}

TEST_F(FindingsTest, carriedAnswer_losesItsMarkWhenItIsGivenHereAndGetsItBackByUndo)
{
    const QString building = visitedBuilding();
    handedIn(building, {kCritical});
    const QString draft = following().start(m_me, building)->id();
    const QString code = QStringLiteral("C-01");
    const auto answer = [&] {
        return Answer::fromJson(
            fieldsOf(Entity::Inspection, draft).value(QStringLiteral("answers")).toObject().value(code));
    };
    const Answer carried = *answer();
    ASSERT_FALSE(carried.carriedFrom().isEmpty());
    QJsonObject same = carried.toJson();
    same.remove(QStringLiteral("carried"));
    ASSERT_TRUE(answering().run(m_me, draft, code, Answer::fromJson(same).value()).ok());
    EXPECT_TRUE(answer()->carriedFrom().isEmpty()) << "looked at again";
    EXPECT_NE(answer()->at(), carried.at());
    ASSERT_TRUE(answering().run(m_me, draft, code, carried).ok());
    EXPECT_EQ(*answer(), carried);
    QJsonObject forged = carried.toJson();
    forged.insert(QStringLiteral("at"), QStringLiteral("2026-11-01T09:00:00.000Z"));
    expectRefused(ErrorCode::InvalidValue, code,
                  [&] { return answering().run(m_me, draft, code, Answer::fromJson(forged).value()); });
}

TEST_F(FindingsTest, inspector_verifiesByAFollowUpThatMeetsTheItem)
{
    const QString building = visitedBuilding();
    handedIn(building, {kCritical});
    const QString id = only(building);
    const QString draft = following().start(m_me, building)->id();
    ASSERT_TRUE(answering().run(m_me, draft, kCritical, met()).ok());
    ASSERT_EQ(moving().metBy(draft)->size(), 1) << "the submit review offers it";
    expectRefused(ErrorCode::WrongState, QStringLiteral("state"),
                  [&] { return moving().run(m_me, id, FindingStep::Verify, {}, draft); });
    ASSERT_TRUE(submitting().run(m_me, draft, QStringLiteral("done")).ok());
    const auto verified = moving().run(m_me, id, FindingStep::Verify);
    ASSERT_TRUE(verified.ok()) << qPrintable(verified.error().detail);
    EXPECT_EQ(verified->state(), FindingState::Verified);
    EXPECT_EQ(verified->followUpId(), draft);
    EXPECT_EQ(state(id), QStringLiteral("verified"));
    const QList<OutboxRow> rows = owed();
    ASSERT_GE(rows.size(), 2);
    EXPECT_EQ(rows.last().change.fields.value(QStringLiteral("state")).before, QJsonValue(QStringLiteral("fixed")))
        << "the server is told both steps of the table";
    EXPECT_EQ(moving().metBy(draft)->size(), 0);
}

TEST_F(FindingsTest, submit_verifiesWhatTheVisitMeetsInTheSameTransaction)
{
    const QString building = visitedBuilding();
    handedIn(building, {kCritical});
    const QString id = only(building);
    const QString draft = following().start(m_me, building)->id();
    const auto submit = [&] { return submitting().run(m_me, draft, QStringLiteral("done"), {}, {id}); };
    QHash<QString, Answer> failing = samples::lastingAnswers(test::standard(), 1);
    samples::makeFail(failing, test::standard(), kCritical, 1);
    ASSERT_TRUE(answering().run(m_me, draft, kCritical, *failing.constFind(kCritical)).ok());
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("follow_up"), submit);
    ASSERT_TRUE(answering().run(m_me, draft, kCritical, met()).ok());
    ASSERT_TRUE(moving().run(m_chief, id, FindingStep::Waive, QStringLiteral("Agreed")).ok());
    expectRefused(ErrorCode::WrongState, QStringLiteral("state"), submit);
    EXPECT_TRUE(m_records->requireAs<Inspection>(draft)->isDraft()) << "both or neither";
    ASSERT_TRUE(moving().run(m_chief, id, FindingStep::Restore).ok());

    const qsizetype before = owed().size();
    const auto done = submit();
    ASSERT_TRUE(done.ok()) << qPrintable(done.error().detail);
    EXPECT_EQ(state(id), QStringLiteral("verified"));
    EXPECT_EQ(text(Entity::Finding, id, "follow_up"), draft);
    const QList<OutboxRow> rows = owed().mid(before);
    ASSERT_EQ(rows.size(), 3);
    EXPECT_EQ(rows[0].change.kind, ChangeKind::Submit) << "a finding is verified by what was handed in";
    EXPECT_EQ(rows[1].change.fields.value(QStringLiteral("state")).after, QJsonValue(QStringLiteral("fixed")));
    EXPECT_EQ(rows[2].change.fields.value(QStringLiteral("state")).after, QJsonValue(QStringLiteral("verified")));
}

TEST_F(FindingsTest, draftWithAFinding_isNotDiscarded)
{
    const QString visit = draftOf(visitedBuilding());
    const QString id = raised(visit, kCritical);
    const auto discard = [&] { return DiscardDraft(*m_workspace).run(m_me, visit); };
    expectRefused(ErrorCode::WrongState, QStringLiteral("answers"), discard);
    ASSERT_TRUE(raising().remove(m_me, id).ok());
    EXPECT_TRUE(discard().ok());
    EXPECT_EQ(owed().last().change.entity, Entity::Inspection) << "behind its finding";
}

/// The visit handed in before the finding was made, and the one that took the answer over.
TEST_F(FindingsTest, followUpThatDidNotLookAgain_verifiesNothing)
{
    const QString building = visitedBuilding();
    const QString other = QStringLiteral("C-01");
    handedIn(building, {other}, false);
    const auto followed = [&] {
        QString draft = following().start(m_me, building)->id();
        const auto again = samples::lastingAnswers(test::standard(), 1);
        EXPECT_TRUE(answering().run(m_me, draft, other, *again.constFind(other)).ok());
        return draft;
    };
    const QString carrying = followed(); // with the critical item's answer of the first visit
    ASSERT_TRUE(submitting().run(m_me, carrying, QStringLiteral("done")).ok());
    m_clock.advance(60'000);
    const auto made = [&](const QString &item, const QString &moment) {
        return put(Entity::Finding, {{QStringLiteral("inspection"), m_ids.next()},
                                     {QStringLiteral("building"), building},
                                     {QStringLiteral("item"), item},
                                     {QStringLiteral("severity"), QStringLiteral("major")},
                                     {QStringLiteral("description"), QStringLiteral("Sample")},
                                     {QStringLiteral("due"), QStringLiteral("2027-01-01")},
                                     {QStringLiteral("state"), QStringLiteral("fixed")},
                                     {QStringLiteral("author"), m_colleague.accountId},
                                     {QStringLiteral("made_at"), moment}});
    };
    for (const QString &id :
         {made(kCritical, QStringLiteral("2026-11-01T09:00:00.000Z")), made(other, toIso(m_clock.now()))}) {
        EXPECT_FALSE(moving().visitThatMeets(m_me, *m_records->requireAs<Finding>(id))->has_value());
        expectRefused(ErrorCode::InvalidValue, QStringLiteral("follow_up"),
                      [&] { return moving().run(m_me, id, FindingStep::Verify, {}, carrying); });
    }
    EXPECT_EQ(moving().metBy(carrying)->size(), 0);
}

TEST_F(FindingsTest, followUpInWhichTheItemFailsAgain_verifiesNothing)
{
    const QString building = visitedBuilding();
    handedIn(building, {kCritical});
    const QString id = only(building);
    const QString draft = following().start(m_me, building)->id();
    QHash<QString, Answer> answers = samples::lastingAnswers(test::standard(), 1);
    samples::makeFail(answers, test::standard(), kCritical, 1);
    ASSERT_TRUE(answering().run(m_me, draft, kCritical, *answers.constFind(kCritical)).ok());
    EXPECT_EQ(moving().metBy(draft)->size(), 0);
    ASSERT_TRUE(submitting().run(m_me, draft, QStringLiteral("done")).ok());
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("follow_up"),
                  [&] { return moving().run(m_me, id, FindingStep::Verify, {}, draft); });
    EXPECT_FALSE(moving().visitThatMeets(m_me, *m_records->requireAs<Finding>(id))->has_value());
}

TEST_F(FindingsTest, list_hasTheOverdueFirstAndIsFiltered)
{
    const QString mill = visitedBuilding(1);
    const QString depot = visitedBuilding(2);
    const QString visit = m_ids.next();
    const auto add = [&](const QString &building, const char *item, const char *severity, const char *state,
                         const char *due) {
        return put(Entity::Finding, {{QStringLiteral("inspection"), visit},
                                     {QStringLiteral("building"), building},
                                     {QStringLiteral("item"), QLatin1String(item)},
                                     {QStringLiteral("severity"), QLatin1String(severity)},
                                     {QStringLiteral("description"), QStringLiteral("Sample")},
                                     {QStringLiteral("due"), QLatin1String(due)},
                                     {QStringLiteral("state"), QLatin1String(state)},
                                     {QStringLiteral("author"), m_inspector},
                                     {QStringLiteral("made_at"), QStringLiteral("2026-11-01T09:00:00.000Z")}});
    };
    const QString settled = add(mill, "A-01", "minor", "verified", "2026-01-01");
    const QString later = add(mill, "C-01", "major", "open", "2027-02-01");
    const QString fixed = add(depot, "C-02", "critical", "fixed", "2026-11-01");
    const QString overdue = add(depot, "C-03", "critical", "open", "2026-11-20");
    const QString waived = add(mill, "C-04", "minor", "waived", "2026-02-01");
    const FindingRepository findings(*m_database);
    EXPECT_EQ(*findings.ids({}), (QStringList{overdue, later, fixed, settled, waived}));
    EXPECT_EQ(*findings.overdue(QDate(2026, 11, 24)), 1);
    EXPECT_EQ(*findings.overdue(QDate(2026, 11, 20)), 0) << "its day itself is in time";
    EXPECT_EQ(*findings.count(), 5);
    EXPECT_EQ(*findings.ids({{}, {QStringLiteral("open"), QStringLiteral("fixed")}, {}}),
              (QStringList{overdue, later, fixed}));
    EXPECT_EQ(*findings.ids({{}, {}, {QStringLiteral("critical")}}), (QStringList{overdue, fixed}));
    const QString code = m_records->requireAs<Building>(depot)->code().toString();
    EXPECT_EQ(*findings.ids({code.toLower(), {}, {}}), (QStringList{overdue, fixed}));
    EXPECT_EQ(*findings.ids({QStringLiteral("%"), {}, {}}), QStringList());
    EXPECT_EQ(*findings.ofItem(depot, QStringLiteral("C-02"), visit), QStringList{fixed});
    EXPECT_EQ(*findings.ofItem(mill, QStringLiteral("A-01"), m_ids.next()), QStringList())
        << "settled, of another visit";
    EXPECT_EQ(*findings.ofItem(mill, QStringLiteral("A-01"), visit), QStringList{settled});
    const auto rows = findings.rows({overdue});
    ASSERT_EQ(rows->size(), 1);
    EXPECT_EQ(rows->first().buildingCode, code);
    EXPECT_TRUE(rows->first().isOverdue(QDate(2026, 11, 24)));
}

} // namespace
} // namespace markaz
