// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Files, a laptop against the fake server: fetched whole, whatever happens to a request or its answer.
#include "tests/core/sync/filesfixture.h"

#include <QBuffer>

using namespace markaz;
using namespace markaz::test;
using Pause = FileFigures::Pause;

namespace {

class Fetching : public Files
{
protected:
    void SetUp() override
    {
        Files::SetUp();
        m_bytes = sampleBytes(300 * kKiB, 9);
        attach(m_bytes);
        m_a.edit(Entity::Inspection, m_inspection, QStringLiteral("state"), QStringLiteral("submitted"));
        m_a.sync();
        ASSERT_TRUE(m_b.signIn(kTwo).ok());
    }
    void sendAndTell()
    {
        m_a.syncFiles();
        m_server.bytesMoved = 0;
        m_b.sync();
    }
    bool here() { return m_b.fileParts().store.has(sha256Of(m_bytes)); }

    Laptop m_b{m_world.server, m_world.clock, m_world.file(QStringLiteral("b")), 2};
    QByteArray m_bytes;
};

} // namespace

TEST_F(Fetching, underReview_comesByItselfOnceItIsThere)
{
    m_b.sync();
    m_b.syncFiles();
    EXPECT_FALSE(here());
    EXPECT_EQ(m_b.fileParts().files.countOf(m_inspection)->received, 0);
    sendAndTell();
    EXPECT_EQ(m_b.fileParts().files.countOf(m_inspection)->received, 1);
    m_b.syncFiles();
    EXPECT_TRUE(here());
    EXPECT_EQ(m_b.cameFiles, QStringList{sha256Of(m_bytes)});
    EXPECT_EQ(m_b.fileParts().store.read(sha256Of(m_bytes), 0, 1 << 20).value(), m_bytes);
    EXPECT_EQ(m_server.bytesMoved, m_bytes.size());
    EXPECT_EQ(m_b.figures().waitingDown, 0);
}

TEST_F(Fetching, othersOnlyWhenAskedFor)
{
    m_server.patch(Entity::Inspection, m_inspection, QStringLiteral("state"), QStringLiteral("accepted"));
    sendAndTell();
    m_b.syncFiles();
    EXPECT_FALSE(here());
    ASSERT_TRUE(m_b.fileParts().files.queueDownload(sha256Of(m_bytes), m_bytes.size(), true).ok());
    m_b.syncFiles();
    EXPECT_TRUE(here());
}

TEST_F(Fetching, cut_goesOnFromThePartialFile)
{
    sendAndTell();
    m_b.files().run();
    m_server.pumpOne();
    m_server.fault(Fault::LostReply, 1, "GET", kPath);
    m_server.pump();
    EXPECT_FALSE(here());
    EXPECT_EQ(m_b.fileParts().store.partialSize(sha256Of(m_bytes)), 64 * kKiB);
    m_b.crash();
    m_b.open();
    m_server.bytesMoved = 0;
    m_b.syncFiles();
    EXPECT_TRUE(here());
    EXPECT_EQ(m_server.bytesMoved, m_bytes.size() - 64 * kKiB);
}

TEST_F(Fetching, wrongBit_isDroppedAndFetchedAgain)
{
    sendAndTell();
    m_server.spoilsDownload = true;
    m_b.syncFiles();
    EXPECT_FALSE(here()) << "what does not hash to its name gets no place";
    EXPECT_EQ(m_b.figures().waitingDown, 1);
    EXPECT_EQ(m_b.fileParts().store.partialSize(sha256Of(m_bytes)), 0);
    m_world.clock.advance(60'000);
    m_b.syncFiles();
    EXPECT_TRUE(here());
}

TEST_F(Fetching, serverWithoutRanges_stillWorks)
{
    sendAndTell();
    m_server.ignoresRanges = true;
    m_b.syncFiles();
    EXPECT_TRUE(here());
}

TEST_F(Fetching, anotherRangeThanAsked_isNotWritten)
{
    sendAndTell();
    m_server.liesAboutRange = 1;
    m_b.files().run();
    m_server.pumpOne();
    EXPECT_EQ(m_b.fileParts().store.partialSize(sha256Of(m_bytes)), 0);
    m_server.pump();
    m_world.clock.advance(60'000);
    m_b.syncFiles();
    EXPECT_TRUE(here());
}

TEST_F(Fetching, strangers_writeNothing)
{
    sendAndTell();
    for (const Fault fault : {Fault::Html200, Fault::NoNonce, Fault::WrongInstance}) {
        m_server.fault(fault, 1, "GET", kPath);
        m_b.syncFiles();
        EXPECT_EQ(m_b.fileParts().store.partialSize(sha256Of(m_bytes)), 0);
        EXPECT_EQ(m_b.figures().pause, Pause::NotOurServer);
    }
}

TEST_F(Fetching, outOfScope_leavesTheQueueAndTheLaptop)
{
    sendAndTell();
    m_b.syncFiles();
    ASSERT_TRUE(here());
    m_server.setScope(sampleActor(kTwo).accountId, {QStringLiteral("PK-SD")});
    m_b.sync();
    EXPECT_EQ(m_b.fileParts().files.countOf(m_inspection)->all, 0);
    m_b.syncFiles();
    EXPECT_FALSE(here());
}

TEST_F(Fetching, removedRecord_takesItsContentAlongUnlessAnotherNamesIt)
{
    m_a.attach(m_inspection, m_bytes, QStringLiteral("C-02"));
    m_a.sync();
    sendAndTell();
    m_b.syncFiles();
    const auto rows = m_b.fileParts().files.ofInspection(m_inspection);
    ASSERT_EQ(rows->size(), 2);
    m_server.remove(Entity::Evidence, rows->first().id);
    m_b.sync();
    m_b.syncFiles();
    EXPECT_TRUE(here()) << "the other record needs it";
    m_server.remove(Entity::Evidence, rows->last().id);
    m_b.sync();
    m_b.syncFiles();
    EXPECT_FALSE(here());
}

TEST_F(Fetching, contentWithoutARecordHere_isSomebodysWorkAndStays)
{
    // As after a damaged cache was set aside: the new one knows nothing of what is in the store.
    QByteArray bytes = sampleBytes(100, 77);
    QBuffer source(&bytes);
    ASSERT_TRUE(source.open(QIODevice::ReadOnly));
    ASSERT_TRUE(m_b.fileParts().store.receive(source, 1000)->keep().ok());
    m_b.sync();
    m_b.syncFiles();
    EXPECT_TRUE(m_b.fileParts().store.has(sha256Of(bytes)));
}
