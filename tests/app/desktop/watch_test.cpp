// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What locks the program by itself: nobody there, and a computer that goes to sleep.
#include "app/desktop/idlewatch.h"
#include "app/desktop/suspendwatch.h"
#include "tests/app/desktop/fakelogind.h"

#include <QKeyEvent>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace markaz::desktop {
namespace {

class Idle : public testing::Test
{
protected:
    FixedClock m_clock{QDateTime(QDate(2026, 11, 28), QTime(9, 0), Qt::UTC)};
    QObject m_application;
    IdleWatch m_watch{m_application, m_clock};
    QSignalSpy m_said{&m_watch, &IdleWatch::idle};

    void SetUp() override { m_watch.setLimit(std::chrono::minutes(5)); }
    void key()
    {
        QKeyEvent event(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier);
        QCoreApplication::sendEvent(&m_application, &event);
    }
    void later(int minutes)
    {
        m_clock.advance(qint64(minutes) * 60'000);
        m_watch.look();
    }
};

TEST_F(Idle, isSaidOnceAfterTheLimit)
{
    later(4);
    EXPECT_EQ(m_said.size(), 0);
    later(1);
    EXPECT_EQ(m_said.size(), 1);
    later(60);
    EXPECT_EQ(m_said.size(), 1);
    m_watch.touch();
    later(5);
    EXPECT_EQ(m_said.size(), 2);
}

TEST_F(Idle, aKey_beginsTheTimeAnew)
{
    later(4);
    key();
    later(4);
    EXPECT_EQ(m_said.size(), 0);
    later(1);
    EXPECT_EQ(m_said.size(), 1);
}

TEST_F(Idle, theFirstKeyAfterHours_doesNotHideThem)
{
    m_clock.advance(8 * 3'600'000); // slept, and the timer with it
    key();
    EXPECT_EQ(m_said.size(), 1);
}

TEST_F(Idle, aClockThatWasSetBack_beginsTheTimeAnew)
{
    later(-600);
    EXPECT_EQ(m_said.size(), 0);
    later(4);
    EXPECT_EQ(m_said.size(), 0);
    later(1);
    EXPECT_EQ(m_said.size(), 1);
}

TEST(Suspend, isHeardBeforeTheComputerSleeps_andTheSleepWaitsForIt)
{
    FakeLogind logind;
    const auto bus = logind.bus("suspend-test");
    ASSERT_TRUE(bus);
    SuspendWatch watch(*bus, QString());
    bool heldWhenHeard = false;
    int heard = 0;
    QObject::connect(&watch, &SuspendWatch::sleeps, &watch, [&] {
        ++heard;
        heldWhenHeard = !logind.released();
    });
    ASSERT_TRUE(QTest::qWaitFor([&] { return watch.isAwaited(); }));
    EXPECT_EQ(logind.asked, QStringList{QStringLiteral("sleep delay")});

    EXPECT_TRUE(logind.prepareForSleep(true));
    ASSERT_TRUE(QTest::qWaitFor([&] { return heard == 1; }));
    EXPECT_TRUE(heldWhenHeard);
    EXPECT_TRUE(QTest::qWaitFor([&] { return logind.released(); })) << "and then it may sleep";
    EXPECT_TRUE(logind.prepareForSleep(false));
    EXPECT_TRUE(QTest::qWaitFor([&] { return logind.asked.size() == 2; })) << "for the next time";
    EXPECT_EQ(heard, 1);
}

TEST(Suspend, withoutABus_isSilent)
{
    const SuspendWatch watch(QDBusConnection(QStringLiteral("no such bus")));
    SUCCEED();
}

} // namespace
} // namespace markaz::desktop
