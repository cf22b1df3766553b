// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/filewords.h"

#include "ui/text/syncwords.h"

#include <gtest/gtest.h>

using namespace markaz;
using namespace markaz::ui;
using Trouble = SyncSnapshot::Trouble;

namespace {

/// A laptop that was just answered, with \p files that wait.
SyncSnapshot withFiles(int files)
{
    SyncSnapshot s;
    s.lastContact = QDateTime(QDate(2026, 11, 24), QTime(9, 5), Qt::UTC);
    s.files.waitingUp = files;
    s.files.upTotal = files * 1000;
    return s;
}

QString pill(const SyncSnapshot &s)
{
    return pillContent(s).words;
}

} // namespace

TEST(FileWords, evidence_saysHowManyOfHowMany)
{
    EXPECT_EQ(evidenceWords({1, 0}), QStringLiteral("The file is not on the server yet"));
    EXPECT_EQ(evidenceWords({17, 15}), QStringLiteral("15 of 17 files on the server"));
    EXPECT_EQ(evidenceWords({17, 17}), QStringLiteral("All 17 files are on the server"));
    EXPECT_EQ(evidenceWords({1, 1}), QStringLiteral("The file is on the server"));
    EXPECT_EQ(evidenceWords({0, 0}), QString());
}

TEST(SyncPill, neverSaysUpToDateWhileAFileWaits)
{
    EXPECT_TRUE(pill(withFiles(0)).startsWith(QStringLiteral("Up to date")));
    EXPECT_EQ(pill(withFiles(1)), QStringLiteral("1 file waits on this laptop"));
    EXPECT_EQ(pill(withFiles(3)), QStringLiteral("3 files wait on this laptop"));
    for (const Trouble trouble : {Trouble::Offline, Trouble::NotReached, Trouble::SignInNeeded}) {
        SyncSnapshot s = withFiles(3);
        s.trouble = trouble;
        EXPECT_TRUE(pill(s).contains(QStringLiteral("3 files wait on this laptop"))) << qPrintable(pill(s));
        EXPECT_TRUE(trouble == Trouble::SignInNeeded ||
                    troubleSentence(s).plain().contains(QStringLiteral("3 files wait")))
            << qPrintable(troubleSentence(s).plain());
    }
}

TEST(SyncPill, neverSaysUpToDateWhileAFileIsToBeFetched)
{
    SyncSnapshot s = withFiles(0);
    s.files.waitingDown = 4;
    EXPECT_EQ(pill(s), QStringLiteral("4 files to fetch"));
    EXPECT_EQ(pillContent(s).status, Status::Neutral);
    s.files.pause = FileFigures::Pause::NotReached;
    s.files.waitingDown = 1;
    EXPECT_EQ(pill(s), QStringLiteral("1 file to fetch"));
    s.waiting = 2;
    EXPECT_EQ(pill(s), QStringLiteral("2 changes wait on this laptop")) << "what is owed comes first";
}

TEST(SyncPill, changesAndFilesTogether)
{
    SyncSnapshot s = withFiles(2);
    s.waiting = 12;
    EXPECT_EQ(pill(s), QStringLiteral("12 changes and 2 files wait on this laptop"));
    s.trouble = Trouble::Offline;
    EXPECT_EQ(pill(s), QStringLiteral("Offline, 12 changes and 2 files wait on this laptop"));
}

TEST(SyncPill, filesThatMove_areCounted)
{
    SyncSnapshot s = withFiles(26);
    s.files.sent = 5;
    s.files.currentSize = 1000;
    EXPECT_EQ(pill(s), QStringLiteral("Sending files, 5 of 31"));
}

TEST(SyncPill, fullServer_isSaidWhileRecordsAreFine)
{
    SyncSnapshot s = withFiles(2);
    s.files.pause = FileFigures::Pause::ServerFull;
    EXPECT_EQ(pill(s), QStringLiteral("No room on the server, 2 files wait on this laptop"));
    EXPECT_FALSE(pauseSentence(s.files).safe.isEmpty());
}

TEST(SyncPill, refusedFile_needsAPerson)
{
    SyncSnapshot s = withFiles(0);
    s.files.refused = 1;
    EXPECT_EQ(pillContent(s).status, Status::Bad);
    EXPECT_EQ(pill(s), QStringLiteral("1 file was not taken"));
}

TEST(FileWords, eachPauseHasASentence)
{
    using Pause = FileFigures::Pause;
    for (const Pause pause : {Pause::Offline, Pause::NotReached, Pause::NotOurServer, Pause::SignInNeeded,
                              Pause::ServerFull, Pause::ServerRefused, Pause::StorageFailed}) {
        FileFigures f;
        f.waitingUp = 2;
        f.pause = pause;
        EXPECT_FALSE(pauseSentence(f).fact.isEmpty());
        EXPECT_FALSE(pauseSentence(f).safe.isEmpty());
    }
    EXPECT_TRUE(pauseSentence({}).fact.isEmpty());
}

TEST(FileWords, refusalsAreWordsAndNotTokens)
{
    for (const char *token : {"damaged", "not_found", "no_record", "media_type", "image_too_large", "differs"})
        EXPECT_FALSE(refusedFile(QLatin1String(token)).contains(QLatin1Char('_'))) << token;
    EXPECT_TRUE(refusedFile(QStringLiteral("new_word")).contains(QStringLiteral("new_word")));
}

/// Where there is no file, none is spoken of.
TEST(Sentences, withoutAFile_noFileIsSaidToBeUntouched)
{
    for (const char *where : {"file.clipboard", "file.camera"}) {
        const Sentence sentence = sentences::of(makeError(ErrorCode::NotFound, {}, QLatin1String(where)));
        EXPECT_TRUE(sentence.safe.contains(QStringLiteral("Nothing was attached"))) << where;
        EXPECT_FALSE(sentence.safe.contains(QStringLiteral("file"))) << where;
    }
}

TEST(Sentences, filesThatCannotBeAttached_eachHaveTheirOwn)
{
    QStringList facts;
    for (const char *where : {"file.unreadable", "file.empty", "file.size", "file.pixels", "file.type",
                              "file.disguised", "file.broken", "file.awaited", "file.copy", "evidence"}) {
        const Sentence sentence = sentences::of(makeError(ErrorCode::InvalidValue, {}, QLatin1String(where)));
        EXPECT_FALSE(facts.contains(sentence.fact)) << where;
        EXPECT_FALSE(sentence.next.isEmpty()) << where;
        facts.append(sentence.fact);
    }
}
