// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What locks the program by itself: nobody there, and a computer that goes to sleep.
#include "app/desktop/idlewatch.h"
#include "app/desktop/suspendwatch.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusServer>
#include <QDBusUnixFileDescriptor>
#include <QDBusVirtualObject>
#include <QKeyEvent>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include <fcntl.h>
#include <unistd.h>

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

/// logind, as far as this goes: hands out a descriptor and knows whether it is still held.
class FakeLogind final : public QDBusVirtualObject
{
public:
    QString introspect(const QString &) const override { return {}; }
    bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
    {
        if (message.member() != QStringLiteral("Inhibit"))
            return false;
        asked.append(message.arguments().value(0).toString() + QLatin1Char(' ') +
                     message.arguments().value(3).toString());
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
            return false;
        held = ends[0];
        connection.send(message.createReply(QVariant::fromValue(QDBusUnixFileDescriptor(ends[1]))));
        ::close(ends[1]);
        return true;
    }
    /// Whether nobody holds the other end any more.
    bool released() const
    {
        char byte = 0;
        return held >= 0 && ::read(held, &byte, 1) == 0;
    }
    QStringList asked;
    int held = -1;
};

TEST(Suspend, isHeardBeforeTheComputerSleeps_andTheSleepWaitsForIt)
{
    QDBusServer server;
    if (!server.isConnected())
        FAIL() << qPrintable(server.lastError().message());
    FakeLogind logind;
    std::optional<QDBusConnection> theirs;
    QObject::connect(&server, &QDBusServer::newConnection, &server, [&](const QDBusConnection &connection) {
        theirs.emplace(connection);
        theirs->registerVirtualObject(QStringLiteral("/org/freedesktop/login1"), &logind);
    });
    QDBusConnection ours = QDBusConnection::connectToPeer(server.address(), QStringLiteral("suspend-test"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return theirs.has_value() && ours.isConnected(); }));
    SuspendWatch watch(ours, QString());
    bool heldWhenHeard = false;
    int heard = 0;
    QObject::connect(&watch, &SuspendWatch::sleeps, &watch, [&] {
        ++heard;
        heldWhenHeard = !logind.released();
    });
    ASSERT_TRUE(QTest::qWaitFor([&] { return watch.isAwaited(); }));
    EXPECT_EQ(logind.asked.size(), 1);
    EXPECT_EQ(logind.asked.first(), QStringLiteral("sleep delay"));

    const auto prepare = [&](bool begins) {
        QDBusMessage signal = QDBusMessage::createSignal(QStringLiteral("/org/freedesktop/login1"),
                                                         QStringLiteral("org.freedesktop.login1.Manager"),
                                                         QStringLiteral("PrepareForSleep"));
        signal << begins;
        EXPECT_TRUE(theirs->send(signal));
    };
    prepare(true);
    ASSERT_TRUE(QTest::qWaitFor([&] { return heard == 1; }));
    EXPECT_TRUE(heldWhenHeard);
    EXPECT_TRUE(QTest::qWaitFor([&] { return logind.released(); })) << "and then it may sleep";
    prepare(false);
    EXPECT_TRUE(QTest::qWaitFor([&] { return logind.asked.size() == 2; })) << "for the next time";
    EXPECT_EQ(heard, 1);
    QDBusConnection::disconnectFromPeer(QStringLiteral("suspend-test"));
}

TEST(Suspend, withoutABus_isSilent)
{
    const SuspendWatch watch(QDBusConnection(QStringLiteral("no such bus")));
    SUCCEED();
}

} // namespace
} // namespace markaz::desktop
