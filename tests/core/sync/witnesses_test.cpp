// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/checkpoints.h"
#include "core/sync/witnesses.h"
#include "tests/support/sync/laptop.h"

#include <gtest/gtest.h>

using namespace markaz;
using namespace markaz::test;
using Audit = SyncSnapshot::Audit;

namespace {

const QString kHistory = QStringLiteral("01900000-0000-7000-8000-0000000000b1");
const QString kAfterRestore = QStringLiteral("01900000-0000-7000-8000-0000000000b2");

class WitnessesTest : public testing::Test
{
protected:
    void SetUp() override { ASSERT_TRUE(m_laptop.signIn(kOne)); }
    static Checkpoint at(qint64 n, char hash = 'a', const QString &history = kHistory)
    {
        return {history,
                n,
                QString(64, QLatin1Char(hash)),
                QStringLiteral("2026-11-24T06:00:00.000Z"),
                QStringLiteral("2026-A"),
                QByteArray(64, hash)};
    }
    void given(const std::optional<Checkpoint> &checkpoint)
    {
        m_world.server.checkpoint = checkpoint;
        m_laptop.sync();
        EXPECT_TRUE(m_laptop.runs.last());
    }
    /// What the last pull handed back.
    QByteArray handedBack()
    {
        for (auto it = m_world.server.requests().crbegin(); it != m_world.server.requests().crend(); ++it) {
            if (it->method == "GET" && it->path.contains(QLatin1String("/changes")))
                return it->headers.value(protocol::header::kWitness);
        }
        return {};
    }
    Audit audit() { return m_laptop.snapshot().audit; }
    QList<Checkpoint> exported()
    {
        auto text = Witnesses(m_laptop.parts().state, m_world.clock).exported();
        auto read = text ? protocol::readWitnesses(*text) : Result<protocol::Witnesses>(text.error());
        EXPECT_TRUE(read) << qPrintable(read.error().detail);
        EXPECT_EQ(read->instance, m_world.server.instance);
        return read->checkpoints;
    }

    World m_world;
    Laptop m_laptop{m_world.server, m_world.clock, m_world.file()};
};

} // namespace

TEST_F(WitnessesTest, newestCheckpoint_isKeptAndHandedBack)
{
    given(std::nullopt);
    EXPECT_EQ(handedBack(), QByteArray()) << "an older server gives none";
    given(at(5));
    given(at(9, 'b'));
    EXPECT_EQ(handedBack(), protocol::witnessHeader(at(5)));
    m_laptop.crash();
    m_laptop.open();
    given(at(9, 'b'));
    EXPECT_EQ(handedBack(), protocol::witnessHeader(at(9, 'b')));
    EXPECT_EQ(exported(), (QList<Checkpoint>{at(5), at(9, 'b')}));
    EXPECT_EQ(audit(), Audit::Quiet);
}

TEST_F(WitnessesTest, onlyTheLastHundred_areKept)
{
    for (int n = 1; n <= 130; ++n)
        given(at(n));
    EXPECT_EQ(exported().size(), Witnesses::kMost);
    EXPECT_EQ(exported().first(), at(31));
}

TEST_F(WitnessesTest, serverThatGoesBack_isToldAndKeepsGettingTheWitness)
{
    given(at(5));
    given(at(9, 'b'));
    m_world.clock.advance(60'000);
    given(at(8, 'c'));
    EXPECT_EQ(audit(), Audit::Contradicts);
    EXPECT_EQ(m_laptop.snapshot().auditSince, m_world.clock.now());
    given(at(20, 'd')); // the chain has grown past it meanwhile
    given(at(30, 'e'));
    EXPECT_EQ(handedBack(), protocol::witnessHeader(at(9, 'b')));
    EXPECT_EQ(audit(), Audit::Contradicts);
    EXPECT_EQ(exported(), (QList<Checkpoint>{at(5), at(9, 'b'), at(8, 'c')})) << "both sides of it, signed";
}

TEST_F(WitnessesTest, anotherHashOfTheSameEntry_isToldToo)
{
    given(at(5));
    given(at(5, 'b'));
    EXPECT_EQ(audit(), Audit::Contradicts);
}

TEST_F(WitnessesTest, serverThatWasRestored_isExpectedAndToldForAWeek)
{
    given(at(5));
    given(at(9, 'b'));
    given(at(6, 'c', kAfterRestore));
    EXPECT_EQ(audit(), Audit::Restored);
    given(at(7, 'd', kAfterRestore));
    given(at(7, 'd', kAfterRestore));
    EXPECT_EQ(handedBack(), protocol::witnessHeader(at(7, 'd', kAfterRestore)));
    m_world.clock.advance(qint64(8) * 24 * 3600 * 1000);
    given(at(7, 'd', kAfterRestore));
    EXPECT_EQ(audit(), Audit::Quiet);
    // And the new history is watched like the first.
    given(at(6, 'e', kAfterRestore));
    EXPECT_EQ(audit(), Audit::Contradicts);
}
