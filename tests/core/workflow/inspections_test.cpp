// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/inspectionrepository.h"
#include "tests/core/workflow/workflowfixture.h"
#include "tests/support/standardjson.h"

namespace markaz {
namespace {

class InspectionsTest : public test::WorkflowFixture
{
protected:
    StartInspection starting() { return StartInspection(*m_workspace, m_standards); }
    static Answer yes() { return Answer::ofValue(QStringLiteral("yes")); }
    static VisitReport locked() { return {QStringLiteral("Both gates were locked"), {}, {}}; }
    static Answer no() { return Answer::ofValue(QStringLiteral("no")); }
    /// The first item of a type, by its code.
    static QString itemOf(ItemType type)
    {
        for (const Item &item : test::standard().items()) {
            if (item.type == type)
                return item.code;
        }
        ADD_FAILURE() << "the standard has no such item";
        return {};
    }
    const QString m_item = itemOf(ItemType::YesNo);
    QStringList kinds(const QString &id, Problem::Severity severity)
    {
        const auto problems = submitting().problems(id);
        EXPECT_TRUE(problems.ok());
        QStringList list;
        for (const Problem &problem : *problems) {
            if (problem.severity == severity)
                list.append(problem.item + QLatin1Char(' ') + problem.kind);
        }
        return list;
    }
};

TEST_F(InspectionsTest, start_makesADraftOfThisStandardAndFindsItAgain)
{
    const QString place = visitedBuilding();
    const auto draft = starting().run(m_me, place, QStringLiteral("initial"));
    ASSERT_TRUE(draft.ok()) << qPrintable(draft.error().detail);
    EXPECT_EQ(draft->buildingId(), place);
    EXPECT_EQ(draft->inspectorId(), m_inspector);
    EXPECT_EQ(draft->standard(), test::standard().id());
    EXPECT_EQ(draft->standardVersion(), test::standard().version());
    EXPECT_EQ(draft->standardHash(), test::standard().hash());
    EXPECT_EQ(draft->revision(), 1);
    EXPECT_EQ(draft->startedAt(), QStringLiteral("2026-11-24T09:00:00.000Z"));
    EXPECT_TRUE(draft->isDraft());
    EXPECT_EQ(draft->fields().value(QStringLiteral("sample")), QJsonValue(true)); // as its building
    EXPECT_EQ(owed().size(), 1);
    EXPECT_EQ(starting().run(m_me, place, QStringLiteral("initial"))->id(), draft->id());
    EXPECT_EQ(owed().size(), 1);
    EXPECT_NE(starting().run(m_colleague, place, QStringLiteral("initial"))->id(), draft->id());
}

TEST_F(InspectionsTest, start_isForInspectorsOfTheProvinceAndTheirOwnAssignment)
{
    const QString place = visitedBuilding();
    const auto start = [&](const Actor &actor, const QString &task = {}) {
        return starting().run(actor, place, QStringLiteral("initial"), task);
    };
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("role"), [&] { return start(m_chief); });
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("role"), [&] { return start(m_auditor); });
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("scope"), [&] { return start(elsewhere(m_me)); });
    expectRefused(ErrorCode::NotFound, QStringLiteral("building"),
                  [&] { return starting().run(m_me, m_ids.next(), QStringLiteral("initial")); });
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("kind"),
                  [&] { return starting().run(m_me, place, QStringLiteral("picnic")); });
    const QString task = assignment(place, "open");
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("own"), [&] { return start(m_colleague, task); });
    const QString closed = assignment(place, "cancelled");
    expectRefused(ErrorCode::WrongState, QStringLiteral("assignment"), [&] { return start(m_me, closed); });
    const QString other = assignment(visitedBuilding(2), "open");
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("assignment"), [&] { return start(m_me, other); });
    EXPECT_EQ(start(m_me, task)->assignmentId(), task);
}

TEST_F(InspectionsTest, answer_isSavedWithItsTimeAndTakenBack)
{
    const QString id = draftOf(visitedBuilding());
    m_signals.clear();
    m_clock.advance(61'000);
    const auto saved = answering().run(m_me, id, m_item, yes());
    ASSERT_TRUE(saved.ok()) << qPrintable(saved.error().detail);
    const auto stored = Answer::fromJson(m_records->requireAs<Inspection>(id)->answers().value(m_item));
    ASSERT_TRUE(stored.ok());
    EXPECT_EQ(stored->text(), QStringLiteral("yes"));
    EXPECT_EQ(stored->at(), QStringLiteral("2026-11-24T09:01:01.000Z"));
    EXPECT_EQ(m_signals, (QStringList{QStringLiteral("inspection ") + id, QStringLiteral("outbox")}));
    const Change change = owed().last().change;
    EXPECT_EQ(change.kind, ChangeKind::Patch);
    EXPECT_EQ(change.fields.keys(), QStringList{QStringLiteral("answers.") + m_item});
    EXPECT_TRUE(change.fields.first().before.isNull());

    m_clock.advance(1000);
    const qsizetype rows = owed().size();
    EXPECT_TRUE(answering().run(m_me, id, m_item, yes()).ok()); // the same again
    EXPECT_EQ(owed().size(), rows);
    EXPECT_TRUE(answering().run(m_me, id, m_item, std::nullopt).ok());
    EXPECT_EQ(owed().size(), rows + 1);
    EXPECT_TRUE(owed().last().change.fields.first().after.isNull());
    EXPECT_FALSE(m_records->requireAs<Inspection>(id)->answers().contains(m_item));
    EXPECT_TRUE(answering().run(m_me, id, m_item, std::nullopt).ok()); // there is nothing to take back
    EXPECT_EQ(owed().size(), rows + 1);
}

TEST_F(InspectionsTest, answer_isRefusedWithTheItem)
{
    const QString id = draftOf(visitedBuilding());
    const auto answer = [&](const Actor &actor, const QString &item, const Answer &what) {
        return answering().run(actor, id, item, what);
    };
    expectRefused(ErrorCode::InvalidValue, m_item,
                  [&] { return answer(m_me, m_item, Answer::ofValue(QStringLiteral("maybe"))); });
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("Z-99"),
                  [&] { return answer(m_me, QStringLiteral("Z-99"), yes()); });
    const QString calculated = itemOf(ItemType::Calculated);
    expectRefused(ErrorCode::InvalidValue, calculated, [&] { return answer(m_me, calculated, yes()); });
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("own"), [&] { return answer(m_colleague, m_item, yes()); });
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("role"), [&] { return answer(m_chief, m_item, yes()); });
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("scope"),
                  [&] { return answer(elsewhere(m_me), m_item, yes()); });
    expectRefused(ErrorCode::NotFound, QStringLiteral("inspection"),
                  [&] { return answering().run(m_me, m_ids.next(), m_item, yes()); });

    ASSERT_TRUE(submitting().run(m_me, id, QStringLiteral("no_entry"), locked()).ok());
    expectRefused(ErrorCode::WrongState, QStringLiteral("state"), [&] { return answer(m_me, m_item, yes()); });
    expectRefused(ErrorCode::WrongState, QStringLiteral("state"),
                  [&] { return answering().note(m_me, id, m_item, QStringLiteral("late")); });

    const QString old = put(Entity::Inspection, inspectionFields(visitedBuilding(3), m_inspector, "draft"));
    expectRefused(ErrorCode::WrongState, QStringLiteral("standard_hash"),
                  [&] { return answering().run(m_me, old, m_item, yes()); });
    EXPECT_EQ(submitting().scoreOf(old).error().code, ErrorCode::WrongState);
}

TEST_F(InspectionsTest, answer_thatTheDiskRefusesLeavesNeitherRecordNorRow)
{
    const QString id = draftOf(visitedBuilding());
    ASSERT_TRUE(m_database
                    ->runScript(QStringLiteral("CREATE TEMP TRIGGER fault BEFORE INSERT ON outbox "
                                               "BEGIN SELECT RAISE(ABORT, 'fault'); END"))
                    .ok());
    expectRefused(ErrorCode::StorageFailed, {}, [&] { return answering().run(m_me, id, m_item, yes()); });
}

TEST_F(InspectionsTest, note_isKeptApartAndTakenBackWhenEmptied)
{
    const QString id = draftOf(visitedBuilding());
    ASSERT_TRUE(answering().note(m_me, id, m_item, QStringLiteral(" the lock sticks ")).ok());
    EXPECT_EQ(m_records->requireAs<Inspection>(id)->notes().value(m_item).toString(),
              QStringLiteral("the lock sticks"));
    EXPECT_FALSE(cell(QStringLiteral("SELECT data || coalesce(sheet, '') FROM inspection WHERE id = ?"), {id})
                     .toString()
                     .contains(QLatin1String("lock")));
    const qsizetype rows = owed().size();
    ASSERT_TRUE(answering().note(m_me, id, m_item, QStringLiteral("the lock sticks")).ok()); // the same again
    EXPECT_EQ(owed().size(), rows);
    ASSERT_TRUE(answering().note(m_me, id, m_item, QStringLiteral("  ")).ok());
    EXPECT_TRUE(m_records->requireAs<Inspection>(id)->notes().isEmpty());
    expectRefused(ErrorCode::InvalidValue, m_item,
                  [&] { return answering().note(m_me, id, m_item, QString(4001, QLatin1Char('n'))); });
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("Z-99"),
                  [&] { return answering().note(m_me, id, QStringLiteral("Z-99"), QStringLiteral("x")); });
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("own"),
                  [&] { return answering().note(m_colleague, id, m_item, QStringLiteral("x")); });
}

TEST_F(InspectionsTest, problems_nameWhatIsMissingInTheStandardsOrder)
{
    const QString id = draftOf(visitedBuilding());
    const auto empty = submitting().scoreOf(id);
    ASSERT_TRUE(empty.ok());
    const QStringList must = kinds(id, Problem::Severity::MustSolve);
    QStringList expected;
    for (const Item &item : test::standard().items()) {
        if (empty->missing.contains(item.code) && item.type != ItemType::Calculated)
            expected.append(item.code + QStringLiteral(" missing"));
    }
    EXPECT_GT(expected.size(), 80);
    EXPECT_EQ(must, expected);
    expectRefused(ErrorCode::Incomplete, expected.first().left(4),
                  [&] { return submitting().run(m_me, id, QStringLiteral("done")); });
}

TEST_F(InspectionsTest, problems_tellInvalidAnswersFromWhatIsOnlyToBeChecked)
{
    const QString place = visitedBuilding();
    const QString id = draftOf(place);
    auto answers = samples::answersField(samples::perfectAnswers(test::standard(), 1));
    const QString measured = itemOf(ItemType::Measurement);
    answers.insert(m_item, QJsonObject{{QStringLiteral("not_inspected"), QStringLiteral("the door was locked")}});
    answers.insert(measured, QJsonObject{{QStringLiteral("value"), QStringLiteral("a lot")}});
    answers.insert(QStringLiteral("Z-99"), QJsonObject{{QStringLiteral("value"), QStringLiteral("yes")}});
    const auto now = m_records->require(Entity::Inspection, id);
    ASSERT_TRUE(
        m_records->putLocal({Entity::Inspection, id, 0, with(now->fields, {{QStringLiteral("answers"), answers}})})
            .ok());
    EXPECT_EQ(kinds(id, Problem::Severity::MustSolve),
              (QStringList{measured + QStringLiteral(" invalid"), QStringLiteral("Z-99 invalid")}));
    EXPECT_TRUE(kinds(id, Problem::Severity::Check).contains(m_item + QStringLiteral(" not_inspected")));
    const auto problems = submitting().problems(id);
    for (const Problem &problem : *problems) {
        if (const Item *item = test::standard().item(problem.item)) {
            EXPECT_EQ(problem.section, item->section);
        }
    }
}

TEST_F(InspectionsTest, twoAssignmentsOfOneBuilding_areTwoDraftsAndEachClosesItsOwn)
{
    m_clock.set(QDateTime(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC)); // the day that the perfect answers are for
    const QString place = visitedBuilding();
    const QString first = assignment(place, "open");
    const QString complaint = assignment(place, "open", {{QStringLiteral("kind"), QStringLiteral("complaint")}});
    const QString id = draftOf(place, first);
    const auto other = starting().run(m_me, place, QStringLiteral("complaint"), complaint);
    ASSERT_TRUE(other.ok());
    EXPECT_NE(other->id(), id);
    EXPECT_EQ(other->kind(), QStringLiteral("complaint"));
    EXPECT_EQ(other->assignmentId(), complaint);
    EXPECT_EQ(starting().run(m_me, place, QStringLiteral("complaint"), complaint)->id(), other->id());
    answerAll(other->id(), samples::perfectAnswers(test::standard(), 1));
    ASSERT_TRUE(submitting().run(m_me, other->id(), QStringLiteral("done")).ok());
    EXPECT_EQ(text(Entity::Assignment, complaint, "state"), QStringLiteral("done"));
    EXPECT_EQ(text(Entity::Assignment, first, "state"), QStringLiteral("open"));
}

TEST_F(InspectionsTest, aDraftWithoutAnAssignment_isNotTakenForOne)
{
    m_clock.set(QDateTime(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC)); // the day that the perfect answers are for
    const QString place = visitedBuilding();
    const QString free = draftOf(place);
    const QString first = assignment(place, "open");
    const QString second = assignment(place, "open");
    const QString id = draftOf(place, first);
    EXPECT_NE(id, free);
    EXPECT_NE(draftOf(place, second), id) << "two of one kind are two visits";
    EXPECT_EQ(draftOf(place, first), id);
    EXPECT_EQ(draftOf(place), free);
    EXPECT_EQ(InspectionRepository(*m_database).openDrafts(place, m_inspector)->size(), 3) << "the page tells of them";
    answerAll(id, samples::perfectAnswers(test::standard(), 1));
    ASSERT_TRUE(submitting().run(m_me, id, QStringLiteral("done")).ok());
    EXPECT_EQ(text(Entity::Assignment, first, "state"), QStringLiteral("done"));
    EXPECT_EQ(text(Entity::Assignment, second, "state"), QStringLiteral("open"));
}

TEST_F(InspectionsTest, rowsThatWereBegun_areKeptAndStandInTheWay_butNotOfAHiddenItem)
{
    // A version that asks for the exits from four storeys on.
    const Standard second = samples::parsed(samples::builtinWith(
        2, QStringLiteral("C-01"),
        {{QStringLiteral("visible_when"), samples::json("{'at_least': [{'building': 'storeys'}, 4]}")}}));
    m_standards.add(second);
    m_clock.set(QDateTime(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC)); // the day that the perfect answers are for
    const QString place = visitedBuilding();
    const auto storeys = [&](int count) {
        put(Entity::Building, with(fieldsOf(Entity::Building, place), {{QStringLiteral("storeys"), count}}), place);
    };
    storeys(4);
    const QString id = draftOf(place);
    answerAll(id, samples::perfectAnswers(second, 1));
    const Answer begun = Answer::ofRows({QJsonObject{{QStringLiteral("width"), QStringLiteral("36")}}});
    ASSERT_TRUE(answering().run(m_me, id, QStringLiteral("C-01"), begun).ok());
    EXPECT_EQ(kinds(id, Problem::Severity::MustSolve), QStringList{QStringLiteral("C-01 incomplete")});
    EXPECT_TRUE(submitting().scoreOf(id)->missing.contains(QStringLiteral("C-01")));
    expectRefused(ErrorCode::Incomplete, QStringLiteral("C-01"),
                  [&] { return submitting().run(m_me, id, QStringLiteral("done")); });
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("C-01"), [&] {
        return answering().run(m_me, id, QStringLiteral("C-01"),
                               Answer::ofRows({QJsonObject{{QStringLiteral("width"), QStringLiteral("wide")}}}));
    });
    storeys(2);
    EXPECT_EQ(kinds(id, Problem::Severity::MustSolve), QStringList());
    EXPECT_TRUE(submitting().run(m_me, id, QStringLiteral("done")).ok());
}

TEST_F(InspectionsTest, submit_scoresAndClosesTheAssignmentOnScreen)
{
    m_clock.set(QDateTime(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC)); // the day that the perfect answers are for
    const QString place = visitedBuilding();
    const QString task = assignment(place, "open");
    const QString id = draftOf(place, task);
    answerAll(id, samples::perfectAnswers(test::standard(), 1));
    EXPECT_EQ(kinds(id, Problem::Severity::MustSolve), QStringList());
    const auto live = submitting().scoreOf(id);
    ASSERT_TRUE(live.ok());
    EXPECT_EQ(live->totalBp, 10'000);
    m_clock.advance(3'600'000);
    m_signals.clear();
    const auto done = submitting().run(m_me, id, QStringLiteral("done"));
    ASSERT_TRUE(done.ok()) << qPrintable(done.error().where + done.error().detail);
    EXPECT_EQ(done->state(), QStringLiteral("submitted"));
    EXPECT_EQ(done->visitOutcome(), QStringLiteral("done"));
    EXPECT_EQ(done->finishedAt(), QStringLiteral("2026-11-23T10:00:00.000Z"));
    EXPECT_EQ(done->score(), live->summary());
    EXPECT_EQ(m_records->require(Entity::Inspection, id)->fields, done->fields());

    const Change change = owed().last().change;
    EXPECT_EQ(change.kind, ChangeKind::Submit);
    EXPECT_EQ(change.fields.keys(), (QStringList{QStringLiteral("finished_at"), QStringLiteral("score"),
                                                 QStringLiteral("state"), QStringLiteral("visit_outcome")}));
    EXPECT_EQ(change.fields.value(QStringLiteral("state")).before, QStringLiteral("draft"));
    EXPECT_EQ(text(Entity::Assignment, task, "state"), QStringLiteral("done"));
    EXPECT_TRUE(m_outbox->pendingOf(Entity::Assignment, task)->isEmpty()); // the server closes it
    EXPECT_TRUE(m_signals.contains(QStringLiteral("assignment ") + task));
    expectRefused(ErrorCode::WrongState, QStringLiteral("state"),
                  [&] { return submitting().run(m_me, id, QStringLiteral("done")); });
    EXPECT_EQ(submitting().scoreOf(id)->summary(), done->score()); // it can be recomputed
}

TEST_F(InspectionsTest, submit_takesNotInspectedItemsButTheyBlockCertification)
{
    const QString id = draftOf(visitedBuilding());
    auto answers = samples::perfectAnswers(test::standard(), 1);
    answers.insert(m_item, Answer::notInspected(QStringLiteral("locked")).value());
    answerAll(id, answers);
    const auto done = submitting().run(m_me, id, QStringLiteral("done"));
    ASSERT_TRUE(done.ok());
    EXPECT_FALSE(done->score().value(QStringLiteral("complete")).toBool());
}

TEST_F(InspectionsTest, submit_ofAVisitThatWasNotDoneNeedsNoAnswersAndHasNoScore)
{
    for (const char *outcome : {"no_entry", "owner_absent", "wrong_address", "unsafe", "not_ready"}) {
        const QString id = draftOf(visitedBuilding());
        const auto done = submitting().run(m_me, id, QLatin1String(outcome), locked());
        ASSERT_TRUE(done.ok()) << outcome;
        EXPECT_EQ(done->visitNote(), QStringLiteral("Both gates were locked"));
        EXPECT_EQ(done->visitOutcome(), QLatin1String(outcome));
        EXPECT_FALSE(done->fields().contains(QStringLiteral("score")));
    }
    const QString id = draftOf(visitedBuilding());
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("visit_outcome"),
                  [&] { return submitting().run(m_me, id, QStringLiteral("lunch"), locked()); });
    expectRefused(ErrorCode::Incomplete, QStringLiteral("visit_note"), [&] {
        return submitting().run(m_me, id, QStringLiteral("unsafe"), {QStringLiteral(" "), {}, {}});
    });
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("next_visit"), [&] {
        return submitting().run(m_me, id, QStringLiteral("unsafe"), {QStringLiteral("Water"), {}, QDate(2026, 11, 23)});
    });
    const QDateTime before = m_clock.now();
    m_clock.set(QDateTime(QDate(2026, 11, 24), QTime(19, 0), Qt::UTC)); // midnight in Pakistan
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("next_visit"), [&] {
        return submitting().run(m_me, id, QStringLiteral("unsafe"), {QStringLiteral("Water"), {}, QDate(2026, 11, 24)});
    });
    m_clock.set(before);
    expectRefused(ErrorCode::Incomplete, QStringLiteral("visit_outcome"),
                  [&] { return submitting().run(m_me, id, {}); });
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("own"),
                  [&] { return submitting().run(m_colleague, id, QStringLiteral("no_entry"), locked()); });
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("role"),
                  [&] { return submitting().run(m_chief, id, QStringLiteral("no_entry"), locked()); });
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("scope"),
                  [&] { return submitting().run(elsewhere(m_me), id, QStringLiteral("no_entry"), locked()); });
}

TEST_F(InspectionsTest, aReport_isKeptInTheDraftAndGoesWhenTheVisitWasMadeAfterAll)
{
    const QString id = draftOf(visitedBuilding());
    const VisitReport report{QStringLiteral(" Gate locked "), QStringLiteral("The guard"), QDate(2026, 12, 1)};
    const auto reporting = [&](const Actor &actor, const VisitReport &what) {
        return RecordVisitReport(*m_workspace).run(actor, id, what);
    };
    ASSERT_TRUE(reporting(m_me, report).ok());
    EXPECT_EQ(text(Entity::Inspection, id, "visit_note"), QStringLiteral("Gate locked"));
    EXPECT_EQ(text(Entity::Inspection, id, "visit_met"), QStringLiteral("The guard"));
    EXPECT_EQ(text(Entity::Inspection, id, "next_visit"), QStringLiteral("2026-12-01"));
    EXPECT_TRUE(m_records->requireAs<Inspection>(id)->isDraft());
    const qsizetype rows = owed().size();
    ASSERT_TRUE(reporting(m_me, report).ok());
    EXPECT_EQ(owed().size(), rows) << "the same again owes nothing";
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("own"), [&] { return reporting(m_colleague, {}); });
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("visit_note"), [&] {
        return reporting(m_me, {QString(2001, QLatin1Char('x')), {}, {}});
    });

    answerAll(id, samples::perfectAnswers(test::standard(), 1));
    ASSERT_TRUE(submitting().run(m_me, id, QStringLiteral("done")).ok());
    for (const char *gone : {"visit_note", "visit_met", "next_visit"})
        EXPECT_FALSE(fieldsOf(Entity::Inspection, id).contains(QLatin1String(gone))) << gone;
    expectRefused(ErrorCode::WrongState, QStringLiteral("state"), [&] { return reporting(m_me, report); });
}

TEST_F(InspectionsTest, discard_takesOffADraftInWhichNothingWasEntered)
{
    const auto discarding = [&](const Actor &actor, const QString &id) {
        return DiscardDraft(*m_workspace).run(actor, id);
    };
    const QString empty = draftOf(visitedBuilding());
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("own"), [&] { return discarding(m_colleague, empty); });
    ASSERT_TRUE(discarding(m_me, empty).ok());
    EXPECT_FALSE(m_records->find(Entity::Inspection, empty)->has_value());
    EXPECT_EQ(owed().last().change.kind, ChangeKind::Delete);

    const QString answered = draftOf(visitedBuilding(2));
    ASSERT_TRUE(answering().run(m_me, answered, m_item, yes()).ok());
    const QString noted = draftOf(visitedBuilding(3));
    ASSERT_TRUE(answering().note(m_me, noted, m_item, QStringLiteral("seen")).ok());
    const QString reported = draftOf(visitedBuilding(4));
    ASSERT_TRUE(RecordVisitReport(*m_workspace).run(m_me, reported, {{}, QStringLiteral("The guard"), {}}).ok());
    for (const QString &id : {answered, noted, reported})
        expectRefused(ErrorCode::WrongState, QStringLiteral("answers"), [&] { return discarding(m_me, id); });
    const QString sent = submitted(visitedBuilding(5));
    expectRefused(ErrorCode::WrongState, QStringLiteral("state"), [&] { return discarding(m_me, sent); });
}

TEST_F(InspectionsTest, submit_thatTheDiskRefusesStaysADraft)
{
    const QString place = visitedBuilding();
    const QString task = assignment(place, "open");
    const QString id = draftOf(place, task);
    ASSERT_TRUE(m_database
                    ->runScript(QStringLiteral("CREATE TEMP TRIGGER fault BEFORE UPDATE ON assignment "
                                               "BEGIN SELECT RAISE(ABORT, 'fault'); END"))
                    .ok());
    expectRefused(ErrorCode::StorageFailed, {},
                  [&] { return submitting().run(m_me, id, QStringLiteral("no_entry"), locked()); });
    EXPECT_TRUE(m_records->requireAs<Inspection>(id)->isDraft());
}

TEST_F(InspectionsTest, reopen_carriesTheAnswersIntoTheNextRevision)
{
    const QString place = visitedBuilding();
    const QString first = submitted(place);
    ASSERT_TRUE(ReviewInspection(*m_workspace)
                    .run(m_chief, first, QStringLiteral("return"), QStringLiteral("look again"), {})
                    .ok());
    ASSERT_EQ(text(Entity::Inspection, first, "state"), QStringLiteral("returned"));
    m_clock.advance(86'400'000);
    const auto next = starting().reopen(m_me, first);
    ASSERT_TRUE(next.ok()) << qPrintable(next.error().detail);
    EXPECT_NE(next->id(), first);
    EXPECT_EQ(next->previousId(), first);
    EXPECT_EQ(next->revision(), 2);
    EXPECT_TRUE(next->isDraft());
    EXPECT_EQ(next->answers(), m_records->requireAs<Inspection>(first)->answers());
    EXPECT_EQ(next->startedAt(), QStringLiteral("2026-11-25T09:00:00.000Z"));
    for (const char *gone : {"score", "finished_at", "visit_outcome", "state_reason"})
        EXPECT_FALSE(next->fields().contains(QLatin1String(gone))) << gone;
    EXPECT_EQ(text(Entity::Inspection, first, "state"), QStringLiteral("returned")); // the old one stays readable
    EXPECT_EQ(starting().reopen(m_me, first)->id(), next->id());
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("own"), [&] { return starting().reopen(m_colleague, first); });
    expectRefused(ErrorCode::WrongState, QStringLiteral("state"), [&] { return starting().reopen(m_me, next->id()); });
}

} // namespace
} // namespace markaz
