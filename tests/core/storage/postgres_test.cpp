// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/migrator.h"
#include "tests/support/postgres.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace markaz {
namespace {

/// The same Database on a real PostgreSQL.
class PostgresTest : public testing::Test
{
protected:
    static void SetUpTestSuite()
    {
        auto started = test::PostgresServer::start();
        ASSERT_TRUE(started.ok()) << qPrintable(started.error().detail);
        s_server = std::move(started).value();
    }
    static void TearDownTestSuite() { s_server.reset(); }

    void SetUp() override
    {
        const auto url = s_server->createDatabase(QStringLiteral("d%1").arg(++s_count));
        ASSERT_TRUE(url.ok());
        m_url = *url;
        m_database = open();
        ASSERT_NE(m_database, nullptr);
    }
    std::unique_ptr<Database> open()
    {
        auto opened = Database::openPostgres(m_url);
        EXPECT_TRUE(opened.ok()) << qPrintable(opened.ok() ? QString() : opened.error().detail);
        return opened.ok() ? std::move(opened).value() : nullptr;
    }
    QVariant cell(const QString &sql, const QVariantList &values = {})
    {
        const auto found = m_database->row(sql, values);
        EXPECT_TRUE(found.ok()) << qPrintable(found.ok() ? QString() : found.error().detail);
        return found.ok() && found.value() ? found.value()->value(0) : QVariant();
    }
    static inline std::unique_ptr<test::PostgresServer> s_server;
    static inline int s_count = 0;
    QString m_url;
    std::unique_ptr<Database> m_database;
};

TEST_F(PostgresTest, run_bindsEveryKindOfValue)
{
    ASSERT_TRUE(
        m_database->runScript(QStringLiteral("CREATE TABLE t (n bigint PRIMARY KEY, s text, b bytea, j jsonb);")).ok());
    const QString odd = QStringLiteral("o'hara \\ ? ::x :name \"q\" \u0627\u0631\u062f\u0648");
    const QByteArray bytes("\x00\x01\xff'\\?", 6);
    const qint64 big = (qint64(1) << 52) + 1;
    ASSERT_TRUE(m_database
                    ->run(QStringLiteral("INSERT INTO t VALUES (?, ?, ?, ?::jsonb)"),
                          {big, odd, bytes, QStringLiteral("{\"a\": \"it's ?\"}")})
                    .ok());
    const auto row = m_database->row(QStringLiteral("SELECT n, s, b, j ->> 'a', s = ?, b = ? FROM t WHERE n = ?"),
                                     {odd, bytes, big});
    ASSERT_TRUE(row.ok() && row.value().has_value());
    EXPECT_EQ(row.value()->value(0).toLongLong(), big);
    EXPECT_EQ(row.value()->value(1).toString(), odd);
    EXPECT_EQ(row.value()->value(2).toByteArray(), bytes);
    EXPECT_EQ(row.value()->value(3).toString(), QStringLiteral("it's ?"));
    EXPECT_TRUE(row.value()->value(4).toBool());
    EXPECT_TRUE(row.value()->value(5).toBool());
    EXPECT_EQ(cell(QStringLiteral("SELECT ?::text = ''"), {QString()}).toBool(), true);
    EXPECT_EQ(cell(QStringLiteral("SELECT ?::text IS NULL"), {QVariant()}).toBool(), true);
    EXPECT_EQ(cell(QStringLiteral("SELECT current_setting('synchronous_commit')")).toString(), QStringLiteral("on"));
    EXPECT_EQ(cell(QStringLiteral("SELECT current_setting('TimeZone')")).toString(), QStringLiteral("UTC"));
}

TEST_F(PostgresTest, commit_ofAFailedTransactionIsTheFirstError)
{
    ASSERT_TRUE(m_database->runScript(QStringLiteral("CREATE TABLE t (n bigint PRIMARY KEY);")).ok());
    auto transaction = Transaction::begin(*m_database);
    ASSERT_TRUE(transaction.ok());
    ASSERT_TRUE(m_database->run(QStringLiteral("INSERT INTO t VALUES (?)"), {1}).ok());
    const auto taken = m_database->run(QStringLiteral("INSERT INTO t VALUES (?)"), {1});
    ASSERT_FALSE(taken.ok());
    EXPECT_EQ(taken.error().code, ErrorCode::Exists);
    EXPECT_FALSE(taken.error().detail.contains(QLatin1String("(n)=(1)"))); // values stay out of the log
    const auto committed = transaction->commit();
    ASSERT_FALSE(committed.ok());
    EXPECT_EQ(committed.error().code, ErrorCode::Exists);
    EXPECT_EQ(cell(QStringLiteral("SELECT count(*) FROM t")).toInt(), 0);

    auto again = Transaction::begin(*m_database);
    ASSERT_TRUE(m_database->run(QStringLiteral("INSERT INTO t VALUES (?)"), {1}).ok());
    ASSERT_TRUE(again->commit().ok());
    EXPECT_EQ(cell(QStringLiteral("SELECT count(*) FROM t")).toInt(), 1);
}

TEST_F(PostgresTest, errors_tellBusyAndFullFromOthers)
{
    ASSERT_TRUE(m_database->runScript(QStringLiteral("CREATE TABLE t (n bigint);")).ok());
    const auto raised = [&](const char *state) {
        const auto result = m_database->runScript(
            QStringLiteral("DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '%1'; END $$;").arg(QLatin1String(state)));
        return result.ok() ? ErrorCode::Internal : result.error().code;
    };
    EXPECT_EQ(raised("40001"), ErrorCode::StorageBusy);
    EXPECT_EQ(raised("40P01"), ErrorCode::StorageBusy);
    EXPECT_EQ(raised("55P03"), ErrorCode::StorageBusy);
    EXPECT_EQ(raised("53100"), ErrorCode::StorageFull);
    EXPECT_EQ(raised("08006"), ErrorCode::StorageFailed);
    EXPECT_EQ(raised("XX001"), ErrorCode::StorageCorrupt);
    EXPECT_EQ(raised("22012"), ErrorCode::StorageFailed);
    const auto nobody = Database::openPostgres(QStringLiteral("postgresql://x:secret@127.0.0.1:1/db"));
    ASSERT_FALSE(nobody.ok());
    EXPECT_EQ(nobody.error().code, ErrorCode::StorageFailed);
    EXPECT_FALSE(nobody.error().where.contains(QLatin1String("secret")));
    for (const char *wrong : {"mysql://h/db", "postgresql://h", "postgresql://h/db?passfile=x", "nonsense"})
        EXPECT_EQ(Database::openPostgres(QLatin1String(wrong)).error().code, ErrorCode::InvalidValue) << wrong;
}

TEST_F(PostgresTest, migrate_keepsItsNumberInATableAndTakesTurns)
{
    QTemporaryDir folder;
    const auto write = [&](const char *name, const char *sql) {
        QFile file(folder.filePath(QLatin1String(name)));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(sql);
    };
    write(
        "0001_first.sql",
        "CREATE TABLE a (n int); CREATE FUNCTION f() RETURNS trigger AS $$ BEGIN RETURN NEW; END $$ LANGUAGE plpgsql;");
    write("0002_second.sql", "INSERT INTO a VALUES (1); INSERT INTO nowhere VALUES (1);");
    EXPECT_FALSE(migrate(*m_database, folder.path()).ok());
    EXPECT_EQ(cell(QStringLiteral("SELECT max(version) FROM schema_version")).toInt(), 1);
    EXPECT_EQ(cell(QStringLiteral("SELECT count(*) FROM a")).toInt(), 0);
    ASSERT_TRUE(QFile::remove(folder.filePath(QStringLiteral("0002_second.sql"))));
    write("0002_second.sql", "INSERT INTO a VALUES (1);");
    auto other = open();
    EXPECT_EQ(migrate(*m_database, folder.path()).value(), 2);
    EXPECT_EQ(migrate(*other, folder.path()).value(), 2);
    EXPECT_EQ(cell(QStringLiteral("SELECT count(*) FROM a")).toInt(), 1);
    ASSERT_TRUE(m_database->run(QStringLiteral("INSERT INTO schema_version (version, name) VALUES (3, 'x')")).ok());
    EXPECT_EQ(migrate(*other, folder.path()).error().code, ErrorCode::StorageTooNew);
}

} // namespace
} // namespace markaz
