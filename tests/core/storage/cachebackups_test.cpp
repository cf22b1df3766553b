// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/cachebackups.h"

#include "tests/core/storage/cachefixture.h"

#include <QDir>
#include <QFileInfo>

namespace markaz {
namespace {

class CacheBackupsTest : public test::CacheFixture
{
protected:
    CacheBackups m_backups{m_path};

    QString folder() const { return QFileInfo(m_path).absolutePath() + QStringLiteral("/backups"); }
    QStringList names() const { return QDir(folder()).entryList(QDir::Files | QDir::Hidden, QDir::Name); }
    void closeCache()
    {
        m_outbox.reset();
        m_records.reset();
        m_database.reset();
    }
    void nextDay() { m_clock.advance(24LL * 3600 * 1000); }
    CacheBackup made()
    {
        auto copy = m_backups.makeIfDue(m_clock);
        EXPECT_TRUE(copy && copy->has_value()) << (copy ? "not due" : qPrintable(copy.error().detail));
        return copy && *copy ? **copy : CacheBackup();
    }
};

TEST_F(CacheBackupsTest, makeIfDue_copiesTheCacheOnceADay)
{
    EXPECT_TRUE(m_backups.list().isEmpty());
    building("LHE", 1);
    const CacheBackup first = made(); // while the cache is open and its log is not empty
    EXPECT_EQ(first.madeAt, m_clock.now());
    EXPECT_EQ(QFile(first.path).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    const auto again = m_backups.makeIfDue(m_clock);
    ASSERT_TRUE(again);
    EXPECT_FALSE(again->has_value());
    building("LHE", 2);
    nextDay();
    const CacheBackup second = made();
    const auto copies = m_backups.list();
    ASSERT_EQ(copies.size(), 2);
    EXPECT_EQ(copies.first().path, second.path) << "the newest first";
    EXPECT_EQ(copies.first().bytes, QFileInfo(second.path).size());
    auto copy = openCache(first.path, test::gazetteer(), m_clock);
    ASSERT_TRUE(copy);
    EXPECT_FALSE(copy->movedAside);
    EXPECT_EQ(RecordRepository(*copy->database, m_sealer).count(Entity::Building).value(), 1);
}

TEST_F(CacheBackupsTest, sevenAreKept)
{
    QStringList all;
    for (int i = 0; i < 9; ++i) {
        all.append(QFileInfo(made().path).fileName());
        nextDay();
    }
    EXPECT_EQ(names(), all.mid(2));
}

TEST_F(CacheBackupsTest, clockThatWasAheadForAWhile_stopsNoCopy)
{
    m_clock.advance(10LL * 365 * 24 * 3600 * 1000);
    made();
    m_clock.advance(-10LL * 365 * 24 * 3600 * 1000);
    made();
    nextDay();
    made();
    EXPECT_EQ(m_backups.list().size(), 3);
}

TEST_F(CacheBackupsTest, attemptThatWasCutOff_leavesNothingAndCountsForNothing)
{
    ASSERT_TRUE(QDir().mkpath(folder()));
    QFile part(folder() + QStringLiteral("/cache-20261124T090000Z.db.part"));
    ASSERT_TRUE(part.open(QIODevice::WriteOnly));
    part.write("half a copy");
    part.close();
    EXPECT_TRUE(m_backups.list().isEmpty());
    made();
    EXPECT_EQ(names(), QStringList{QStringLiteral("cache-20261124T090000Z.db")});
}

TEST_F(CacheBackupsTest, damagedCache_makesNoCopyAndRemovesNone)
{
    for (int i = 1; i <= 300; ++i)
        building("LHE", i);
    made();
    ASSERT_TRUE(m_database->row(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
    closeCache();
    QFile file(m_path);
    ASSERT_TRUE(file.open(QIODevice::ReadWrite));
    const qint64 pages = file.size() / 4096;
    for (qint64 page = pages / 3; page < pages / 3 + 8; ++page) {
        file.seek(page * 4096);
        file.write(QByteArray(4096, '\x5a'));
    }
    file.close();
    nextDay();
    const auto copy = m_backups.makeIfDue(m_clock);
    ASSERT_FALSE(copy);
    EXPECT_EQ(copy.error().code, ErrorCode::StorageCorrupt);
    EXPECT_EQ(names().size(), 1);
}

TEST_F(CacheBackupsTest, restore_bringsTheCopyBackAndKeepsWhatItReplaces)
{
    const QString early = building("LHE", 1);
    const CacheBackup copy = made();
    const QString late = building("LHE", 2);
    closeCache();
    const auto replaced = m_backups.restore(copy, m_clock);
    ASSERT_TRUE(replaced) << qPrintable(replaced.error().detail);
    EXPECT_EQ(replaced->to, m_path + QStringLiteral(".replaced-20261124T090000Z"));
    reopen();
    EXPECT_EQ(m_records->count(Entity::Building).value(), 1);
    EXPECT_TRUE(m_records->find(Entity::Building, early).value());
    EXPECT_EQ(m_backups.list().size(), 1) << "the copy stays";
    auto former = openCache(replaced->to, test::gazetteer(), m_clock);
    ASSERT_TRUE(former && !former->movedAside);
    EXPECT_TRUE(RecordRepository(*former->database, m_sealer).find(Entity::Building, late).value());
}

TEST_F(CacheBackupsTest, restoreOfADamagedCopy_changesNothing)
{
    building("LHE", 1);
    CacheBackup copy = made();
    QFile file(copy.path);
    ASSERT_TRUE(file.open(QIODevice::ReadWrite));
    file.seek(100);
    file.write(QByteArray(5000, '\x5a'));
    file.close();
    closeCache();
    const auto restored = m_backups.restore(copy, m_clock);
    ASSERT_FALSE(restored);
    EXPECT_EQ(restored.error().code, ErrorCode::StorageCorrupt);
    EXPECT_EQ(restored.error().where, QStringLiteral("copy")) << "the copy is damaged, not what is in use";
    copy.path += QStringLiteral(".gone");
    EXPECT_EQ(m_backups.restore(copy, m_clock).error().code, ErrorCode::NotFound);
    reopen();
    EXPECT_EQ(m_records->count(Entity::Building).value(), 1);
}

TEST_F(CacheBackupsTest, openMark_saysThatAProgramDidNotEndByItself)
{
    {
        const OpenMark mark(m_path);
        EXPECT_FALSE(mark.wasLeft());
        EXPECT_TRUE(OpenMark(m_path).wasLeft()) << "what a killed program leaves";
    }
    EXPECT_FALSE(OpenMark(m_path).wasLeft());
}

TEST_F(CacheBackupsTest, indexThatLacksARow_isSeenByTheThoroughLookOnly)
{
    building("LHE", 1);
    // As after a write that was lost: the row is there and its index entry is not.
    ASSERT_TRUE(m_database->runScript(
        QStringLiteral("PRAGMA writable_schema = ON; "
                       "CREATE TABLE odd (a TEXT); CREATE INDEX odd_a ON odd (a); INSERT INTO odd VALUES ('x'); "
                       "UPDATE sqlite_schema SET sql = 'CREATE INDEX odd_a ON odd (a) WHERE a IS NULL' "
                       "WHERE name = 'odd_a'; PRAGMA writable_schema = RESET;")));
    closeCache();
    const auto quick = openCache(m_path, test::gazetteer(), m_clock);
    ASSERT_TRUE(quick);
    EXPECT_FALSE(quick->movedAside);
    const auto thorough = openCache(m_path, test::gazetteer(), m_clock, Look::Thorough);
    ASSERT_TRUE(thorough);
    EXPECT_TRUE(thorough->movedAside);
}

} // namespace
} // namespace markaz
