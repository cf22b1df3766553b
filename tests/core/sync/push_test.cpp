// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Every outcome of the protocol's table: what is then in the outbox, the records and the snapshot.
#include "core/sync/pushside.h"
#include "tests/support/sync/laptop.h"

#include <gtest/gtest.h>

using namespace markaz;
using namespace markaz::test;
using protocol::ChangeResult;
using Trouble = SyncSnapshot::Trouble;

namespace {

const QString kName = QStringLiteral("name");
const QString kState = QStringLiteral("state");
const QString kMorning = QStringLiteral("2026-11-24T04:00:00.000Z");

class Push : public testing::Test
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(m_laptop.signIn(kOne));
        m_laptop.sync();
    }

    ChangeResult result(Outcome outcome, const QString &code = {}) { return {{}, outcome, 0, {}, {}, code, {}, {}}; }
    /// A record that both sides have.
    QString shared(const QString &name = QStringLiteral("Mill"))
    {
        QString id = m_laptop.create(Entity::Owner, sampleOwner(name)).id;
        m_laptop.sync();
        return id;
    }
    QString onServer(const QString &id)
    {
        return m_world.server.record(Entity::Owner, id)->fields.value(kName).toString();
    }
    QString here(const QString &id) { return m_laptop.text(Entity::Owner, id, kName); }
    /// An inspection with its assignment, which both sides have.
    QString visit(const QString &state)
    {
        const QString building = m_laptop.create(Entity::Building, sampleBuilding(1)).id;
        const QString assignment =
            m_laptop
                .create(Entity::Assignment, {{QStringLiteral("building"), building},
                                             {QStringLiteral("inspector"), m_laptop.actor.accountId},
                                             {QStringLiteral("kind"), QStringLiteral("initial")},
                                             {QStringLiteral("due"), QStringLiteral("2026-12-01")},
                                             {kState, QStringLiteral("open")}})
                .id;
        QString inspection =
            m_laptop
                .create(Entity::Inspection, {{QStringLiteral("building"), building},
                                             {QStringLiteral("inspector"), m_laptop.actor.accountId},
                                             {QStringLiteral("assignment"), assignment},
                                             {QStringLiteral("kind"), QStringLiteral("initial")},
                                             {QStringLiteral("standard"), QStringLiteral("sample-standard")},
                                             {QStringLiteral("standard_version"), 1},
                                             {QStringLiteral("standard_hash"), QString(64, QLatin1Char('a'))},
                                             {QStringLiteral("revision"), 1},
                                             {QStringLiteral("started_at"), kMorning},
                                             {kState, state}})
                .id;
        m_laptop.sync();
        EXPECT_EQ(m_laptop.counts().waiting + m_laptop.counts().dead, 0);
        return inspection;
    }
    /// Shows \p state ahead of the server's word, owed to nobody, as ChangeSet::foresee does.
    void foresee(Entity entity, const QString &id, const QString &state)
    {
        Record shown = *m_laptop.find(entity, id);
        shown.fields.insert(kState, state);
        EXPECT_TRUE(m_laptop.parts().records.putLocal(shown));
    }
    void same() { EXPECT_EQ(m_laptop.everything(), everythingOn(m_world.server)); }

    World m_world;
    Laptop m_laptop{m_world.server, m_world.clock, m_world.file()};
};

} // namespace

TEST_F(Push, takenChange_isSeenByThoseBehindItThatWereNotSentYet)
{
    const QString id = m_laptop.create(Entity::Owner, sampleOwner(QStringLiteral("Mill"))).id;
    m_laptop.edit(Entity::Owner, id, kName, QStringLiteral("Old mill"));
    PushSide push(m_laptop.parts());
    const PushBatch batch = push.next({}, 2).value();
    ASSERT_EQ(batch.rows.size(), 2);
    m_laptop.edit(Entity::Owner, id, kName, QStringLiteral("Older mill")); // while the two are under way
    protocol::PushReply reply;
    for (qint64 rev = 1; rev <= 2; ++rev)
        reply.results.append({batch.rows.at(rev - 1).change.opId, Outcome::Applied, rev, {}, {}, {}, {}, {}});
    ASSERT_TRUE(push.settle(batch, reply));
    const auto waiting = m_laptop.rows(OutboxState::Waiting);
    ASSERT_EQ(waiting.size(), 1);
    EXPECT_EQ(waiting.first().change.baseRev, 2) << "a delete would else meet its own author's changes";
}

TEST_F(Push, changeOfAnotherBetween_isNotSeenByThoseBehind)
{
    const QString id = m_laptop.create(Entity::Owner, sampleOwner(QStringLiteral("Mill"))).id;
    m_laptop.sync();
    m_laptop.edit(Entity::Owner, id, kName, QStringLiteral("Old mill"));
    PushSide push(m_laptop.parts());
    const PushBatch batch = push.next({}, 1).value();
    m_laptop.edit(Entity::Owner, id, kName, QStringLiteral("Older mill"));
    protocol::PushReply reply;
    reply.results.append({batch.rows.first().change.opId, Outcome::Merged, 3, {}, {}, {}, {}, {}});
    ASSERT_TRUE(push.settle(batch, reply));
    EXPECT_EQ(m_laptop.rows(OutboxState::Waiting).value(0).change.baseRev, 1);
}

TEST_F(Push, applied_rowLeavesAndRecordHasItsRevision)
{
    const Record made = m_laptop.create(Entity::Building, sampleBuilding(1));
    m_laptop.engine().recount();
    EXPECT_EQ(m_laptop.snapshot().waiting, 1);
    m_laptop.sync();
    EXPECT_EQ(m_laptop.snapshot().waiting, 0);
    EXPECT_EQ(m_laptop.find(Entity::Building, made.id)->rev, 1);
    EXPECT_EQ(m_laptop.text(Entity::Building, made.id, QStringLiteral("notes")), QStringLiteral("sealed note 1"));
    EXPECT_EQ(m_laptop.rows(OutboxState::Acknowledged).size(), 1) << "kept 90 days";
    EXPECT_TRUE(m_laptop.runs.last());
    EXPECT_EQ(m_laptop.snapshot().sent, 1);
    EXPECT_EQ(m_laptop.snapshot().lastContact, m_world.clock.now());
    same();
}

TEST_F(Push, merged_bothEditsStand)
{
    const QString id = shared();
    m_world.server.patch(Entity::Owner, id, QStringLiteral("phone"), QStringLiteral("042 000"));
    m_laptop.edit(Entity::Owner, id, kName, QStringLiteral("New mill"));
    m_laptop.sync();
    EXPECT_EQ(m_laptop.rows(OutboxState::Acknowledged).last().outcome, Outcome::Merged);
    EXPECT_EQ(here(id), QStringLiteral("New mill"));
    EXPECT_EQ(m_laptop.text(Entity::Owner, id, QStringLiteral("phone")), QStringLiteral("042 000"));
    EXPECT_EQ(m_laptop.counts().waiting, 0);
    same();
}

TEST_F(Push, duplicate_onceOnTheServerAndRowLeaves)
{
    m_world.server.fault(Fault::LostReply, 1, "POST", QStringLiteral("/changes"));
    const QString id = m_laptop.create(Entity::Owner, sampleOwner(QStringLiteral("Mill"))).id;
    m_laptop.sync();
    EXPECT_EQ(m_laptop.rows(OutboxState::Sent).size(), 1) << "its reply was lost: it goes again as it is";
    EXPECT_EQ(m_laptop.snapshot().trouble, Trouble::NotReached);
    EXPECT_EQ(m_laptop.snapshot().waiting, 1);
    const QString op = m_laptop.rows().last().change.opId;
    m_laptop.sync();
    EXPECT_EQ(m_laptop.rows().last().outcome, Outcome::Duplicate);
    EXPECT_EQ(m_world.server.timesApplied(op), 1);
    EXPECT_EQ(m_laptop.counts().waiting, 0);
    EXPECT_EQ(here(id), QStringLiteral("Mill"));
    same();
}

TEST_F(Push, duplicateOfARejection_isADeadLetter)
{
    const QString id = shared();
    m_world.server.answerNext(id, result(Outcome::Rejected, protocol::code::kNotAllowed));
    m_world.server.fault(Fault::LostReply, 1, "POST", QStringLiteral("/changes"));
    m_laptop.edit(Entity::Owner, id, kName, QStringLiteral("X"));
    m_laptop.sync();
    m_laptop.sync();
    ASSERT_EQ(m_laptop.rows(OutboxState::Dead).size(), 1)
        << "the first result was a refusal: nothing may be lost of it";
    EXPECT_EQ(m_laptop.rows(OutboxState::Dead).first().code, protocol::code::kNotAllowed);
}

TEST_F(Push, duplicate_doesNotLayOldFieldsOverNewerOnes)
{
    const QString id = shared(QStringLiteral("first"));
    m_world.server.fault(Fault::LostReply, 1, "POST", QStringLiteral("/changes"));
    m_laptop.edit(Entity::Owner, id, kName, QStringLiteral("second"));
    m_laptop.sync(); // applied there, not known here
    m_world.server.patch(Entity::Owner, id, kName, QStringLiteral("third"));
    // The answer to the second try comes, the pull behind it does not.
    m_world.server.fault(Fault::Unreachable, 1, "GET", QStringLiteral("/changes"));
    m_laptop.sync();
    EXPECT_EQ(here(id), QStringLiteral("second"));
    m_laptop.sync();
    EXPECT_EQ(here(id), QStringLiteral("third"));
    same();
}

TEST_F(Push, conflict_serverValueStaysAndBothAreKept)
{
    const QString id = shared(QStringLiteral("Mill"));
    m_world.server.patch(Entity::Owner, id, kName, QStringLiteral("Theirs"));
    m_laptop.edit(Entity::Owner, id, kName, QStringLiteral("Mine"));
    m_laptop.edit(Entity::Owner, id, QStringLiteral("phone"), QStringLiteral("042 111"));
    m_laptop.sync();
    EXPECT_EQ(here(id), QStringLiteral("Theirs"));
    EXPECT_EQ(m_laptop.text(Entity::Owner, id, QStringLiteral("phone")), QStringLiteral("042 111"))
        << "no conflict in it";
    EXPECT_EQ(m_laptop.counts().waiting, 0);
    EXPECT_EQ(m_laptop.snapshot().conflicts, 1);
    EXPECT_FALSE(m_laptop.runs.last()) << "somebody has to look";
    const QList<Record> conflicts = m_world.server.all(Entity::Conflict);
    ASSERT_EQ(conflicts.size(), 1);
    const auto local = m_laptop.find(Entity::Conflict, conflicts.first().id);
    ASSERT_TRUE(local);
    const QJsonObject values = local->fields.value(QStringLiteral("fields")).toObject().value(kName).toObject();
    EXPECT_EQ(values.value(QStringLiteral("client")).toString(), QStringLiteral("Mine"));
    EXPECT_EQ(values.value(QStringLiteral("server")).toString(), QStringLiteral("Theirs"));
    EXPECT_EQ(values.value(QStringLiteral("base")).toString(), QStringLiteral("Mill"));
    same();
}

TEST_F(Push, conflictOfAnother_isNotCountedHere)
{
    Laptop other(m_world.server, m_world.clock, m_world.file(QStringLiteral("b")), 2);
    ASSERT_TRUE(other.signIn(kTwo));
    const QString id = shared(QStringLiteral("Mill"));
    m_world.server.patch(Entity::Owner, id, kName, QStringLiteral("Theirs"));
    m_laptop.edit(Entity::Owner, id, kName, QStringLiteral("Mine"));
    m_laptop.sync();
    other.sync();
    EXPECT_EQ(other.snapshot().conflicts, 0);
    EXPECT_EQ(other.everything(), everythingOn(m_world.server));
}

TEST_F(Push, held_staysAndGoesAgainWithTheNextRun)
{
    const QString id = shared();
    ChangeResult held = result(Outcome::Held, protocol::code::kMissing);
    held.missing = {QStringLiteral("01900000-0000-7000-8000-00000000abcd")};
    m_world.server.answerNext(id, held);
    m_laptop.edit(Entity::Owner, id, kName, QStringLiteral("X"));
    const int before = m_world.server.requestCount("POST", QStringLiteral("/changes"));
    m_laptop.sync();
    EXPECT_EQ(m_world.server.requestCount("POST", QStringLiteral("/changes")), before + 1) << "once in a run";
    ASSERT_EQ(m_laptop.rows(OutboxState::Held).size(), 1);
    EXPECT_TRUE(m_laptop.rows(OutboxState::Held).first().message.contains(held.missing.first()));
    EXPECT_EQ(m_laptop.snapshot().held, 1);
    EXPECT_EQ(m_laptop.snapshot().waiting, 1);
    EXPECT_EQ(m_laptop.snapshot().trouble, Trouble::None);
    EXPECT_FALSE(m_laptop.runs.last());
    EXPECT_EQ(here(id), QStringLiteral("X")) << "what was entered stays on screen";
    m_laptop.sync();
    EXPECT_EQ(m_laptop.counts().waiting, 0);
    EXPECT_EQ(onServer(id), QStringLiteral("X"));
    same();
}

TEST_F(Push, held_doesNotBlockOtherRecords)
{
    QStringList ids;
    for (int i = 0; i < 3; ++i)
        ids.append(shared(QStringLiteral("Mill %1").arg(i)));
    m_world.server.answerNext(ids.at(0), result(Outcome::Held, protocol::code::kMissing));
    m_laptop.edit(Entity::Owner, ids.at(0), kName, QStringLiteral("held"));
    m_laptop.edit(Entity::Owner, ids.at(0), kName, QStringLiteral("behind it"));
    m_laptop.edit(Entity::Owner, ids.at(1), kName, QStringLiteral("free"));
    m_laptop.sync();
    EXPECT_EQ(onServer(ids.at(1)), QStringLiteral("free"));
    EXPECT_EQ(m_laptop.counts().waiting, 2);
    m_laptop.sync();
    EXPECT_EQ(m_laptop.counts().waiting, 0);
    EXPECT_EQ(onServer(ids.at(0)), QStringLiteral("behind it"));
    same();
}

TEST_F(Push, rejected_isADeadLetterWithNothingLost)
{
    const QString id = shared(QStringLiteral("Mill"));
    ChangeResult refused = result(Outcome::Rejected, protocol::code::kNotAllowed);
    refused.field = kName;
    refused.message = QStringLiteral("names are closed");
    m_world.server.answerNext(id, refused);
    m_laptop.edit(Entity::Owner, id, kName, QStringLiteral("Mine"));
    m_laptop.sync();
    ASSERT_EQ(m_laptop.rows(OutboxState::Dead).size(), 1);
    const OutboxRow dead = m_laptop.rows(OutboxState::Dead).first();
    EXPECT_EQ(dead.code, protocol::code::kNotAllowed);
    EXPECT_EQ(dead.field, kName);
    EXPECT_EQ(dead.message, QStringLiteral("names are closed"));
    EXPECT_EQ(dead.change.fields.value(kName).after.toString(), QStringLiteral("Mine"));
    EXPECT_EQ(m_laptop.snapshot().rejected, 1);
    EXPECT_EQ(m_laptop.snapshot().waiting, 0);
    EXPECT_EQ(here(id), QStringLiteral("Mine"));
    // Later edits of the record wait behind it; another record's do not; a pull lays it over the server's new fields.
    m_laptop.edit(Entity::Owner, id, QStringLiteral("email"), QStringLiteral("sample@example.com"));
    m_world.server.patch(Entity::Owner, id, QStringLiteral("phone"), QStringLiteral("042 222"));
    m_laptop.sync();
    EXPECT_EQ(m_laptop.snapshot().waiting, 1);
    EXPECT_EQ(here(id), QStringLiteral("Mine"));
    EXPECT_EQ(m_laptop.text(Entity::Owner, id, QStringLiteral("phone")), QStringLiteral("042 222"));
    EXPECT_EQ(m_laptop.snapshot().behind, 1);
    EXPECT_EQ(m_laptop.snapshot().toSend, 0) << "what waits behind it does not go";
}

TEST_F(Push, rejectedReview_leavesTheInspectionAsTheServerHasIt)
{
    const QString inspection = visit(QStringLiteral("submitted"));
    const QString review = m_laptop
                               .create(Entity::Review, {{QStringLiteral("inspection"), inspection},
                                                        {QStringLiteral("reviewer"), m_laptop.actor.accountId},
                                                        {QStringLiteral("decision"), QStringLiteral("accept")},
                                                        {QStringLiteral("made_at"), kMorning}})
                               .id;
    foresee(Entity::Inspection, inspection, QStringLiteral("accepted"));
    m_world.server.answerNext(review, result(Outcome::Rejected, protocol::code::kNotAllowed));
    m_laptop.sync();
    EXPECT_EQ(m_laptop.rows(OutboxState::Dead).size(), 1);
    EXPECT_EQ(m_laptop.text(Entity::Inspection, inspection, kState), QStringLiteral("submitted"));
}

TEST_F(Push, rejectedSubmit_reopensTheAssignmentHere)
{
    const QString inspection = visit(QStringLiteral("draft"));
    const QString assignment = m_laptop.text(Entity::Inspection, inspection, QStringLiteral("assignment"));
    m_laptop.edit(Entity::Inspection, inspection, {{kState, QStringLiteral("submitted")}}, ChangeKind::Submit);
    foresee(Entity::Assignment, assignment, QStringLiteral("done"));
    m_world.server.answerNext(inspection, result(Outcome::Rejected, protocol::code::kScoreMismatch));
    m_laptop.sync();
    EXPECT_EQ(m_laptop.rows(OutboxState::Dead).size(), 1);
    EXPECT_EQ(m_laptop.text(Entity::Assignment, assignment, kState), QStringLiteral("open"));
    EXPECT_EQ(m_laptop.text(Entity::Inspection, inspection, kState), QStringLiteral("submitted"))
        << "what its author entered goes on being shown";
}

TEST_F(Push, submit_waitsForItsOwnEvidence)
{
    const QString inspection = visit(QStringLiteral("draft"));
    const auto submitted = [&] {
        return m_world.server.record(Entity::Inspection, inspection)->fields.value(kState) ==
               QLatin1String("submitted");
    };
    const QString photo = m_laptop.attach(inspection, sampleBytes(100)).id;
    m_laptop.edit(Entity::Inspection, inspection, {{kState, QStringLiteral("submitted")}}, ChangeKind::Submit);
    const QString other = m_laptop.create(Entity::Owner, sampleOwner(QStringLiteral("Mill"))).id;
    for (const Outcome outcome : {Outcome::Held, Outcome::Retry, Outcome::Rejected}) {
        m_world.server.answerNext(photo, result(outcome, outcome == Outcome::Retry ? QString() : QStringLiteral("x")));
        m_laptop.sync();
        EXPECT_FALSE(submitted()) << qPrintable(token(outcome));
        EXPECT_TRUE(m_world.server.record(Entity::Owner, other)) << "nothing else waits";
        EXPECT_EQ(m_laptop.counts().behind, outcome == Outcome::Retry ? 0 : 1) << qPrintable(token(outcome));
    }
    ASSERT_EQ(m_laptop.counts().dead, 1);
    ASSERT_EQ(m_laptop.counts().waiting, 1);
    const OutboxRow dead = m_laptop.rows(OutboxState::Dead).first();
    const OutboxRow submit = m_laptop.rows(OutboxState::Waiting).first();
    EXPECT_EQ(submit.change.kind, ChangeKind::Submit);
    EXPECT_EQ(m_laptop.parts().outbox.blockers()->value(submit.position), dead.position);

    m_laptop.actor.role = Role::Inspector; // whose evidence it is
    m_laptop.sendAgain(dead.position);
    m_laptop.sync();
    EXPECT_TRUE(submitted() && m_world.server.record(Entity::Evidence, photo));
    EXPECT_EQ(m_laptop.counts().waiting + m_laptop.counts().dead, 0);
    same();
}

TEST_F(Push, rejectedCreate_staysOnThisLaptop)
{
    QJsonObject wrong = sampleBuilding(1);
    wrong.insert(QStringLiteral("storeys"), 99);
    const QString id = m_laptop.create(Entity::Building, wrong).id;
    m_laptop.sync();
    ASSERT_EQ(m_laptop.rows(OutboxState::Dead).size(), 1);
    EXPECT_EQ(m_laptop.rows(OutboxState::Dead).first().field, QStringLiteral("storeys"));
    EXPECT_TRUE(m_laptop.find(Entity::Building, id));
    EXPECT_FALSE(m_world.server.record(Entity::Building, id));
}

TEST_F(Push, retry_waitsWithABackoffAndThenGoes)
{
    const QString id = shared();
    m_world.server.answerNext(id, result(Outcome::Retry));
    m_laptop.edit(Entity::Owner, id, kName, QStringLiteral("X"));
    m_laptop.edit(Entity::Owner, id, kName, QStringLiteral("Y"));
    m_laptop.sync();
    EXPECT_EQ(m_laptop.rows(OutboxState::Waiting).size(), 2);
    EXPECT_EQ(m_laptop.snapshot().trouble, Trouble::None);
    EXPECT_EQ(m_laptop.delays.last(), 1'000) << "half of 2 s";
    m_laptop.sync();
    EXPECT_EQ(m_laptop.counts().waiting, 0);
    EXPECT_EQ(onServer(id), QStringLiteral("Y"));
    same();
}

TEST_F(Push, batches_holdAtMostTwoHundredInOrder)
{
    const QString id = shared();
    for (int i = 0; i < 450; ++i)
        m_laptop.edit(Entity::Owner, id, kName, QStringLiteral("name %1").arg(i));
    const int before = m_world.server.requestCount("POST", QStringLiteral("/changes"));
    m_laptop.sync();
    EXPECT_EQ(m_world.server.requestCount("POST", QStringLiteral("/changes")), before + 3);
    EXPECT_EQ(onServer(id), QStringLiteral("name 449"));
    EXPECT_EQ(m_world.server.all(Entity::Conflict).size(), 0);
    EXPECT_EQ(m_laptop.snapshot().sent, 450);
    same();
}

TEST_F(Push, batches_holdAtMostOneMebibyte)
{
    const QString big(4000, QLatin1Char('n'));
    QStringList ids;
    for (int i = 1; i <= 3; ++i) {
        QJsonObject fields{{QStringLiteral("building"), QStringLiteral("01900000-0000-7000-8000-000000000002")},
                           {QStringLiteral("inspector"), m_laptop.actor.accountId},
                           {QStringLiteral("kind"), QStringLiteral("initial")},
                           {QStringLiteral("standard"), QStringLiteral("s")},
                           {QStringLiteral("standard_version"), 1},
                           {QStringLiteral("standard_hash"), QString(64, QLatin1Char('0'))},
                           {QStringLiteral("revision"), 1},
                           {QStringLiteral("started_at"), QStringLiteral("2026-11-23T09:00:00.000Z")},
                           {QStringLiteral("state"), QStringLiteral("draft")}};
        QJsonObject notes;
        for (int n = 0; n < 135; ++n)
            notes.insert(QStringLiteral("N-%1").arg(n), big);
        fields.insert(QStringLiteral("notes"), notes); // more than half a MiB each
        ids.append(m_laptop.create(Entity::Inspection, fields).id);
    }
    m_laptop.sync();
    EXPECT_EQ(m_laptop.counts().waiting, 0);
    int pushes = 0;
    for (const HttpRequest &request : m_world.server.requests()) {
        if (request.method == "POST" && request.path.contains(QStringLiteral("/changes"))) {
            ++pushes;
            EXPECT_FALSE(request.headers.contains("content-encoding")) << "packs tighter than 50:1, so it goes plain";
            EXPECT_LE(request.body.size(), protocol::kMaxBody);
        }
    }
    EXPECT_EQ(pushes, 3) << "two of half a MiB and a little do not fit one";
    same();
}

TEST_F(Push, tooLargeForAnyBatch_isADeadLetterAndBlocksNobody)
{
    const QString id = shared();
    m_laptop.edit(Entity::Owner, id, QStringLiteral("future_field"), QString(1100 * 1024, QLatin1Char('x')));
    const QString other = m_laptop.create(Entity::Owner, sampleOwner(QStringLiteral("Other"))).id;
    m_laptop.sync();
    ASSERT_EQ(m_laptop.rows(OutboxState::Dead).size(), 1);
    EXPECT_EQ(m_laptop.rows(OutboxState::Dead).first().code, protocol::code::kTooLarge);
    EXPECT_TRUE(m_world.server.record(Entity::Owner, other));
}

TEST_F(Push, answer413_halvesTheBatch)
{
    m_world.server.bodyMost = 3;
    for (int i = 0; i < 20; ++i)
        m_laptop.create(Entity::Owner, sampleOwner(QStringLiteral("Mill %1").arg(i)));
    m_laptop.sync();
    EXPECT_EQ(m_laptop.counts().waiting, 0);
    EXPECT_EQ(m_world.server.all(Entity::Owner).size(), 20);
    m_world.server.bodyMost = 0; // refuses even one
    m_laptop.create(Entity::Owner, sampleOwner(QStringLiteral("never")));
    m_laptop.sync();
    ASSERT_EQ(m_laptop.rows(OutboxState::Dead).size(), 1);
    EXPECT_EQ(m_laptop.rows(OutboxState::Dead).first().code, protocol::code::kTooLarge);
    EXPECT_EQ(m_laptop.snapshot().trouble, Trouble::None);
}

TEST_F(Push, sentRow_isNeverEdited_laterEditsGoBehindIt)
{
    const QString id = shared(QStringLiteral("A"));
    m_laptop.edit(Entity::Owner, id, kName, QStringLiteral("B"));
    m_laptop.engine().run(); // on its way
    const OutboxRow sent = m_laptop.rows(OutboxState::Sent).first();
    m_laptop.edit(Entity::Owner, id, kName, QStringLiteral("C"));
    EXPECT_EQ(m_laptop.rows(OutboxState::Sent).first().change.fields, sent.change.fields);
    EXPECT_EQ(m_laptop.rows(OutboxState::Waiting).size(), 1);
    m_world.server.pump();
    EXPECT_EQ(m_laptop.counts().waiting, 0) << "what was made meanwhile went in the same run";
    EXPECT_EQ(onServer(id), QStringLiteral("C"));
    EXPECT_EQ(m_world.server.all(Entity::Conflict).size(), 0);
    same();
}

TEST_F(Push, replyWithOtherResults_changesNothing)
{
    const QString id = shared();
    m_world.server.answerNext(id, result(Outcome::Applied)); // no revision
    m_laptop.edit(Entity::Owner, id, kName, QStringLiteral("X"));
    m_laptop.sync();
    EXPECT_EQ(m_laptop.rows(OutboxState::Sent).size(), 1);
    EXPECT_EQ(here(id), QStringLiteral("X"));
    EXPECT_EQ(m_laptop.snapshot().trouble, Trouble::NotReached);
}

TEST_F(Push, acknowledgedRows_areKeptNinetyDays)
{
    shared();
    m_world.clock.advance(89LL * 24 * 3600 * 1000);
    m_laptop.sync();
    EXPECT_EQ(m_laptop.rows(OutboxState::Acknowledged).size(), 1);
    m_world.clock.advance(2LL * 24 * 3600 * 1000);
    m_laptop.sync();
    EXPECT_EQ(m_laptop.rows(OutboxState::Acknowledged).size(), 0);
}
