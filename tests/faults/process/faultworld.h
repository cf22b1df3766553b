// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/faults/faultsize.h"
#include "tests/faults/process/work.h"
#include "tests/integration/realserver.h"
#include "tests/support/faultproxy.h"
#include "tests/support/invariants.h"

#include <QDeadlineTimer>

namespace markaz::test {

/// A real server behind a wire that may break, laptops, the journal of what their users were told, somebody who follows
/// the feed all the while, and the checker of the invariant.
class FaultWorld : public RealServer
{
protected:
    void SetUp() override
    {
        ASSERT_NO_FATAL_FAILURE(RealServer::SetUp());
        m_wire = std::make_unique<FaultProxy>(m_server->url());
        m_invariants = std::make_unique<Invariants>(m_store, m_server->url());
        m_watch = std::make_unique<FeedWatch>(m_server->url(), QStringLiteral("sample.auditor"), kPassword);
        m_watch->start();
    }
    void TearDown() override
    {
        if (!m_watch)
            return; // no server, as SetUp() has said
        m_watch->stop();
        EXPECT_GT(m_watch->polls(), 0);
    }

    /// A laptop behind the wire, signed in, that the checker knows.
    std::unique_ptr<Laptop> checkedLaptop(const char *account)
    {
        auto laptop = laptopOf(account, m_wire->url());
        m_invariants->addLaptop(profile(account), QLatin1String(account), kPassword);
        return laptop;
    }
    QString journalPath() const { return m_folder.filePath(QStringLiteral("journal")); }

    Result<void> note(Laptop &laptop)
    {
        Workspace &workspace = laptop.workspace();
        return m_journal.note(laptop.me().name, workspace.database, workspace.records.sealer());
    }

    /// The server as it comes back after a kill. Where it does not, what is left of the one before stays, so that the
    /// row's other cases fail and do not crash.
    void serverIsBack(const QStringList &more = {})
    {
        auto back = launched(more);
        ASSERT_TRUE(back);
        m_server = std::move(back);
        m_wire->leadTo(m_server->url());
        m_watch->leadTo(m_server->url());
        m_invariants->leadTo(m_server->url());
    }

    /// Runs until nothing waits, neither change nor file; the next try follows at once, whatever the backoff says.
    static testing::AssertionResult quiet(Laptop &laptop)
    {
        const QDeadlineTimer patience(60'000);
        FileRepository files(laptop.workspace().database);
        for (;;) {
            const SyncSnapshot last = laptop.sync();
            const auto up = files.counts(FileDirection::Up);
            const auto down = files.counts(FileDirection::Down);
            const int waiting = up && down ? up->waiting + down->waiting : -1;
            if (last.trouble == SyncSnapshot::Trouble::None && laptop.owed().waiting == 0 && waiting == 0)
                return clean(last);
            if (patience.hasExpired())
                return testing::AssertionFailure()
                       << "trouble " << int(last.trouble) << " (" << qPrintable(last.detail) << "), waiting "
                       << laptop.owed().waiting << ", files " << waiting << ", pause " << int(last.files.pause) << " ("
                       << qPrintable(last.files.detail) << ")";
        }
    }
    /// The laptops get quiet, and then the invariant is to hold.
    void expectAllHolds(const QList<Laptop *> &laptops)
    {
        expectQuiet(laptops);
        expectInvariant();
    }
    void expectQuiet(const QList<Laptop *> &laptops)
    {
        m_wire->setPlan({});
        for (Laptop *laptop : laptops)
            EXPECT_TRUE(quiet(*laptop));
        for (Laptop *laptop : laptops) // what the others brought
            EXPECT_TRUE(quiet(*laptop));
    }
    void expectInvariant()
    {
        const QStringList broken = m_invariants->violations(m_journal, m_watch.get());
        for (const QString &one : broken)
            ADD_FAILURE() << qPrintable(one);
    }

    Journal m_journal{journalPath()};
    std::unique_ptr<FaultProxy> m_wire;
    std::unique_ptr<Invariants> m_invariants;
    std::unique_ptr<FeedWatch> m_watch;
};

} // namespace markaz::test
