// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sync/laptop.h"

#include <gtest/gtest.h>

using namespace markaz;
using namespace markaz::test;

namespace {

const QString kCode = QStringLiteral("7Q2M-XJ4K-0V9R-TB3C-HZ5N");
const QString kOther = QStringLiteral("0000-1111-2222-3333-4444");
const QString kChosen = QStringLiteral("a chosen password");

class Enrolments : public testing::Test
{
protected:
    void SetUp() override { m_world.server.addCode(kCode, kOne); }
    int asked() { return m_world.server.requestCount("POST", QStringLiteral("/session")); }

    World m_world;
    Laptop m_laptop{m_world.server, m_world.clock, m_world.file()};
};

} // namespace

TEST_F(Enrolments, aGoodCode_signsInAndSetsThePassword)
{
    const auto actor = m_laptop.enrol(kOne, kCode, kChosen);
    ASSERT_TRUE(actor);
    EXPECT_EQ(*actor, sampleActor(kOne));
    EXPECT_EQ(signedInAccount(m_laptop.parts().state).value(), sampleActor(kOne));
    EXPECT_FALSE(m_laptop.state(QStringLiteral("token_refresh")).isEmpty());
    m_laptop.sync();
    EXPECT_TRUE(m_laptop.runs.last()) << "it is a session as any other";
    EXPECT_FALSE(m_laptop.signIn(kOne)) << "the former password";
    EXPECT_TRUE(m_laptop.signIn(kOne, kChosen));
}

TEST_F(Enrolments, aWrongOrSpentCode_isUnauthenticatedAndKeepsNothing)
{
    const auto wrong = m_laptop.enrol(kOne, kOther, kChosen);
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().code, ErrorCode::Unauthenticated);
    EXPECT_EQ(m_laptop.enrol(kTwo, kCode, kChosen).error().code, ErrorCode::Unauthenticated) << "somebody else's";
    EXPECT_EQ(m_laptop.state(QStringLiteral("account")), QString());
    EXPECT_EQ(m_laptop.state(QStringLiteral("token_refresh")), QString());
    ASSERT_TRUE(m_laptop.enrol(kOne, kCode, kChosen));
    const QString token = m_laptop.state(QStringLiteral("token_refresh"));
    EXPECT_EQ(m_laptop.enrol(kOne, kCode, kChosen).error().code, ErrorCode::Unauthenticated) << "once only";
    EXPECT_EQ(m_laptop.state(QStringLiteral("token_refresh")), token) << "the session that there was goes on";
}

TEST_F(Enrolments, withoutANetwork_theCodeStaysGood)
{
    m_world.server.fault(Fault::Unreachable, 1, "POST", QStringLiteral("/enrol"));
    const auto away = m_laptop.enrol(kOne, kCode, kChosen);
    ASSERT_FALSE(away);
    EXPECT_EQ(away.error().code, ErrorCode::NetworkUnreachable);
    EXPECT_EQ(m_laptop.state(QStringLiteral("account")), QString());
    EXPECT_TRUE(m_laptop.enrol(kOne, kCode, kChosen));
}

TEST_F(Enrolments, aLostAnswer_leavesThePasswordThatWasChosen)
{
    m_world.server.fault(Fault::LostReply, 1, "POST", QStringLiteral("/enrol"));
    EXPECT_EQ(m_laptop.enrol(kOne, kCode, kChosen).error().code, ErrorCode::NetworkUnreachable);
    EXPECT_EQ(m_laptop.enrol(kOne, kCode, kChosen).error().code, ErrorCode::Unauthenticated);
    EXPECT_TRUE(m_laptop.signIn(kOne, kChosen));
}

TEST_F(Enrolments, anotherAccount_isRefusedWhileChangesWait_beforeTheCodeLeaves)
{
    ASSERT_TRUE(m_laptop.signIn(kTwo));
    m_laptop.create(Entity::Owner, sampleOwner(QStringLiteral("Mill")));
    const int before = asked();
    const auto refused = m_laptop.enrol(kOne, kCode, kChosen);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::WrongState);
    EXPECT_EQ(refused.error().where, Session::kCodeNotSent);
    EXPECT_EQ(asked(), before);
    m_laptop.sync();
    EXPECT_TRUE(m_laptop.enrol(kOne, kCode, kChosen)) << "once its author has sent them";
}
