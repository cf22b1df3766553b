// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Every fault at every endpoint: what it leaves behind, and that afterwards each change is on the server once.
#include "tests/support/sync/laptop.h"

#include <gtest/gtest.h>

using namespace markaz;
using namespace markaz::test;
using Trouble = SyncSnapshot::Trouble;

namespace {

struct Case
{
    Fault fault;
    Trouble trouble;
    const char *name;
};

const std::vector<Case> kCases{
    {Fault::Timeout, Trouble::NotReached, "timeout"},
    {Fault::Unreachable, Trouble::NotReached, "unreachable"},
    {Fault::LostReply, Trouble::NotReached, "lostReply"},
    {Fault::Doubled, Trouble::None, "doubled"},
    {Fault::Html200, Trouble::NotOurServer, "html200"},
    {Fault::Redirect, Trouble::NotOurServer, "redirect"},
    {Fault::NotFoundHtml, Trouble::NotOurServer, "notFoundHtml"},
    {Fault::BadGateway, Trouble::NotOurServer, "badGateway"},
    {Fault::CutGzip, Trouble::NotReached, "cutGzip"},
    {Fault::CutJson, Trouble::NotReached, "cutJson"},
    {Fault::NewWord, Trouble::NotReached, "newWord"},
    {Fault::WrongNonce, Trouble::NotOurServer, "wrongNonce"},
    {Fault::NoNonce, Trouble::NotOurServer, "noNonce"},
    {Fault::WrongInstance, Trouble::NotOurServer, "wrongInstance"},
    {Fault::NoDate, Trouble::NotOurServer, "noDate"},
    {Fault::TextPlain, Trouble::NotOurServer, "textPlain"},
    {Fault::Accepted202, Trouble::NotOurServer, "accepted202"},
    {Fault::Busy, Trouble::NotReached, "busy503"},
    {Fault::TooMany, Trouble::NotReached, "tooMany429"},
    {Fault::ServerError, Trouble::NotReached, "serverError500"},
};

class Faults : public testing::TestWithParam<Case>
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(m_laptop.signIn(kOne));
        m_id = m_laptop.create(Entity::Owner, sampleOwner(QStringLiteral("Mill"))).id;
        m_laptop.sync();
        ASSERT_TRUE(m_laptop.runs.last());
        m_contact = m_laptop.snapshot().lastContact;
        m_world.clock.advance(60'000);
    }

    /// Runs into the fault with one edit and one new record, then without it; nothing lost, nothing doubled.
    void meet(const QByteArray &method, const QString &path)
    {
        m_laptop.edit(Entity::Owner, m_id, QStringLiteral("name"), QStringLiteral("Renamed"));
        const QString made = m_laptop.create(Entity::Owner, sampleOwner(QStringLiteral("New"))).id;
        QStringList ops;
        for (const OutboxRow &row : m_laptop.rows())
            ops.append(row.change.opId);
        m_world.server.fault(GetParam().fault, 1, method, path);
        m_laptop.sync();

        EXPECT_EQ(m_laptop.snapshot().trouble, GetParam().trouble);
        EXPECT_EQ(m_laptop.text(Entity::Owner, m_id, QStringLiteral("name")), QStringLiteral("Renamed"));
        EXPECT_TRUE(m_laptop.find(Entity::Owner, made));
        EXPECT_EQ(m_laptop.snapshot().rejected, 0);
        EXPECT_EQ(m_laptop.snapshot().waiting, m_laptop.counts().waiting);
        EXPECT_EQ(m_laptop.snapshot().phase, SyncSnapshot::Phase::Idle);
        EXPECT_GE(m_laptop.delays.last(), 0) << "the timer is always set again";
        if (GetParam().trouble != Trouble::None) {
            EXPECT_FALSE(m_laptop.runs.last());
            EXPECT_EQ(m_laptop.snapshot().troubleSince, m_world.clock.now());
            EXPECT_FALSE(m_laptop.snapshot().detail.isEmpty());
        }

        m_world.server.clearFaults();
        m_laptop.sync();
        EXPECT_TRUE(m_laptop.runs.last());
        EXPECT_EQ(m_laptop.snapshot().trouble, Trouble::None);
        EXPECT_FALSE(m_laptop.snapshot().troubleSince.isValid());
        EXPECT_EQ(m_laptop.counts().waiting, 0);
        for (const QString &op : ops)
            EXPECT_EQ(m_world.server.timesApplied(op), 1);
        EXPECT_EQ(m_world.server.all(Entity::Owner).size(), 2);
        EXPECT_EQ(m_world.server.all(Entity::Conflict).size(), 0);
        EXPECT_EQ(m_laptop.everything(), everythingOn(m_world.server));
    }

    World m_world;
    Laptop m_laptop{m_world.server, m_world.clock, m_world.file()};
    QString m_id;
    QDateTime m_contact;
};

} // namespace

TEST_P(Faults, inAPush)
{
    meet("POST", QStringLiteral("/changes"));
}

TEST_P(Faults, inAPull)
{
    meet("GET", QStringLiteral("/changes"));
}

TEST_P(Faults, inARefresh)
{
    m_world.server.expireAccessTokens();
    meet("POST", QStringLiteral("/session/refresh"));
}

TEST_P(Faults, inAPush_strangersChangeNothingNotEvenTheLastContact)
{
    if (GetParam().trouble != Trouble::NotOurServer)
        return;
    m_laptop.edit(Entity::Owner, m_id, QStringLiteral("name"), QStringLiteral("Renamed"));
    m_world.server.fault(GetParam().fault, 1, "POST", QStringLiteral("/changes"));
    m_laptop.sync();
    EXPECT_EQ(m_laptop.snapshot().lastContact, m_contact);
    EXPECT_EQ(m_laptop.rows(OutboxState::Sent).size(), 1);
    EXPECT_EQ(m_laptop.state(QStringLiteral("instance")), QStringLiteral("instance-1"));
}

INSTANTIATE_TEST_SUITE_P(Each, Faults, testing::ValuesIn(kCases),
                         [](const auto &which) { return std::string(which.param.name); });

namespace {

class Manners : public testing::Test
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(m_laptop.signIn(kOne));
        m_laptop.sync();
    }
    World m_world;
    Laptop m_laptop{m_world.server, m_world.clock, m_world.file()};
};

} // namespace

TEST_F(Manners, retryAfter_inSecondsAndAsADateIsHonoured)
{
    m_world.server.fault(Fault::Busy, 1);
    m_laptop.sync();
    EXPECT_EQ(m_laptop.delays.last(), 120'000);
    EXPECT_EQ(m_laptop.atLeast, 120'000);
    m_world.server.fault(Fault::TooMany, 1);
    m_laptop.sync();
    EXPECT_EQ(m_laptop.delays.last(), 240'000);
    m_laptop.sync();
    EXPECT_EQ(m_laptop.delays.last(), 60'000) << "all is well: the ordinary poll";
    EXPECT_EQ(m_laptop.atLeast, 0);
}

TEST_F(Manners, backoff_growsWithEachFailureAndEndsWithSuccess)
{
    m_laptop.jitter = 0.5;
    m_world.server.fault(Fault::Unreachable, 4);
    for (const qint64 expected : {1'000, 2'000, 4'000, 8'000}) {
        m_laptop.sync();
        EXPECT_EQ(m_laptop.delays.last(), expected);
    }
    m_laptop.sync();
    m_world.server.fault(Fault::Unreachable, 1);
    m_laptop.sync();
    EXPECT_EQ(m_laptop.delays.last(), 1'000);
}

TEST_F(Manners, troubleSince_isTheStartOfTheTroubleNotItsLastFailure)
{
    const QDateTime start = m_world.clock.now();
    m_world.server.fault(Fault::Unreachable, 3);
    m_laptop.sync();
    m_world.clock.advance(600'000);
    m_laptop.sync();
    EXPECT_EQ(m_laptop.snapshot().troubleSince, start);
    EXPECT_EQ(m_laptop.snapshot().lastContact, start);
}

TEST_F(Manners, noNetwork_isOfflineNotAServerOutOfReach)
{
    m_laptop.networkThere = false;
    m_world.server.fault(Fault::Unreachable, 1);
    m_laptop.sync();
    EXPECT_EQ(m_laptop.snapshot().trouble, Trouble::Offline);
    EXPECT_GE(m_laptop.delays.last(), 0);
}

TEST_F(Manners, workingOffline_sendsNothingUntilItIsSwitchedOff)
{
    m_laptop.create(Entity::Owner, sampleOwner(QStringLiteral("Mill")));
    m_laptop.engine().setOffline(true);
    const qsizetype before = m_world.server.requests().size();
    m_laptop.sync();
    EXPECT_EQ(m_world.server.requests().size(), before);
    EXPECT_EQ(m_laptop.snapshot().trouble, Trouble::Offline);
    EXPECT_EQ(m_laptop.snapshot().waiting, 1);
    m_laptop.engine().setOffline(false);
    EXPECT_EQ(m_laptop.delays.last(), 0);
    m_laptop.sync();
    EXPECT_EQ(m_laptop.snapshot().waiting, 0);
}

TEST_F(Manners, unauthorized_refreshesOnceAndGoesOn)
{
    m_world.server.expireAccessTokens();
    m_laptop.create(Entity::Owner, sampleOwner(QStringLiteral("Mill")));
    m_laptop.sync();
    EXPECT_TRUE(m_laptop.runs.last());
    EXPECT_EQ(m_world.server.requestCount("POST", QStringLiteral("/refresh")), 1);
}

TEST_F(Manners, unauthorizedAgain_pausesSaysSoAndClearsNothing)
{
    m_world.server.endSessions();
    m_laptop.create(Entity::Owner, sampleOwner(QStringLiteral("Mill")));
    m_laptop.sync();
    EXPECT_EQ(m_laptop.snapshot().trouble, Trouble::SignInNeeded);
    EXPECT_EQ(m_laptop.delays.last(), -1) << "until somebody signs in";
    EXPECT_EQ(m_laptop.snapshot().waiting, 1);
    ASSERT_TRUE(m_laptop.signIn(kOne));
    EXPECT_EQ(m_laptop.snapshot().trouble, Trouble::None);
    m_laptop.sync();
    EXPECT_EQ(m_laptop.snapshot().waiting, 0);
    EXPECT_EQ(m_world.server.all(Entity::Owner).size(), 1);
}

TEST_F(Manners, unauthorizedDespiteAFreshToken_triesOnceNotForEver)
{
    m_world.server.fault(Fault::Unauthorized, 100, "GET", QStringLiteral("/changes"));
    m_laptop.sync();
    EXPECT_EQ(m_world.server.requestCount("POST", QStringLiteral("/refresh")), 1);
    EXPECT_EQ(m_laptop.snapshot().trouble, Trouble::SignInNeeded);
}

TEST_F(Manners, askedWhileRunning_runsOnceMoreSoon)
{
    m_laptop.engine().run();
    m_laptop.engine().run();
    m_world.server.pump();
    EXPECT_EQ(m_laptop.runs.size(), 2) << "the first sync and this one";
    EXPECT_EQ(m_laptop.delays.last(), 300);
}

TEST_F(Manners, crashBetweenSendAndSettle_onceOnTheServer)
{
    const QString id = m_laptop.create(Entity::Owner, sampleOwner(QStringLiteral("Mill"))).id;
    m_laptop.edit(Entity::Owner, id, QStringLiteral("name"), QStringLiteral("Renamed"));
    for (int crashes = 0; crashes < 3; ++crashes) {
        m_laptop.engine().run(); // sent
        m_laptop.crash();
        m_world.server.pump(); // arrives, and nobody hears the answer
        m_laptop.open();
        EXPECT_EQ(m_laptop.counts().waiting, 2);
        EXPECT_EQ(m_laptop.snapshot().waiting, 2) << "known at the start, before any run";
    }
    m_laptop.sync();
    EXPECT_EQ(m_laptop.counts().waiting, 0);
    for (const OutboxRow &row : m_laptop.rows())
        EXPECT_EQ(m_world.server.timesApplied(row.change.opId), 1);
    EXPECT_EQ(m_laptop.everything(), everythingOn(m_world.server));
}

TEST_F(Manners, hangingAnswer_isLetGoWithTheRunAndGoesAgain)
{
    m_laptop.create(Entity::Owner, sampleOwner(QStringLiteral("Mill")));
    m_world.server.fault(Fault::Hang, 1, "POST", QStringLiteral("/changes"));
    m_laptop.sync();
    EXPECT_TRUE(m_laptop.engine().isRunning());
    EXPECT_EQ(m_laptop.snapshot().phase, SyncSnapshot::Phase::Sending);
    EXPECT_EQ(m_laptop.snapshot().toSend, 1);
    m_laptop.engine().abandon();
    EXPECT_EQ(m_laptop.snapshot().phase, SyncSnapshot::Phase::Idle);
    m_laptop.sync();
    EXPECT_EQ(m_laptop.counts().waiting, 0);
    EXPECT_EQ(m_world.server.all(Entity::Owner).size(), 1);
}

TEST_F(Manners, lateAnswerToAnAbandonedRun_isNotHeardInTheNext)
{
    m_laptop.create(Entity::Owner, sampleOwner(QStringLiteral("Mill")));
    m_laptop.engine().run();
    m_laptop.engine().abandon();
    m_laptop.engine().run();
    m_world.server.pump(); // answers both
    EXPECT_EQ(m_laptop.snapshot().sent, 1) << "the second answer, a duplicate, is this run's";
    EXPECT_EQ(m_laptop.rows(OutboxState::Acknowledged).last().outcome, Outcome::Duplicate);
    EXPECT_EQ(m_laptop.runs.size(), 2);
}
