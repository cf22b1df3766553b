// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/syncstaterepository.h"
#include "tests/core/storage/cachefixture.h"

#include <QDir>
#include <QFileInfo>

#include <functional>

namespace markaz {
namespace {

class CacheTest : public test::CacheFixture
{
protected:
    void fillAndClose(int buildings = 300)
    {
        auto transaction = Transaction::begin(*m_database);
        for (int i = 1; i <= buildings; ++i)
            building("LHE", i);
        ASSERT_TRUE(transaction->commit().ok());
        ASSERT_TRUE(m_database->row(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")).ok());
        close();
    }
    void close()
    {
        m_outbox.reset();
        m_records.reset();
        m_database.reset();
    }
    void change(const std::function<void(QFile &)> &how)
    {
        QFile file(m_path);
        ASSERT_TRUE(file.open(QIODevice::ReadWrite));
        how(file);
    }
    QStringList filesLike(const QString &pattern) const
    {
        return QDir(QFileInfo(m_path).absolutePath()).entryList({pattern}, QDir::Files, QDir::Name);
    }
    /// Opens a cache that is damaged: the damaged bytes must be found under the new name, and the new cache be empty.
    void expectMovedAside()
    {
        const QByteArray damaged = test::contentOf(m_path);
        auto opened = openCache(m_path, test::gazetteer(), m_clock);
        ASSERT_TRUE(opened.ok()) << qPrintable(opened.error().detail);
        ASSERT_TRUE(opened->movedAside.has_value());
        const MovedAside &moved = *opened->movedAside;
        EXPECT_EQ(moved.from, m_path);
        EXPECT_EQ(moved.to, m_path + QStringLiteral(".damaged-20261124T090000Z"));
        EXPECT_FALSE(moved.reason.isEmpty());
        EXPECT_EQ(test::contentOf(moved.to), damaged);
        EXPECT_EQ(RecordRepository(*opened->database, m_sealer).count(Entity::Building).value(), 0);
        EXPECT_TRUE(opened->database->row(QStringLiteral("SELECT 1 FROM city LIMIT 1")).value().has_value());
    }
};

TEST_F(CacheTest, openCache_writesTheGazetteerAndBringsItUpToDate)
{
    EXPECT_EQ(cell(QStringLiteral("SELECT count(*) FROM city")).toInt(), test::gazetteer().cities().size());
    EXPECT_EQ(cell(QStringLiteral("SELECT count(*) FROM province")).toInt(), test::gazetteer().provinces().size());
    EXPECT_EQ(cell(QStringLiteral("SELECT tier FROM city WHERE prefix = 'LHE'")).toInt(), test::cityOf("LHE").tier);
    const int before = cell(QStringLiteral("SELECT total_changes()")).toInt();
    EXPECT_GT(before, 0);
    reopen();
    EXPECT_EQ(cell(QStringLiteral("SELECT total_changes()")).toInt(), 0); // nothing differs, nothing is written
    ASSERT_TRUE(m_database
                    ->runScript(QStringLiteral("UPDATE city SET tier = 4 - tier WHERE prefix = 'LHE'; "
                                               "DELETE FROM city WHERE prefix = 'KHI';"))
                    .ok());
    reopen();
    EXPECT_EQ(cell(QStringLiteral("SELECT tier FROM city WHERE prefix = 'LHE'")).toInt(), test::cityOf("LHE").tier);
    EXPECT_EQ(cell(QStringLiteral("SELECT count(*) FROM city")).toInt(), test::gazetteer().cities().size());
}

TEST_F(CacheTest, openCache_givesCitiesTheTiersOfThePolicyInForce)
{
    const City &lahore = test::cityOf("LHE");
    ASSERT_EQ(lahore.tier, 1);
    const auto published = [this, &lahore](int version, const char *from, int tier) {
        QJsonObject body{
            {QStringLiteral("in_force_from"), QJsonObject{{QStringLiteral("value"), QLatin1String(from)}}}};
        if (tier != 0)
            body.insert(QStringLiteral("city_tiers"),
                        QJsonObject{{QStringLiteral("tiers"), QJsonObject{{QString::number(lahore.id), tier}}}});
        put(Entity::Policy, {{QStringLiteral("version"), version}, {QStringLiteral("body"), body}});
        reopen();
    };
    const auto tier = [this] { return cell(QStringLiteral("SELECT tier FROM city WHERE prefix = 'LHE'")).toInt(); };
    published(2, "2026-11-24", 3);
    EXPECT_EQ(tier(), 3);
    EXPECT_EQ(cell(QStringLiteral("SELECT tier FROM city WHERE prefix = 'KHI'")).toInt(), test::cityOf("KHI").tier);
    reopen();
    EXPECT_EQ(cell(QStringLiteral("SELECT total_changes()")).toInt(), 0); // nothing differs, nothing is written
    published(3, "2026-11-25", 2);
    EXPECT_EQ(tier(), 3) << "its day has not come";
    published(4, "2026-11-24", 0);
    EXPECT_EQ(tier(), 1) << "the one in force says nothing of it any more";
}

TEST_F(CacheTest, openCache_keepsWhatIsThere)
{
    fillAndClose(3);
    reopen();
    EXPECT_EQ(m_records->count(Entity::Building).value(), 3);
    EXPECT_EQ(filesLike(QStringLiteral("*.damaged*")).size(), 0);
}

TEST_F(CacheTest, garbage_isMovedAside)
{
    fillAndClose();
    change([](QFile &file) {
        file.resize(0);
        file.write(QByteArray(20'000, 'g'));
    });
    expectMovedAside();
}

TEST(Cache, damagedFileThatCannotBeMoved_isLeftAsItIsAndSaid)
{
    QTemporaryDir folder;
    // A name that has no room for the words that a file moved aside has behind it.
    const QString path = folder.filePath(QString(245, QLatin1Char('c')));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly) && file.write(QByteArray(20'000, 'g')) == 20'000);
    file.close();
    const FixedClock clock(QDateTime(QDate(2026, 11, 24), QTime(9, 0), Qt::UTC));
    const auto opened = openCache(path, test::gazetteer(), clock);
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, ErrorCode::StorageCorrupt);
    EXPECT_EQ(opened.error().where, kNotMovedAside);
    EXPECT_EQ(test::contentOf(path), QByteArray(20'000, 'g'));
}

TEST_F(CacheTest, aTruncatedFile_isMovedAside)
{
    fillAndClose();
    change([](QFile &file) { file.resize(file.size() / 2 + 100); });
    expectMovedAside();
}

TEST_F(CacheTest, aFileCutWithinItsHeader_isMovedAside)
{
    fillAndClose();
    change([](QFile &file) { file.resize(60); });
    expectMovedAside();
}

TEST_F(CacheTest, aPageOfRubbish_isMovedAside)
{
    fillAndClose();
    const qint64 pages = QFileInfo(m_path).size() / 4096;
    ASSERT_GT(pages, 20);
    change([&](QFile &file) {
        for (qint64 page = pages / 3; page < pages / 3 + 8; ++page) {
            file.seek(page * 4096);
            file.write(QByteArray(4096, '\x5a'));
        }
    });
    expectMovedAside();
}

TEST_F(CacheTest, anEmptyFileBesideAFullLog_isMovedAsideWithIt)
{
    building("LHE", 1);
    const QByteArray log = test::contentOf(m_path + QStringLiteral("-wal"));
    ASSERT_FALSE(log.isEmpty());
    close();
    QFile wal(m_path + QStringLiteral("-wal"));
    ASSERT_TRUE(wal.open(QIODevice::WriteOnly) && wal.write(log) == log.size());
    wal.close();
    change([](QFile &file) { file.resize(0); });
    expectMovedAside();
    EXPECT_EQ(test::contentOf(m_path + QStringLiteral(".damaged-20261124T090000Z-wal")), log);
}

TEST_F(CacheTest, theLogGoesAlong_andASecondDamageGetsANameOfItsOwn)
{
    for (int round = 0; round < 2; ++round) {
        close();
        QFile wal(m_path + QStringLiteral("-wal"));
        ASSERT_TRUE(wal.open(QIODevice::WriteOnly));
        wal.write("the log of that file");
        wal.close();
        change([](QFile &file) {
            file.resize(0);
            file.write(QByteArray(9000, 'g'));
        });
        auto opened = openCache(m_path, test::gazetteer(), m_clock);
        ASSERT_TRUE(opened.ok());
        ASSERT_TRUE(opened->movedAside.has_value());
        EXPECT_EQ(test::contentOf(opened->movedAside->to + QStringLiteral("-wal")), QByteArray("the log of that file"));
    }
    EXPECT_EQ(filesLike(QStringLiteral("*.damaged-*Z")).size(), 1);
    EXPECT_EQ(filesLike(QStringLiteral("*.damaged-*Z-2")).size(), 1);
}

TEST_F(CacheTest, aNewerFile_isRefusedAndStays)
{
    building("LHE", 1);
    ASSERT_TRUE(m_database->runScript(QStringLiteral("PRAGMA user_version = 99")).ok());
    close();
    const QByteArray before = test::contentOf(m_path);
    const auto opened = openCache(m_path, test::gazetteer(), m_clock);
    ASSERT_FALSE(opened.ok());
    EXPECT_EQ(opened.error().code, ErrorCode::StorageTooNew);
    EXPECT_EQ(test::contentOf(m_path), before);
    EXPECT_EQ(filesLike(QStringLiteral("*.damaged*")).size(), 0);
}

TEST_F(CacheTest, aDirectoryInItsPlace_isAnErrorAndStays)
{
    const QString path = m_dir.filePath(QStringLiteral("taken"));
    ASSERT_TRUE(QDir().mkpath(path + QStringLiteral("/inside")));
    const auto opened = openCache(path, test::gazetteer(), m_clock);
    ASSERT_FALSE(opened.ok());
    EXPECT_EQ(opened.error().code, ErrorCode::StorageFailed);
    EXPECT_TRUE(QFileInfo(path + QStringLiteral("/inside")).isDir());
}

TEST_F(CacheTest, aWriterAtWork_keepsNobodyFromOpening)
{
    auto writing = Transaction::begin(*m_database);
    ASSERT_TRUE(writing.ok());
    ASSERT_TRUE(SyncStateRepository(*m_database).set(QStringLiteral("a"), QStringLiteral("b")).ok());
    // Readers are not held up by a writer: a second program may open the cache.
    const auto second = openCache(m_path, test::gazetteer(), m_clock);
    ASSERT_TRUE(second.ok());
    EXPECT_FALSE(second->movedAside.has_value());
}

TEST_F(CacheTest, noSpaceLeft_isToldAndLosesNothing)
{
    building("LHE", 1);
    const int pages = cell(QStringLiteral("PRAGMA page_count")).toInt();
    ASSERT_TRUE(m_database->row(QStringLiteral("PRAGMA max_page_count = %1").arg(pages)).ok());
    Result<void> written;
    int stored = 1;
    while (written.ok()) {
        const QString id = m_ids.next();
        auto transaction = Transaction::begin(*m_database);
        ASSERT_TRUE(transaction.ok());
        written = m_records->putLocal({Entity::Building, id, 0, buildingFields("LHE", ++stored)});
        if (written)
            written = transaction->commit();
        ASSERT_LT(stored, 5000);
    }
    EXPECT_EQ(written.error().code, ErrorCode::StorageFull);
    EXPECT_EQ(m_records->count(Entity::Building).value(), stored - 1);
    reopen();
    EXPECT_EQ(m_records->count(Entity::Building).value(), stored - 1);
    building("LHE", stored);
    EXPECT_EQ(m_records->count(Entity::Building).value(), stored);
}

} // namespace
} // namespace markaz
