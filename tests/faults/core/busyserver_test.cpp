// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/faultsize.h"
#include "tests/support/sync/laptop.h"

#include <QRandomGenerator>

#include <map>
#include <memory>
#include <vector>

using namespace markaz;
using namespace markaz::test;

namespace {

constexpr qint64 kSecond = 1000;
constexpr qint64 kMinute = 60 * kSecond;
constexpr qint64 kGesture = 20 * kSecond; ///< between two answers that a user gives
constexpr qint64 kBefore = 3 * kMinute;
constexpr qint64 kAfter = 8 * kMinute;

/// Laptops whose users go on working, before a server that says 503 for a while. Their engines are the real ones; the
/// time is the test's, which hands each engine its run when the engine has asked for it.
class Field
{
public:
    Field(int clients, qint64 outage)
        : m_begins(kBefore)
        , m_ends(kBefore + outage)
        , m_last(m_ends + kAfter)
    {
        m_world.server.busySeconds = 2; // as markaz-server says it
        for (int i = 0; i < clients; ++i) {
            // Each has a province of his own, so that nobody carries the others' records.
            const QString name = QStringLiteral("sample.user%1").arg(i);
            const QString province = QStringLiteral("X-%1").arg(i, 3, 10, QLatin1Char('0'));
            addSampleAccount(m_world.server, sampleActor(name, {province}));
            auto laptop = std::make_unique<Laptop>(m_world.server, m_world.clock, m_world.file(name), quint64(i + 1));
            // Nobody is killed here, so nobody need wait for the disk.
            EXPECT_TRUE(laptop->parts().database.run(QStringLiteral("PRAGMA synchronous = OFF")).ok());
            EXPECT_TRUE(laptop->signIn(name).ok());
            m_owners.append(laptop->create(Entity::Owner, sampleOwner(name, province)).id);
            laptop->sync();
            m_laptops.push_back(std::move(laptop));
            m_due.emplace(m_random.bounded(kMinute), Event{i, Event::Run});
            m_due.emplace(m_random.bounded(kGesture), Event{i, Event::Gesture});
        }
    }

    void live()
    {
        while (!m_due.empty() && m_due.begin()->first <= m_last) {
            const auto [at, event] = *m_due.begin();
            m_due.erase(m_due.begin());
            turn(at);
            Laptop &laptop = *m_laptops[static_cast<size_t>(event.client)];
            laptop.jitter = m_random.generateDouble();
            if (event.kind == Event::Run) {
                run(event.client);
                continue;
            }
            laptop.edit(Entity::Owner, m_owners[event.client], QStringLiteral("name"),
                        QStringLiteral("Sample %1").arg(++m_gestures));
            m_due.emplace(at + kGesture, event);
            // As SyncWorker::noteLocalChange: in trouble the backoff's timer stands.
            if (laptop.snapshot().trouble == SyncSnapshot::Trouble::None)
                schedule(event.client, at + syncpolicy::kSoon.count());
        }
    }

    int most(qint64 from, qint64 to) const ///< requests in any minute that begins between
    {
        int most = 0;
        for (qint64 second = from / kSecond; second * kSecond <= to; ++second) {
            int sum = 0;
            for (qint64 i = 0; i < 60; ++i)
                sum += m_requests.value(second + i);
            most = std::max(most, sum);
        }
        return most;
    }
    int normal() const { return most(kMinute, m_begins - kMinute); }
    int busy() const { return most(m_begins, m_last - kMinute); }
    /// When the last change that was made while the server was away had gone; -1 = one waits still.
    qint64 drained() const { return m_backlog == 0 ? m_drainedAt - m_ends : -1; }
    bool allGone()
    {
        return std::all_of(m_laptops.begin(), m_laptops.end(), [](const auto &laptop) {
            laptop->sync();
            return laptop->counts().waiting == 0;
        });
    }

private:
    struct Event
    {
        int client = 0;
        enum Kind { Run, Gesture } kind = Run;
    };
    void turn(qint64 at)
    {
        m_world.clock.advance(at - m_now);
        if (m_now < m_begins && at >= m_begins)
            m_world.server.fault(Fault::Busy, 1'000'000);
        if (m_now < m_ends && at >= m_ends) {
            m_world.server.clearFaults();
            for (const auto &laptop : m_laptops)
                m_backlog += laptop->counts().waiting > 0 ? 1 : 0;
        }
        m_now = at;
    }
    void run(int client)
    {
        Laptop &laptop = *m_laptops[static_cast<size_t>(client)];
        const bool owed = laptop.counts().waiting > 0;
        const qsizetype before = m_world.server.requests().size();
        laptop.sync();
        m_requests[m_now / kSecond] += static_cast<int>(m_world.server.requests().size() - before);
        if (m_now >= m_ends && owed && !m_came.contains(client)) {
            m_came.insert(client);
            --m_backlog;
            m_drainedAt = m_now;
        }
        schedule(client, m_now + laptop.delays.last());
    }
    /// One timer for each client.
    void schedule(int client, qint64 at)
    {
        std::erase_if(
            m_due, [client](const auto &due) { return due.second.client == client && due.second.kind == Event::Run; });
        m_due.emplace(at, Event{client, Event::Run});
    }

    World m_world;
    QRandomGenerator m_random{7};
    std::vector<std::unique_ptr<Laptop>> m_laptops;
    QStringList m_owners;
    std::multimap<qint64, Event> m_due; ///< milliseconds since the start
    QHash<qint64, int> m_requests;      ///< by second
    QSet<int> m_came;
    qint64 m_begins;
    qint64 m_ends;
    qint64 m_last;
    qint64 m_now = 0;
    qint64 m_drainedAt = 0;
    int m_backlog = 0;
    int m_gestures = 0;
};

} // namespace

TEST(BusyServer, saying503ForAWhile_meetsNoHerdAndIsDrainedInFiveMinutes)
{
    const int clients = longFaults() ? 200 : 10;
    const qint64 outage = longFaults() ? 30 * kMinute : 10 * kMinute;
    FaultRow row("busy-server", longFaults() ? "run of 200 clients, 30 min" : "run of 10 clients, 10 min", 1, 1);
    row.run([&](quint32) {
        Field field(clients, outage);
        field.live();
        std::printf(
            "busy-server: %d requests in a normal minute, at most %d from the first 503 on, drained in %lld s\n",
            field.normal(), field.busy(), static_cast<long long>(field.drained() / kSecond));
        EXPECT_LE(field.busy(), 2 * field.normal());
        EXPECT_GE(field.drained(), 0) << "somebody has not come back";
        EXPECT_LE(field.drained(), 5 * kMinute);
        EXPECT_TRUE(field.allGone());
    });
}
