// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/wholefile.h"

#include "tests/support/room.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <sys/stat.h>

using namespace markaz;
using markaz::test::Room;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

} // namespace

TEST(WholeFile, allOfIt_comesIntoPlace)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("list.csv"));
    QSaveFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("whole");
    EXPECT_TRUE(commitWhole(file));
    EXPECT_EQ(bytesOf(path), QByteArray("whole"));
}

TEST(WholeFile, whoseEndDoesNotFit_leavesWhatStoodThere)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("list.csv"));
    {
        QFile before(path);
        ASSERT_TRUE(before.open(QIODevice::WriteOnly));
        before.write("before");
    }
    // Few enough to wait in memory until the end, and so many that they were on their way before.
    for (const int pieces : {6, 40}) {
        QSaveFile file(path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        const Room room(4'096);
        for (int i = 0; i < pieces; ++i)
            file.write(QByteArray(1'000, 'x'));
        const auto whole = commitWhole(file);
        ASSERT_FALSE(whole) << pieces;
        EXPECT_EQ(whole.error().code, ErrorCode::StorageFailed);
        EXPECT_EQ(whole.error().where, path);
        EXPECT_EQ(bytesOf(path), QByteArray("before")) << pieces;
    }
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1) << "nothing lies beside it";
}

TEST(WholeFile, withRoomAgainBeforeTheEnd_isNotPutTogetherWrongly)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("list.csv"));
    QSaveFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(6'000, 'x'));
    {
        const Room room(4'096);
        EXPECT_FALSE(commitWhole(file));
    }
    EXPECT_FALSE(file.commit());
    EXPECT_FALSE(QFile::exists(path));
}

TEST(WholeFile, overADeviceOrAPipe_isRefused)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("pipe"));
    ASSERT_EQ(::mkfifo(path.toLocal8Bit().constData(), 0600), 0);
    QSaveFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("whole");
    const auto whole = commitWhole(file);
    ASSERT_FALSE(whole);
    EXPECT_EQ(whole.error().code, ErrorCode::StorageFailed);
    EXPECT_EQ(whole.error().where, path);
    struct stat there
    {
    };
    ASSERT_EQ(::lstat(path.toLocal8Bit().constData(), &there), 0);
    EXPECT_TRUE(S_ISFIFO(there.st_mode));
    EXPECT_EQ(
        QDir(folder.path()).entryList(QDir::AllEntries | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot).size(), 1);
}
