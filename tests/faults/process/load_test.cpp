// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/process/faultworld.h"
#include "tests/faults/process/loadclient.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QTimer>

#include <set>

namespace markaz::test {
namespace {

constexpr int kLaptops = 2;
constexpr int kAccounts = 6; ///< of the clients that are connections
constexpr double kMostMilliseconds = 1'000;
constexpr double kMostMebibytes = 128;

/// A line of /proc/PID/status in MiB; 0 when there is no such process.
double memory(qint64 pid, const char *line)
{
    QFile status(QStringLiteral("/proc/%1/status").arg(pid));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &one : lines) {
        if (one.startsWith(line))
            return one.mid(static_cast<qsizetype>(qstrlen(line))).trimmed().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

double quantile(QList<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? 0 : values.at(std::min(values.size() - 1, qsizetype(double(values.size()) * share)));
}

/// Many inspectors at once: most of them as bare connections, a few as whole laptops, on a real server.
class Load : public FaultWorld
{
protected:
    void SetUp() override
    {
        ASSERT_NO_FATAL_FAILURE(FaultWorld::SetUp());
        const Gazetteer &gazetteer = Carried::get().gazetteer;
        std::set<QString> provinces;
        for (const City &city : gazetteer.cities()) { // the first of each province; the laptops have the Punjab
            if (city.province != QLatin1String("PK-PB") && provinces.insert(city.province).second)
                m_cities.append(&city);
        }
        ASSERT_GT(m_cities.size(), 4);
        for (int i = 0; i < kAccounts; ++i)
            addAccount(accountName(i), "inspector", {m_cities[i % m_cities.size()]->province});
        for (int i = 0; i < kLaptops; ++i) {
            const QByteArray name = "sample.laptop." + QByteArray::number(i);
            addAccount(name.constData(), "inspector", {QStringLiteral("PK-PB")});
            m_laptops.push_back(checkedLaptop(name.constData()));
            m_work.push_back(std::make_unique<Work>(*m_laptops.back(), m_journal, 100 + i));
        }
    }
    static const char *accountName(int i)
    {
        static const QList<QByteArray> names = [] {
            QList<QByteArray> all;
            for (int n = 0; n < kAccounts; ++n)
                all.append("sample.inspector." + QByteArray::number(n));
            return all;
        }();
        return names[i].constData();
    }

    /// \p count clients in all, with their sessions.
    void gather(int count, int thinks)
    {
        for (int i = 0; i < count - kLaptops; ++i) {
            const int account = i % kAccounts;
            const LoadTarget target{m_server->url(), QLatin1String(accountName(account)),
                                    kPassword,       m_cities[account % m_cities.size()],
                                    journalPath(),   thinks};
            m_clients.push_back(std::make_unique<LoadClient>(target, i, 1000 + quint32(i)));
            ASSERT_TRUE(succeeded(m_clients.back()->signIn()));
            QCoreApplication::processEvents(); // reads what the server logs: it waits for a full pipe
        }
    }

    /// The laptops work and sync in turns until \p seconds have passed; \p meanwhile is asked all the time.
    void workFor(double seconds, const std::function<void(double passed)> &meanwhile = {})
    {
        QElapsedTimer timer;
        timer.start();
        for (size_t turn = 0; timer.elapsed() < qint64(seconds * 1000); ++turn) {
            Laptop &laptop = *m_laptops[turn % m_laptops.size()];
            ASSERT_TRUE(succeeded(m_work[turn % m_work.size()]->step()));
            laptop.sync();
            m_mostMemory = std::max(m_mostMemory, memory(m_server->pid(), "VmRSS:"));
            if (meanwhile)
                meanwhile(double(timer.elapsed()) / 1000);
            QEventLoop pause; // a laptop's user reads and walks; the others' requests go on meanwhile
            QTimer::singleShot(200, &pause, &QEventLoop::quit);
            pause.exec();
        }
    }

    /// Each client has what stands in the feed of its account, and the invariant holds.
    void expectEverythingArrived()
    {
        QHash<QString, QHash<QString, qint64>> feeds;
        for (int i = 0; i < std::min<int>(kAccounts, int(m_clients.size())); ++i) {
            const QString account = QLatin1String(accountName(i));
            FeedReader reader(m_server->url(), account, kPassword);
            const auto feed = reader.everything();
            ASSERT_TRUE(succeeded(feed));
            for (const protocol::FeedItem &item : *feed)
                feeds[account].insert(item.id, item.rev);
            EXPECT_GT(feeds[account].size(), 1);
        }
        for (size_t i = 0; i < m_clients.size(); ++i) {
            SCOPED_TRACE(i);
            ASSERT_TRUE(succeeded(m_clients[i]->catchUp()));
            QCoreApplication::processEvents();
            EXPECT_EQ(m_clients[i]->told().records, feeds[QLatin1String(accountName(int(i) % kAccounts))]);
            for (const QString &change : m_clients[i]->told().unsettled)
                ADD_FAILURE() << qPrintable(change);
        }
        QList<Laptop *> laptops;
        for (const auto &laptop : m_laptops) {
            laptop->withFiles(true);
            laptop->syncWithFiles();
            laptops.append(laptop.get());
        }
        expectAllHolds(laptops);
    }

    void stopAll()
    {
        for (const auto &client : m_clients)
            client->finish();
        // The server waits for a full pipe, so what it logs is read until the last of them has its answer.
        const auto working = [](const auto &client) { return !client->hasEnded(); };
        while (std::any_of(m_clients.begin(), m_clients.end(), working))
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        for (const auto &client : m_clients)
            client->stop();
    }

    void report(double seconds)
    {
        QList<double> pushes;
        QList<double> pulls;
        qint64 rows = 0;
        for (const auto &client : m_clients) {
            pushes += client->told().pushes;
            pulls += client->told().pulls;
            rows += client->told().rows;
            m_failures += client->told().failures;
        }
        m_p95 = quantile(pushes, 0.95);
        std::printf("load %s: %zu clients, %.0f s: %lld pushes (%.0f/s) p50 %.0f p95 %.0f p99 %.0f max %.0f ms; "
                    "%lld pulls p95 %.0f ms, %lld rows; %lld failed requests; server at most %.0f MiB resident "
                    "(%.0f with the sign-ins)\n",
                    GetParam(), m_clients.size() + m_laptops.size(), seconds, qlonglong(pushes.size()),
                    double(pushes.size()) / seconds, quantile(pushes, 0.5), m_p95, quantile(pushes, 0.99),
                    quantile(pushes, 1), qlonglong(pulls.size()), quantile(pulls, 0.95), qlonglong(rows),
                    qlonglong(m_failures.size()), m_mostMemory, memory(m_server->pid(), "VmHWM:"));
    }

    QList<const City *> m_cities;
    std::vector<std::unique_ptr<Laptop>> m_laptops;
    std::vector<std::unique_ptr<Work>> m_work;
    std::vector<std::unique_ptr<LoadClient>> m_clients;
    QStringList m_failures;
    double m_p95 = 0;
    double m_mostMemory = 0;
};
INSTANTIATE_TEST_SUITE_P(Stores, Load, testing::Values("sqlite", "postgres"), storeName);

/// The bounds on time and memory are asked in the long run alone: a test does not judge by the clock.
TEST_P(Load, manyClientsAtOnce_areServedWithoutAnError)
{
    FaultRow row("load", "runs", 1, 1);
    row.run([&](quint32) {
        const double seconds = longFaults() ? 300 : 3;
        gather(longFaults() ? 200 : 16, longFaults() ? 1000 : 200);
        ASSERT_FALSE(HasFatalFailure());
        for (const auto &client : m_clients)
            client->start();
        workFor(seconds);
        stopAll();
        report(seconds);
        EXPECT_TRUE(m_failures.isEmpty()) << qPrintable(m_failures.mid(0, 5).join(QLatin1Char('\n')));
        if (longFaults()) {
            EXPECT_LT(m_p95, kMostMilliseconds);
            EXPECT_LT(m_mostMemory, kMostMebibytes);
            EXPECT_LT(memory(m_server->pid(), "VmHWM:"), kMostMebibytes) << "with the sign-ins, one after the other";
        }
        expectEverythingArrived();
    });
}

class LoadWithoutDatabase : public Load
{
};
INSTANTIATE_TEST_SUITE_P(Stores, LoadWithoutDatabase, testing::Values("postgres"), storeName);

TEST_P(LoadWithoutDatabase, postgresStoppedAndStarted_clientsGoOnByThemselves)
{
    FaultRow row("load-without-database", "runs", 1, 1);
    row.run([&](quint32) {
        const double seconds = longFaults() ? 300 : 5;
        const double away = longFaults() ? 15 : 1;
        gather(longFaults() ? 200 : 16, longFaults() ? 1000 : 200);
        ASSERT_FALSE(HasFatalFailure());
        for (const auto &client : m_clients)
            client->start();
        const auto settled = [&] {
            int all = 0;
            for (const auto &client : m_clients)
                all += client->settled();
            return all;
        };
        int before = 0;
        bool stopped = false;
        workFor(seconds, [&](double passed) {
            if (!stopped && passed > seconds / 3) {
                stopped = true;
                before = settled();
                EXPECT_TRUE(succeeded(m_postgres->stopAtOnce()));
            } else if (stopped && !m_postgres->running() && passed > seconds / 3 + away) {
                EXPECT_TRUE(succeeded(m_postgres->startAgain()));
            }
        });
        ASSERT_TRUE(stopped && m_postgres->running());
        stopAll();
        report(seconds);
        EXPECT_GT(before, 0);
        EXPECT_GT(settled(), before);
        EXPECT_FALSE(m_failures.isEmpty()) << "the database was never away";
        expectEverythingArrived();
    });
}

} // namespace
} // namespace markaz::test
