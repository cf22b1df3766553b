// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Files, a laptop against the fake server: sent whole, whatever happens to a request or its answer.
#include "tests/core/sync/filesfixture.h"

using namespace markaz;
using namespace markaz::test;
using Pause = FileFigures::Pause;

TEST_F(Files, upload_recordFirstThenTheWholeFile)
{
    const QByteArray bytes = sampleBytes(300 * kKiB);
    const Record record = attach(bytes);
    EXPECT_EQ(m_a.figures().waitingUp, 1);
    EXPECT_EQ(m_a.figures().upTotal, 300 * kKiB);
    m_a.syncFiles();
    EXPECT_EQ(m_server.requestCount("POST", kPath), 0) << "the record is not acknowledged yet";
    EXPECT_EQ(m_a.figures().waitingUp, 1);
    EXPECT_EQ(m_a.fileDelays.last(), -1) << "the record's sync says when";

    m_a.sync();
    m_a.syncFiles();
    expectWhole(bytes);
    EXPECT_EQ(m_a.sentFiles, QStringList{sha256Of(bytes)});
    EXPECT_EQ(m_server.bytesMoved, 300 * kKiB) << "each byte once";
    m_a.sync();
    EXPECT_FALSE(m_a.text(Entity::Evidence, record.id, QStringLiteral("received_at")).isEmpty());
    EXPECT_EQ(m_a.fileParts().files.countOf(m_inspection)->received, 1);
}

TEST_F(Files, upload_nameOfTheFileIsNotInTheHeaders)
{
    attach(sampleBytes(1000));
    m_a.sync();
    m_a.syncFiles();
    for (const HttpRequest &request : m_server.requests()) {
        for (const QByteArray &value : request.headers) {
            EXPECT_FALSE(value.contains("sample photo"));
            EXPECT_FALSE(value.contains(QByteArray("sample photo.jpg").toBase64()));
        }
    }
}

TEST_F(Files, chunks_beginAt64KiBAndGrowOnAGoodLine)
{
    const QByteArray bytes = sampleBytes(3000 * kKiB);
    attach(bytes);
    m_a.sync();
    m_a.syncFiles();
    // 1,000 KiB a second: pieces double until one takes two seconds or more.
    EXPECT_EQ(m_server.pieces(),
              (QList<qint64>{64 * kKiB, 128 * kKiB, 256 * kKiB, 512 * kKiB, 1024 * kKiB, 1016 * kKiB}));
    expectWhole(bytes);
    EXPECT_EQ(m_a.figures().bytesPerSecond, 1000 * kKiB);
}

TEST_F(Files, chunks_shrinkOnABadLine)
{
    m_server.bytesPerSecond = 8 * kKiB; // 64 KiB take eight seconds
    attach(sampleBytes(200 * kKiB));
    m_a.sync();
    m_a.syncFiles();
    EXPECT_EQ(m_server.pieces().at(0), 64 * kKiB);
    EXPECT_EQ(m_server.pieces().at(1), 28 * kKiB) << "three and a half seconds";
}

TEST_F(Files, cutAtAnyByte_goesOnFromWhatArrived)
{
    for (const qint64 at : {0, 1, 97, 4096, 65'535, 65'536 * 2}) {
        SCOPED_TRACE(at);
        const QByteArray bytes = sampleBytes(200 * kKiB, 100 + static_cast<int>(at));
        attach(bytes);
        m_a.sync();
        m_server.bytesMoved = 0;
        m_server.cutAt = at;
        m_server.fault(Fault::CutBody, 1, kFiles, kPath);
        m_a.syncFiles();
        EXPECT_EQ(m_a.figures().pause, Pause::NotReached);
        EXPECT_EQ(m_a.figures().waitingUp, 1);
        EXPECT_GE(m_a.fileDelays.last(), 0) << "tried again by itself";
        m_a.syncFiles();
        expectWhole(bytes);
        EXPECT_EQ(m_server.bytesMoved, bytes.size()) << "no byte twice";
        EXPECT_EQ(m_a.figures().pause, Pause::None);
    }
}

TEST_F(Files, fileThatCannotBeRead_waitsAndTheOthersGo)
{
    const QByteArray bad = sampleBytes(10 * kKiB, 1);
    const QByteArray good = sampleBytes(10 * kKiB, 2);
    attach(bad);
    attach(good);
    m_a.sync();
    const QString hash = sha256Of(bad);
    const QString place =
        QStringLiteral("%1/%2/%3/%4").arg(m_a.fileParts().store.folder(), hash.left(2), hash.mid(2, 2), hash);
    ASSERT_TRUE(QFile::rename(place, place + QStringLiteral(".away")));
    ASSERT_TRUE(
        QFile::link(QStringLiteral("/proc/self/mem"), place)); // opens, and gives an input error at its beginning
    m_a.syncFiles();
    EXPECT_TRUE(m_server.hasFile(sha256Of(good)));
    EXPECT_EQ(m_a.figures().pause, Pause::None);
    EXPECT_EQ(m_a.figures().refused, 0) << "the disk may give it next time";
    EXPECT_EQ(m_a.figures().waitingUp, 1);
    EXPECT_GE(m_a.fileDelays.last(), 0) << "tried again by itself";

    ASSERT_TRUE(QFile::remove(place));
    ASSERT_TRUE(QFile::rename(place + QStringLiteral(".away"), place));
    m_world.clock.advance(60'000);
    m_a.syncFiles();
    expectWhole(bad);
}

TEST_F(Files, lostReplyAfterAppend_isAskedForAndNotSentAgain)
{
    const QByteArray bytes = sampleBytes(200 * kKiB);
    attach(bytes);
    m_a.sync();
    m_server.fault(Fault::LostReply, 1, kFiles, kPath);
    m_a.syncFiles();
    m_a.syncFiles();
    expectWhole(bytes);
    EXPECT_EQ(m_server.requestCount("HEAD", kPath), 1);
    EXPECT_EQ(m_server.bytesMoved, bytes.size());
}

TEST_F(Files, lostReplyToTheLastPiece_isFoundWhole)
{
    const QByteArray bytes = sampleBytes(10 * kKiB);
    attach(bytes);
    m_a.sync();
    m_server.fault(Fault::LostReply, 1, kFiles, kPath);
    m_a.syncFiles();
    EXPECT_EQ(m_a.figures().waitingUp, 1) << "not known to be there";
    m_a.syncFiles();
    expectWhole(bytes);
    EXPECT_EQ(m_server.bytesMoved, bytes.size());
}

TEST_F(Files, lostReplyToTheCreation_doesNotBeginTwice)
{
    const QByteArray bytes = sampleBytes(10 * kKiB);
    attach(bytes);
    m_a.sync();
    m_server.fault(Fault::LostReply, 1, "POST", kPath);
    m_a.syncFiles();
    m_a.syncFiles();
    expectWhole(bytes);
    EXPECT_EQ(m_server.uploadsBegun, 1);
}

TEST_F(Files, crashInTheMiddle_goesOnWhereTheServerStands)
{
    const QByteArray bytes = sampleBytes(500 * kKiB);
    attach(bytes);
    m_a.sync();
    m_a.files().run();
    for (int i = 0; i < 3; ++i) // creation and two pieces
        m_server.pumpOne();
    m_a.crash();
    m_server.pump();
    const qint64 before = m_server.bytesMoved;
    EXPECT_GT(before, 0);
    m_a.open();
    m_a.syncFiles();
    expectWhole(bytes);
    EXPECT_EQ(m_server.bytesMoved, bytes.size()) << "nothing is sent again";
}

TEST_F(Files, uploadVanished_beginsAnew)
{
    const QByteArray bytes = sampleBytes(300 * kKiB);
    attach(bytes);
    m_a.sync();
    m_a.files().run();
    m_server.pumpOne();
    m_server.pumpOne();
    m_server.fault(Fault::Vanished, 1, kFiles, kPath);
    m_server.pump();
    expectWhole(bytes);
    EXPECT_EQ(m_server.uploadsBegun, 2);
}

TEST_F(Files, wrongOffset_asksAndGoesOn)
{
    const QByteArray bytes = sampleBytes(100 * kKiB);
    attach(bytes);
    m_a.sync();
    m_server.fault(Fault::Offset, 1, kFiles, kPath);
    m_a.syncFiles();
    expectWhole(bytes);
    EXPECT_EQ(m_server.requestCount("HEAD", kPath), 1);
}

TEST_F(Files, wrongOffsetForEver_waitsInsteadOfTurningInCircles)
{
    attach(sampleBytes(100 * kKiB));
    m_a.sync();
    m_server.fault(Fault::Offset, 1000, kFiles, kPath);
    m_a.syncFiles();
    EXPECT_LT(m_server.requestCount("PATCH", kPath), 10);
    EXPECT_EQ(m_a.figures().waitingUp, 1);
    EXPECT_GT(m_a.fileDelays.last(), 0);
}

TEST_F(Files, offsetThatCannotBe_isNotBelieved)
{
    for (const qint64 lie : {-200'000, -64 * 1024, 1, 36 * 1024, 1'000'000}) {
        SCOPED_TRACE(lie);
        const QByteArray bytes = sampleBytes(100 * kKiB, static_cast<int>(lie));
        attach(bytes);
        m_a.sync();
        m_server.bytesMoved = 0;
        m_server.liesAboutOffset = lie;
        m_a.syncFiles();
        m_world.clock.advance(60'000);
        m_a.syncFiles();
        expectWhole(bytes);
        EXPECT_EQ(m_server.bytesMoved, bytes.size()) << "asked, not sent again";
    }
}

TEST_F(Files, damagedPiece_goesAgainSmaller)
{
    const QByteArray bytes = sampleBytes(100 * kKiB);
    attach(bytes);
    m_a.sync();
    m_server.fault(Fault::BadPiece, 1, kFiles, kPath);
    m_a.syncFiles();
    expectWhole(bytes);
    EXPECT_EQ(m_server.pieces().first(), 32 * kKiB);
}

TEST_F(Files, damagedWhole_beginsAnewAfterAWhile)
{
    const QByteArray bytes = sampleBytes(100 * kKiB);
    attach(bytes);
    m_a.sync();
    m_server.spoilsWhole = true;
    m_a.syncFiles();
    EXPECT_EQ(m_a.figures().waitingUp, 1);
    EXPECT_FALSE(m_server.hasFile(sha256Of(bytes)));
    m_world.clock.advance(60'000);
    m_a.syncFiles();
    expectWhole(bytes);
}

TEST_F(Files, copyGoneBadOnThisLaptop_isToldAndNotSentForEver)
{
    const QByteArray bytes = sampleBytes(100 * kKiB);
    attach(bytes);
    m_a.sync();
    const QString hash = sha256Of(bytes);
    QFile file(QStringLiteral("%1/%2/%3/%4").arg(m_a.fileParts().store.folder(), hash.left(2), hash.mid(2, 2), hash));
    ASSERT_TRUE(file.open(QIODevice::ReadWrite));
    ASSERT_EQ(file.write("x"), 1);
    file.close();
    m_a.syncFiles();
    ASSERT_EQ(m_a.jobs().size(), 1);
    EXPECT_EQ(m_a.jobs().first().state, FileState::Refused);
    EXPECT_EQ(m_a.jobs().first().error, QStringLiteral("damaged"));
    EXPECT_EQ(m_a.figures().refused, 1);
}

TEST_F(Files, contentGone_isToldAndOthersGoOn)
{
    attach(sampleBytes(100, 1));
    const QByteArray second = sampleBytes(100, 2);
    attach(second);
    m_a.sync();
    ASSERT_TRUE(m_a.fileParts().store.remove(sha256Of(sampleBytes(100, 1))).ok());
    m_a.syncFiles();
    EXPECT_TRUE(m_server.hasFile(sha256Of(second)));
    ASSERT_EQ(m_a.jobs().size(), 1);
    EXPECT_EQ(m_a.jobs().first().error, QStringLiteral("not_found"));
}

TEST_F(Files, serverFull_pausesFilesAndRecordsGoOn)
{
    attach(sampleBytes(100));
    m_a.sync();
    m_server.filesFull = true;
    m_a.syncFiles();
    EXPECT_EQ(m_a.figures().pause, Pause::ServerFull);
    EXPECT_EQ(m_a.figures().waitingUp, 1);
    EXPECT_GT(m_a.fileDelays.last(), 0);
    m_a.create(Entity::Owner, sampleOwner(QStringLiteral("Mill")));
    m_a.sync();
    EXPECT_EQ(m_a.counts().waiting, 0);
    EXPECT_EQ(m_a.snapshot().trouble, SyncSnapshot::Trouble::None);
    m_server.filesFull = false;
    m_a.syncFiles();
    EXPECT_EQ(m_a.figures().pause, Pause::None);
    expectWhole(sampleBytes(100));
}

TEST_F(Files, retryAfter_isHonoured)
{
    attach(sampleBytes(100));
    m_a.sync();
    m_server.fault(Fault::Busy, 1, {}, kPath);
    m_a.syncFiles();
    EXPECT_EQ(m_a.fileAtLeast, 120'000);
    EXPECT_GE(m_a.fileDelays.last(), 120'000);
}

TEST_F(Files, lockedUpload_waitsWhileOthersGo)
{
    attach(sampleBytes(100, 1));
    const QByteArray second = sampleBytes(100, 2);
    attach(second);
    m_a.sync();
    m_server.fault(Fault::Locked, 1, kFiles, kPath);
    m_a.syncFiles();
    EXPECT_TRUE(m_server.hasFile(sha256Of(second)));
    EXPECT_EQ(m_a.figures().waitingUp, 1);
    EXPECT_GT(m_a.fileDelays.last(), 0);
    m_world.clock.advance(60'000);
    m_a.syncFiles();
    expectWhole(sampleBytes(100, 1));
}

TEST_F(Files, refusedByTheServer_waitsForAPerson)
{
    attach(sampleBytes(100));
    m_a.sync();
    m_server.refusesFile = QStringLiteral("media_type");
    m_a.syncFiles();
    ASSERT_EQ(m_a.jobs().size(), 1);
    EXPECT_EQ(m_a.jobs().first().state, FileState::Refused);
    EXPECT_EQ(m_a.jobs().first().error, QStringLiteral("media_type"));
    m_server.refusesFile.clear();
    m_a.syncFiles();
    EXPECT_FALSE(m_server.hasFile(sha256Of(sampleBytes(100)))) << "not by itself";
    ASSERT_TRUE(m_a.fileParts().files.tryAgain(m_a.jobs().first().id).ok());
    m_a.syncFiles();
    expectWhole(sampleBytes(100));
}

TEST_F(Files, expiredToken_isRefreshedOnceByTheSession)
{
    const QByteArray bytes = sampleBytes(100);
    attach(bytes);
    m_a.sync();
    m_server.expireAccessTokens();
    m_a.syncFiles();
    expectWhole(bytes);
    EXPECT_EQ(m_server.requestCount("POST", QStringLiteral("/session/refresh")), 1);
}

TEST_F(Files, endedSession_pausesAndSaysSo)
{
    attach(sampleBytes(100));
    m_a.sync();
    m_server.endSessions();
    m_a.syncFiles();
    EXPECT_EQ(m_a.figures().pause, Pause::SignInNeeded);
    EXPECT_EQ(m_a.figures().waitingUp, 1);
    EXPECT_EQ(m_a.fileDelays.last(), -1);
}

TEST_F(Files, strangers_changeNothing)
{
    const QByteArray bytes = sampleBytes(200 * kKiB);
    attach(bytes);
    m_a.sync();
    m_a.files().run();
    m_server.pumpOne(); // begun
    for (const Fault fault : {Fault::Html200, Fault::Redirect, Fault::NotFoundHtml, Fault::BadGateway, Fault::NoNonce,
                              Fault::WrongNonce, Fault::WrongInstance, Fault::NoDate}) {
        SCOPED_TRACE(static_cast<int>(fault));
        const QList<FileJob> before = m_a.jobs();
        m_server.fault(fault, 1, {}, kPath);
        if (!m_a.files().isRunning())
            m_a.files().run();
        m_server.pump();
        EXPECT_EQ(m_a.figures().pause, Pause::NotOurServer);
        ASSERT_EQ(m_a.jobs().size(), 1);
        EXPECT_EQ(m_a.jobs().first().url, before.first().url) << "the upload is not forgotten";
        EXPECT_EQ(m_a.jobs().first().done, before.first().done);
    }
    m_a.syncFiles();
    expectWhole(bytes);
}

TEST_F(Files, sameContentTwice_isSentOnce)
{
    const QByteArray bytes = sampleBytes(100 * kKiB);
    attach(bytes);
    m_a.sync();
    m_a.syncFiles();
    attach(bytes);
    m_a.sync();
    m_a.syncFiles();
    m_a.sync();
    EXPECT_EQ(m_server.bytesMoved, bytes.size());
    const auto count = m_a.fileParts().files.countOf(m_inspection);
    EXPECT_EQ(count->all, 2);
    EXPECT_TRUE(count->complete());
}

TEST_F(Files, anotherHistory_offersWhatWasSent)
{
    const QByteArray bytes = sampleBytes(100 * kKiB);
    const auto backup = m_server.backup();
    attach(bytes);
    m_a.sync();
    m_a.syncFiles();
    m_server.restore(backup);
    m_server.dropFiles();
    m_a.sync();
    m_a.sync();
    m_a.syncFiles();
    EXPECT_TRUE(m_server.hasFile(sha256Of(bytes)));
    m_a.sync();
    EXPECT_TRUE(m_a.fileParts().files.countOf(m_inspection)->complete());
}

TEST_F(Files, offline_nothingLeavesAndItSaysSo)
{
    attach(sampleBytes(100));
    m_a.sync();
    m_a.files().setOffline(true);
    m_a.syncFiles();
    EXPECT_EQ(m_a.figures().pause, Pause::Offline);
    EXPECT_EQ(m_server.requestCount("POST", kPath), 0);
    m_a.files().setOffline(false);
    EXPECT_EQ(m_a.fileDelays.last(), 0);
    m_a.syncFiles();
    expectWhole(sampleBytes(100));
}

// ---- fetching
