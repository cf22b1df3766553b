// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/process/faultworld.h"

#include <QTimer>

namespace markaz::test {
namespace {

/// A request in the middle of which something is to happen, or a moment after the run began.
class Moment
{
public:
    Moment(QRandomGenerator &random, FaultProxy &wire, std::function<void()> what)
        : m_wire(wire)
        , m_what(std::move(what))
    {
        const int request = 1 + random.bounded(4);
        const int kind = random.bounded(3);
        if (kind == 0) {
            m_timer.setSingleShot(true);
            QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { now(); });
            m_timer.start(random.bounded(30));
            return;
        }
        const qint64 at = random.bounded(1500);
        m_wire.setPlan([this, kind, at, left = request](const WireRequest &seen) mutable {
            if (--left != 0)
                return WireFault();
            const bool asking = kind == 1;
            return WireFault{asking ? WireFault::Kind::CutRequest : WireFault::Kind::CutReply,
                             asking ? std::min<qint64>(at, seen.bytes.size()) : at,
                             {},
                             [this] { now(); }};
        });
    }
    ~Moment() { m_wire.setPlan({}); }
    Moment(const Moment &) = delete;
    Moment &operator=(const Moment &) = delete;
    /// At the latest.
    void now()
    {
        m_timer.stop();
        if (const auto what = std::exchange(m_what, {}))
            what();
    }

private:
    FaultProxy &m_wire;
    std::function<void()> m_what;
    QTimer m_timer;
};

class ServerKilled : public FaultWorld
{
protected:
    void works(Laptop &laptop, quint32 seed)
    {
        Work work(laptop, m_journal, seed);
        for (int i = 0; i < 3; ++i)
            ASSERT_TRUE(succeeded(work.step()));
    }
    /// Some work, and a synchronisation in the middle of which `what` happens; at its end at the latest.
    void strike(Laptop &laptop, quint32 seed, std::function<void()> what)
    {
        QRandomGenerator random(seed);
        works(laptop, seed);
        Moment moment(random, *m_wire, std::move(what));
        laptop.sync();
        moment.now();
    }
};

INSTANTIATE_TEST_SUITE_P(Stores, ServerKilled, testing::Values("sqlite"), storeName);

TEST_P(ServerKilled, atRandomPoints_losesNothing)
{
    FaultRow row("server-killed", "kills", 20, 500);
    auto inspector = checkedLaptop("sample.inspector");
    auto officer = checkedLaptop("sample.officer");
    inspector->withFiles(true);
    row.checkEvery(5, [&] { expectInvariant(); });
    row.run([&](quint32 seed) {
        strike(*inspector, seed, [this] { m_server->killNow(); }); // -9
        ASSERT_NO_FATAL_FAILURE(serverIsBack());
        expectQuiet({inspector.get(), officer.get()});
    });
}

class PostgresqlStoppedAtOnce : public ServerKilled
{
};
INSTANTIATE_TEST_SUITE_P(Stores, PostgresqlStoppedAtOnce, testing::Values("postgres"), storeName);

TEST_P(PostgresqlStoppedAtOnce, serverGoesOnByItself_losesNothing)
{
    FaultRow row("postgresql-stopped-at-once", "stops", 5, 100);
    auto inspector = checkedLaptop("sample.inspector");
    auto officer = checkedLaptop("sample.officer");
    inspector->withFiles(true);
    row.checkEvery(5, [&] { expectInvariant(); });
    row.run([&](quint32 seed) {
        strike(*inspector, seed, [this] { EXPECT_TRUE(succeeded(m_postgres->stopAtOnce())); });
        if (seed % 5 == 1) // without its store the server says so, and when to come again; nothing is taken for settled
            inspector->sync();
        ASSERT_TRUE(succeeded(m_postgres->startAgain()));
        expectQuiet({inspector.get(), officer.get()});
    });
}

} // namespace
} // namespace markaz::test
