// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sync/laptop.h"

#include <gtest/gtest.h>

using namespace markaz;
using namespace markaz::test;
using Trouble = SyncSnapshot::Trouble;

namespace {

class Sessions : public testing::Test
{
protected:
    int signIns() { return m_world.server.requestCount("POST", QStringLiteral("/session")); }

    World m_world;
    Laptop m_laptop{m_world.server, m_world.clock, m_world.file()};
};

} // namespace

TEST_F(Sessions, signIn_keepsAccountAndASealedToken)
{
    const auto actor = m_laptop.signIn(kOne);
    ASSERT_TRUE(actor);
    EXPECT_EQ(*actor, sampleActor(kOne));
    EXPECT_EQ(signedInAccount(m_laptop.parts().state).value(), sampleActor(kOne));
    const QString token = m_laptop.state(QStringLiteral("token_refresh"));
    EXPECT_FALSE(token.isEmpty());
    EXPECT_FALSE(QByteArray::fromBase64(token.toLatin1()).contains("refresh-")) << "never in clear";
    EXPECT_EQ(m_laptop.state(QStringLiteral("instance")), QStringLiteral("instance-1"));
}

TEST_F(Sessions, restart_goesOnWithTheStoredToken)
{
    ASSERT_TRUE(m_laptop.signIn(kOne));
    m_laptop.crash();
    m_laptop.open();
    m_laptop.sync();
    EXPECT_TRUE(m_laptop.runs.last());
    EXPECT_EQ(m_world.server.requestCount("POST", QStringLiteral("/refresh")), 1);
}

TEST_F(Sessions, atAnotherAddress_theStoredTokenIsNotOffered)
{
    ASSERT_TRUE(m_laptop.signIn(kOne));
    m_laptop.crash();
    const QString own = std::exchange(m_laptop.address, QStringLiteral("https://elsewhere.example"));
    m_laptop.open();
    m_laptop.sync();
    EXPECT_EQ(m_laptop.snapshot().trouble, Trouble::SignInNeeded);
    EXPECT_EQ(m_world.server.requestCount("POST", QStringLiteral("/refresh")), 0);

    m_laptop.crash();
    m_laptop.address = own;
    m_laptop.open();
    m_laptop.sync();
    EXPECT_TRUE(m_laptop.runs.last()) << "and the session is as good as before";
}

TEST_F(Sessions, serverThatWasAlteredOrRemovedInTheCache_opensNoToken)
{
    ASSERT_TRUE(m_laptop.signIn(kOne));
    const QString own = m_laptop.address;
    for (const QString &server : {QStringLiteral("https://elsewhere.example:443"), QString()}) {
        ASSERT_TRUE(m_laptop.parts().state.set(QStringLiteral("server_url"), server));
        m_laptop.crash();
        m_laptop.address = QStringLiteral("https://elsewhere.example:443");
        m_laptop.open();
        m_laptop.sync();
        EXPECT_FALSE(m_laptop.runs.last());
        EXPECT_EQ(m_laptop.snapshot().trouble, Trouble::StorageFailed);
    }
    EXPECT_EQ(m_world.server.requestCount("POST", QStringLiteral("/refresh")), 0);
    m_laptop.crash();
    m_laptop.address = own;
    m_laptop.open();
    EXPECT_TRUE(m_laptop.signIn(kOne)) << "a sign-in makes it good";
    m_laptop.sync();
    EXPECT_TRUE(m_laptop.runs.last());
}

TEST_F(Sessions, withAPassword_theSessionIsOneOfTheNewAddress)
{
    ASSERT_TRUE(m_laptop.signIn(kOne));
    m_laptop.crash();
    m_laptop.address = QStringLiteral("https://moved.example");
    m_laptop.open();
    ASSERT_TRUE(m_laptop.signIn(kOne));
    m_laptop.crash();
    m_laptop.open();
    m_laptop.sync();
    EXPECT_TRUE(m_laptop.runs.last());
    EXPECT_EQ(m_world.server.requestCount("POST", QStringLiteral("/refresh")), 1);
}

TEST_F(Sessions, lostRefreshReply_theOldTokenStillWorks)
{
    ASSERT_TRUE(m_laptop.signIn(kOne));
    m_laptop.crash();
    m_laptop.open();
    m_world.server.fault(Fault::LostReply, 1, "POST", QStringLiteral("/refresh"));
    m_laptop.sync();
    EXPECT_EQ(m_laptop.snapshot().trouble, Trouble::NotReached);
    m_laptop.sync();
    EXPECT_TRUE(m_laptop.runs.last());
}

TEST_F(Sessions, device_hasOneIdForEver)
{
    ASSERT_TRUE(m_laptop.signIn(kOne));
    const QString id = m_laptop.state(QStringLiteral("device_id"));
    EXPECT_TRUE(isRecordId(id));
    ASSERT_TRUE(m_laptop.signIn(kOne));
    EXPECT_EQ(m_laptop.state(QStringLiteral("device_id")), id);
}

TEST_F(Sessions, wrongPassword_isUnauthenticatedAndKeepsTheOldSession)
{
    ASSERT_TRUE(m_laptop.signIn(kOne));
    const QString token = m_laptop.state(QStringLiteral("token_refresh"));
    const auto refused = m_laptop.signIn(kOne, QStringLiteral("wrong-password"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Unauthenticated);
    EXPECT_EQ(m_laptop.state(QStringLiteral("token_refresh")), token);
}

TEST_F(Sessions, aServerThatAsksToWait_isHeardToTheSecond)
{
    m_world.server.busySeconds = 2;
    m_world.server.fault(Fault::Busy, 1);
    const auto refused = m_laptop.signIn(kOne);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Refused);
    EXPECT_EQ(refused.error().detail, QStringLiteral("busy"));
    EXPECT_EQ(refused.error().where, QStringLiteral("2"));
}

TEST_F(Sessions, somethingElseAnswers_isNotOurServer)
{
    for (const Fault fault : {Fault::Html200, Fault::Redirect, Fault::NoNonce, Fault::BadGateway}) {
        m_world.server.fault(fault, 1);
        const auto refused = m_laptop.signIn(kOne);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, ErrorCode::NotOurServer);
        EXPECT_EQ(m_laptop.state(QStringLiteral("instance")), QString());
        EXPECT_EQ(m_laptop.state(QStringLiteral("account")), QString());
    }
}

TEST_F(Sessions, notSignedIn_syncSaysSoAndAsksNobody)
{
    EXPECT_EQ(m_laptop.snapshot().trouble, Trouble::SignInNeeded);
    m_laptop.create(Entity::Owner, sampleOwner(QStringLiteral("Mill")));
    m_laptop.sync();
    EXPECT_EQ(m_laptop.snapshot().trouble, Trouble::SignInNeeded);
    EXPECT_EQ(m_laptop.snapshot().waiting, 1);
    EXPECT_EQ(m_world.server.requests().size(), 0);
    EXPECT_EQ(m_laptop.delays.last(), -1);
}

TEST_F(Sessions, signOut_tellsTheServerAndKeepsWhatWaits)
{
    ASSERT_TRUE(m_laptop.signIn(kOne));
    m_laptop.create(Entity::Owner, sampleOwner(QStringLiteral("Mill")));
    ASSERT_TRUE(m_laptop.session().signOut());
    m_laptop.engine().noteSession(false);
    EXPECT_EQ(m_laptop.snapshot().trouble, Trouble::SignInNeeded);
    m_world.server.pump();
    EXPECT_EQ(m_world.server.requests().last().method, QByteArray("DELETE"));
    m_laptop.sync();
    EXPECT_EQ(m_laptop.snapshot().trouble, Trouble::SignInNeeded);
    EXPECT_EQ(m_laptop.counts().waiting, 1);
    ASSERT_TRUE(m_laptop.signIn(kOne));
    m_laptop.sync();
    EXPECT_EQ(m_world.server.all(Entity::Owner).size(), 1);
}

TEST_F(Sessions, anotherAccount_isRefusedWhileChangesWait_beforeThePasswordLeaves)
{
    ASSERT_TRUE(m_laptop.signIn(kOne));
    m_laptop.create(Entity::Owner, sampleOwner(QStringLiteral("Mill")));
    const int before = signIns();
    const auto refused = m_laptop.signIn(kTwo);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::WrongState);
    EXPECT_EQ(refused.error().where, QStringLiteral("outbox"));
    EXPECT_EQ(signIns(), before);
    m_laptop.sync();
    EXPECT_TRUE(m_laptop.signIn(kTwo)) << "once its author has sent them";
}

TEST_F(Sessions, anotherAccount_isRefusedWhileADeadLetterLies)
{
    ASSERT_TRUE(m_laptop.signIn(kOne));
    QJsonObject wrong = sampleBuilding(1);
    wrong.insert(QStringLiteral("storeys"), 99);
    m_laptop.create(Entity::Building, wrong);
    m_laptop.sync();
    ASSERT_EQ(m_laptop.counts().dead, 1);
    EXPECT_FALSE(m_laptop.signIn(kTwo));
    EXPECT_TRUE(m_laptop.signIn(kOne));
}

TEST_F(Sessions, anotherAccount_seesNothingOfTheFormerOne)
{
    const Actor punjab = sampleActor(QStringLiteral("sample.punjab"), {QStringLiteral("PK-PB")});
    addSampleAccount(m_world.server, punjab);
    ASSERT_TRUE(m_laptop.signIn(kOne));
    const QString sindh = m_laptop.create(Entity::Owner, sampleOwner(QStringLiteral("S"), QStringLiteral("PK-SD"))).id;
    const QString lahore = m_laptop.create(Entity::Building, sampleBuilding(1)).id;
    m_laptop.sync();
    ASSERT_TRUE(m_laptop.signIn(punjab.name));
    EXPECT_FALSE(m_laptop.find(Entity::Owner, sindh)) << "at once, before any pull";
    EXPECT_FALSE(m_laptop.find(Entity::Building, lahore));
    m_laptop.sync();
    EXPECT_TRUE(m_laptop.find(Entity::Building, lahore));
    EXPECT_FALSE(m_laptop.find(Entity::Owner, sindh));
    EXPECT_TRUE(m_laptop.runs.last());
}

TEST_F(Sessions, restoredServer_neverGetsOneAccountsChangesUnderAnothersName)
{
    ASSERT_TRUE(m_laptop.signIn(kOne));
    m_laptop.sync();
    const FakeServer::State backup = m_world.server.backup();
    m_laptop.create(Entity::Owner, sampleOwner(QStringLiteral("Of one")));
    m_laptop.sync();
    ASSERT_TRUE(m_laptop.signIn(kTwo));
    m_laptop.sync();
    m_world.server.restore(backup);
    m_laptop.sync();
    EXPECT_EQ(m_world.server.all(Entity::Owner).size(), 0);
    ASSERT_TRUE(m_laptop.signIn(kOne));
    EXPECT_EQ(m_laptop.rows(OutboxState::Acknowledged).size(), 1) << "it is kept for its author";
}

TEST_F(Sessions, answerToAnOlderSignIn_doesNotUndoANewerOne)
{
    std::optional<Result<Actor>> first;
    m_laptop.session().signIn(kOne, kOne + QStringLiteral("-password"), QStringLiteral("test"),
                              [&first](const Result<Actor> &answer) { first.emplace(answer); });
    ASSERT_TRUE(m_laptop.signIn(kTwo));
    ASSERT_TRUE(first);
    EXPECT_FALSE(*first);
    EXPECT_EQ(signedInAccount(m_laptop.parts().state).value()->name, kTwo);
}
