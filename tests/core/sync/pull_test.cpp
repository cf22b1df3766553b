// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sync/laptop.h"

#include <gtest/gtest.h>

using namespace markaz;
using namespace markaz::test;
using Trouble = SyncSnapshot::Trouble;

namespace {

const QString kName = QStringLiteral("name");
const QString kPunjab = QStringLiteral("PK-PB");
const QString kSindh = QStringLiteral("PK-SD");

class Pull : public testing::Test
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(m_laptop.signIn(kOne));
        m_laptop.sync();
    }
    QString there(const QJsonObject &fields, Entity entity = Entity::Owner)
    {
        QString id = m_ids.next();
        m_world.server.put({entity, id, 0, fields});
        return id;
    }
    int pulls() { return m_world.server.requestCount("GET", QStringLiteral("/changes")); }
    void same() { EXPECT_EQ(m_laptop.everything(), everythingOn(m_world.server)); }

    World m_world;
    SeededIdSource m_ids{m_world.clock, 99};
    Laptop m_laptop{m_world.server, m_world.clock, m_world.file()};
};

} // namespace

TEST_F(Pull, pages_followUntilThereAreNoMore)
{
    m_world.server.pageSize = 7;
    for (int i = 0; i < 30; ++i)
        there(sampleOwner(QStringLiteral("Mill %1").arg(i)));
    const int before = pulls();
    m_laptop.sync();
    EXPECT_EQ(pulls(), before + 5);
    EXPECT_TRUE(m_laptop.runs.last());
    same();
}

TEST_F(Pull, brokenOffBetweenPages_goesOnWhereItStood)
{
    m_world.server.pageSize = 10;
    for (int i = 0; i < 25; ++i)
        there(sampleOwner(QStringLiteral("Mill %1").arg(i)));
    m_laptop.engine().run();
    m_world.server.pumpOne();
    m_laptop.crash();
    m_world.server.pump();
    m_laptop.open();
    EXPECT_EQ(m_laptop.everything().size(), 10);
    const int before = pulls();
    m_laptop.sync();
    EXPECT_EQ(pulls(), before + 2);
    same();
}

TEST_F(Pull, pendingField_isRebasedNotOverwritten)
{
    const QString id = there(sampleOwner(QStringLiteral("Mill")));
    m_laptop.sync();
    m_world.server.fault(Fault::Busy, 1, "POST", QStringLiteral("/changes"));
    m_laptop.edit(Entity::Owner, id, kName, QStringLiteral("Mine"));
    m_laptop.sync();
    // Held, so that it waits while the feed brings the record anew.
    m_world.server.patch(Entity::Owner, id, QStringLiteral("phone"), QStringLiteral("042 333"));
    m_world.server.answerNext(id, {{}, Outcome::Held, 0, {}, {}, protocol::code::kMissing, {}, {}});
    m_laptop.sync();
    EXPECT_EQ(m_laptop.text(Entity::Owner, id, kName), QStringLiteral("Mine"));
    EXPECT_EQ(m_laptop.text(Entity::Owner, id, QStringLiteral("phone")), QStringLiteral("042 333"));
    m_laptop.sync();
    same();
}

TEST_F(Pull, unknownFields_areKeptAndHandedBack)
{
    QJsonObject fields = sampleOwner(QStringLiteral("Mill"));
    fields.insert(QStringLiteral("from_a_newer_program"), QJsonObject{{QStringLiteral("a"), 1}});
    const QString id = there(fields);
    m_laptop.sync();
    m_laptop.edit(Entity::Owner, id, kName, QStringLiteral("Renamed"));
    m_laptop.sync();
    EXPECT_TRUE(m_world.server.record(Entity::Owner, id)->fields.contains(QStringLiteral("from_a_newer_program")));
    same();
}

TEST_F(Pull, delete_removesTheRecord)
{
    const QString id = there(sampleOwner(QStringLiteral("Mill")));
    m_laptop.sync();
    m_world.server.remove(Entity::Owner, id);
    m_laptop.sync();
    EXPECT_FALSE(m_laptop.find(Entity::Owner, id));
    same();
}

TEST_F(Pull, leave_removesTheRecordAndKeepsItsOutboxRows)
{
    m_world.server.setScope(m_laptop.actor.accountId, {kPunjab});
    m_laptop.sync();
    const QString id = there(sampleOwner(QStringLiteral("Mill")));
    m_laptop.sync();
    m_laptop.edit(Entity::Owner, id, kName, QStringLiteral("Mine"));
    m_world.server.answerNext(id, {{}, Outcome::Held, 0, {}, {}, protocol::code::kMissing, {}, {}});
    m_world.server.patch(Entity::Owner, id, QStringLiteral("province"), kSindh);
    m_laptop.sync();
    EXPECT_FALSE(m_laptop.find(Entity::Owner, id));
    ASSERT_EQ(m_laptop.rows(OutboxState::Held).size(), 1);
    // The server then says what becomes of it.
    m_laptop.sync();
    ASSERT_EQ(m_laptop.rows(OutboxState::Dead).size(), 1);
    EXPECT_EQ(m_laptop.rows(OutboxState::Dead).first().code, protocol::code::kScopeRevoked);
    EXPECT_EQ(m_laptop.rows(OutboxState::Dead).first().change.fields.value(kName).after.toString(),
              QStringLiteral("Mine"));
}

TEST_F(Pull, scopeChanged_pushesFirstThenDropsAndPullsTheNew)
{
    const QString karachi = there(sampleBuilding(1, kKarachi), Entity::Building);
    const QString lahore = there(sampleBuilding(2, kLahore), Entity::Building);
    const QString owner = there(sampleOwner(QStringLiteral("Sindh mill"), kSindh));
    m_laptop.sync();
    ASSERT_EQ(m_laptop.everything().size(), 3);
    m_laptop.edit(Entity::Building, lahore, kName, QStringLiteral("Mine"));
    m_world.server.setScope(m_laptop.actor.accountId, {kPunjab});
    m_laptop.sync();
    EXPECT_EQ(m_world.server.record(Entity::Building, lahore)->fields.value(kName).toString(), QStringLiteral("Mine"));
    EXPECT_FALSE(m_laptop.find(Entity::Building, karachi));
    EXPECT_FALSE(m_laptop.find(Entity::Owner, owner));
    EXPECT_TRUE(m_laptop.find(Entity::Building, lahore));
    EXPECT_TRUE(m_laptop.runs.last());
    m_world.server.setScope(m_laptop.actor.accountId, {kPunjab, kSindh});
    m_laptop.sync();
    same();
}

TEST_F(Pull, scopeChanged_dropsAtOnceEvenWhenThePullBreaksOff)
{
    const QString karachi = there(sampleBuilding(1, kKarachi), Entity::Building);
    m_laptop.sync();
    m_world.server.setScope(m_laptop.actor.accountId, {kPunjab});
    m_laptop.engine().run();
    m_world.server.pumpOne(); // 409
    EXPECT_FALSE(m_laptop.find(Entity::Building, karachi));
    m_laptop.crash();
    m_world.server.pump();
    m_laptop.open();
    m_laptop.sync();
    EXPECT_FALSE(m_laptop.find(Entity::Building, karachi));
    EXPECT_TRUE(m_laptop.runs.last());
}

TEST_F(Pull, gone410_pullsAnewAndSweepsWhatTheFeedNoLongerNames)
{
    const QString stays = there(sampleOwner(QStringLiteral("Stays")));
    const QString goes = there(sampleOwner(QStringLiteral("Goes")));
    m_laptop.sync();
    m_world.server.remove(Entity::Owner, goes);
    there(sampleOwner(QStringLiteral("New")));
    m_world.server.forgetTombstones();
    const QString mine = m_laptop.create(Entity::Owner, sampleOwner(QStringLiteral("Mine"))).id;
    m_world.server.answerNext(mine, {{}, Outcome::Held, 0, {}, {}, protocol::code::kMissing, {}, {}});
    m_laptop.sync();
    EXPECT_TRUE(m_laptop.find(Entity::Owner, stays));
    EXPECT_FALSE(m_laptop.find(Entity::Owner, goes));
    EXPECT_TRUE(m_laptop.find(Entity::Owner, mine)) << "the server has never seen it: it is nobody's to sweep";
    EXPECT_EQ(m_laptop.state(QStringLiteral("pull_anew")), QString());
    same();
}

TEST_F(Pull, pullAnewBrokenOff_neverSweepsByHalfAList)
{
    m_world.server.pageSize = 5;
    for (int i = 0; i < 12; ++i)
        there(sampleOwner(QStringLiteral("Mill %1").arg(i)));
    m_laptop.sync();
    m_world.server.fault(Fault::Gone, 1, "GET", QStringLiteral("/changes"));
    m_laptop.engine().run();
    m_world.server.pumpOne(); // 410
    m_world.server.pumpOne(); // the first page
    m_laptop.crash();
    m_world.server.pump();
    m_laptop.open();
    EXPECT_EQ(m_laptop.everything().size(), 12);
    m_laptop.sync();
    same();
}

TEST_F(Pull, aFirstPullBrokenOff_isKnownUntilOneComesToItsEnd)
{
    m_world.server.pageSize = 5;
    for (int i = 0; i < 12; ++i)
        there(sampleOwner(QStringLiteral("Mill %1").arg(i)));
    m_laptop.engine().run();
    m_world.server.pumpOne(); // the first page
    m_laptop.crash();
    m_world.server.pump();
    m_laptop.open();
    EXPECT_EQ(m_laptop.everything().size(), 5);
    EXPECT_EQ(m_laptop.state(QStringLiteral("pull_more")), QStringLiteral("1"));
    m_laptop.sync();
    EXPECT_EQ(m_laptop.state(QStringLiteral("pull_more")), QString());
    same();
}

TEST_F(Pull, restoredServer_thatAnswersAnOldCursorWithAPage)
{
    m_world.server.refusesOldHistoryOnPull = false;
    const FakeServer::State backup = m_world.server.backup();
    m_laptop.create(Entity::Owner, sampleOwner(QStringLiteral("Mine")));
    m_laptop.sync();
    m_world.server.restore(backup);
    m_laptop.sync();
    EXPECT_EQ(m_world.server.all(Entity::Owner).size(), 1);
    EXPECT_TRUE(m_laptop.runs.last());
    same();
}

TEST_F(Pull, restoredServer_getsTheAcknowledgedChangesAgain)
{
    const QString old = m_laptop.create(Entity::Owner, sampleOwner(QStringLiteral("Old"))).id;
    m_laptop.sync();
    const FakeServer::State backup = m_world.server.backup();
    const QString young = m_laptop.create(Entity::Owner, sampleOwner(QStringLiteral("Young"))).id;
    m_laptop.edit(Entity::Owner, old, kName, QStringLiteral("Renamed"));
    m_laptop.sync();
    there(sampleOwner(QStringLiteral("Lost with the restore")));
    m_laptop.sync();
    m_world.server.restore(backup);
    m_laptop.sync();
    m_laptop.sync();
    EXPECT_EQ(m_world.server.record(Entity::Owner, young)->fields.value(kName).toString(), QStringLiteral("Young"));
    EXPECT_EQ(m_world.server.record(Entity::Owner, old)->fields.value(kName).toString(), QStringLiteral("Renamed"));
    EXPECT_EQ(m_world.server.all(Entity::Conflict).size(), 0);
    EXPECT_EQ(m_laptop.counts().waiting, 0);
    EXPECT_EQ(m_laptop.state(QStringLiteral("history")), m_world.server.history);
    same();
}

TEST_F(Pull, restoredServer_isNoticedByAPushToo)
{
    const FakeServer::State backup = m_world.server.backup();
    m_laptop.create(Entity::Owner, sampleOwner(QStringLiteral("One")));
    m_laptop.sync();
    m_world.server.restore(backup);
    m_laptop.create(Entity::Owner, sampleOwner(QStringLiteral("Two")));
    m_laptop.sync(); // 409 history_changed comes before any page
    EXPECT_EQ(m_world.server.all(Entity::Owner).size(), 2);
    EXPECT_TRUE(m_laptop.runs.last());
    same();
}

TEST_F(Pull, restoredServer_changesOlderThanNinetyDaysStayWhereTheyAre)
{
    const FakeServer::State backup = m_world.server.backup();
    m_laptop.create(Entity::Owner, sampleOwner(QStringLiteral("Old")));
    m_laptop.sync();
    m_world.clock.advance(91LL * 24 * 3600 * 1000);
    m_laptop.create(Entity::Owner, sampleOwner(QStringLiteral("Young")));
    m_laptop.sync();
    m_world.server.restore(backup);
    m_laptop.sync();
    EXPECT_EQ(m_world.server.all(Entity::Owner).size(), 1);
    same();
}

TEST_F(Pull, digest_twoMismatchesInARowPullEverythingAnew)
{
    const QString id = there(sampleBuilding(1), Entity::Building);
    m_laptop.sync();
    // The cache lost a record that the server has, as a lost update would.
    ASSERT_TRUE(m_laptop.parts().records.remove(Entity::Building, id));
    there(sampleOwner(QStringLiteral("makes the feed move")));
    m_laptop.sync();
    EXPECT_FALSE(m_laptop.find(Entity::Building, id)) << "once may be chance";
    m_laptop.sync();
    EXPECT_TRUE(m_laptop.find(Entity::Building, id));
    same();
}

TEST_F(Pull, digest_aRecordTooManyIsSweptToo)
{
    const QString id = there(sampleBuilding(1), Entity::Building);
    m_laptop.sync();
    ASSERT_TRUE(m_laptop.parts().records.putFromServer({Entity::Building, m_ids.next(), 4, sampleBuilding(7)}, {}));
    there(sampleOwner(QStringLiteral("makes the feed move")));
    m_laptop.sync();
    m_laptop.sync();
    EXPECT_TRUE(m_laptop.find(Entity::Building, id));
    same();
}

TEST_F(Pull, digest_countsEveryRecordOfAProvince)
{
    const QString building = there(sampleBuilding(1), Entity::Building);
    const QString inspection =
        there({{QStringLiteral("building"), building}, {QStringLiteral("inspector"), m_laptop.actor.accountId}},
              Entity::Inspection);
    const QString owner = there(sampleOwner(QStringLiteral("Mill")));
    there({{QStringLiteral("inspection"), inspection}}, Entity::Review);
    const QString evidence = there({{QStringLiteral("inspection"), inspection}}, Entity::Evidence);
    there({{QStringLiteral("inspection"), inspection}}, Entity::Decision);
    there({{QStringLiteral("building"), building}}, Entity::Certificate);
    there({{QStringLiteral("building"), building}}, Entity::Assignment);
    const QString finding =
        there({{QStringLiteral("building"), building}, {QStringLiteral("inspection"), inspection}}, Entity::Finding);
    for (const auto &[entity, id] :
         {std::pair{"building", building}, std::pair{"inspection", inspection}, std::pair{"evidence", evidence},
          std::pair{"owner", owner}, std::pair{"finding", finding}})
        there({{QStringLiteral("entity"), QLatin1String(entity)}, {QStringLiteral("record"), id}}, Entity::Conflict);
    const int before = pulls();
    for (int i = 0; i < 5; ++i) {
        m_laptop.sync();
        there(sampleOwner(QStringLiteral("moves the digest")));
    }
    EXPECT_EQ(pulls(), before + 5) << "no mismatch, so nothing was pulled anew";
}

TEST_F(Pull, digest_ofALyingServerCostsOnePullAnewADay)
{
    there(sampleBuilding(1), Entity::Building);
    m_world.server.lieAboutDigest = true;
    const int before = pulls();
    for (int i = 0; i < 10; ++i)
        m_laptop.sync();
    EXPECT_EQ(pulls(), before + 11);
    m_world.clock.advance(25LL * 3600 * 1000);
    m_laptop.sync();
    EXPECT_EQ(pulls(), before + 13);
    EXPECT_TRUE(m_laptop.runs.last());
    same();
}

TEST_F(Pull, upgrade426_pushingGoesOn)
{
    m_world.server.fault(Fault::Upgrade, 1'000, "GET", QStringLiteral("/changes"));
    m_laptop.create(Entity::Owner, sampleOwner(QStringLiteral("Mill")));
    m_laptop.sync();
    EXPECT_EQ(m_laptop.counts().waiting, 0);
    EXPECT_EQ(m_world.server.all(Entity::Owner).size(), 1);
    EXPECT_EQ(m_laptop.snapshot().trouble, Trouble::ProgramTooOld);
    EXPECT_GE(m_laptop.delays.last(), 0) << "the timer is always set again";
    EXPECT_EQ(m_laptop.snapshot().nextRun, m_world.clock.now().addMSecs(m_laptop.delays.last()));
}

TEST_F(Pull, pagesTooLargeToRead_areAskedForInSmallerOnes)
{
    for (int i = 0; i < 5; ++i)
        there(sampleOwner(QStringLiteral("Mill %1").arg(i)));
    m_world.server.fault(Fault::Bomb, 3, "GET", QStringLiteral("/changes"));
    m_laptop.sync();
    EXPECT_TRUE(m_world.server.requests().last().path.endsWith(QStringLiteral("limit=62")))
        << "500, halved three times";
    EXPECT_TRUE(m_laptop.runs.last());
    same();
    for (const char *limit : {"limit=124", "limit=248", "limit=496", "limit=500", "limit=500"}) {
        m_laptop.sync();
        EXPECT_TRUE(m_world.server.requests().last().path.endsWith(QLatin1String(limit))) << limit;
    }
}

TEST(FirstPull, comesBeforeTheFirstPush_andAFailingOneDoesNotKeepItBack)
{
    World world;
    Laptop laptop(world.server, world.clock, world.file());
    ASSERT_TRUE(laptop.signIn(kOne));
    laptop.create(Entity::Owner, sampleOwner(QStringLiteral("Mill")));
    world.server.fault(Fault::Upgrade, 1, "GET", QStringLiteral("/changes"));
    laptop.sync();
    EXPECT_EQ(world.server.all(Entity::Owner).size(), 1);
    EXPECT_EQ(world.server.requests().at(1).method, QByteArray("GET"));
    laptop.sync();
    EXPECT_EQ(laptop.everything(), everythingOn(world.server));
}

TEST(FirstPull, alreadyHoldsAChangeWhoseReplyWasLost_itsOldFieldsStayBelow)
{
    World world;
    Laptop laptop(world.server, world.clock, world.file());
    ASSERT_TRUE(laptop.signIn(kOne));
    const QString id = laptop.create(Entity::Owner, sampleOwner(QStringLiteral("Mine"))).id;
    world.server.fault(Fault::Upgrade, 1, "GET", QStringLiteral("/changes"));
    world.server.fault(Fault::LostReply, 1, "POST", QStringLiteral("/changes"));
    laptop.sync();
    world.server.patch(Entity::Owner, id, kName, QStringLiteral("Theirs"));
    laptop.engine().run();
    world.server.pumpOne(); // the page, with both edits
    EXPECT_EQ(laptop.text(Entity::Owner, id, kName), QStringLiteral("Mine")) << "it still waits";
    world.server.pumpOne(); // the server's keys, behind the first whole pull
    world.server.pumpOne(); // and what was revoked
    world.server.pumpOne(); // duplicate
    EXPECT_EQ(laptop.text(Entity::Owner, id, kName), QStringLiteral("Theirs"));
    world.server.pump();
    EXPECT_EQ(laptop.everything(), everythingOn(world.server));
}
