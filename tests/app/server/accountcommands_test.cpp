// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/enrolmentcode.h"
#include "core/protocol/accounts.h"
#include "core/storage/database.h"
#include "tests/app/server/runserver.h"
#include "tests/support/childprocess.h"
#include "tests/support/httpclient.h"
#include "tests/support/paths.h"
#include "tests/support/serverprocess.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace markaz::server::test {
namespace {

using markaz::test::HttpClient;
using markaz::test::ServerProcess;
using markaz::test::ServerStore;

class AccountCommands : public ::testing::Test
{
protected:
    Ran run(const QString &words, const QByteArray &input = {})
    {
        return runServer(words.split(QLatin1Char(' '))
                             << QStringLiteral("--data") << folder.filePath(QStringLiteral("data")),
                         input);
    }
    void refuses(const QString &words, int code, const QString &sentence, const QByteArray &input = {})
    {
        const Ran ran = run(words, input);
        EXPECT_EQ(ran.code, code) << qPrintable(words) << qPrintable(ran.out);
        EXPECT_TRUE(ran.err.contains(sentence)) << qPrintable(words) << ": " << qPrintable(ran.err);
    }
    QTemporaryDir folder;
};

/// The one-time code that stands in \p text.
QString codeIn(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^  ((?:[0-9A-Z]{4}-){4}[0-9A-Z]{4})$"),
                                         QRegularExpression::MultilineOption);
    return form.match(text).captured(1);
}

TEST_F(AccountCommands, add_printsACodeThatOpensTheFirstLaptop)
{
    const Ran added = run(QStringLiteral("account add --name a.khan --role inspector --provinces PK-PB --server "
                                         "https://markaz.example --qr"));
    ASSERT_EQ(added.code, 0) << qPrintable(added.err);
    EXPECT_EQ(added.err, QString()) << "a first run has nothing to complain of";
    const QString code = codeIn(added.out);
    ASSERT_TRUE(readEnrolmentCode(code)) << qPrintable(added.out);
    EXPECT_TRUE(added.out.contains(QChar(0x2588))) << "the QR code";
    const QString text =
        protocol::writeEnrolment({QStringLiteral("https://markaz.example"), QStringLiteral("a.khan"), code}).value();
    EXPECT_TRUE(added.out.contains(text));
    EXPECT_TRUE(run(QStringLiteral("account list")).out.contains(QStringLiteral("code until")));

    auto server = ServerProcess::start(ServerStore{folder.filePath(QStringLiteral("data")), {}});
    ASSERT_TRUE(server);
    HttpClient client((*server)->url());
    const QString device = QStringLiteral("01900000-0000-7000-8000-00000000d001");
    auto enrolled = client.post("/api/v1/session/enrol",
                                protocol::encode(protocol::EnrolRequest{QStringLiteral("a.khan"), code,
                                                                        QStringLiteral("a password of their own"),
                                                                        device, QStringLiteral("Laptop one")}));
    ASSERT_TRUE(enrolled);
    EXPECT_EQ(enrolled->status, 201) << enrolled->body.constData();
    const Ran devices = run(QStringLiteral("device list --name a.khan"));
    EXPECT_TRUE(devices.out.contains(device) && devices.out.contains(QStringLiteral("Laptop one")))
        << qPrintable(devices.out);
    const QString revoke = QStringLiteral("device revoke --name a.khan --device ");
    EXPECT_TRUE(run(revoke + device).out.contains(QStringLiteral("Revoked ") + device));
    const Ran again = run(revoke + device);
    EXPECT_EQ(again.code, 0);
    EXPECT_TRUE(again.out.contains(QStringLiteral("was revoked already"))) << qPrintable(again.out);
    EXPECT_TRUE(again.out.contains(QStringLiteral("Nothing was changed"))) << qPrintable(again.out);
    EXPECT_TRUE(again.out.contains(QStringLiteral("has not been heard of since"))) << qPrintable(again.out);
    const auto session = protocol::parseBody(enrolled->body);
    ASSERT_TRUE(session);
    const auto refreshed =
        client.post("/api/v1/session/refresh",
                    {{QStringLiteral("refresh_token"), session->value(QStringLiteral("refresh_token"))}});
    ASSERT_TRUE(refreshed);
    EXPECT_EQ(refreshed->status, 200) << refreshed->body.constData();
    const Ran heard = run(revoke + device);
    EXPECT_TRUE(heard.out.contains(QStringLiteral("It was heard of since, last 20"))) << qPrintable(heard.out);
    EXPECT_TRUE(heard.out.contains(QStringLiteral("Nothing was changed"))) << qPrintable(heard.out);
    EXPECT_TRUE(run(QStringLiteral("device list")).out.contains(QStringLiteral("revoked")));
    refuses(revoke + QStringLiteral("01900000-0000-7000-8000-00000000d002"), 1, QStringLiteral("never signed in"));
    refuses(revoke + QStringLiteral("d1"), 2, QStringLiteral("\"d1\" is no laptop's id"));
    for (int i = 0; i < 4; ++i) {
        auto failed = client.signIn(QStringLiteral("a.khan"), QStringLiteral("not the password"));
        ASSERT_TRUE(failed);
        EXPECT_EQ(failed->status, 401);
    }
    EXPECT_EQ((*server)->terminate().value(), 0);
    const Ran tries = run(QStringLiteral("audit list --action failed_sign_ins"));
    EXPECT_TRUE(tries.out.contains(QStringLiteral("4 tries (account), the last with a wrong password, from "
                                                  "127.0.0.0/24")))
        << qPrintable(tries.out);
    // The audit holds ids; what they are called stands beside them.
    EXPECT_TRUE(run(QStringLiteral("audit list --action revoke_device")).out.contains(QStringLiteral("Laptop one")));
    const Ran enrolments = run(QStringLiteral("audit list --action enrol"));
    EXPECT_TRUE(enrolments.out.contains(QStringLiteral("a.khan on Laptop one"))) << qPrintable(enrolments.out);
    const QString csv = folder.filePath(QStringLiteral("audit.csv"));
    ASSERT_EQ(run(QStringLiteral("audit export ") + csv).code, 0);
    QFile file(csv);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QString table = QString::fromUtf8(file.readAll());
    EXPECT_TRUE(
        table.contains(QStringLiteral("n,at,actor,account,device,laptop,action,entity,id,about,rev,more,hash")));
    EXPECT_TRUE(table.contains(QStringLiteral("a.khan,%1,Laptop one,enrol").arg(device))) << qPrintable(table);
    EXPECT_TRUE(table.contains(QStringLiteral("revoke_device,,%1,Laptop one").arg(device))) << qPrintable(table);
}

/// It may have been used since, and the backup does not know.
TEST_F(AccountCommands, codeOfBeforeARestore_opensNothing)
{
    const Ran added = run(QStringLiteral("account add --name a.khan --role inspector --provinces PK-PB"));
    ASSERT_EQ(added.code, 0) << qPrintable(added.err);
    {
        auto once = ServerProcess::start(ServerStore{folder.filePath(QStringLiteral("data")), {}}); // makes the key
        ASSERT_TRUE(once);
        EXPECT_EQ((*once)->terminate().value(), 0);
    }
    const QString backup = folder.filePath(QStringLiteral("backup.tar"));
    ASSERT_EQ(run(QStringLiteral("backup ") + backup).code, 0);
    const QString there = folder.filePath(QStringLiteral("restored"));
    ASSERT_EQ(runServer({QStringLiteral("restore"), backup, QStringLiteral("--data"), there}).code, 0);
    const Ran listed = runServer({QStringLiteral("account"), QStringLiteral("list"), QStringLiteral("--data"), there});
    EXPECT_TRUE(listed.out.contains(QStringLiteral("a.khan"))) << qPrintable(listed.err);
    EXPECT_FALSE(listed.out.contains(QStringLiteral("code until"))) << qPrintable(listed.out);
    ASSERT_EQ(runServer({QStringLiteral("keys"), QStringLiteral("take"), QStringLiteral("--nothing-newer"),
                         QStringLiteral("--data"), there})
                  .code,
              0);
    auto server = ServerProcess::start(ServerStore{there, {}});
    ASSERT_TRUE(server);
    HttpClient client((*server)->url());
    const auto enrol = [&](const QString &code) {
        auto answer = client.post("/api/v1/session/enrol",
                                  protocol::encode(protocol::EnrolRequest{
                                      QStringLiteral("a.khan"), code, QStringLiteral("a password of their own"),
                                      QStringLiteral("01900000-0000-7000-8000-00000000d001"), QStringLiteral("One")}));
        return answer ? answer->status : 0;
    };
    EXPECT_EQ(enrol(codeIn(added.out)), 401);
    const Ran fresh = runServer({QStringLiteral("account"), QStringLiteral("code"), QStringLiteral("--name"),
                                 QStringLiteral("a.khan"), QStringLiteral("--data"), there});
    EXPECT_EQ(enrol(codeIn(fresh.out)), 201) << qPrintable(fresh.err);
}

TEST_F(AccountCommands, eachAct_isDoneAndEachRefusalIsASentence)
{
    const QString add = QStringLiteral("account add --provinces PK-PB --role ");
    const QByteArray password = "correct horse battery\n";
    ASSERT_EQ(run(add + QStringLiteral("administrator --name the.admin --password-stdin"), password).code, 0);
    ASSERT_EQ(run(add + QStringLiteral("inspector --name a.khan --password-stdin"), password).code, 0);
    refuses(add + QStringLiteral("inspector --name a.khan"), 1, QStringLiteral("already"));
    refuses(add + QStringLiteral("inspector --name b.khan --qr"), 2, QStringLiteral("--qr needs --server"));
    refuses(add + QStringLiteral("inspector --name b.khan --server markaz.example"), 2,
            QStringLiteral("https://markaz.example"));
    refuses(QStringLiteral("account code --name a.khan --server http://markaz.example"), 2,
            QStringLiteral("https, or http to this computer"));
    EXPECT_TRUE(run(QStringLiteral("account code --name a.khan --server http://127.0.0.1:8480"))
                    .out.contains(QStringLiteral("markaz-enrol:1?server=http%3A%2F%2F127.0.0.1")));
    refuses(QStringLiteral("device revoke --name a.khan"), 2, QStringLiteral("Say whose laptop and which"));
    refuses(add + QStringLiteral("king --name b.khan"), 2, QStringLiteral("no role \"king\""));
    refuses(QStringLiteral("account close --name the.admin"), 1, QStringLiteral("last administrator"));
    refuses(QStringLiteral("account scope --name the.admin --role auditor"), 1, QStringLiteral("last administrator"));
    refuses(QStringLiteral("account close --name nobody.here"), 1, QStringLiteral("no account \"nobody.here\""));
    refuses(QStringLiteral("account close"), 2, QStringLiteral("--name is missing"));
    refuses(QStringLiteral("account scope --name a.khan"), 2, QStringLiteral("--role, --provinces, or both"));
    refuses(QStringLiteral("account scope --name a.khan --provinces PK-XX"), 2, QStringLiteral("no province"));
    refuses(QStringLiteral("account password --name a.khan"), 2, QStringLiteral("--password-stdin"));
    refuses(QStringLiteral("account password --name a.khan --password-stdin"), 1, QStringLiteral("at least 12"),
            "short\n");
    EXPECT_TRUE(run(QStringLiteral("account scope --name a.khan --role officer --provinces PK-PB,pk-sd"))
                    .out.contains(QStringLiteral("a.khan is officer for PK-PB, PK-SD")));
    EXPECT_EQ(run(QStringLiteral("account password --name a.khan --password-stdin"), "another horse battery\n").code,
              0);
    EXPECT_EQ(run(QStringLiteral("account close --name a.khan")).code, 0);
    EXPECT_EQ(run(QStringLiteral("account close --name a.khan")).code, 0) << "closed already is closed";
    refuses(QStringLiteral("account code --name a.khan"), 1, QStringLiteral("Open it first"));
    EXPECT_EQ(run(QStringLiteral("account open --name a.khan")).code, 0);
    EXPECT_FALSE(codeIn(run(QStringLiteral("account code --name a.khan")).out).isEmpty());
    EXPECT_EQ(run(QStringLiteral("verify-audit")).code, 0);
}

TEST_F(AccountCommands, namesThatNoAccountMayHave_areRefusedBeforeAStoreIsMade)
{
    const QString rest = QStringLiteral(" --role inspector --provinces PK-PB");
    for (const char *name : {"Admin.One", "ab", ".khan", "a.khan@x"})
        refuses(QStringLiteral("account add --name ") + QLatin1String(name) + rest, 2,
                QStringLiteral("\"%1\" is no such name. Nothing was changed.").arg(QLatin1String(name)));
    refuses(QStringLiteral("account add --name a.khan --display-name ") + QString(300, QLatin1Char('n')) + rest, 2,
            QStringLiteral("--display-name takes 1 to 120 characters"));
    EXPECT_FALSE(QFileInfo::exists(folder.filePath(QStringLiteral("data"))));
    EXPECT_EQ(
        run(QStringLiteral("account add --name a.khan --display-name ") + QString(120, QLatin1Char('n')) + rest).code,
        0);
    for (const char *command : {"audit list", "audit export none.csv"}) {
        refuses(QLatin1String(command) + QStringLiteral(" --action nonsense"), 2,
                QStringLiteral("there is no action \"nonsense\". There are: accepted, add_account, "));
        refuses(QLatin1String(command) + QStringLiteral(" --entity nonsense"), 2,
                QStringLiteral("there is no entity \"nonsense\". There are: account, assignment, "));
    }
    EXPECT_TRUE(run(QStringLiteral("audit list --entity account")).out.contains(QStringLiteral("add_account")));
    EXPECT_TRUE(run(QStringLiteral("audit list --entity file")).out.contains(QStringLiteral("0 entries.")));
    EXPECT_EQ(run(QStringLiteral("audit list --action make_code")).code, 0);
    EXPECT_TRUE(run(QStringLiteral("audit list --action merge")).out.contains(QStringLiteral("0 entries.")));
}

TEST_F(AccountCommands, aRestoreThatFails_leavesNoFolderBehind)
{
    const QString backup = folder.filePath(QStringLiteral("no-backup.tar"));
    QFile file(backup);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("nothing of the kind");
    file.close();
    const QString place = folder.filePath(QStringLiteral("new/deep"));
    const Ran failed = runServer({QStringLiteral("restore"), backup, QStringLiteral("--data"), place});
    EXPECT_EQ(failed.code, 1) << qPrintable(failed.err);
    EXPECT_FALSE(QFileInfo::exists(folder.filePath(QStringLiteral("new"))));
    const QString there = folder.filePath(QStringLiteral("there"));
    ASSERT_TRUE(QDir().mkpath(there));
    ASSERT_TRUE(QFile::setPermissions(there, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    EXPECT_EQ(runServer({QStringLiteral("restore"), backup, QStringLiteral("--data"), there}).code, 1);
    EXPECT_TRUE(QFileInfo::exists(there)) << "it is not the restore's own";
}

TEST_F(AccountCommands, sampleAccounts_areServedToThisComputerOnly)
{
    ASSERT_EQ(run(QStringLiteral("sample --buildings 0 --inspections 0")).code, 0);
    for (const char *address : {"0.0.0.0:0", "[::]:0", "192.0.2.1:0"})
        refuses(QStringLiteral("serve --listen ") + QLatin1String(address) +
                    QStringLiteral(" --tls-cert any.pem --tls-key any.key"),
                1, QStringLiteral("sample accounts"));
    refuses(QStringLiteral("serve --listen 127.0.0.1:0 --trusted-proxy 127.0.0.1"), 1,
            QStringLiteral("without --trusted-proxy"));
}

TEST_F(AccountCommands, sampleAccountsOfARunningServersStore_areServedToThisComputerOnly)
{
    auto server = ServerProcess::start(ServerStore{folder.filePath(QStringLiteral("data")), {}});
    ASSERT_TRUE(server) << qPrintable(server.error().detail);
    ASSERT_EQ(run(QStringLiteral("sample --buildings 10 --inspections 40")).code, 0) << "into the store that it serves";
    QFile file(folder.filePath(QStringLiteral("data/sample-accounts.json")));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QJsonArray accounts =
        QJsonDocument::fromJson(file.readAll()).object().value(QStringLiteral("accounts")).toArray();
    ASSERT_FALSE(accounts.isEmpty());
    const QJsonObject account = accounts.first().toObject();
    const QJsonObject body = protocol::encode(protocol::SessionRequest{
        account.value(QStringLiteral("name")).toString(), account.value(QStringLiteral("password")).toString(),
        QStringLiteral("01900000-0000-7000-8000-00000000d001"), QStringLiteral("Laptop")});
    HttpClient client((*server)->url());
    const auto elsewhere = client.post("/api/v1/session", body, {{"X-Forwarded-For", "192.0.2.5"}});
    ASSERT_TRUE(elsewhere);
    EXPECT_EQ(elsewhere->status, 403) << elsewhere->body.constData();
    EXPECT_EQ(elsewhere->json().value(QStringLiteral("code")).toString(), QStringLiteral("sample_store"));
    const auto here = client.post("/api/v1/session", body);
    ASSERT_TRUE(here);
    EXPECT_EQ(here->status, 201) << here->body.constData();

    auto database = Database::openSqlite(folder.filePath(QStringLiteral("data/markaz.sqlite")));
    const auto number = (*database)->row(QStringLiteral("SELECT min(ukey) FROM record WHERE entity = 'certificate'"));
    ASSERT_TRUE(number.ok() && number->has_value());
    for (const char *path : {"/api/v1/public/certificates/", "/verify/"}) {
        const QByteArray certificate = path + (*number)->value(0).toByteArray();
        const auto foreign = client.get(certificate, {{"X-Forwarded-For", "192.0.2.5"}});
        ASSERT_TRUE(foreign);
        EXPECT_EQ(foreign->status, 403) << certificate.constData();
        EXPECT_EQ(foreign->json().value(QStringLiteral("code")).toString(), QStringLiteral("sample_store"));
        const auto own = client.get(certificate);
        ASSERT_TRUE(own);
        EXPECT_EQ(own->status, 200) << certificate.constData();
    }
    for (const char *path : {"/api/v1/public/centres", "/centres"}) {
        const auto foreign = client.get(path, {{"X-Forwarded-For", "192.0.2.5"}});
        ASSERT_TRUE(foreign);
        EXPECT_EQ(foreign->status, 403) << path;
        const auto own = client.get(path);
        ASSERT_TRUE(own);
        EXPECT_EQ(own->status, 200) << path;
    }
    EXPECT_EQ((*server)->terminate().value(), 0);
}

} // namespace
} // namespace markaz::server::test
