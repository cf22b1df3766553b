// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/process/faultworld.h"

#include <QTimer>

#include <array>

namespace markaz::test {
namespace {

constexpr int kRequests = 6; ///< of a run that sends a record and a file: push, pull, create, piece, push, pull

/// How a session ends in the middle, and what brings it back.
struct End
{
    const char *name;
    const char *ends; ///< SQL on the server's store; empty: another user comes
    const char *back; ///< SQL
    bool signIn;      ///< the user has to
};
constexpr std::array kEnds{
    End{"the access token expires",
        "UPDATE token SET expires_at = '2026-01-01T00:00:00.000Z' WHERE kind = 'access' AND session IN (SELECT id FROM "
        "session WHERE account = (SELECT id FROM account WHERE name = 'sample.inspector'))",
        "", false},
    End{"all tokens expire",
        "UPDATE token SET expires_at = '2026-01-01T00:00:00.000Z' WHERE session IN (SELECT id FROM session WHERE "
        "account = (SELECT id FROM account WHERE name = 'sample.inspector'))",
        "", true},
    End{"the session is ended",
        "UPDATE session SET ended_at = '2026-01-01T00:00:00.000Z' WHERE ended_at IS NULL AND account = (SELECT id FROM "
        "account WHERE name = 'sample.inspector')",
        "", true},
    End{"the account is closed", "UPDATE account SET active = 0 WHERE name = 'sample.inspector'",
        "UPDATE account SET active = 1 WHERE name = 'sample.inspector'", true},
    End{"another user signs in", "", "", true}};

class SessionEnds : public FaultWorld
{
protected:
    void atTheServer(const char *sql)
    {
        if (*sql == 0)
            return;
        auto store = Database::openSqlite(m_store.dataDir + QStringLiteral("/markaz.sqlite"), Database::Check::None);
        ASSERT_TRUE(succeeded(store));
        ASSERT_TRUE(succeeded((*store)->run(QLatin1String(sql))));
    }
};
INSTANTIATE_TEST_SUITE_P(Stores, SessionEnds, testing::Values("sqlite"), storeName);

TEST_P(SessionEnds, atEachRequest_losesNothing)
{
    FaultRow row("session-ends", "ends");
    addAccount("sample.other", "inspector", {QStringLiteral("PK-PB")});
    auto inspector = checkedLaptop("sample.inspector");
    auto officer = checkedLaptop("sample.officer");
    inspector->withFiles(true);
    row.checkEvery(2 * kRequests, [&] { expectAllHolds({inspector.get(), officer.get()}); });
    row.run(kEnds.size() * kRequests, 1, [&](quint32 place) {
        const End &end = kEnds[(place - 1) / kRequests];
        const int request = 1 + static_cast<int>(place - 1) % kRequests;
        SCOPED_TRACE(testing::Message() << end.name << ", at request " << request);
        Work work(*inspector, m_journal, place);
        ASSERT_TRUE(succeeded(work.registerBuilding()));
        ASSERT_TRUE(succeeded(work.attach(300)));
        bool ended = false;
        bool answered = true; // who else signs in
        const QObject listening;
        QObject::connect(&inspector->client(), &SyncClient::signedIn, &listening, [&answered] { answered = true; });
        QObject::connect(&inspector->client(), &SyncClient::signInFailed, &listening, [&answered] { answered = true; });
        const auto now = [&] {
            if (std::exchange(ended, true))
                return;
            atTheServer(end.ends);
            if (*end.ends != 0)
                return;
            answered = false;
            inspector->client().signIn(QStringLiteral("sample.other"), kPassword);
        };
        m_wire->setPlan([&, left = request](const WireRequest &) mutable {
            if (--left == 0)
                now();
            return WireFault();
        });
        inspector->sync();
        for (int i = 0; i < 5 && !ended; ++i)
            inspector->sync();
        m_wire->setPlan({});
        now();
        do
            inspector->sync();
        while (!answered);
        if (end.signIn && *end.ends != 0) {
            const SyncSnapshot paused = inspector->sync();
            EXPECT_EQ(paused.trouble, SyncSnapshot::Trouble::SignInNeeded);
            EXPECT_EQ(paused.rejected, 0);
        }
        atTheServer(end.back);
        if (end.signIn) {
            ASSERT_TRUE(succeeded(inspector->signIn(QStringLiteral("sample.inspector"), kPassword)));
        }
        EXPECT_TRUE(quiet(*inspector));
    });
}

} // namespace
} // namespace markaz::test
