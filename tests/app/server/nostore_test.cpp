// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What only reads or judges a store gives no all-clear where there is nothing to judge.
#include "tests/app/server/runserver.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace markaz::server::test {
namespace {

TEST(NoStore, aFolderThatWasTypedWrong_isSaidAndNotMade)
{
    QTemporaryDir folder;
    const QString typo = folder.filePath(QStringLiteral("typo"));
    const QList<QStringList> commands{{QStringLiteral("verify-audit")},
                                      {QStringLiteral("audit"), QStringLiteral("list")},
                                      {QStringLiteral("device"), QStringLiteral("list")},
                                      {QStringLiteral("account"), QStringLiteral("list")},
                                      {QStringLiteral("quarantine")},
                                      {QStringLiteral("backup"), folder.filePath(QStringLiteral("b.tar"))}};
    for (const QStringList &command : commands) {
        const Ran run = runServer(command + QStringList{QStringLiteral("--data"), typo});
        EXPECT_EQ(run.code, 2) << qPrintable(command.join(QLatin1Char(' ')));
        EXPECT_TRUE(run.err.contains(QStringLiteral("There is no store in"))) << qPrintable(run.err);
        EXPECT_FALSE(QFile::exists(typo)) << qPrintable(command.join(QLatin1Char(' ')));
    }
}

TEST(NoStore, aDatabaseThatIsNoAddress_isSaidWithWhatTheOptionTakes)
{
    const QTemporaryDir folder;
    for (const char *wrong : {"nonsense", "mysql://markaz@127.0.0.1/markaz", "postgresql://markaz@127.0.0.1"}) {
        const Ran run = runServer({QStringLiteral("verify-audit"), QStringLiteral("--data"), folder.path(),
                                   QStringLiteral("--database"), QLatin1String(wrong)});
        EXPECT_NE(run.code, 0);
        EXPECT_TRUE(run.err.startsWith(QStringLiteral("--database takes postgresql://user:password@host:port/name, and "
                                                      "this is no such address. Nothing was changed.")))
            << qPrintable(run.err);
    }
}

TEST(NoStore, anEmptiedLog_isNoLogThatHolds)
{
    QTemporaryDir folder;
    const QStringList data{QStringLiteral("--data"), folder.filePath(QStringLiteral("data"))};
    ASSERT_EQ(runServer(QStringList{QStringLiteral("account"), QStringLiteral("add"), QStringLiteral("--name"),
                                    QStringLiteral("root.admin"), QStringLiteral("--display-name"),
                                    QStringLiteral("Sample Admin"), QStringLiteral("--role"),
                                    QStringLiteral("administrator"), QStringLiteral("--provinces"),
                                    QStringLiteral("all"), QStringLiteral("--password-stdin")} +
                            data,
                        "sample pass 1\n")
                  .code,
              0);
    const QStringList verify = QStringList{QStringLiteral("verify-audit")} + data;
    ASSERT_EQ(runServer(verify).code, 0);
    {
        QSqlDatabase store = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("emptied"));
        store.setDatabaseName(folder.filePath(QStringLiteral("data/markaz.sqlite")));
        ASSERT_TRUE(store.open());
        ASSERT_TRUE(QSqlQuery(store).exec(QStringLiteral("DELETE FROM audit")));
        ASSERT_TRUE(QSqlQuery(store).exec(QStringLiteral("DELETE FROM checkpoint")));
        store.close();
    }
    QSqlDatabase::removeDatabase(QStringLiteral("emptied"));
    const Ran run = runServer(verify);
    EXPECT_EQ(run.code, 1);
    EXPECT_TRUE(run.err.contains(QStringLiteral("Entry 1 was removed."))) << qPrintable(run.err);
}

} // namespace
} // namespace markaz::server::test
