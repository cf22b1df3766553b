// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/process/faultworld.h"
#include "tests/integration/batches.h"

#include <csignal>
#include <thread>
#include <vector>

namespace markaz::test {
namespace {

constexpr int kThreads = 16; ///< of the server: so many transactions at once

/// Stops one of PostgreSQL's backends for a while, then another: its transaction is parked wherever it stood.
class Parker
{
public:
    explicit Parker(QList<pid_t> backends)
        : m_backends(std::move(backends))
        , m_thread([this] { run(); })
    {
    }
    ~Parker()
    {
        m_stopping = true;
        m_thread.join();
    }
    Parker(const Parker &) = delete;
    Parker &operator=(const Parker &) = delete;
    int parked() const { return m_parked; }

private:
    void run()
    {
        QRandomGenerator random(1);
        while (!m_stopping) {
            const pid_t backend = m_backends[random.bounded(static_cast<int>(m_backends.size()))];
            ::kill(backend, SIGSTOP); // for a while: the time is the fault itself, nothing waits for it
            std::this_thread::sleep_for(std::chrono::milliseconds(5 + random.bounded(40)));
            ::kill(backend, SIGCONT);
            ++m_parked;
            std::this_thread::sleep_for(std::chrono::milliseconds(1 + random.bounded(5)));
        }
    }

    QList<pid_t> m_backends;
    std::atomic<bool> m_stopping = false;
    std::atomic<int> m_parked = 0;
    std::thread m_thread;
};

class ParkedTransaction : public FaultWorld
{
protected:
    /// Pushes \p pushes buildings, one a request; each is noted once the server has said that it is taken.
    void write(int writer, int pushes, const QByteArray &token, std::atomic<int> &taken)
    {
        HttpClient client(m_server->url());
        client.useToken(token);
        Batches batches;
        Journal journal(journalPath());
        for (int i = 0; i < pushes; ++i) {
            const Change change = batches.building("LHE", 1 + writer * pushes + i);
            if (outcomes(client.request("POST", "/api/v1/changes", batches.body({change}))) !=
                QStringList{QStringLiteral("applied")})
                continue; // counted as missing
            if (journal.note(SavedChange{QStringLiteral("sample.officer"), {}, change}))
                ++taken;
        }
    }
};
INSTANTIATE_TEST_SUITE_P(Stores, ParkedTransaction, testing::Values("postgres"), storeName);

TEST_P(ParkedTransaction, whileOthersPoll_nothingIsPassedOver)
{
    const int writers = longFaults() ? 200 : 8;
    const int pushes = longFaults() ? 20 : 10;
    FaultRow row("parked-transaction", longFaults() ? "run of 200 writers" : "run of 8 writers", 1, 1);
    row.run([&](quint32) {
        EXPECT_EQ(m_server->terminate().value(), 0);
        ASSERT_NO_FATAL_FAILURE(serverIsBack({QStringLiteral("--threads"), QString::number(kThreads)}));
        FeedWatch second(m_server->url(), QStringLiteral("sample.officer"), kPassword);
        second.start();
        HttpClient officer = signedIn("sample.officer");
        std::atomic<int> taken = 0;
        int parked = 0;
        {
            std::vector<std::jthread> all;
            all.reserve(writers);
            for (int i = 0; i < writers; ++i)
                all.emplace_back(
                    [this, i, pushes, &taken, token = officer.token()] { write(i, pushes, token, taken); });
            QList<pid_t> backends;
            const auto pids = m_postgres->sql(QStringLiteral(
                "SELECT pid FROM pg_stat_activity WHERE datname = 'markaz' AND pid <> pg_backend_pid()"));
            ASSERT_TRUE(succeeded(pids));
            for (const QByteArray &pid : pids->split('\n')) {
                if (!pid.trimmed().isEmpty())
                    backends.append(pid.trimmed().toInt());
            }
            ASSERT_FALSE(backends.isEmpty());
            const Parker parker(backends);
            all.clear(); // each ends its pushes
            parked = parker.parked();
        }
        EXPECT_EQ(taken, writers * pushes);
        EXPECT_GT(parked, 0);
        std::printf("parked %d times, polled %d times\n", parked, m_watch->polls() + second.polls());
        second.stop();
        for (const QString &one : second.violations())
            ADD_FAILURE() << qPrintable(one);
        expectInvariant();
    });
}

} // namespace
} // namespace markaz::test
