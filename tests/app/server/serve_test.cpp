// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// `markaz-server serve` as a process: where it may listen, and its certificate.
#include "tests/app/http/rawclient.h"
#include "tests/support/paths.h"
#include "tests/support/serverprocess.h"
#include "tests/support/tls/certificates.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>

namespace markaz::server::test {
namespace {

using markaz::test::PairFiles;
using markaz::test::ServerProcess;
using markaz::test::ServerStore;

class Serve : public ::testing::Test
{
protected:
    Serve()
        : store{folder.filePath(QStringLiteral("data")), {}}
    {
    }
    /// What it says on stderr when it refuses to serve; its exit code in \p code.
    QString refusal(const QStringList &more, int &code) const
    {
        QProcess process;
        process.start(markaz::test::serverProgram(), QStringList{QStringLiteral("serve")} + store.arguments() + more);
        EXPECT_TRUE(process.waitForFinished(60'000)) << "it serves";
        code = process.exitCode();
        return QString::fromUtf8(process.readAllStandardError());
    }
    static QStringList tlsOptions(const PairFiles &files)
    {
        return {QStringLiteral("--tls-cert"), files.chain, QStringLiteral("--tls-key"), files.key};
    }

    QTemporaryDir folder;
    ServerStore store;
    markaz::test::CertificateAuthority authority;
};

TEST_F(Serve, plainHttp_isForThisComputerAlone)
{
    for (const char *address : {"0.0.0.0:0", "[::]:0", "192.0.2.7:8480", "[::ffff:127.0.0.1]:0"}) {
        int code = 0;
        const QString said = refusal({QStringLiteral("--listen"), QLatin1String(address)}, code);
        EXPECT_EQ(code, 2) << address;
        EXPECT_TRUE(said.contains(QStringLiteral("Without TLS"))) << address << qPrintable(said);
        EXPECT_TRUE(said.contains(QStringLiteral("--tls-cert")) && said.contains(QStringLiteral("--trusted-proxy")));
    }
    EXPECT_FALSE(QFile::exists(store.dataDir)) << "nothing was made on the way";
    EXPECT_TRUE(ServerProcess::start(store, {QStringLiteral("--listen"), QStringLiteral("127.4.5.6:0")}).ok());
}

#ifdef Q_OS_LINUX
TEST_F(Serve, server_leavesNoCoreDump)
{
    const auto server = ServerProcess::start(store, {QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")});
    ASSERT_TRUE(server.ok());
    QFile limits(QStringLiteral("/proc/%1/limits").arg((*server)->pid()));
    ASSERT_TRUE(limits.open(QIODevice::ReadOnly));
    const QByteArrayList lines = limits.readAll().split('\n');
    const auto core = std::find_if(lines.begin(), lines.end(),
                                   [](const QByteArray &line) { return line.startsWith("Max core file"); });
    ASSERT_NE(core, lines.end());
    EXPECT_EQ(core->simplified(), "Max core file size 0 0 bytes");
}
#endif

TEST_F(Serve, listenGivenTwice_isNotOneOfThemInSilence)
{
    int code = 0;
    const QString said = refusal({QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--listen"),
                                  QStringLiteral("127.0.0.1:1")},
                                 code);
    EXPECT_EQ(code, 2);
    EXPECT_TRUE(said.contains(QStringLiteral("more than once"))) << qPrintable(said);
}

TEST_F(Serve, pairThatCannotBeUsed_isSaidWithItsFile)
{
    int code = 0;
    EXPECT_TRUE(refusal({QStringLiteral("--tls-cert"), QStringLiteral("x.pem")}, code)
                    .contains(QStringLiteral("belong together")));
    EXPECT_EQ(code, 2);

    const PairFiles files = markaz::test::writePair(folder.path(), authority.issue());
    QFile::setPermissions(files.key, QFile::ReadOwner | QFile::ReadOther);
    const QString open = refusal(tlsOptions(files), code);
    EXPECT_EQ(code, 1);
    EXPECT_TRUE(open.contains(QStringLiteral("chmod 640 '%1'").arg(files.key))) << qPrintable(open);

    const QString gone = refusal(tlsOptions({files.chain, folder.filePath(QStringLiteral("none.pem"))}), code);
    EXPECT_EQ(code, 1);
    EXPECT_TRUE(gone.contains(QStringLiteral("none.pem cannot be used for TLS"))) << qPrintable(gone);
}

TEST_F(Serve, hangUp_readsTheCertificateAnewAndKeepsConnectionsOpen)
{
    const QByteArray health = "GET /api/v1/health HTTP/1.1\r\nHost: localhost\r\n\r\n";
    const auto first = authority.issue();
    const PairFiles files = markaz::test::writePair(folder.path(), first);
    auto started = ServerProcess::start(
        store, tlsOptions(files) + QStringList{QStringLiteral("--listen"), QStringLiteral("0.0.0.0:0")});
    ASSERT_TRUE(started.ok()) << qPrintable(started.error().detail);
    ServerProcess &server = **started;
    EXPECT_EQ(server.url().scheme(), QStringLiteral("https"));
    RawClient open(server.port(), TlsWish());
    EXPECT_EQ(open.ask(health).status, 200);
    EXPECT_EQ(open.serverKeyHash(), first.keyHash);

    // Tells the server, and lets the open connection ask until it has said \p words about it.
    const auto hangUpUntil = [&](const char *words) {
        ::kill(static_cast<pid_t>(server.pid()), SIGHUP);
        const QDeadlineTimer deadline(20'000);
        while (!server.output().contains(words) && !deadline.hasExpired())
            ASSERT_EQ(open.ask(health).status, 200);
        ASSERT_TRUE(server.output().contains(words)) << server.output().constData();
    };
    QFile broken(files.key);
    ASSERT_TRUE(broken.open(QIODevice::WriteOnly | QIODevice::Truncate));
    broken.write(authority.issue().key);
    broken.close();
    hangUpUntil("the key does not belong to the certificate");
    EXPECT_EQ(RawClient(server.port(), TlsWish()).serverKeyHash(), first.keyHash);

    const auto second = authority.issue();
    markaz::test::writePair(folder.path(), second);
    hangUpUntil("the certificate was read anew");
    EXPECT_EQ(RawClient(server.port(), TlsWish()).serverKeyHash(), second.keyHash);
    EXPECT_EQ(open.ask(health).status, 200);
    EXPECT_EQ(server.terminate().value(), 0);
}

TEST_F(Serve, hangUpWithoutTls_changesNothing)
{
    auto started = ServerProcess::start(store);
    ASSERT_TRUE(started.ok());
    ::kill(static_cast<pid_t>((*started)->pid()), SIGHUP);
    EXPECT_EQ(RawClient((*started)->port()).ask("GET /api/v1/health HTTP/1.1\r\nHost: x\r\n\r\n").status, 200);
    EXPECT_EQ((*started)->terminate().value(), 0) << "and it ends as it should";
}

} // namespace
} // namespace markaz::server::test
