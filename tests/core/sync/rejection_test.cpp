// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a rejected change: mended and sent again, or given up.
#include "core/sync/pushside.h"
#include "tests/support/sync/laptop.h"

#include <gtest/gtest.h>

using namespace markaz;
using namespace markaz::test;
using protocol::ChangeResult;

namespace {

const QString kName = QStringLiteral("name");

class Rejection : public testing::Test
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(m_laptop.signIn(kOne));
        m_laptop.sync();
    }
    ChangeResult result(Outcome outcome, const QString &code) { return {{}, outcome, 0, {}, {}, code, {}, {}}; }
    /// A record that both sides have.
    QString shared(const QString &name)
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

    World m_world;
    Laptop m_laptop{m_world.server, m_world.clock, m_world.file()};
};

TEST_F(Rejection, rejectedChange_mendedAndSentAgain_arrivesUnderANewOpId)
{
    const QString id = shared(QStringLiteral("Mill"));
    m_world.server.answerNext(id, result(Outcome::Rejected, protocol::code::kInvalid));
    m_laptop.edit(Entity::Owner, id, kName, QStringLiteral("Mine"));
    m_laptop.sync();
    const OutboxRow dead = m_laptop.rows(OutboxState::Dead).first();
    m_laptop.edit(Entity::Owner, id, kName, QStringLiteral("Mine, later")); // over the refused value
    m_laptop.edit(Entity::Owner, id, QStringLiteral("email"), QStringLiteral("sample@example.com"));
    m_laptop.sync();
    EXPECT_EQ(m_laptop.counts().behind, 2);

    m_laptop.sendAgain(dead.position, {{kName, QStringLiteral("Mended")}});
    EXPECT_EQ(here(id), QStringLiteral("Mended"));
    m_laptop.sync();
    EXPECT_EQ(m_laptop.counts().dead + m_laptop.counts().waiting, 0);
    EXPECT_EQ(onServer(id), QStringLiteral("Mended"));
    EXPECT_EQ(m_world.server.record(Entity::Owner, id)->fields.value(QStringLiteral("email")).toString(),
              QStringLiteral("sample@example.com"));
    EXPECT_TRUE(m_world.server.all(Entity::Conflict).isEmpty());
    EXPECT_EQ(m_laptop.everything(), everythingOn(m_world.server));
    EXPECT_EQ(m_world.server.timesApplied(dead.change.opId), 1) << "the refusal, once";
    int replaced = 0;
    for (const OutboxRow &row : m_laptop.rows())
        replaced += row.fate == Fate::Replaced ? 1 : 0;
    EXPECT_EQ(replaced, 2) << "the refused one and the edit over it stay readable";
}

TEST_F(Rejection, rejectedChange_givenUp_theRecordIsTheServersAndLaterEditsGo)
{
    const QString id = shared(QStringLiteral("Mill"));
    m_world.server.answerNext(id, result(Outcome::Rejected, protocol::code::kInvalid));
    m_laptop.edit(Entity::Owner, id, kName, QStringLiteral("Mine"));
    m_laptop.sync();
    m_laptop.edit(Entity::Owner, id, QStringLiteral("email"), QStringLiteral("sample@example.com"));
    m_laptop.giveUp(m_laptop.rows(OutboxState::Dead).first().position);
    EXPECT_EQ(here(id), QStringLiteral("Mill"));
    m_laptop.sync();
    EXPECT_EQ(m_laptop.counts().dead + m_laptop.counts().waiting, 0);
    EXPECT_EQ(m_laptop.everything(), everythingOn(m_world.server));
    EXPECT_EQ(onServer(id), QStringLiteral("Mill"));
}

TEST_F(Rejection, rejectedRegistration_sentAgain_goesBeforeWhatDependsOnIt)
{
    Record owner = m_laptop.create(Entity::Owner, sampleOwner(QStringLiteral("Mill")));
    QJsonObject fields = sampleBuilding(7);
    fields.insert(QStringLiteral("owner"), owner.id);
    const QString building = m_laptop.create(Entity::Building, fields).id;
    ChangeResult held = result(Outcome::Held, protocol::code::kMissing);
    m_world.server.answerNext(owner.id, result(Outcome::Rejected, protocol::code::kInvalid));
    m_world.server.answerNext(building, held);
    m_laptop.edit(Entity::Owner, owner.id, QStringLiteral("phone"), QStringLiteral("042 111"));
    m_laptop.sync();
    ASSERT_EQ(m_laptop.counts().dead, 1);
    m_laptop.sendAgain(m_laptop.rows(OutboxState::Dead).first().position, {{kName, QStringLiteral("Mended")}});
    m_laptop.sync();
    EXPECT_EQ(m_laptop.counts().dead + m_laptop.counts().waiting, 0);
    EXPECT_EQ(onServer(owner.id), QStringLiteral("Mended"));
    EXPECT_TRUE(m_world.server.record(Entity::Building, building));
    EXPECT_EQ(m_laptop.everything(), everythingOn(m_world.server));
}

/// A building waits for its owner, who was rejected; while it goes once more, the owner is given up.
TEST_F(Rejection, givenUpWhileOnItsWay_staysGivenUpWhateverTheReplySays)
{
    for (const Outcome outcome : {Outcome::Held, Outcome::Rejected, Outcome::Retry, Outcome::Applied}) {
        const Record owner = m_laptop.create(Entity::Owner, sampleOwner(QStringLiteral("Mill")));
        QJsonObject fields = sampleBuilding(7);
        fields.insert(QStringLiteral("owner"), owner.id);
        const QString building = m_laptop.create(Entity::Building, fields).id;
        m_world.server.answerNext(owner.id, result(Outcome::Rejected, protocol::code::kInvalid));
        m_world.server.answerNext(building, result(Outcome::Held, protocol::code::kMissing));
        m_laptop.sync();
        ASSERT_EQ(m_laptop.counts().dead, 1);
        ASSERT_EQ(m_laptop.counts().held, 1);

        PushSide push(m_laptop.parts());
        const PushBatch batch = push.next({}, 10).value();
        ASSERT_EQ(batch.rows.size(), 1);
        m_laptop.giveUp(m_laptop.rows(OutboxState::Dead).first().position);
        ChangeResult reply = result(outcome, outcome == Outcome::Applied ? QString() : protocol::code::kMissing);
        reply.opId = batch.rows.first().change.opId;
        reply.rev = outcome == Outcome::Applied ? 1 : 0;
        ASSERT_TRUE(push.settle(batch, {{reply}, {}}));

        EXPECT_EQ(m_laptop.counts().waiting + m_laptop.counts().dead, 0) << qPrintable(token(outcome));
        EXPECT_FALSE(m_laptop.find(Entity::Building, building)) << qPrintable(token(outcome));
        const auto rows = m_laptop.rows(OutboxState::Acknowledged);
        const auto given = std::count_if(rows.cbegin(), rows.cend(), [&](const OutboxRow &row) {
            return row.change.id == building && row.fate == Fate::GivenUp;
        });
        EXPECT_EQ(given, 1) << qPrintable(token(outcome));
    }
}

TEST_F(Rejection, replacedOrGivenUp_neverGoesAgainAfterARestore)
{
    const QString id = shared(QStringLiteral("Mill"));
    m_world.server.answerNext(id, result(Outcome::Rejected, protocol::code::kInvalid));
    m_laptop.edit(Entity::Owner, id, kName, QStringLiteral("Wrong"));
    m_laptop.sync();
    m_laptop.sendAgain(m_laptop.rows(OutboxState::Dead).first().position, {{kName, QStringLiteral("Right")}});
    m_laptop.sync();
    m_world.server.history = QStringLiteral("history-2");
    m_laptop.sync();
    EXPECT_EQ(onServer(id), QStringLiteral("Right"));
    for (const OutboxRow &row : m_laptop.rows()) {
        if (row.fate == Fate::Replaced) {
            EXPECT_EQ(row.state, OutboxState::Acknowledged);
        }
    }
}

/// Submitted alone, the visit would be closed to the finding that its inspector mends.
TEST_F(Rejection, rejectedFinding_holdsItsInspectionsSubmitUntilItIsMended)
{
    const QString state = QStringLiteral("state");
    const QString morning = QStringLiteral("2026-11-24T04:00:00.000Z");
    const QString building = m_laptop.create(Entity::Building, sampleBuilding(1)).id;
    const QString inspection =
        m_laptop
            .create(Entity::Inspection, {{QStringLiteral("building"), building},
                                         {QStringLiteral("inspector"), m_laptop.actor.accountId},
                                         {QStringLiteral("kind"), QStringLiteral("initial")},
                                         {QStringLiteral("standard"), QStringLiteral("sample-standard")},
                                         {QStringLiteral("standard_version"), 1},
                                         {QStringLiteral("standard_hash"), QString(64, QLatin1Char('a'))},
                                         {QStringLiteral("revision"), 1},
                                         {QStringLiteral("started_at"), morning},
                                         {state, QStringLiteral("draft")}})
            .id;
    m_laptop.sync();
    const QString finding =
        m_laptop
            .create(Entity::Finding, {{QStringLiteral("inspection"), inspection},
                                      {QStringLiteral("building"), building},
                                      {QStringLiteral("item"), QStringLiteral("C-02")},
                                      {QStringLiteral("severity"), QStringLiteral("major")},
                                      {QStringLiteral("description"), QStringLiteral("The rear exit is locked")},
                                      {QStringLiteral("due"), QStringLiteral("2026-12-28")},
                                      {state, QStringLiteral("open")},
                                      {QStringLiteral("author"), m_laptop.actor.accountId},
                                      {QStringLiteral("made_at"), morning}})
            .id;
    m_laptop.edit(Entity::Inspection, inspection, {{state, QStringLiteral("submitted")}}, ChangeKind::Submit);
    m_world.server.answerNext(finding, result(Outcome::Rejected, protocol::code::kInvalid));
    const auto submitted = [&] {
        return m_world.server.record(Entity::Inspection, inspection)->fields.value(state) == QLatin1String("submitted");
    };
    m_laptop.sync();
    m_laptop.sync();
    EXPECT_FALSE(submitted()) << "nor does it go in a run of its own";
    ASSERT_EQ(m_laptop.rows(OutboxState::Dead).size(), 1);
    ASSERT_EQ(m_laptop.rows(OutboxState::Waiting).size(), 1);
    const OutboxRow dead = m_laptop.rows(OutboxState::Dead).first();
    EXPECT_EQ(m_laptop.counts().behind, 1);
    EXPECT_EQ(m_laptop.parts().outbox.blockers()->value(m_laptop.rows(OutboxState::Waiting).first().position),
              dead.position);

    m_laptop.actor.role = Role::Inspector; // whose finding it is
    m_laptop.sendAgain(dead.position);
    m_laptop.sync();
    EXPECT_TRUE(submitted() && m_world.server.record(Entity::Finding, finding));
    EXPECT_EQ(m_laptop.counts().waiting + m_laptop.counts().dead, 0);
}

} // namespace
