// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that is full, fails or is locked at the n-th time that a database is written, on the laptop and on the server.
#include "tests/faults/core/desk.h"
#include "tests/faults/core/faultvfs.h"
#include "tests/faults/core/game.h"
#include "tests/faults/faultsize.h"

#include <QJsonDocument>

using namespace markaz;
using namespace markaz::test;
using Lasts = FaultVfs::Lasts;

namespace {

constexpr quint32 kSmall = 30;
constexpr quint32 kUntilItPasses = 1'000'000;

/// The errors that the user has a sentence for; anything else would be shown as a fault of the program.
bool isClear(const Error &error, DiskFault fault)
{
    switch (fault) {
    case DiskFault::Full: // where SQLite itself calls a full disk an I/O error, that is what is said
        return error.code == ErrorCode::StorageFull || error.code == ErrorCode::StorageFailed;
    case DiskFault::IoError:
        return error.code == ErrorCode::StorageFailed;
    case DiskFault::Busy:
        return error.code == ErrorCode::StorageBusy;
    }
    return false;
}

/// A laptop's day: records, answers, and sync between them, against a real server whose disk is sound.
class Day
{
public:
    Day()
        : m_server(m_world.clock, m_world.folder.path())
        , m_desk(m_world.server, m_world.clock, m_world.file(QStringLiteral("profile/cache")))
    {
        m_world.server.standBefore([this](const HttpRequest &request) { return m_server.answer(request); });
        if (auto opened = m_desk.open(); !opened)
            qFatal("%s", qPrintable(opened.error().detail));
        if (auto came = m_desk.signIn(kOne); !came)
            qFatal("%s", qPrintable(came.error().detail));
        EXPECT_EQ(m_desk.sync(), SyncSnapshot::Trouble::None);
        m_desk.waitForNobody();
    }
    QString prefix() const { return m_world.file(QStringLiteral("profile/cache")); }

    /// Everything is tried; what the disk does not let through is said and leaves the rest alone.
    void work(DiskFault fault)
    {
        for (int i = 0; i < 3; ++i) {
            const auto owner = m_desk.create(Entity::Owner, sampleOwner(QStringLiteral("Sample owner %1").arg(i)));
            expectClear(owner, fault);
            if (owner) {
                for (const char *name : {"a", "b"})
                    expectClear(m_desk.edit(Entity::Owner, *owner, QStringLiteral("name"), QLatin1String(name)), fault);
                const auto trouble = m_desk.sync();
                EXPECT_TRUE(trouble == SyncSnapshot::Trouble::None || trouble == SyncSnapshot::Trouble::StorageFailed)
                    << static_cast<int>(trouble);
                expectClear(m_desk.edit(Entity::Owner, *owner, QStringLiteral("postal_address"), QStringLiteral("c")),
                            fault);
            }
            m_world.clock.advance(60'000);
        }
    }

    /// The program ends, the disk is sound again, the program starts: nothing that was told is lost, and work goes on.
    void recover()
    {
        m_desk.close();
        FaultVfs::disarm();
        const auto opened = m_desk.open(Look::Thorough);
        ASSERT_TRUE(opened) << qPrintable(opened.error().detail);
        QHash<std::pair<QString, QString>, QJsonValue> stands;
        for (const Desk::Told &told : m_desk.told()) {
            const auto record = m_desk.find(told.entity, told.id);
            ASSERT_TRUE(record) << qPrintable(told.id);
            const QJsonValue value = valueAt(record->fields, told.path);
            EXPECT_TRUE(m_desk.mayStand(told.id, told.path).contains(value))
                << qPrintable(told.path) << " is " << qPrintable(value.toString());
            stands.insert({told.id, told.path}, value);
        }
        EXPECT_EQ(m_desk.sync(), SyncSnapshot::Trouble::None);
        for (const OutboxRow &row : m_desk.rows())
            EXPECT_EQ(row.state, OutboxState::Acknowledged);
        checkServer(stands);
        const auto more = m_desk.create(Entity::Owner, sampleOwner(QStringLiteral("afterwards")));
        EXPECT_TRUE(more);
        EXPECT_EQ(m_desk.sync(), SyncSnapshot::Trouble::None);
    }

private:
    template <class T>
    void expectClear(const Result<T> &done, DiskFault fault)
    {
        if (!done) {
            EXPECT_TRUE(isClear(done.error(), fault))
                << qPrintable(token(done.error().code)) << ": " << qPrintable(done.error().detail);
        }
    }
    void checkServer(const QHash<std::pair<QString, QString>, QJsonValue> &stands)
    {
        auto query = m_server.database().run(QStringLiteral("SELECT id, data FROM record WHERE entity = 'owner'"));
        ASSERT_TRUE(query);
        QHash<QString, QJsonObject> owners;
        while ((*query)->next())
            owners.insert((*query)->value(0).toString(),
                          QJsonDocument::fromJson((*query)->value(1).toByteArray()).object());
        for (auto it = stands.begin(); it != stands.end(); ++it)
            EXPECT_EQ(valueAt(owners.value(it.key().first), it.key().second), it.value());
        const auto twice = m_server.database().row(
            QStringLiteral("SELECT count(*) - count(DISTINCT event->>'op') FROM audit WHERE event->>'op' IS NOT NULL"));
        ASSERT_TRUE(twice);
        EXPECT_EQ((*twice)->value(0).toInt(), 0) << "something was applied twice";
    }

    World m_world;
    RealBackend m_server;
    Desk m_desk;
};

/// How many chances to fail there are when nothing does.
quint32 placesOfADay(DiskFault fault)
{
    Day day;
    FaultVfs::count(day.prefix(), fault);
    day.work(fault);
    const quint32 places = FaultVfs::counted();
    FaultVfs::disarm();
    return places;
}

void onTheLaptop(const char *row, DiskFault fault, Lasts lasts)
{
    FaultRow(row, "places", kSmall, kUntilItPasses).run(placesOfADay(fault), 1, [&](quint32 n) {
        Day day;
        FaultVfs::arm(day.prefix(), fault, n, lasts);
        day.work(fault);
        EXPECT_TRUE(FaultVfs::failed());
        day.recover();
    });
}

/// A game, the line a good one, whose server has a bad disk for a while.
class ServersDay
{
public:
    ServersDay()
        : m_game(11, {Fault::LostReply, Fault::Unreachable}, Game::ServerDisk::Real)
    {
    }
    QString prefix() const { return m_game.serverFile(); }
    void work() { m_game.play(60); }
    void recover()
    {
        FaultVfs::disarm();
        m_game.restartServer();
        m_game.calm();
        m_game.check();
    }

private:
    Game m_game;
};

quint32 placesOfAServersDay(DiskFault fault)
{
    ServersDay day;
    FaultVfs::count(day.prefix(), fault);
    day.work();
    const quint32 places = FaultVfs::counted();
    FaultVfs::disarm();
    return places;
}

void onTheServer(const char *row, DiskFault fault, Lasts lasts)
{
    FaultRow(row, "places", kSmall, kUntilItPasses).run(placesOfAServersDay(fault), 1, [&](quint32 n) {
        ServersDay day;
        FaultVfs::arm(day.prefix(), fault, n, lasts);
        day.work();
        EXPECT_TRUE(FaultVfs::failed());
        day.recover();
    });
}

} // namespace

TEST(LaptopDiskFull, atTheNthWrite_losesNothingThatWasTold)
{
    onTheLaptop("laptop-disk-full", DiskFault::Full, Lasts::FromThenOn);
}

TEST(LaptopDiskFails, atTheNthWrite_losesNothingThatWasTold)
{
    onTheLaptop("laptop-disk-fails", DiskFault::IoError, Lasts::Once);
}

TEST(LaptopDiskBusy, atTheNthLock_losesNothingThatWasTold)
{
    onTheLaptop("laptop-disk-busy", DiskFault::Busy, Lasts::Once);
}

TEST(ServerDiskFull, atTheNthWrite_losesNothingThatWasAcknowledged)
{
    onTheServer("server-disk-full", DiskFault::Full, Lasts::FromThenOn);
}

TEST(ServerDiskFails, atTheNthWrite_losesNothingThatWasAcknowledged)
{
    onTheServer("server-disk-fails", DiskFault::IoError, Lasts::Once);
}

TEST(ServerDiskBusy, atTheNthLock_losesNothingThatWasAcknowledged)
{
    onTheServer("server-disk-busy", DiskFault::Busy, Lasts::Once);
}
