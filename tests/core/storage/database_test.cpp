// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/database.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace markaz {
namespace {

class DatabaseFile : public testing::Test
{
protected:
    QTemporaryDir m_dir;
    QString m_path = m_dir.filePath(QStringLiteral("new/folder/cache.sqlite"));

    std::unique_ptr<Database> open(const QString &path)
    {
        auto opened = Database::openSqlite(path);
        EXPECT_TRUE(opened.ok()) << qPrintable(opened.ok() ? QString() : opened.error().detail);
        return opened.ok() ? std::move(opened).value() : nullptr;
    }
    static QString text(Database &database, const QString &sql, const QVariantList &values = {})
    {
        const auto found = database.row(sql, values);
        EXPECT_TRUE(found.ok()) << qPrintable(found.ok() ? QString() : found.error().detail);
        return found.ok() && found.value() ? found.value()->value(0).toString() : QString();
    }
    static void fill(Database &database)
    {
        ASSERT_TRUE(database
                        .runScript(QStringLiteral("CREATE TABLE t (n INTEGER PRIMARY KEY, s TEXT UNIQUE);"
                                                  "INSERT INTO t VALUES (1, 'one'), (2, 'two'), (3, 'three');"))
                        .ok());
    }
};

TEST_F(DatabaseFile, furtherConnections_leaveTheFirstOnesLock)
{
    auto first = open(m_path);
    ASSERT_NE(first, nullptr);
    fill(*first);
    ASSERT_NE(open(m_path), nullptr); // opened and closed again
    auto third = open(m_path);
    ASSERT_NE(third, nullptr);
    // A process does not see its own locks, so another one has to look. Without the lock it could remove the log.
    const pid_t other = ::fork();
    ASSERT_GE(other, 0);
    if (other == 0) {
        const int file = ::open(QFile::encodeName(m_path).constData(), O_RDWR | O_CLOEXEC);
        struct flock whole
        {
        };
        whole.l_type = F_WRLCK;
        whole.l_whence = SEEK_SET;
        ::_exit(file >= 0 && ::fcntl(file, F_GETLK, &whole) == 0 && whole.l_type != F_UNLCK ? 0 : 1);
    }
    int status = -1;
    ASSERT_EQ(::waitpid(other, &status, 0), other);
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << "nobody holds a lock on the file";
}

TEST_F(DatabaseFile, openSqlite_setsDurabilityAndKeepsTheFileToItsOwner)
{
    auto database = open(m_path);
    ASSERT_NE(database, nullptr);
    EXPECT_EQ(text(*database, QStringLiteral("PRAGMA journal_mode")), QStringLiteral("wal"));
    EXPECT_EQ(text(*database, QStringLiteral("PRAGMA synchronous")), QStringLiteral("2")); // FULL
    EXPECT_EQ(text(*database, QStringLiteral("PRAGMA foreign_keys")), QStringLiteral("1"));
    EXPECT_EQ(text(*database, QStringLiteral("PRAGMA busy_timeout")), QStringLiteral("5000"));
    fill(*database);

    const auto others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    for (const QString &suffix : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")}) {
        ASSERT_TRUE(QFileInfo::exists(m_path + suffix)) << qPrintable(suffix);
        EXPECT_EQ(QFile::permissions(m_path + suffix) & others, QFile::Permissions()) << qPrintable(suffix);
    }
    EXPECT_EQ(QFile::permissions(QFileInfo(m_path).absolutePath()) & others, QFile::Permissions());
    EXPECT_EQ(QFile::permissions(m_dir.filePath(QStringLiteral("new"))) & others, QFile::Permissions());
}

TEST_F(DatabaseFile, openSqlite_takesAwayWhatOthersMayDoWithAnOlderFile)
{
    const QString path = m_dir.filePath(QStringLiteral("old.sqlite"));
    fill(*open(path));
    ASSERT_TRUE(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    auto database = open(path);
    EXPECT_FALSE(QFile::permissions(path) & QFile::ReadOther);
}

TEST_F(DatabaseFile, openSqlite_refusesADirectoryAndAPathThroughAFile)
{
    ASSERT_TRUE(QDir(m_dir.path()).mkdir(QStringLiteral("d")));
    const auto directory = Database::openSqlite(m_dir.filePath(QStringLiteral("d")));
    ASSERT_FALSE(directory.ok());
    EXPECT_EQ(directory.error().code, ErrorCode::StorageFailed);

    QFile file(m_dir.filePath(QStringLiteral("f")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    const auto below = Database::openSqlite(m_dir.filePath(QStringLiteral("f/cache.sqlite")));
    ASSERT_FALSE(below.ok());
    EXPECT_EQ(below.error().code, ErrorCode::StorageFailed);
}

TEST_F(DatabaseFile, openSqlite_tellsAFileThatIsNoDatabase)
{
    const QString path = m_dir.filePath(QStringLiteral("garbage.sqlite"));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'x'));
    file.close();
    const auto opened = Database::openSqlite(path);
    ASSERT_FALSE(opened.ok());
    EXPECT_EQ(opened.error().code, ErrorCode::StorageCorrupt);
    EXPECT_EQ(opened.error().where, path);
}

TEST_F(DatabaseFile, run_bindsInOrderAndKeepsStatements)
{
    auto database = open(m_path);
    fill(*database);
    const QString sql = QStringLiteral("SELECT s FROM t WHERE n >= ? AND s <> ? ORDER BY n");
    auto first = database->run(sql, {2, QStringLiteral("three")});
    ASSERT_TRUE(first.ok());
    ASSERT_TRUE((*first)->next());
    EXPECT_EQ((*first)->value(0).toString(), QStringLiteral("two"));
    EXPECT_FALSE((*first)->next());
    auto second = database->run(sql, {1, QStringLiteral("one")});
    ASSERT_TRUE(second.ok());
    EXPECT_EQ(*first, *second);
    ASSERT_TRUE((*second)->next());
    EXPECT_EQ((*second)->value(0).toString(), QStringLiteral("two"));
    // A value is a value, whatever it looks like.
    EXPECT_EQ(text(*database, QStringLiteral("SELECT ?"), {QStringLiteral("'; DROP TABLE t; --")}),
              QStringLiteral("'; DROP TABLE t; --"));
}

TEST_F(DatabaseFile, run_bindsANullTextAsEmptyAndAnInvalidVariantAsNull)
{
    auto database = open(m_path);
    EXPECT_EQ(text(*database, QStringLiteral("SELECT typeof(?)"), {QString()}), QStringLiteral("text"));
    EXPECT_EQ(text(*database, QStringLiteral("SELECT typeof(?)"), {QVariant()}), QStringLiteral("null"));
    EXPECT_EQ(text(*database, QStringLiteral("SELECT typeof(?)"), {QByteArrayLiteral("b")}), QStringLiteral("blob"));
    EXPECT_EQ(text(*database, QStringLiteral("SELECT typeof(?)"), {qint64(1) << 52}), QStringLiteral("integer"));
}

TEST_F(DatabaseFile, run_tellsATakenUniqueValueFromOtherErrors)
{
    auto database = open(m_path);
    fill(*database);
    const auto taken = database->run(QStringLiteral("INSERT INTO t VALUES (?, ?)"), {4, QStringLiteral("one")});
    ASSERT_FALSE(taken.ok());
    EXPECT_EQ(taken.error().code, ErrorCode::Exists);
    const auto wrong = database->run(QStringLiteral("SELECT nothing FROM nowhere"));
    ASSERT_FALSE(wrong.ok());
    EXPECT_EQ(wrong.error().code, ErrorCode::StorageFailed);
}

TEST_F(DatabaseFile, errorFrom_mapsWhatSqliteSays)
{
    auto database = open(m_path);
    const auto code = [&](int native) {
        return database
            ->errorFrom(
                QSqlError(QString(), QStringLiteral("words"), QSqlError::StatementError, QString::number(native)))
            .code;
    };
    EXPECT_EQ(code(5), ErrorCode::StorageBusy);
    EXPECT_EQ(code(517), ErrorCode::StorageBusy); // BUSY_SNAPSHOT
    EXPECT_EQ(code(6), ErrorCode::StorageBusy);
    EXPECT_EQ(code(13), ErrorCode::StorageFull);
    EXPECT_EQ(code(11), ErrorCode::StorageCorrupt);
    EXPECT_EQ(code(267), ErrorCode::StorageCorrupt); // CORRUPT_VTAB
    EXPECT_EQ(code(26), ErrorCode::StorageCorrupt);
    EXPECT_EQ(code(10), ErrorCode::StorageFailed);
    EXPECT_EQ(code(8), ErrorCode::StorageFailed);
    EXPECT_EQ(code(14), ErrorCode::StorageFailed);
}

TEST_F(DatabaseFile, twoConnections_oneIsBusyWhileTheOtherWrites)
{
    auto one = open(m_path);
    auto other = open(m_path);
    fill(*one);
    ASSERT_TRUE(other->runScript(QStringLiteral("PRAGMA busy_timeout = 10")).ok());
    auto writing = Transaction::begin(*one);
    ASSERT_TRUE(writing.ok());
    const auto waiting = Transaction::begin(*other);
    ASSERT_FALSE(waiting.ok());
    EXPECT_EQ(waiting.error().code, ErrorCode::StorageBusy);
    EXPECT_FALSE(other->inTransaction());
}

TEST_F(DatabaseFile, halfReadQuery_doesNotKeepAnOldSnapshotFromANewTransaction)
{
    auto one = open(m_path);
    auto other = open(m_path);
    fill(*one);
    auto reading = one->run(QStringLiteral("SELECT n FROM t"));
    ASSERT_TRUE(reading.ok() && (*reading)->next());
    ASSERT_TRUE(other->run(QStringLiteral("UPDATE t SET s = 'eins' WHERE n = 1")).ok());
    auto begun = Transaction::begin(*one);
    ASSERT_TRUE(begun.ok()) << qPrintable(begun.error().detail);
    EXPECT_EQ(text(*one, QStringLiteral("SELECT s FROM t WHERE n = 1")), QStringLiteral("eins"));
}

TEST_F(DatabaseFile, transaction_keepsOnCommitAndUndoesOtherwise)
{
    auto database = open(m_path);
    fill(*database);
    const QString insert = QStringLiteral("INSERT INTO t VALUES (?, ?)");
    {
        auto transaction = Transaction::begin(*database);
        ASSERT_TRUE(transaction.ok());
        EXPECT_EQ(Transaction::begin(*database).error().code, ErrorCode::Internal);
        ASSERT_TRUE(database->run(insert, {10, QStringLiteral("ten")}).ok());
        ASSERT_TRUE(transaction->commit().ok());
        EXPECT_EQ(transaction->commit().error().code, ErrorCode::Internal);
    }
    {
        auto transaction = Transaction::begin(*database);
        ASSERT_TRUE(transaction.ok());
        ASSERT_TRUE(database->run(insert, {11, QStringLiteral("eleven")}).ok());
    }
    {
        auto transaction = Transaction::begin(*database);
        ASSERT_TRUE(transaction.ok());
        Transaction moved = std::move(transaction).value();
        ASSERT_TRUE(database->run(insert, {12, QStringLiteral("twelve")}).ok());
        ASSERT_TRUE(moved.commit().ok());
    }
    EXPECT_FALSE(database->inTransaction());
    EXPECT_EQ(text(*database, QStringLiteral("SELECT group_concat(n) FROM (SELECT n FROM t WHERE n > 9 ORDER BY n)")),
              QStringLiteral("10,12"));
}

TEST_F(DatabaseFile, check_findsAPageThatIsNoPage)
{
    {
        auto database = open(m_path);
        fill(*database);
        auto transaction = Transaction::begin(*database);
        for (int n = 100; n < 3000; ++n)
            ASSERT_TRUE(
                database->run(QStringLiteral("INSERT INTO t VALUES (?, ?)"), {n, QStringLiteral("row %1").arg(n)})
                    .ok());
        ASSERT_TRUE(transaction->commit().ok());
    }
    QFile file(m_path);
    ASSERT_TRUE(file.open(QIODevice::ReadWrite));
    ASSERT_GT(file.size(), 8 * 4096);
    file.seek(5 * 4096);
    file.write(QByteArray(4096, '\x7f'));
    file.close();
    const auto opened = Database::openSqlite(m_path);
    ASSERT_FALSE(opened.ok());
    EXPECT_EQ(opened.error().code, ErrorCode::StorageCorrupt);
    EXPECT_TRUE(Database::openSqlite(m_path, Database::Check::None).ok());
}

TEST(SplitSql, keepsTriggersQuotesAndDollarsWhole)
{
    const QStringList parts = splitSql(QStringLiteral(
        "-- a comment; with a semicolon and an apostrophe's trap\n"
        "CREATE TABLE a (s TEXT DEFAULT 'x;''y'); /* one; more */\n"
        "CREATE TEMP TRIGGER tr AFTER INSERT ON a BEGIN\n"
        "  UPDATE a SET s = CASE WHEN s = 'b' THEN 'c' ELSE 'END' END; -- inside;\n"
        "  DELETE FROM a WHERE s = 'd';\n"
        "END;\n"
        ";\n"
        "CREATE FUNCTION f() RETURNS trigger AS $body$ BEGIN x; RETURN NEW; END $body$ LANGUAGE plpgsql;\n"
        "CREATE VIEW \"odd;name\" AS SELECT CASE WHEN 1 THEN 2 END;\n"
        "SELECT $1, 'begin'"));
    ASSERT_EQ(parts.size(), 5);
    EXPECT_EQ(parts[0], QStringLiteral("CREATE TABLE a (s TEXT DEFAULT 'x;''y')"));
    EXPECT_TRUE(parts[1].startsWith(QLatin1String("CREATE TEMP TRIGGER")) && parts[1].endsWith(QLatin1String("END")));
    EXPECT_TRUE(parts[2].contains(QLatin1String("RETURN NEW; END $body$")));
    EXPECT_EQ(parts[3], QStringLiteral("CREATE VIEW \"odd;name\" AS SELECT CASE WHEN 1 THEN 2 END"));
    EXPECT_EQ(parts[4], QStringLiteral("SELECT $1, 'begin'"));
    EXPECT_TRUE(splitSql(QStringLiteral(" -- nothing\n /* at all */ ;; ")).isEmpty());
}

TEST_F(DatabaseFile, runScript_runsTriggersAndNamesTheStatementThatFails)
{
    auto database = open(m_path);
    fill(*database);
    ASSERT_TRUE(
        database
            ->runScript(QStringLiteral(
                "CREATE TABLE log (n); CREATE TRIGGER tr AFTER INSERT ON t BEGIN INSERT INTO log VALUES (NEW.n); "
                "INSERT INTO log VALUES (-NEW.n); END; INSERT INTO t VALUES (7, 'seven');"))
            .ok());
    EXPECT_EQ(text(*database, QStringLiteral("SELECT group_concat(n) FROM log")), QStringLiteral("7,-7"));
    const auto failed = database->runScript(QStringLiteral("INSERT INTO t VALUES (8, 'e'); INSERT INTO u VALUES (1);"));
    ASSERT_FALSE(failed.ok());
    EXPECT_TRUE(failed.error().detail.contains(QLatin1String("INSERT INTO u")));
}

} // namespace
} // namespace markaz
