// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What a power cut leaves: which files and folders were handed to the disk before the call returned.
#include "core/storage/cachebackups.h"
#include "core/storage/contentstore.h"
#include "tests/core/storage/cachefixture.h"

#include <QBuffer>
#include <QFileInfo>
#include <QSet>

#include <sys/syscall.h>
#include <unistd.h>

namespace {

QSet<QString> &confirmed()
{
    static QSet<QString> paths;
    return paths;
}

} // namespace

/// In the place of the C library's: the same, and it remembers what was synced.
extern "C" int fsync(int handle)
{
    confirmed().insert(QFileInfo(QStringLiteral("/proc/self/fd/%1").arg(handle)).symLinkTarget());
    return static_cast<int>(syscall(SYS_fsync, handle));
}

namespace markaz {
namespace {

TEST(Durability, keptContent_andEachNewFolderAboveIt)
{
    QTemporaryDir dir;
    const QString root = QFileInfo(dir.path()).canonicalFilePath();
    const ColumnSealer sealer(SecretKey::random());
    const ContentStore store(root + QStringLiteral("/files"), sealer);
    QByteArray bytes("sample");
    QBuffer source(&bytes);
    source.open(QIODevice::ReadOnly);
    confirmed().clear();
    auto file = store.receive(source, 1 << 20);
    ASSERT_TRUE(file.ok());
    const QString hash = file->sha256();
    ASSERT_TRUE(file->keep().ok());
    const QString first = store.folder() + QLatin1Char('/') + hash.left(2);
    for (const QString &folder : {root, store.folder(), first, first + QLatin1Char('/') + hash.mid(2, 2)})
        EXPECT_TRUE(confirmed().contains(folder)) << qPrintable(folder);
}

class Restore : public test::CacheFixture
{
protected:
    CacheBackups m_backups{m_path};

    /// A copy that holds one building, and a cache that holds two; closed.
    CacheBackup copyOfOne()
    {
        building("LHE", 1);
        CacheBackup copy = m_backups.makeIfDue(m_clock).value().value();
        building("LHE", 2);
        m_outbox.reset();
        m_records.reset();
        m_database.reset();
        return copy;
    }
    qint64 buildings()
    {
        reopen();
        return m_records->count(Entity::Building).value();
    }
    QString part() const { return m_path + QStringLiteral(".part"); }
};

TEST_F(Restore, isOnTheDiskWhenItReturns)
{
    const CacheBackup copy = copyOfOne();
    confirmed().clear();
    ASSERT_TRUE(m_backups.restore(copy, m_clock).ok());
    EXPECT_TRUE(confirmed().contains(part())) << "its bytes, before they have their name";
    EXPECT_TRUE(confirmed().contains(QFileInfo(m_path).canonicalPath())) << "its name";
}

TEST_F(Restore, cutOffBetweenItsRenames_isFinishedByTheNextStart)
{
    const CacheBackup copy = copyOfOne();
    ASSERT_TRUE(QFile::copy(copy.path, part()));
    ASSERT_TRUE(moveAside(m_path, QStringLiteral("replaced"), QStringLiteral("test"), m_clock).ok());
    EXPECT_EQ(buildings(), 1);
    EXPECT_FALSE(QFile::exists(part()));
}

TEST_F(Restore, cutOffBefore_changesNothing)
{
    const CacheBackup copy = copyOfOne();
    ASSERT_TRUE(QFile::copy(copy.path, part()));
    EXPECT_EQ(buildings(), 2);
}

TEST_F(Restore, cutOffInTheMiddleOfTheCopy_isNotTaken)
{
    const CacheBackup copy = copyOfOne();
    QFile half(part());
    ASSERT_TRUE(half.open(QIODevice::WriteOnly));
    half.write(test::contentOf(copy.path).left(20'000));
    half.close();
    ASSERT_TRUE(moveAside(m_path, QStringLiteral("replaced"), QStringLiteral("test"), m_clock).ok());
    EXPECT_EQ(buildings(), 0);
    EXPECT_TRUE(QFile::exists(copy.path)) << "and can be restored again";
}

} // namespace
} // namespace markaz
