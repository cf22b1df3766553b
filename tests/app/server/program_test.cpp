// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/server/runserver.h"
#include "tests/support/childprocess.h"
#include "tests/support/httpclient.h"
#include "tests/support/paths.h"
#include "tests/support/serverprocess.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace markaz::server::test {
namespace {

using markaz::test::HttpClient;
using markaz::test::ServerProcess;
using markaz::test::ServerStore;

class Program : public ::testing::Test
{
protected:
    QStringList with(QStringList words) const
    {
        return words << QStringLiteral("--data") << folder.filePath(QStringLiteral("data"));
    }
    QTemporaryDir folder;
};

TEST_F(Program, wrongUsage_isSaidPlainlyAndEndsWithTwo)
{
    const QList<QStringList> wrong{
        {},
        {QStringLiteral("dance")},
        {QStringLiteral("account")},
        {QStringLiteral("serve")},
        with({QStringLiteral("serve"), QStringLiteral("--listen"), QStringLiteral("localhost")}),
        with({QStringLiteral("serve"), QStringLiteral("--frobnicate")}),
        with({QStringLiteral("sample"), QStringLiteral("--buildings"), QStringLiteral("many")}),
        with({QStringLiteral("account"), QStringLiteral("add"), QStringLiteral("--name"), QStringLiteral("abc")}),
        with({QStringLiteral("import"), QStringLiteral("buildings")})};
    for (const QStringList &arguments : wrong) {
        const Ran run = runServer(arguments);
        EXPECT_EQ(run.code, 2) << qPrintable(arguments.join(QLatin1Char(' '))) << qPrintable(run.err);
        EXPECT_FALSE(run.err.trimmed().isEmpty());
        EXPECT_TRUE(run.out.isEmpty());
    }
    EXPECT_FALSE(QFile::exists(folder.filePath(QStringLiteral("data/markaz.sqlite")))) << "nothing was made on the way";
}

TEST_F(Program, everyCommand_helpsWithExamples)
{
    const Ran all = runServer({QStringLiteral("--help")});
    EXPECT_EQ(all.code, 0);
    for (const char *command :
         {"serve", "account add", "account list", "account code", "account scope", "account password", "account close",
          "account open", "device list", "device revoke", "import buildings", "sample", "verify-audit", "audit list",
          "audit export", "quarantine"}) {
        EXPECT_TRUE(all.out.contains(QLatin1String(command))) << command;
        const Ran help = runServer(QString(QLatin1String(command)).split(QLatin1Char(' ')) << QStringLiteral("--help"));
        EXPECT_EQ(help.code, 0);
        EXPECT_TRUE(help.out.contains(QStringLiteral("--data"))) << command;
        EXPECT_TRUE(help.out.contains(QStringLiteral("Examples:\n  "))) << command;
    }
}

TEST_F(Program, account_isAddedOnceAndItsPasswordNeverOnTheCommandLine)
{
    const QStringList add =
        with({QStringLiteral("account"), QStringLiteral("add"), QStringLiteral("--name"), QStringLiteral("a.khan"),
              QStringLiteral("--role"), QStringLiteral("inspector"), QStringLiteral("--provinces"),
              QStringLiteral("PK-PB,pk-sd"), QStringLiteral("--password-stdin")});
    EXPECT_EQ(runServer(add, "short\n").code, 1);
    const Ran first = runServer(add, "correct horse battery\n");
    EXPECT_EQ(first.code, 0) << qPrintable(first.err);
    EXPECT_EQ(runServer(add, "correct horse battery\n").code, 1) << "the name is taken";
    const Ran list = runServer(with({QStringLiteral("account"), QStringLiteral("list")}));
    EXPECT_TRUE(list.out.contains(QStringLiteral("a.khan")));
    EXPECT_TRUE(list.out.contains(QStringLiteral("PK-PB,PK-SD")));
    EXPECT_FALSE(list.out.contains(QStringLiteral("argon2")));
}

TEST_F(Program, sample_fillsAnEmptyStoreOnceAndItsAccountsSignIn)
{
    const QStringList sample = with({QStringLiteral("sample"), QStringLiteral("--buildings"), QStringLiteral("40"),
                                     QStringLiteral("--inspections"), QStringLiteral("90")});
    const Ran first = runServer(sample);
    ASSERT_EQ(first.code, 0) << qPrintable(first.err);
    EXPECT_EQ(runServer(sample).code, 1) << "it holds records now";
    QFile file(folder.filePath(QStringLiteral("data/sample-accounts.json")));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    const QJsonArray accounts =
        QJsonDocument::fromJson(file.readAll()).object().value(QStringLiteral("accounts")).toArray();
    auto server = ServerProcess::start(ServerStore{folder.filePath(QStringLiteral("data")), {}});
    ASSERT_TRUE(server) << qPrintable(server.error().detail);
    int signedIn = 0;
    for (const auto &entry : accounts) {
        const QJsonObject account = entry.toObject();
        if (!account.value(QStringLiteral("name")).toString().startsWith(QLatin1String("sample.")))
            continue;
        HttpClient client((*server)->url());
        auto reply = client.signIn(account.value(QStringLiteral("name")).toString(),
                                   account.value(QStringLiteral("password")).toString());
        ASSERT_TRUE(reply);
        EXPECT_EQ(reply->status, 201);
        auto page = client.get("/api/v1/changes?limit=5");
        ASSERT_TRUE(page);
        EXPECT_EQ(page->status, 200);
        EXPECT_FALSE(page->header("Markaz-Instance").isEmpty());
        EXPECT_FALSE(page->header("Date").isEmpty());
        ++signedIn;
    }
    EXPECT_EQ(signedIn, 5);
    EXPECT_EQ((*server)->terminate().value(), 0);
    const Ran audit = runServer(with({QStringLiteral("verify-audit")}));
    EXPECT_EQ(audit.code, 0) << qPrintable(audit.err);
    EXPECT_TRUE(audit.out.contains(QStringLiteral("Checkpoints that hold: 2,"))) << "at its start and at its stop";
}

TEST_F(Program, audit_isListedExportedAndVerifiedWithWitnesses)
{
    const QStringList add =
        with({QStringLiteral("account"), QStringLiteral("add"), QStringLiteral("--name"), QStringLiteral("a.khan"),
              QStringLiteral("--role"), QStringLiteral("auditor"), QStringLiteral("--provinces"), QStringLiteral("all"),
              QStringLiteral("--password-stdin")});
    ASSERT_EQ(runServer(add, "correct horse battery\n").code, 0);
    const Ran list = runServer(with(
        {QStringLiteral("audit"), QStringLiteral("list"), QStringLiteral("--action"), QStringLiteral("add_account")}));
    EXPECT_EQ(list.code, 0);
    EXPECT_TRUE(list.out.contains(QStringLiteral("server  add_account  "))) << qPrintable(list.out);
    EXPECT_TRUE(list.out.endsWith(QStringLiteral("1 entry.\n")));
    const QString csv = folder.filePath(QStringLiteral("audit.csv"));
    EXPECT_EQ(runServer(with({QStringLiteral("audit"), QStringLiteral("export"), csv})).code, 0);
    QFile file(csv);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_TRUE(file.readLine().startsWith("n,at,actor,account,device,laptop,action,"));
    EXPECT_EQ(file.readLine().split(',').value(0), "1");
    EXPECT_EQ(runServer(with({QStringLiteral("audit"), QStringLiteral("list"), QStringLiteral("--from"),
                              QStringLiteral("soon")}))
                  .code,
              2);

    const Ran made =
        runServer(with({QStringLiteral("verify-audit"), QStringLiteral("--checkpoint"), QStringLiteral("--json")}));
    ASSERT_EQ(made.code, 0) << qPrintable(made.err);
    const QJsonObject report = QJsonDocument::fromJson(made.out.toUtf8()).object();
    EXPECT_TRUE(report.value(QStringLiteral("holds")).toBool());
    const QJsonArray checkpoints = report.value(QStringLiteral("checkpoints")).toArray();
    ASSERT_EQ(checkpoints.size(), 1);
    const QString witness = folder.filePath(QStringLiteral("witness.json"));
    const auto verify = [&](const QString &instance, const QJsonArray &kept) {
        QFile out(witness);
        EXPECT_TRUE(out.open(QIODevice::WriteOnly));
        out.write(
            QJsonDocument(QJsonObject{{QStringLiteral("instance"), instance}, {QStringLiteral("checkpoints"), kept}})
                .toJson());
        out.close();
        return runServer(with({QStringLiteral("verify-audit"), QStringLiteral("--witness"), witness}));
    };
    EXPECT_EQ(verify(QStringLiteral("another"), checkpoints).code, 1);
    auto server = ServerProcess::start(ServerStore{folder.filePath(QStringLiteral("data")), {}});
    ASSERT_TRUE(server);
    auto health = HttpClient((*server)->url()).get("/api/v1/health");
    ASSERT_TRUE(health);
    const QString instance = QString::fromLatin1(health->header("Markaz-Instance"));
    EXPECT_EQ((*server)->terminate().value(), 0);
    const Ran holds = verify(instance, checkpoints);
    EXPECT_EQ(holds.code, 0) << qPrintable(holds.err);
    EXPECT_TRUE(holds.out.contains(QStringLiteral("Witnesses that hold: 1"))) << qPrintable(holds.out);
    QJsonObject forged = checkpoints.first().toObject();
    forged.insert(QStringLiteral("n"), forged.value(QStringLiteral("n")).toInteger() + 1);
    const Ran bad = verify(instance, {forged});
    EXPECT_EQ(bad.code, 1);
    EXPECT_TRUE(bad.err.contains(QStringLiteral("does not hold"))) << qPrintable(bad.err);
}

TEST_F(Program, import_saysEachRefusedRowWithItsLine)
{
    QFile csv(folder.filePath(QStringLiteral("b.csv")));
    ASSERT_TRUE(csv.open(QIODevice::WriteOnly));
    csv.write("name,address,city,covered_area_sqft,storeys\nMill,1 Road,Sialkot,5000,2\nHall,2 Road,Nowhere,5000,2\n");
    csv.close();
    const Ran run = runServer(with({QStringLiteral("import"), QStringLiteral("buildings"), csv.fileName()}));
    EXPECT_EQ(run.code, 1);
    EXPECT_TRUE(run.err.contains(QStringLiteral("line 3, city"))) << qPrintable(run.err);
    EXPECT_TRUE(run.out.contains(QStringLiteral("Added 1 of 2 rows")));
    EXPECT_EQ(runServer(with({QStringLiteral("import"), QStringLiteral("buildings"),
                              folder.filePath(QStringLiteral("none.csv"))}))
                  .code,
              1);
}

TEST_F(Program, import_mapsColumnsAndWritesWhatItRefuses)
{
    QFile csv(folder.filePath(QStringLiteral("b.csv")));
    ASSERT_TRUE(csv.open(QIODevice::WriteOnly));
    csv.write("name;address;city;Floor space;storeys;Serial\nMill;1 Road;Sialkot;5000;2;1\n"
              "\"=Hall\";2 Road;Nowhere;5000;2;2\n");
    csv.close();
    const QString errors = folder.filePath(QStringLiteral("errors.csv"));
    const QStringList import = with(
        {QStringLiteral("import"), QStringLiteral("buildings"), csv.fileName(), QStringLiteral("--errors"), errors});
    const Ran unmapped = runServer(import);
    EXPECT_EQ(unmapped.code, 1);
    EXPECT_TRUE(unmapped.err.contains(QStringLiteral("Floor space"))) << qPrintable(unmapped.err);
    EXPECT_FALSE(QFile::exists(errors));
    EXPECT_EQ(runServer(import + QStringList{QStringLiteral("--map"), QStringLiteral("Serial=colour")}).code, 2);
    const QStringList mapped =
        import + QStringList{QStringLiteral("--map"), QStringLiteral("Floor space=covered_area_sqft"),
                             QStringLiteral("--map"), QStringLiteral("Serial=")};
    EXPECT_TRUE(runServer(mapped + QStringList{QStringLiteral("--dry-run")})
                    .out.contains(QStringLiteral("Would add 1 of 2 rows")));
    const Ran done = runServer(mapped);
    EXPECT_EQ(done.code, 1);
    EXPECT_TRUE(done.out.contains(QStringLiteral("Added 1 of 2 rows"))) << qPrintable(done.out + done.err);
    QFile written(errors);
    ASSERT_TRUE(written.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(written.readAll()).split(QStringLiteral("\r\n"));
    ASSERT_EQ(lines.size(), 3) << qPrintable(lines.join(QLatin1Char('|')));
    EXPECT_TRUE(
        lines.at(0).endsWith(QStringLiteral("line,column,reason,name,address,city,Floor space,storeys,Serial")));
    EXPECT_TRUE(lines.at(1).startsWith(QStringLiteral("3,city,"))) << qPrintable(lines.at(1));
    EXPECT_TRUE(lines.at(1).endsWith(QStringLiteral(",'=Hall,2 Road,Nowhere,5000,2,2")));
}

TEST_F(Program, dataFolderThatIsOpenToOthers_isRefusedUnlessItIsEmpty)
{
    const QString data = folder.filePath(QStringLiteral("data"));
    constexpr auto own = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    constexpr auto open = own | QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
    QDir().mkdir(data, open);
    const QStringList list = with({QStringLiteral("account"), QStringLiteral("list")});
    const QStringList first =
        with({QStringLiteral("account"), QStringLiteral("add"), QStringLiteral("--name"), QStringLiteral("root.admin"),
              QStringLiteral("--display-name"), QStringLiteral("Sample Admin"), QStringLiteral("--role"),
              QStringLiteral("administrator"), QStringLiteral("--provinces"), QStringLiteral("all"),
              QStringLiteral("--password-stdin")});
    EXPECT_EQ(runServer(first, "sample pass 1\n").code, 0) << "an empty folder is closed and taken";
    EXPECT_EQ(runServer(list).code, 0);
    EXPECT_EQ(QFile(data).permissions() & (open & ~own), QFile::Permissions());
    ASSERT_TRUE(QFile::setPermissions(data, open));
    const Ran refused = runServer(list);
    EXPECT_NE(refused.code, 0);
    EXPECT_TRUE(refused.err.contains(QStringLiteral("chmod 700"))) << qPrintable(refused.err);
    EXPECT_EQ(QFile(data).permissions() & open, open) << "a folder that may be another's is left as it is";
}

TEST_F(Program, portInUseOrDamagedDatabase_isSaidPlainly)
{
    auto server = ServerProcess::start(ServerStore{folder.filePath(QStringLiteral("data")), {}});
    ASSERT_TRUE(server);
    const Ran taken =
        runServer({QStringLiteral("serve"), QStringLiteral("--data"), folder.filePath(QStringLiteral("other")),
                   QStringLiteral("--listen"), QStringLiteral("127.0.0.1:%1").arg((*server)->port())});
    EXPECT_EQ(taken.code, 1);
    EXPECT_TRUE(taken.err.contains(QStringLiteral("cannot be listened on"))) << qPrintable(taken.err);
    constexpr auto own = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    QDir().mkdir(folder.filePath(QStringLiteral("broken")), own);
    QFile file(folder.filePath(QStringLiteral("broken/markaz.sqlite")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'x'));
    file.close();
    const Ran broken =
        runServer({QStringLiteral("serve"), QStringLiteral("--data"), folder.filePath(QStringLiteral("broken"))});
    EXPECT_EQ(broken.code, 1);
    EXPECT_TRUE(broken.err.contains(QStringLiteral("damaged"))) << qPrintable(broken.err);
    EXPECT_EQ((*server)->terminate().value(), 0);
}

} // namespace
} // namespace markaz::server::test
