// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"

#include "core/domain/tokens.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace markaz {
namespace {

class Migrating : public testing::Test
{
protected:
    QTemporaryDir m_dir;
    QString m_path = m_dir.filePath(QStringLiteral("cache.sqlite"));
    QString m_folder = m_dir.filePath(QStringLiteral("sql"));

    void SetUp() override { ASSERT_TRUE(QDir().mkpath(m_folder)); }
    void write(const char *name, const char *sql)
    {
        QFile file(m_folder + QLatin1Char('/') + QLatin1String(name));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(sql);
    }
    std::unique_ptr<Database> open(const QString &path)
    {
        auto opened = Database::openSqlite(path);
        EXPECT_TRUE(opened.ok());
        return std::move(opened).value();
    }
    static int number(Database &database, const char *sql)
    {
        const auto found = database.row(QLatin1String(sql));
        EXPECT_TRUE(found.ok());
        return found.ok() && found.value() ? found.value()->value(0).toInt() : -1;
    }
};

TEST_F(Migrating, migrate_appliesEachFileOnceAndCopiesADatabaseThatHadData)
{
    write("0001_first.sql", "CREATE TABLE a (n); INSERT INTO a VALUES (1);");
    auto database = open(m_path);
    ASSERT_EQ(migrate(*database, m_folder).value(), 1);
    EXPECT_EQ(migrate(*database, m_folder).value(), 1);
    EXPECT_EQ(number(*database, "SELECT count(*) FROM a"), 1);
    EXPECT_EQ(QDir(m_dir.path()).entryList({QStringLiteral("*.before-*")}).size(), 0);

    write("0002_second.sql", "INSERT INTO a VALUES (2);");
    write("0003_third.sql", "INSERT INTO a VALUES (3);");
    ASSERT_EQ(migrate(*database, m_folder).value(), 3);
    EXPECT_EQ(number(*database, "SELECT sum(n) FROM a"), 6);
    EXPECT_EQ(number(*database, "PRAGMA user_version"), 3);

    const QString copy = m_path + QStringLiteral(".before-3");
    ASSERT_TRUE(QFileInfo::exists(copy));
    EXPECT_FALSE(QFile::permissions(copy) & (QFile::ReadGroup | QFile::ReadOther));
    auto before = open(copy);
    EXPECT_EQ(number(*before, "SELECT sum(n) FROM a"), 1);
    EXPECT_EQ(number(*before, "PRAGMA user_version"), 1);
}

TEST_F(Migrating, migrate_leavesNothingOfAFileThatFails)
{
    write("0001_first.sql", "CREATE TABLE a (n);");
    write("0002_second.sql", "CREATE TABLE b (n); INSERT INTO nowhere VALUES (1);");
    auto database = open(m_path);
    const auto failed = migrate(*database, m_folder);
    ASSERT_FALSE(failed.ok());
    EXPECT_EQ(failed.error().where, QStringLiteral("0002_second.sql"));
    EXPECT_EQ(number(*database, "PRAGMA user_version"), 1);
    EXPECT_EQ(number(*database, "SELECT count(*) FROM sqlite_schema WHERE name = 'b'"), 0);
    write("0002_second.sql", "CREATE TABLE b (n);");
    EXPECT_EQ(migrate(*database, m_folder).value(), 2);
}

TEST_F(Migrating, migrate_refusesADatabaseOfANewerProgramUntouched)
{
    write("0001_first.sql", "CREATE TABLE a (n);");
    auto database = open(m_path);
    ASSERT_TRUE(database->runScript(QStringLiteral("PRAGMA user_version = 2; CREATE TABLE future (n);")).ok());
    const auto refused = migrate(*database, m_folder);
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, ErrorCode::StorageTooNew);
    EXPECT_EQ(number(*database, "SELECT count(*) FROM sqlite_schema"), 1);
}

TEST_F(Migrating, migrate_refusesAGapInTheNumbers)
{
    write("0001_first.sql", "CREATE TABLE a (n);");
    write("0003_third.sql", "CREATE TABLE c (n);");
    auto database = open(m_path);
    EXPECT_EQ(migrate(*database, m_folder).error().code, ErrorCode::Internal);
    EXPECT_EQ(migrate(*database, m_folder + QStringLiteral("/none")).error().code, ErrorCode::Internal);
}

TEST_F(Migrating, migrate_findsTheWorkDoneByAnotherProcess)
{
    write("0001_first.sql", "CREATE TABLE a (n);");
    auto one = open(m_path);
    auto other = open(m_path);
    ASSERT_EQ(migrate(*one, m_folder).value(), 1);
    EXPECT_EQ(migrate(*other, m_folder).value(), 1);
}

TEST_F(Migrating, cacheSchema_isCompiledIn)
{
    initSqlResources();
    auto database = open(m_path);
    ASSERT_EQ(migrate(*database, QStringLiteral(":/markaz/sql/cache")).value(), 14);
    for (Entity entity : allValues<Entity>()) {
        EXPECT_TRUE(
            database
                ->row(QStringLiteral("SELECT id, rev, data, sheet, sealed, server, server_sealed, deleted FROM \"%1\"")
                          .arg(token(entity)))
                .ok())
            << qPrintable(token(entity));
    }
}

/// A draft from before 0005 keeps its answers; they stand in `sheet` alone.
TEST_F(Migrating, cacheSchema_fiveMovesTheAnswersIntoTheSheet)
{
    initSqlResources();
    const QDir all(QStringLiteral(":/markaz/sql/cache"));
    const auto take = [&](const QString &pattern) {
        const QStringList names = all.entryList({pattern});
        for (const QString &name : names)
            EXPECT_TRUE(QFile::copy(all.filePath(name), m_folder + QLatin1Char('/') + name));
    };
    for (const char *pattern : {"0001*", "0002*", "0003*", "0004*"})
        take(QLatin1String(pattern));
    auto database = open(m_path);
    ASSERT_EQ(migrate(*database, m_folder).value(), 4);
    ASSERT_TRUE(database->runScript(
        QStringLiteral("INSERT INTO inspection (id, rev, data) VALUES "
                       "('a', 1, '{\"answers\":{\"A-01\":{\"value\":\"yes\"}},\"state\":\"draft\"}'), ('b', 0, "
                       "'{\"state\":\"draft\"}')")));
    take(QStringLiteral("0005*"));
    ASSERT_EQ(migrate(*database, m_folder).value(), 5);
    const auto text = [&](const char *sql) {
        const auto found = database->row(QLatin1String(sql));
        EXPECT_TRUE(found.ok() && found.value());
        return found.ok() && found.value() ? found.value()->value(0).toString() : QString();
    };
    EXPECT_EQ(text("SELECT data FROM inspection WHERE id = 'a'"), QStringLiteral("{\"state\":\"draft\"}"));
    EXPECT_EQ(text("SELECT sheet FROM inspection WHERE id = 'a'"),
              QStringLiteral("{\"answers\":{\"A-01\":{\"value\":\"yes\"}}}"));
    EXPECT_EQ(text("SELECT data || (sheet IS NULL) FROM inspection WHERE id = 'b'"),
              QStringLiteral("{\"state\":\"draft\"}1"));
}

/// A cache of the release before there were centres keeps what it had, and takes centres.
TEST_F(Migrating, cacheSchema_nineBringsCentresToWhatIsThere)
{
    initSqlResources();
    const QDir all(QStringLiteral(":/markaz/sql/cache"));
    const auto take = [&](const QString &pattern) {
        const QStringList names = all.entryList({pattern});
        for (const QString &name : names)
            EXPECT_TRUE(QFile::copy(all.filePath(name), m_folder + QLatin1Char('/') + name));
    };
    for (int number = 1; number <= 8; ++number)
        take(QStringLiteral("000%1*").arg(number));
    auto database = open(m_path);
    ASSERT_EQ(migrate(*database, m_folder).value(), 8);
    ASSERT_TRUE(database->runScript(QStringLiteral(
        "INSERT INTO building (id, rev, data) VALUES ('b', 3, '{\"code\":\"LHE-0001\",\"name\":\"Hall\"}')")));
    take(QStringLiteral("0009*"));
    ASSERT_EQ(migrate(*database, m_folder).value(), 9);
    ASSERT_TRUE(database->runScript(
        QStringLiteral("INSERT INTO centre (id, rev, data) VALUES ('z', 1, "
                       "'{\"building\":\"b\",\"name\":\"Iqbal Centre\",\"seats\":60,\"closed_on\":\"2026-10-31\"}');"
                       "INSERT INTO occupancy_report (id, rev, data) VALUES ('m', 1, "
                       "'{\"centre\":\"z\",\"month\":\"2026-10\",\"seats\":60,\"seats_taken\":45}')")));
    const auto found = database->row(
        QStringLiteral("SELECT b.code || ' ' || z.name || ' ' || z.closed_on || ' ' || m.month || ' ' || m.seats_taken "
                       "FROM occupancy_report AS m JOIN centre AS z ON z.id = m.centre JOIN building AS b ON "
                       "b.id = z.building"));
    ASSERT_TRUE(found.ok() && found.value());
    EXPECT_EQ(found.value()->value(0).toString(), QStringLiteral("LHE-0001 Iqbal Centre 2026-10-31 2026-10 45"));
}

/// A cache of before there were loans keeps its files, and takes loans with documents.
TEST_F(Migrating, cacheSchema_bringsLoansToWhatIsThere)
{
    initSqlResources();
    const QDir all(QStringLiteral(":/markaz/sql/cache"));
    const QString loans = all.entryList({QStringLiteral("*_loan.sql")}).value(0);
    const auto take = [&](const QString &name) {
        EXPECT_TRUE(QFile::copy(all.filePath(name), m_folder + QLatin1Char('/') + name)) << qPrintable(name);
    };
    const QStringList names = all.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
    const qsizetype before = names.indexOf(loans);
    ASSERT_GE(before, 9);
    for (const QString &name : names.mid(0, before))
        take(name);
    auto database = open(m_path);
    ASSERT_EQ(migrate(*database, m_folder).value(), before);
    ASSERT_TRUE(database->runScript(QStringLiteral(
        "INSERT INTO evidence (id, rev, data) VALUES ('e', 3, '{\"inspection\":\"i\",\"sha256\":\"aa\"}')")));
    take(loans);
    ASSERT_EQ(migrate(*database, m_folder).value(), before + 1);
    ASSERT_TRUE(database->runScript(
        QStringLiteral("INSERT INTO loan (id, rev, data) VALUES ('l', 1, '{\"building\":\"b\",\"owner\":\"o\","
                       "\"bank\":\"Sample Bank\",\"principal_paisa\":900000000,\"state\":\"applied\"}');"
                       "INSERT INTO evidence (id, rev, data) VALUES ('d', 1, '{\"loan\":\"l\",\"sha256\":\"bb\"}')")));
    const auto found = database->row(
        QStringLiteral("SELECT l.building || ' ' || l.owner || ' ' || l.bank || ' ' || l.principal_paisa || ' ' || "
                       "l.state || ' ' || d.sha256 || ' ' || (SELECT e.inspection || (e.loan IS NULL) FROM evidence "
                       "AS e WHERE e.id = 'e') FROM loan AS l JOIN evidence AS d ON d.loan = l.id"));
    ASSERT_TRUE(found.ok() && found.value());
    EXPECT_EQ(found.value()->value(0).toString(), QStringLiteral("b o Sample Bank 900000000 applied bb i1"));
}

} // namespace
} // namespace markaz
