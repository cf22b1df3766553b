// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/enrolmentcode.h"
#include "core/protocol/accounts.h"
#include "tests/app/server/runserver.h"
#include "tests/support/childprocess.h"
#include "tests/support/httpclient.h"
#include "tests/support/paths.h"
#include "tests/support/serverprocess.h"

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
    EXPECT_EQ(run(revoke + device).code, 0);
    EXPECT_TRUE(run(QStringLiteral("device list")).out.contains(QStringLiteral("revoked")));
    refuses(revoke + QStringLiteral("01900000-0000-7000-8000-00000000d002"), 1, QStringLiteral("never signed in"));
    refuses(revoke + QStringLiteral("d1"), 2, QStringLiteral("--device ID"));
    EXPECT_EQ((*server)->terminate().value(), 0);
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

} // namespace
} // namespace markaz::server::test
