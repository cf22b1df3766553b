// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A laptop that the server orders to be given up: whose orders it obeys, what it hands in, and that it reads on
// nothing.
#include "core/security/revocation.h"
#include "tests/support/sync/laptop.h"

#include <gtest/gtest.h>

using namespace markaz;
using namespace markaz::test;
using Trouble = SyncSnapshot::Trouble;

namespace {

class Revoked : public testing::Test
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(m_laptop.signIn(kOne));
        m_laptop.sync(); // learns the server's keys
        ASSERT_TRUE(m_laptop.runs.last());
        listen();
    }
    void listen()
    {
        QObject::connect(&m_laptop.engine(), &SyncEngine::revoked, &m_laptop.engine(), [this] { ++m_told; });
        QObject::connect(&m_laptop.engine(), &SyncEngine::handedIn, &m_laptop.engine(), [this] { ++m_gone; });
    }
    DeviceRevocation orderFor(const QString &device, const QString &account, const SigningKey &key)
    {
        DeviceRevocation order;
        order.id = QStringLiteral("0190f000-0000-7000-8000-00000000aaaa");
        order.device = device;
        order.account = account;
        order.at = toIso(m_world.clock.now());
        return signRevocation(key, order).value();
    }
    DeviceRevocation order()
    {
        return orderFor(m_laptop.state(QStringLiteral("device_id")), m_laptop.actor.accountId,
                        m_world.server.signingKey);
    }
    /// The order stands, and the server could not be told of the end yet.
    void hearOrder()
    {
        m_world.server.revocation = order();
        m_world.server.fault(Fault::Unreachable, 1, "POST", QStringLiteral("/wiped"));
        m_laptop.sync();
        ASSERT_EQ(m_told, 1);
        ASSERT_EQ(m_gone, 0);
    }
    void expectNotObeyed()
    {
        m_laptop.sync();
        EXPECT_EQ(m_told, 0);
        EXPECT_EQ(m_gone, 0);
        EXPECT_EQ(m_world.server.acknowledgedOrder, QString());
        EXPECT_EQ(m_laptop.state(QStringLiteral("revocation")), QString());
        EXPECT_EQ(m_laptop.snapshot().trouble, Trouble::ServerRefused);
        m_world.server.revocation.reset(); // somebody played a trick: the laptop goes on
        m_laptop.sync();
        EXPECT_TRUE(m_laptop.runs.last());
    }

    World m_world;
    Laptop m_laptop{m_world.server, m_world.clock, m_world.file()};
    int m_told = 0;
    int m_gone = 0;
};

} // namespace

TEST_F(Revoked, handsInEverythingOwed_andTellsTheServer)
{
    const Record building = m_laptop.create(Entity::Building, sampleBuilding(1));
    m_laptop.edit(Entity::Building, building.id, QStringLiteral("storeys"), 3);
    m_laptop.create(Entity::Owner, sampleOwner(QStringLiteral("Sample owner")));
    QStringList owed;
    for (const OutboxRow &row : m_laptop.rows())
        owed.append(row.change.opId);
    ASSERT_EQ(owed.size(), 3);
    m_world.server.revocation = order();
    m_laptop.sync();
    EXPECT_EQ(m_told, 1);
    EXPECT_EQ(m_gone, 1);
    EXPECT_EQ(m_world.server.handedIn.size() >= owed.size(), true);
    for (const QString &op : std::as_const(owed))
        EXPECT_TRUE(m_world.server.handedIn.contains(op));
    EXPECT_EQ(m_world.server.acknowledgedOrder, order().id);
    EXPECT_EQ(m_laptop.snapshot().trouble, Trouble::Revoked);
    EXPECT_TRUE(m_world.server.all(Entity::Building).isEmpty()) << "nothing of it was applied";
}

TEST_F(Revoked, withNothingOwed_theNextPullIsEnough)
{
    m_world.server.revocation = order();
    m_laptop.sync();
    EXPECT_EQ(m_told, 1);
    EXPECT_EQ(m_gone, 1);
    EXPECT_EQ(m_world.server.acknowledgedOrder, order().id);
}

TEST_F(Revoked, killedInBetween_goesOnWhereItStood)
{
    m_laptop.create(Entity::Building, sampleBuilding(1));
    m_world.server.revocation = order();
    m_world.server.fault(Fault::Unreachable, 100, "POST", QStringLiteral("/wiped"));
    m_laptop.sync();
    EXPECT_EQ(m_told, 1);
    EXPECT_EQ(m_gone, 0) << "the server was not told yet";
    EXPECT_EQ(m_laptop.snapshot().trouble, Trouble::Revoked);
    m_world.server.clearFaults();
    m_laptop.crash();
    m_laptop.open();
    listen();
    const int pulls = m_world.server.requestCount("GET", QStringLiteral("/changes"));
    m_laptop.sync();
    EXPECT_EQ(m_told, 2) << "the new process is told before anything is shown";
    EXPECT_EQ(m_gone, 1);
    EXPECT_EQ(m_world.server.requestCount("GET", QStringLiteral("/changes")), pulls) << "nothing is received any more";
}

TEST_F(Revoked, lostAcknowledgement_isTakenForGiven)
{
    m_world.server.revocation = order();
    m_world.server.fault(Fault::LostReply, 1, "POST", QStringLiteral("/wiped"));
    m_laptop.sync();
    EXPECT_EQ(m_gone, 0);
    m_laptop.sync(); // the server has ended the session
    EXPECT_EQ(m_gone, 1);
}

TEST_F(Revoked, aServerThatKnowsNoSessionAnyMore_destroysNothing_untilSomebodySignsIn)
{
    hearOrder();
    m_laptop.create(Entity::Building, sampleBuilding(1));
    const int told = m_world.server.requestCount("POST", QStringLiteral("/wiped"));
    m_world.server.endSessions(); // it was restored from a backup, which never has tokens
    for (int i = 0; i < 3; ++i) {
        m_laptop.sync();
        EXPECT_EQ(m_gone, 0) << "nobody but this laptop has what it owes";
        EXPECT_EQ(m_laptop.snapshot().trouble, Trouble::SignInNeeded);
    }
    EXPECT_EQ(m_laptop.rows().size(), 1);
    EXPECT_EQ(m_world.server.requestCount("POST", QStringLiteral("/wiped")), told);
    EXPECT_FALSE(m_laptop.signIn(kOne));
    m_laptop.sync();
    EXPECT_EQ(m_gone, 1);
    EXPECT_EQ(m_world.server.handedIn.size(), 1);
    EXPECT_EQ(m_world.server.acknowledgedOrder, order().id);
}

TEST_F(Revoked, theLastWord_isNoneToAServerThatKnowsNoSession)
{
    hearOrder();
    m_world.server.endSessions();
    m_laptop.sync();
    EXPECT_EQ(m_gone, 0);
    EXPECT_EQ(m_laptop.snapshot().trouble, Trouble::SignInNeeded);
}

TEST_F(Revoked, aBatchThatIsTooLarge_isHalved)
{
    m_world.server.bodyMost = 2;
    for (int i = 1; i <= 5; ++i)
        m_laptop.create(Entity::Building, sampleBuilding(i));
    m_world.server.revocation = order();
    m_laptop.sync();
    EXPECT_EQ(m_gone, 1);
    QStringList ops = m_world.server.handedIn;
    ops.removeDuplicates();
    EXPECT_EQ(ops.size(), 5);
}

TEST_F(Revoked, whatTheServerPutsOff_isOwedStillAndGoesAgain)
{
    hearOrder();
    const Record putOff = m_laptop.create(Entity::Building, sampleBuilding(1));
    m_laptop.create(Entity::Building, sampleBuilding(2));
    const QString owed = m_laptop.rows().first().change.opId;
    m_world.server.answerNext(putOff.id, {{}, Outcome::Retry, 0, {}, {}, protocol::code::kBusy, {}, {}});
    m_laptop.sync();
    EXPECT_EQ(m_gone, 0) << "its store was full, and took nothing";
    EXPECT_FALSE(m_world.server.handedIn.contains(owed));
    EXPECT_EQ(m_world.server.acknowledgedOrder, QString());
    EXPECT_EQ(m_laptop.snapshot().trouble, Trouble::Revoked);
    EXPECT_GT(m_laptop.delays.last(), 0) << "it comes again by itself";
    m_laptop.sync();
    EXPECT_EQ(m_gone, 1);
    EXPECT_TRUE(m_world.server.handedIn.contains(owed));
    EXPECT_EQ(m_world.server.acknowledgedOrder, order().id);
}

TEST_F(Revoked, whatWasPutOffEarlierInTheRun_isHandedInToo)
{
    const Record putOff = m_laptop.create(Entity::Building, sampleBuilding(1));
    const QString owed = m_laptop.rows().first().change.opId;
    m_world.server.answerNext(putOff.id, {{}, Outcome::Retry, 0, {}, {}, protocol::code::kBusy, {}, {}});
    QObject::connect(&m_laptop.engine(), &SyncEngine::outboxChanged, &m_laptop.engine(),
                     [this] { m_world.server.revocation = order(); }); // between the push and the pull
    m_laptop.sync();
    EXPECT_EQ(m_gone, 1);
    EXPECT_EQ(m_world.server.handedIn, QStringList{owed});
}

TEST_F(Revoked, whatAnAnswerDoesNotName_isOwedStill)
{
    hearOrder();
    m_laptop.create(Entity::Building, sampleBuilding(1));
    m_laptop.create(Entity::Building, sampleBuilding(2));
    const QString owed = m_laptop.rows().last().change.opId;
    m_world.server.forgetsAResult = true;
    m_laptop.sync();
    EXPECT_EQ(m_gone, 0);
    EXPECT_FALSE(m_world.server.handedIn.contains(owed));
    m_laptop.sync();
    EXPECT_EQ(m_gone, 1);
    EXPECT_TRUE(m_world.server.handedIn.contains(owed));
}

TEST_F(Revoked, ordersForOthersOrByOthers_areNotObeyed)
{
    const QString device = m_laptop.state(QStringLiteral("device_id"));
    const QString another = QStringLiteral("0190f000-0000-7000-8000-00000000bbbb");
    m_world.server.revocation = orderFor(another, m_laptop.actor.accountId, m_world.server.signingKey);
    expectNotObeyed();
    m_world.server.revocation = orderFor(device, another, m_world.server.signingKey);
    expectNotObeyed();
    // The id of the server's key, and another key behind it: the one that was learnt first stays.
    const SigningKey thief = SigningKey::generate(QStringLiteral("2026-A"), QDate(2026, 1, 1)).value();
    m_world.server.revocation = orderFor(device, m_laptop.actor.accountId, thief);
    expectNotObeyed();
    DeviceRevocation altered = order();
    altered.at = toIso(m_world.clock.now().addSecs(60));
    m_world.server.revocation = altered;
    expectNotObeyed();
}

TEST_F(Revoked, byANewerKeyOfTheServer_isObeyedOnceTheKeyIsAskedFor)
{
    m_world.server.signingKey = SigningKey::generate(QStringLiteral("2026-B"), QDate(2026, 11, 1)).value();
    m_world.server.revocation = order();
    m_laptop.sync();
    EXPECT_EQ(m_gone, 1);
}

TEST_F(Revoked, whoSignsInAgain_handsInAndObeys_withTheTokensThatComeWithTheRefusal)
{
    m_laptop.create(Entity::Building, sampleBuilding(1));
    m_world.server.endSessions(); // sixty days away
    m_laptop.sync();
    ASSERT_EQ(m_laptop.snapshot().trouble, Trouble::SignInNeeded);
    m_world.server.revocation = order();
    const auto refused = m_laptop.signIn(kOne);
    ASSERT_FALSE(refused) << "nobody works here any more";
    EXPECT_EQ(refused.error().code, ErrorCode::Refused);
    EXPECT_EQ(refused.error().detail, protocol::code::kDeviceRevoked);
    const int pulls = m_world.server.requestCount("GET", QStringLiteral("/changes"));
    m_laptop.sync();
    EXPECT_EQ(m_told, 1);
    EXPECT_EQ(m_gone, 1);
    EXPECT_EQ(m_world.server.handedIn.size(), 1);
    EXPECT_EQ(m_world.server.acknowledgedOrder, order().id);
    EXPECT_EQ(m_laptop.snapshot().trouble, Trouble::Revoked);
    EXPECT_EQ(m_world.server.requestCount("GET", QStringLiteral("/changes")), pulls) << "nothing is received";
}

TEST_F(Revoked, whoSignedOutBefore_isHeardToo_alsoWithAOneTimeCode)
{
    m_laptop.create(Entity::Building, sampleBuilding(1));
    ASSERT_TRUE(m_laptop.session().signOut());
    m_laptop.engine().noteSession(false);
    m_world.server.pump();
    m_world.server.revocation = order();
    const QString code = QStringLiteral("7Q2M-XJ4K-0V9R-TB3C-HZ5N");
    m_world.server.addCode(code, kOne);
    EXPECT_FALSE(m_laptop.enrol(kOne, code, QStringLiteral("a chosen password")));
    m_laptop.sync();
    EXPECT_EQ(m_gone, 1);
    EXPECT_EQ(m_world.server.handedIn.size(), 1);
}

TEST_F(Revoked, whoDoesNotKnowThePassword_changesNothing)
{
    m_world.server.endSessions();
    m_world.server.revocation = order();
    EXPECT_EQ(m_laptop.signIn(kOne, QStringLiteral("not the password")).error().code, ErrorCode::Unauthenticated);
    m_laptop.sync();
    EXPECT_EQ(m_told, 0);
    EXPECT_EQ(m_laptop.state(QStringLiteral("revocation")), QString());
}

TEST_F(Revoked, anOrderAtTheSignIn_thatIsNotTheServers_isNotObeyed)
{
    m_world.server.endSessions();
    const SigningKey thief = SigningKey::generate(QStringLiteral("2026-A"), QDate(2026, 1, 1)).value();
    m_world.server.revocation = orderFor(m_laptop.state(QStringLiteral("device_id")), m_laptop.actor.accountId, thief);
    EXPECT_FALSE(m_laptop.signIn(kOne));
    expectNotObeyed();
}

TEST_F(Revoked, killedAfterTheSignIn_goesOnWhereItStood)
{
    m_laptop.create(Entity::Building, sampleBuilding(1));
    m_world.server.endSessions();
    m_world.server.revocation = order();
    m_world.server.fault(Fault::Unreachable, 100, "POST", QStringLiteral("/changes"));
    EXPECT_FALSE(m_laptop.signIn(kOne));
    m_laptop.sync();
    EXPECT_EQ(m_told, 1);
    EXPECT_EQ(m_gone, 0);
    m_world.server.clearFaults();
    m_laptop.crash();
    m_laptop.open();
    listen();
    m_laptop.sync();
    EXPECT_EQ(m_gone, 1);
    EXPECT_EQ(m_world.server.handedIn.size(), 1);
}

TEST_F(Revoked, aCopyOfALaptopThatObeyed_isDestroyedThoughItCanHandNothingIn)
{
    ASSERT_TRUE(m_laptop.session().signOut());
    m_laptop.engine().noteSession(false);
    m_world.server.pump();
    m_world.server.revocation = order();
    m_world.server.acknowledgedOrder = order().id;
    EXPECT_FALSE(m_laptop.signIn(kOne));
    m_laptop.create(Entity::Building, sampleBuilding(1));
    m_laptop.sync();
    EXPECT_EQ(m_told, 1);
    EXPECT_EQ(m_gone, 1);
    EXPECT_EQ(m_laptop.snapshot().trouble, Trouble::Revoked) << "and not that a sign-in is needed";
    m_laptop.crash(); // before the key was destroyed
    m_laptop.open();
    listen();
    EXPECT_EQ(m_laptop.snapshot().trouble, Trouble::Revoked);
    m_laptop.sync();
    EXPECT_EQ(m_gone, 2);
}

TEST_F(Revoked, anOrderWithoutTokens_fromAServerThatDoesNotSayThatItWasObeyed_destroysNothing)
{
    m_laptop.create(Entity::Building, sampleBuilding(1));
    ASSERT_TRUE(m_laptop.session().signOut());
    m_laptop.engine().noteSession(false);
    m_world.server.pump();
    m_world.server.revocation = order();
    m_world.server.sendsNoTokens = true;
    EXPECT_FALSE(m_laptop.signIn(kOne));
    m_laptop.sync();
    EXPECT_EQ(m_told, 1) << "nothing is read on it any more";
    EXPECT_EQ(m_gone, 0) << "nobody but this laptop has what it owes";
    EXPECT_EQ(m_world.server.acknowledgedOrder, QString());
    EXPECT_EQ(m_laptop.snapshot().trouble, Trouble::SignInNeeded) << "a sign-in is what helps";
    m_laptop.crash();
    m_laptop.open();
    listen();
    m_laptop.sync();
    EXPECT_EQ(m_gone, 0);
    ASSERT_EQ(m_laptop.rows().size(), 1);
    m_world.server.sendsNoTokens = false; // a newer server
    EXPECT_FALSE(m_laptop.signIn(kOne));
    m_laptop.sync();
    EXPECT_EQ(m_gone, 1);
    EXPECT_EQ(m_world.server.handedIn.size(), 1);
}

TEST_F(Revoked, forAnotherAccount_takesNothingFromTheOneWhoseRecordsAreHere)
{
    const QString two = sampleActor(kTwo).accountId;
    m_world.server.revocation = orderFor(m_laptop.state(QStringLiteral("device_id")), two, m_world.server.signingKey);
    const QStringList before = m_laptop.everything();
    const QString token = m_laptop.state(QStringLiteral("token_refresh"));
    const auto refused = m_laptop.signIn(kTwo);
    EXPECT_EQ(refused.error().detail, protocol::code::kDeviceRevoked);
    m_world.server.revocation.reset();
    m_laptop.sync();
    EXPECT_EQ(m_told, 0);
    EXPECT_EQ(m_laptop.everything(), before);
    EXPECT_EQ(m_laptop.state(QStringLiteral("token_refresh")), token);
    EXPECT_TRUE(m_laptop.runs.last()) << "whose session goes on";
}
