// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Two laptops edit the same records offline, over a network that does everything wrong. When the faults stop and all is
// quiet, both show the server's records, and each change was applied once or is visible.
#include "tests/support/sync/laptop.h"

#include <gtest/gtest.h>

#include <random>

using namespace markaz;
using namespace markaz::test;

namespace {

const std::vector<Fault> kFaults{Fault::Timeout,      Fault::Unreachable, Fault::LostReply,     Fault::Doubled,
                                 Fault::Html200,      Fault::Redirect,    Fault::BadGateway,    Fault::CutGzip,
                                 Fault::CutJson,      Fault::WrongNonce,  Fault::WrongInstance, Fault::Busy,
                                 Fault::Unauthorized, Fault::TooLarge,    Fault::ServerError,   Fault::Gone};

class Game
{
public:
    explicit Game(quint64 seed)
        : m_random(seed)
    {
        for (int i = 0; i < 2; ++i) {
            m_laptops.push_back(std::make_unique<Laptop>(
                m_world.server, m_world.clock, m_world.file(QString::number(i)), seed * 10 + static_cast<quint64>(i)));
            quicken(i);
            if (!laptop(i).signIn(i == 0 ? kOne : kTwo))
                qFatal("no sign-in");
        }
        m_world.server.pageSize = 1 + pick(12);
    }

    void play(int steps)
    {
        for (int i = 0; i < steps; ++i) {
            m_world.clock.advance(pick(100'000));
            step(pick(2));
        }
    }

    void calm()
    {
        m_world.server.clearFaults();
        for (int round = 0; round < 3; ++round) {
            for (int i = 0; i < 2; ++i) {
                signInWhereNeeded(i);
                // A single change that met "too large" is a dead letter; its author sends it again.
                while (!laptop(i).rows(OutboxState::Dead).isEmpty()) // one may take others of its record with it
                    laptop(i).sendAgain(laptop(i).rows(OutboxState::Dead).first().position);
                laptop(i).sync();
            }
        }
    }

    void check()
    {
        const QStringList truth = everythingOn(m_world.server);
        for (int i = 0; i < 2; ++i) {
            EXPECT_EQ(laptop(i).counts().waiting, 0);
            EXPECT_EQ(laptop(i).counts().dead, 0);
            EXPECT_EQ(laptop(i).everything(), truth) << "laptop " << i;
            for (const OutboxRow &row : laptop(i).rows()) {
                if (row.fate == Fate::Replaced) // never taken; its successor was
                    continue;
                EXPECT_EQ(m_world.server.timesApplied(row.change.opId), 1) << qPrintable(row.change.opId);
                checkVisible(row.change);
            }
        }
    }

private:
    int pick(int below) { return static_cast<int>(m_random() % static_cast<quint64>(below)); }
    Laptop &laptop(int i) { return *m_laptops.at(static_cast<size_t>(i)); }

    void quicken(int i)
    {
        // Whether a commit survives a power cut is tested elsewhere; here are thousands of them.
        ASSERT_TRUE(laptop(i).parts().database.run(QStringLiteral("PRAGMA synchronous = OFF")));
    }

    void step(int i)
    {
        switch (pick(10)) {
        case 0:
            m_shared.append(laptop(i).create(Entity::Owner, sampleOwner(word())).id);
            break;
        case 1:
        case 2:
        case 3:
        case 4:
            edit(i);
            break;
        case 5:
            m_world.server.fault(kFaults.at(static_cast<size_t>(pick(static_cast<int>(kFaults.size())))), 1 + pick(2));
            break;
        case 6: { // the program dies with a request under way
            laptop(i).engine().run();
            for (int answers = pick(3); answers > 0; --answers)
                m_world.server.pumpOne();
            laptop(i).crash();
            m_world.server.pump();
            laptop(i).open();
            quicken(i);
            break;
        }
        case 7:
            m_world.server.expireAccessTokens();
            break;
        default:
            laptop(i).sync();
            laptop(i).engine().abandon();
        }
    }

    void edit(int i)
    {
        if (m_shared.isEmpty())
            return;
        const QString id = m_shared.at(pick(static_cast<int>(m_shared.size())));
        if (!laptop(i).find(Entity::Owner, id))
            return;
        const QStringList paths{QStringLiteral("name"), QStringLiteral("phone"), QStringLiteral("email")};
        laptop(i).edit(Entity::Owner, id, paths.at(pick(3)), word());
    }

    QString word() { return QStringLiteral("w%1").arg(pick(1000)); }

    void signInWhereNeeded(int i)
    {
        // A 401 in the middle of it may have ended the session for good: then somebody signs in again.
        if (laptop(i).snapshot().trouble == SyncSnapshot::Trouble::SignInNeeded) {
            EXPECT_TRUE(laptop(i).signIn(i == 0 ? kOne : kTwo));
        }
    }

    /// A conflicting edit is in a conflict record, with its value.
    void checkVisible(const Change &change)
    {
        const auto ledger = m_world.server.backup().ledger.value(change.opId).second;
        if (ledger.outcome != Outcome::Conflict)
            return;
        const QList<Record> conflicts = m_world.server.all(Entity::Conflict);
        const auto about = std::find_if(conflicts.begin(), conflicts.end(), [&change](const Record &record) {
            return record.fields.value(QStringLiteral("op_id")).toString() == change.opId;
        });
        ASSERT_NE(about, conflicts.end());
        for (const QString &path : ledger.conflicts)
            EXPECT_EQ(about->fields.value(QStringLiteral("fields"))
                          .toObject()
                          .value(path)
                          .toObject()
                          .value(QStringLiteral("client")),
                      change.fields.value(path).after);
    }

    World m_world;
    std::mt19937_64 m_random;
    std::vector<std::unique_ptr<Laptop>> m_laptops;
    QStringList m_shared;
};

class Convergence : public testing::TestWithParam<int>
{
};

} // namespace

TEST_P(Convergence, afterTheFaultsBothLaptopsHoldTheServersRecords)
{
    for (int i = 0; i < 10; ++i) { // ten seeds a test: one process start each would cost more than the play
        const int seed = GetParam() * 10 + i;
        SCOPED_TRACE(testing::Message() << "seed " << seed);
        Game game(static_cast<quint64>(seed));
        game.play(60);
        game.calm();
        game.check();
        if (testing::Test::HasFailure())
            return;
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, Convergence, testing::Range(0, 10));
