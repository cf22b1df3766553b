// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/movedraft.h"

#include "core/workflow/findings.h"
#include "core/workflow/followup.h"
#include "core/workflow/standards.h"
#include "tests/core/workflow/workflowfixture.h"
#include "tests/support/lastinganswers.h"
#include "tests/support/standardjson.h"

namespace markaz {
namespace {

using samples::successor;

class MoveDraftTest : public test::WorkflowFixture
{
protected:
    const Standard m_second = samples::parsed(successor());
    MoveDraft moving() { return MoveDraft(*m_workspace, m_standards); }
    static Answer yes() { return Answer::ofValue(QStringLiteral("yes")); }
    void answer(const QString &id, const char *item, const Answer &answer)
    {
        const auto saved = answering().run(m_me, id, QLatin1String(item), answer);
        ASSERT_TRUE(saved.ok()) << item << qPrintable(saved.error().detail);
    }
    Inspection stored(const QString &id) { return m_records->requireAs<Inspection>(id).value(); }
    /// A draft by version 1 with answers to a dropped item, to one of another kind, and to one that stays.
    QString begun()
    {
        QString id = draftOf(visitedBuilding());
        for (const char *item : {"I-03", "H-05", "H-04"})
            answer(id, item, yes());
        return id;
    }
};

TEST_F(MoveDraftTest, everyInspection_goesByItsOwnVersion)
{
    const QString old = draftOf(visitedBuilding());
    m_standards.add(m_second);
    const QString fresh = draftOf(visitedBuilding(2));
    EXPECT_EQ(stored(fresh).standardVersion(), 2);
    EXPECT_EQ(stored(fresh).standardHash(), m_second.hash());
    // J-05 came with version 2, I-03 went with it.
    answer(old, "I-03", yes());
    answer(fresh, "J-05", yes());
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("J-05"),
                  [&] { return answering().run(m_me, old, QStringLiteral("J-05"), yes()); });
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("I-03"),
                  [&] { return answering().note(m_me, fresh, QStringLiteral("I-03"), QStringLiteral("None")); });
    expectRefused(ErrorCode::InvalidValue, QStringLiteral("I-03"), [&] {
        return RaiseFinding(*m_workspace, m_standards)
            .run(m_me, fresh, QStringLiteral("I-03"),
                 {Severity::Minor, QStringLiteral("No lockers"), {}, QDate(2027, 1, 1)});
    });
    // H-04 weighs 1 in version 1 and 2 in version 2, of the 99 that are asked of this building.
    for (const auto &[id, standard, total] : {std::tuple{old, &test::standard(), 9899}, {fresh, &m_second, 9798}}) {
        auto answers = samples::lastingAnswers(*standard, 1);
        samples::makeFail(answers, *standard, QStringLiteral("H-04"), 1);
        answerAll(id, answers);
        const auto done = submitting().run(m_me, id, QStringLiteral("done"));
        ASSERT_TRUE(done.ok()) << qPrintable(done.error().where + done.error().detail);
        EXPECT_EQ(done->score().value(QStringLiteral("total_bp")).toInt(), total);
        EXPECT_EQ(submitting().scoreOf(id)->totalBp, total) << "and for good";
    }
}

TEST_F(MoveDraftTest, plan_saysWhatBecomesOfTheAnswers_andChangesNothing)
{
    const QString id = begun();
    EXPECT_FALSE(moving().plan(stored(id))->has_value()) << "it goes by the newest";
    m_standards.add(m_second);
    const QJsonObject before = fieldsOf(Entity::Inspection, id);
    const auto move = moving().plan(stored(id));
    ASSERT_TRUE(move.ok() && move->has_value());
    EXPECT_EQ((*move)->from->version(), 1);
    EXPECT_EQ((*move)->to->version(), 2);
    EXPECT_EQ((*move)->kept, QStringList{QStringLiteral("I-03")});
    EXPECT_EQ((*move)->askedAgain, QStringList{QStringLiteral("H-05")});
    EXPECT_EQ((*move)->difference.added, QStringList{QStringLiteral("J-05")});
    EXPECT_EQ(fieldsOf(Entity::Inspection, id), before);
}

TEST_F(MoveDraftTest, run_movesInOneChange_andDropsNothingThatWasAnswered)
{
    const QString id = begun();
    ASSERT_TRUE(answering().note(m_me, id, QStringLiteral("I-03"), QStringLiteral("Lockers are old")).ok());
    const QJsonObject answers = stored(id).answers();
    m_standards.add(m_second);
    const qsizetype rows = owed().size();
    const auto moved = moving().run(m_me, id);
    ASSERT_TRUE(moved.ok()) << qPrintable(moved.error().detail);
    EXPECT_EQ(owed().size(), rows + 1) << "one change";
    const FieldChanges sent = owed().last().change.fields;
    EXPECT_EQ(sent.value(QStringLiteral("standard_version")).before, 1) << "the three names travel together";
    EXPECT_EQ(sent.value(QStringLiteral("standard")).after, m_second.id());
    EXPECT_EQ(stored(id).standardHash(), m_second.hash());
    EXPECT_EQ(stored(id).standardVersion(), 2);
    EXPECT_EQ(stored(id).answers(), (QJsonObject{{QStringLiteral("H-04"), answers.value(QStringLiteral("H-04"))}}));
    EXPECT_EQ(stored(id).notes().value(QStringLiteral("I-03")), QStringLiteral("Lockers are old"));
    const QList<KeptAnswer> kept = keptAnswers(stored(id));
    ASSERT_EQ(kept.size(), 2);
    EXPECT_EQ(kept.at(0).item, QStringLiteral("H-05"));
    EXPECT_EQ(kept.at(0).version, 1);
    EXPECT_EQ(kept.at(0).answer, answers.value(QStringLiteral("H-05")).toObject());
    EXPECT_EQ(kept.at(1).item, QStringLiteral("I-03"));

    // By version 2 it is answered and handed in, and what was kept stays with it.
    answerAll(id, samples::lastingAnswers(m_second, 1));
    const auto done = submitting().run(m_me, id, QStringLiteral("done"));
    ASSERT_TRUE(done.ok()) << qPrintable(done.error().where + done.error().detail);
    EXPECT_EQ(done->score().value(QStringLiteral("total_bp")).toInt(), 10'000);
    EXPECT_EQ(keptAnswers(*done).size(), 2);
}

TEST_F(MoveDraftTest, run_movesAgain_andKeepsWhatEachVersionAsked)
{
    const QString id = begun();
    m_standards.add(m_second);
    ASSERT_TRUE(moving().run(m_me, id).ok());
    answer(id, "H-05", Answer::ofValue(QStringLiteral("In the yard")));
    QJsonObject third = samples::builtinAs(3); // H-05 takes yes or no again, I-03 is back, J-05 is gone
    m_standards.add(samples::parsed(third));
    answer(id, "J-05", yes());
    ASSERT_TRUE(moving().run(m_me, id).ok());
    QStringList kept;
    for (const KeptAnswer &answer : keptAnswers(stored(id)))
        kept.append(QStringLiteral("%1@%2").arg(answer.item).arg(answer.version));
    EXPECT_EQ(kept, (QStringList{QStringLiteral("H-05@1"), QStringLiteral("I-03@1"), QStringLiteral("H-05@2"),
                                 QStringLiteral("J-05@2")}));
}

TEST_F(MoveDraftTest, run_isRefusedWhereThereIsNothingToMove)
{
    const QString id = begun();
    expectRefused(ErrorCode::WrongState, QStringLiteral("standard_version"), [&] { return moving().run(m_me, id); });
    m_standards.add(m_second);
    expectRefused(ErrorCode::NotAllowed, QStringLiteral("own"), [&] { return moving().run(m_colleague, id); });
    const QString handedIn = submitted(visitedBuilding(2));
    EXPECT_FALSE(moving().plan(stored(handedIn))->has_value());
    expectRefused(ErrorCode::WrongState, QStringLiteral("state"), [&] { return moving().run(m_me, handedIn); });
    const QString strange = put(Entity::Inspection, inspectionFields(visitedBuilding(3), m_inspector, "draft"));
    expectRefused(ErrorCode::WrongState, QStringLiteral("standard_hash"), [&] { return moving().run(m_me, strange); });
    // All or nothing: the disk refuses the outbox row, and the draft is as it was.
    ASSERT_TRUE(m_database
                    ->runScript(QStringLiteral("CREATE TEMP TRIGGER fault BEFORE INSERT ON outbox "
                                               "BEGIN SELECT RAISE(ABORT, 'fault'); END"))
                    .ok());
    expectRefused(ErrorCode::StorageFailed, {}, [&] { return moving().run(m_me, id); });
}

TEST_F(MoveDraftTest, draftWithKeptAnswersAlone_isNotDiscarded)
{
    const QString id = draftOf(visitedBuilding());
    answer(id, "I-03", yes());
    m_standards.add(m_second);
    ASSERT_TRUE(moving().run(m_me, id).ok());
    EXPECT_TRUE(stored(id).answers().isEmpty());
    expectRefused(ErrorCode::WrongState, QStringLiteral("answers"),
                  [&] { return DiscardDraft(*m_workspace).run(m_me, id); });
}

TEST_F(MoveDraftTest, followUp_goesByTheVersionOfTheVisit)
{
    const QString building = visitedBuilding();
    const QString visit = draftOf(building);
    auto answers = samples::lastingAnswers(test::standard(), 1);
    samples::makeFail(answers, test::standard(), QStringLiteral("I-03"), 1);
    answerAll(visit, answers);
    ASSERT_TRUE(submitting().run(m_me, visit, QStringLiteral("done")).ok());
    m_standards.add(m_second);
    FollowUp following(*m_workspace, m_standards, test::gazetteer(), m_programme);
    const auto plan = following.plan(m_me, building);
    ASSERT_TRUE(plan.ok() && plan->has_value());
    EXPECT_EQ((*plan)->asked, QStringList{QStringLiteral("I-03")});
    const auto draft = following.start(m_me, building);
    ASSERT_TRUE(draft.ok());
    EXPECT_EQ(draft->standardVersion(), 1);
    EXPECT_EQ(draft->standardHash(), test::standard().hash());
    EXPECT_EQ(draft->previousId(), visit);
}

class PublishStandardTest : public test::WorkflowFixture
{
protected:
    PublishStandard publishing() { return PublishStandard(*m_workspace, m_standards); }
    Result<Record> publish(const Actor &actor, const QJsonObject &json)
    {
        return publishing().run(actor, samples::parsed(json), json);
    }
};

TEST_F(PublishStandardTest, version_waitsForTheServersWord_andIsInForceBehindIt)
{
    const auto made = publish(m_admin, successor());
    ASSERT_TRUE(made.ok()) << qPrintable(made.error().detail);
    ASSERT_EQ(owed().size(), 1);
    EXPECT_EQ(owed().first().change.entity, Entity::Standard);
    EXPECT_EQ(publishing().waiting().value(), 2);
    ASSERT_TRUE(refreshStandards(*m_database, m_standards).ok());
    EXPECT_EQ(m_standards.newest().version(), 1) << "the server has not taken it";
    expectRefused(ErrorCode::Exists, QStringLiteral("waiting"), [&] { return publish(m_admin, successor(3)); });
    // The feed brings it back.
    ASSERT_TRUE(m_records->putFromServer({Entity::Standard, made->id, 1, made->fields}, {}).ok());
    ASSERT_TRUE(refreshStandards(*m_database, m_standards).ok());
    EXPECT_EQ(m_standards.newest().hash(), samples::parsed(successor()).hash());
    EXPECT_FALSE(publishing().waiting()->has_value());
    expectRefused(ErrorCode::Exists, QStringLiteral("hash"), [&] { return publish(m_admin, successor()); });
    EXPECT_TRUE(publish(m_admin, samples::builtinAs(3)).ok());
}

TEST_F(PublishStandardTest, othersAndOldVersions_areRefused)
{
    for (const Actor &actor : {m_me, m_chief, m_auditor})
        expectRefused(ErrorCode::NotAllowed, QStringLiteral("role"), [&] { return publish(actor, successor()); });
    expectRefused(ErrorCode::Exists, QStringLiteral("version"), [&] { return publish(m_admin, successor(1)); });
}

TEST_F(PublishStandardTest, recordThatCannotBeRead_isLeftOut)
{
    QJsonObject fields = publication(samples::parsed(successor()), successor());
    fields.insert(QStringLiteral("body"), QJsonObject{{QStringLiteral("of"), QStringLiteral("a newer program")}});
    put(Entity::Standard, fields);
    put(Entity::Standard, publication(samples::parsed(successor(3)), successor(3)));
    ASSERT_TRUE(refreshStandards(*m_database, m_standards).ok());
    EXPECT_EQ(m_standards.versions().size(), 2);
    EXPECT_EQ(m_standards.newest().version(), 3);
}

} // namespace
} // namespace markaz
