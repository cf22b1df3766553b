// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Fourteen days without the server: what closes, what stays open, and what a clock can do about it.
#include "core/workflow/contact.h"

#include "core/storage/syncstaterepository.h"
#include "tests/core/workflow/workflowfixture.h"

#include <gtest/gtest.h>

namespace markaz {
namespace {

const QDateTime kServer(QDate(2026, 11, 1), QTime(9, 0), Qt::UTC);

TEST(Reading, isOpenForFourteenDays)
{
    EXPECT_EQ(readingAt(kServer, {}, kServer), Reading::Open);
    EXPECT_EQ(readingAt(kServer, {}, kServer.addDays(14)), Reading::Open);
    EXPECT_EQ(readingAt(kServer, {}, kServer.addDays(14).addSecs(1)), Reading::TooLongAlone);
    EXPECT_EQ(readingAt(kServer, {}, kServer.addYears(10)), Reading::TooLongAlone);
    EXPECT_EQ(readingAt({}, {}, kServer), Reading::Open) << "nothing was ever noted";
}

TEST(Reading, aClockThatWasSetBack_doesNotExtendIt)
{
    const QDateTime seen = kServer.addDays(15);
    EXPECT_EQ(readingAt(kServer, seen, kServer.addDays(3)), Reading::TooLongAlone);
    EXPECT_EQ(readingAt(kServer, kServer.addDays(14), kServer.addDays(3)), Reading::Open) << "not yet";
    EXPECT_EQ(readingAt(kServer, {}, kServer.addDays(-1)), Reading::Open) << "clocks differ a little";
    EXPECT_EQ(readingAt(kServer, {}, kServer.addDays(-1).addSecs(-1)), Reading::ClockBehind);
    EXPECT_EQ(readingAt(kServer, {}, kServer.addYears(-10)), Reading::ClockBehind);
}

class ContactTest : public test::WorkflowFixture
{
protected:
    Reading look()
    {
        const auto reading = Contact(*m_workspace).look();
        EXPECT_TRUE(reading.ok());
        return reading ? *reading : Reading::Open;
    }
    void heard(const QDateTime &server)
    {
        ASSERT_TRUE(SyncStateRepository(*m_database).set(QStringLiteral("server_time"), toIso(server)).ok());
    }
};

TEST_F(ContactTest, whatTheClockHasShown_isRemembered)
{
    m_clock.set(kServer);
    heard(kServer);
    EXPECT_EQ(look(), Reading::Open);
    m_clock.set(kServer.addDays(15));
    EXPECT_EQ(look(), Reading::TooLongAlone);
    m_clock.set(kServer.addDays(2));
    EXPECT_EQ(look(), Reading::TooLongAlone) << "set back";
    EXPECT_EQ(look(), Reading::TooLongAlone);
    heard(kServer.addDays(2));
    EXPECT_EQ(look(), Reading::Open) << "one contact opens it, whatever the clock has shown before";
}

TEST_F(ContactTest, aProfileOfAnOlderVersion_countsFromItsLastContact)
{
    m_clock.set(kServer);
    ASSERT_TRUE(SyncStateRepository(*m_database).set(QStringLiteral("last_contact"), toIso(kServer)).ok());
    EXPECT_EQ(look(), Reading::Open);
    m_clock.set(kServer.addDays(15));
    EXPECT_EQ(look(), Reading::TooLongAlone);
}

TEST_F(ContactTest, ownDrafts_stayOpen_andNothingElse)
{
    const auto inspection = [this](const QString &id) { return m_records->requireAs<Inspection>(id).value(); };
    const QString draft = draftOf(visitedBuilding(1));
    EXPECT_TRUE(staysOpen(m_me, inspection(draft)));
    EXPECT_FALSE(staysOpen(m_colleague, inspection(draft)));
    EXPECT_FALSE(staysOpen(m_chief, inspection(draft)));
    EXPECT_FALSE(staysOpen(m_me, inspection(submitted(visitedBuilding(2)))));
}

} // namespace
} // namespace markaz
