// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/httpclient.h"
#include "tests/support/paths.h"
#include "tests/support/postgres.h"

#include <QFileInfo>

#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace markaz;
using namespace markaz::test;

TEST(PostgresServer, startsEmptyWithFsyncOn_andAnswers)
{
    auto server = PostgresServer::start();
    ASSERT_TRUE(server) << qPrintable(server.error().detail);
    auto facts = (*server)->sql(QStringLiteral("SHOW fsync; SHOW server_encoding; SELECT count(*) FROM pg_tables "
                                               "WHERE schemaname = 'public'; SHOW server_version_num"));
    ASSERT_TRUE(facts) << qPrintable(facts.error().detail);
    const QList<QByteArray> lines = facts->trimmed().split('\n');
    ASSERT_EQ(lines.size(), 4);
    EXPECT_EQ(lines[0], "on");
    EXPECT_EQ(lines[1], "UTF8");
    EXPECT_EQ(lines[2], "0");
    EXPECT_EQ(lines[3].toInt() / 10000, 15);
}

TEST(PostgresServer, whatWasCommitted_isThereAfterStoppingAtOnce)
{
    auto server = PostgresServer::start();
    ASSERT_TRUE(server) << qPrintable(server.error().detail);
    ASSERT_TRUE((*server)->sql(QStringLiteral("CREATE TABLE t (n int); INSERT INTO t VALUES (7)")));
    ASSERT_TRUE((*server)->stopAtOnce());
    EXPECT_FALSE((*server)->running());
    EXPECT_FALSE((*server)->sql(QStringLiteral("SELECT 1")));
    auto again = (*server)->startAgain();
    ASSERT_TRUE(again) << qPrintable(again.error().detail);
    EXPECT_TRUE((*server)->log().contains("recovery")); // so it did stop at once
    auto found = (*server)->sql(QStringLiteral("SELECT n FROM t"));
    ASSERT_TRUE(found) << qPrintable(found.error().detail);
    EXPECT_EQ(found->trimmed(), "7");
}

TEST(PostgresServer, twoServers_knowNothingOfEachOther)
{
    auto one = PostgresServer::start();
    auto two = PostgresServer::start();
    ASSERT_TRUE(one && two);
    EXPECT_NE((*one)->port(), (*two)->port());
    ASSERT_TRUE((*one)->sql(QStringLiteral("CREATE TABLE only_here (n int)")));
    EXPECT_FALSE((*two)->sql(QStringLiteral("SELECT * FROM only_here")));
    auto other = (*one)->createDatabase(QStringLiteral("second"));
    ASSERT_TRUE(other);
    EXPECT_EQ(*other, (*one)->url(QStringLiteral("second")));
    EXPECT_FALSE((*one)->sql(QStringLiteral("SELECT * FROM only_here"), QStringLiteral("second")));
}

TEST(RunToEnd, failingProgram_isNamedWithItsCodeAndWords)
{
    auto failed = runToEnd(QStringLiteral("sh"), {QStringLiteral("-c"), QStringLiteral("echo why >&2; exit 3")});
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().detail, QStringLiteral("code 3: why"));
    auto echoed = runToEnd(QStringLiteral("cat"), {}, "in and out");
    ASSERT_TRUE(echoed);
    EXPECT_EQ(*echoed, "in and out");
    EXPECT_EQ(runToEnd(QStringLiteral("cat"), {QStringLiteral("/dev/zero")}, {}, 50).error().code,
              ErrorCode::NetworkTimeout);
    EXPECT_EQ(runToEnd(QStringLiteral("/no/such/program"), {}).error().code, ErrorCode::NotFound);
}

TEST(WaitForLine, programThatEnds_isAnErrorWithWhatItSaid)
{
    QProcess process;
    process.start(QStringLiteral("sh"), {QStringLiteral("-c"), QStringLiteral("echo one; echo two; exit 4")});
    QByteArray seen;
    auto line = waitForLine(process, "listening", 10'000, seen);
    ASSERT_FALSE(line);
    EXPECT_EQ(seen, "one\ntwo\n");
    EXPECT_TRUE(line.error().detail.startsWith(QStringLiteral("ended with code 4")));
}

namespace {

/// A listener that gives its one visitor fixed bytes, whatever he asks, and hands back what he sent.
class OneShotServer
{
public:
    explicit OneShotServer(QByteArray reply)
        : m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        auto *generic = reinterpret_cast<sockaddr *>(&address);
        EXPECT_EQ(::bind(m_listener, generic, length), 0);
        EXPECT_EQ(::listen(m_listener, 1), 0);
        EXPECT_EQ(::getsockname(m_listener, generic, &length), 0);
        m_url = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(ntohs(address.sin_port)));
        m_thread = std::thread([this, reply] {
            const int visitor = ::accept(m_listener, nullptr, nullptr);
            char buffer[4096];
            const ssize_t got = ::recv(visitor, buffer, sizeof buffer, 0);
            m_request = QByteArray(buffer, std::max<ssize_t>(got, 0));
            ::send(visitor, reply.constData(), static_cast<size_t>(reply.size()), MSG_NOSIGNAL);
            ::close(visitor);
        });
    }
    ~OneShotServer()
    {
        join();
        ::close(m_listener);
    }
    QByteArray request()
    {
        join();
        return m_request;
    }
    const QUrl &url() const { return m_url; }

private:
    void join()
    {
        if (m_thread.joinable())
            m_thread.join();
    }
    int m_listener;
    QUrl m_url;
    QByteArray m_request;
    std::thread m_thread;
};

Result<HttpReply> replyTo(const QByteArray &bytes)
{
    OneShotServer server(bytes);
    return HttpClient(server.url()).get("/");
}

} // namespace

TEST(HttpClient, request_carriesProtocolNonceTokenAndReplacedHeaders)
{
    OneShotServer server("HTTP/1.1 204 No Content\r\n\r\n");
    HttpClient client(server.url());
    client.useToken("abc");
    auto reply = client.post("/x", {{QStringLiteral("a"), 1}}, {{"Markaz-Protocol", "9"}, {"markaz-nonce", ""}});
    ASSERT_TRUE(reply) << qPrintable(reply.error().detail);
    EXPECT_EQ(reply->status, 204);
    const QByteArray sent = server.request();
    EXPECT_TRUE(sent.startsWith("POST /x HTTP/1.1\r\n"));
    EXPECT_TRUE(sent.contains("Authorization: Bearer abc\r\n"));
    EXPECT_TRUE(sent.contains("Markaz-Protocol: 9\r\n"));
    EXPECT_FALSE(sent.contains("Markaz-Protocol: 1"));
    EXPECT_FALSE(sent.toLower().contains("nonce"));
    EXPECT_TRUE(sent.endsWith("\r\n\r\n{\"a\":1}"));
}

TEST(HttpClient, reply_isReadByLengthByChunksAndToTheEnd)
{
    auto byLength = replyTo("HTTP/1.1 200 OK\r\nContent-Length: 9\r\nX-A: b\r\n\r\n{\"n\": 1} trailing");
    ASSERT_TRUE(byLength);
    EXPECT_EQ(byLength->body, "{\"n\": 1} ");
    EXPECT_EQ(byLength->header("x-a"), "b");
    EXPECT_EQ(byLength->json().value(QStringLiteral("n")).toInt(), 1);
    auto chunked = replyTo("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n");
    ASSERT_TRUE(chunked);
    EXPECT_EQ(chunked->body, "abcde");
    auto toTheEnd = replyTo("HTTP/1.1 200 OK\r\n\r\nall of it");
    ASSERT_TRUE(toTheEnd);
    EXPECT_EQ(toTheEnd->body, "all of it");
}

TEST(HttpClient, brokenReply_isAnErrorOfItsKind)
{
    EXPECT_EQ(replyTo("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort").error().code, ErrorCode::NetworkUnreachable);
    EXPECT_EQ(replyTo("").error().code, ErrorCode::NetworkUnreachable);
    EXPECT_EQ(replyTo("SSH-2.0-OpenSSH\r\n\r\n").error().code, ErrorCode::Malformed);
}

TEST(Paths, sourceAndBuildFolder_areWhatTheySay)
{
    EXPECT_TRUE(QFileInfo::exists(sourcePath(QStringLiteral("resources/reference/cities.csv"))));
    EXPECT_TRUE(QFileInfo::exists(buildPath(QStringLiteral("CMakeCache.txt"))));
}
