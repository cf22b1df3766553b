// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/conformance/tus/tusserver.h"

#include <sys/resource.h>

namespace markaz::test {
namespace {

/// Requests that no tus client sends, over plain sockets.
class RawTus : public TusServer
{
protected:
    HttpReply ask(const QByteArray &method, const QByteArray &target, const HttpHeaders &more = {},
                  const QByteArray &body = {})
    {
        HttpClient client(m_server->url());
        client.useToken(m_token);
        HttpHeaders headers{{"Tus-Resumable", "1.0.0"}};
        headers += more;
        auto reply = client.request(method, target, body, headers);
        EXPECT_TRUE(reply.ok()) << method.constData() << ' ' << target.constData();
        return reply ? *reply : HttpReply();
    }
    QByteArray begun()
    {
        const HttpReply reply = ask("POST", "/api/v1/files",
                                    {{"Upload-Length", QByteArray::number(m_bytes.size())},
                                     {"Upload-Metadata", "sha256 " + m_hash.toLatin1().toBase64() + ",filetype " +
                                                             QByteArray("application/pdf").toBase64()}});
        EXPECT_EQ(reply.status, 201) << reply.body.constData();
        return reply.header("Location");
    }
    HttpReply send(const QByteArray &location, qsizetype from, qsizetype count)
    {
        return ask("PATCH", location,
                   {{"Content-Type", "application/offset+octet-stream"}, {"Upload-Offset", QByteArray::number(from)}},
                   m_bytes.mid(from, count));
    }
    /// The offset, once the request before has let go of the upload.
    qint64 offset(const QByteArray &location)
    {
        HttpReply reply = ask("HEAD", location);
        for (int i = 0; i < 10'000 && reply.status == 423; ++i)
            reply = ask("HEAD", location);
        EXPECT_EQ(reply.status, 200);
        return reply.header("Upload-Offset").toLongLong();
    }
    /// What a process may write to one file; -1 = what it could before.
    void limitFiles(qint64 bytes)
    {
        rlimit limit{};
        ASSERT_EQ(::prlimit(static_cast<pid_t>(m_server->pid()), RLIMIT_FSIZE, nullptr, &limit), 0);
        limit.rlim_cur = bytes < 0 ? limit.rlim_max : static_cast<rlim_t>(bytes);
        ASSERT_EQ(::prlimit(static_cast<pid_t>(m_server->pid()), RLIMIT_FSIZE, &limit, nullptr), 0);
    }
};

TEST_F(RawTus, fullDisk_pausesFilesAndNothingElse)
{
    const QByteArray location = begun();
    ASSERT_EQ(send(location, 0, 4 * kMiB).status, 204);
    limitFiles(5 * kMiB);
    const HttpReply full = send(location, 4 * kMiB, m_bytes.size());
    EXPECT_EQ(full.status, 507);
    EXPECT_EQ(full.json().value(QStringLiteral("code")), QStringLiteral("storage_full"));
    EXPECT_EQ(ask("GET", "/api/v1/changes").status, 200); // records go on
    EXPECT_EQ(ask("GET", "/api/v1/health").status, 200);
    const qint64 kept = offset(location);
    EXPECT_GE(kept, 4 * kMiB);
    EXPECT_LE(kept, 5 * kMiB);
    limitFiles(-1);
    EXPECT_EQ(send(location, kept, m_bytes.size()).status, 204);
    expectWhole();
}

TEST_F(RawTus, lengthThatLies_leavesWhatCame)
{
    const QByteArray location = begun();
    HttpClient client(m_server->url());
    client.useToken(m_token);
    const HttpHeaders chunk{
        {"Tus-Resumable", "1.0.0"}, {"Content-Type", "application/offset+octet-stream"}, {"Upload-Offset", "0"}};
    QByteArray request = client.bytesOf("PATCH", location, m_bytes.left(2 * kMiB), chunk);
    request.chop(kMiB);
    auto cut = HttpConnection::open(m_server->url());
    ASSERT_TRUE(cut.ok());
    ASSERT_TRUE(cut->send(request).ok());
    cut->shutdownWriting();
    EXPECT_TRUE(cut->closedByServer(20'000));
    EXPECT_EQ(offset(location), kMiB);

    // More than was announced is the next request, and none.
    auto more = HttpConnection::open(m_server->url());
    ASSERT_TRUE(more.ok());
    HttpHeaders next = chunk;
    next[2].second = QByteArray::number(kMiB);
    next.emplace_back("Connection", "keep-alive");
    ASSERT_TRUE(
        more->send(client.bytesOf("PATCH", location, m_bytes.mid(kMiB, 100), next) + "trailing rubbish\r\n\r\n").ok());
    auto taken = more->reply();
    ASSERT_TRUE(taken.ok());
    EXPECT_EQ(taken->status, 204);
    auto rubbish = more->reply();
    ASSERT_TRUE(rubbish.ok());
    EXPECT_EQ(rubbish->status, 400);
    EXPECT_EQ(offset(location), kMiB + 100);
}

TEST_F(RawTus, offsetsBeyondTheEnd_moveNothing)
{
    const QByteArray location = begun();
    ASSERT_EQ(send(location, 0, 1000).status, 204);
    for (const QByteArray &at : {QByteArray::number(m_bytes.size()), QByteArray::number(m_bytes.size() + 1),
                                 QByteArray("9223372036854775807"), QByteArray("9223372036854775808")}) {
        for (const QByteArray &chunk : {QByteArray("x"), m_bytes.left(kMiB), QByteArray()}) {
            const HttpReply reply = ask(
                "PATCH", location, {{"Content-Type", "application/offset+octet-stream"}, {"Upload-Offset", at}}, chunk);
            EXPECT_EQ(reply.status, at == "9223372036854775808" ? 400 : 409) << at.constData() << ' ' << chunk.size();
        }
        EXPECT_EQ(offset(location), 1000) << at.constData();
        EXPECT_EQ(ask("GET", "/api/v1/health").status, 200);
        EXPECT_EQ(ask("GET", "/api/v1/changes").status, 200);
    }
    EXPECT_EQ(send(location, 1000, m_bytes.size()).status, 204);
    expectWhole();
}

TEST_F(RawTus, namesThatAreNone_openNothing)
{
    for (const char *target :
         {"/api/v1/files/../../../etc/passwd", "/api/v1/files/..%2f..%2f..%2fetc%2fpasswd", "/api/v1/files/%2e%2e",
          "/api/v1/files//etc/passwd", "/api/v1/files/%00", "/api/v1/files/a%5cb"}) {
        for (const char *method : {"GET", "HEAD", "PATCH", "DELETE"}) {
            auto connection = HttpConnection::open(m_server->url());
            ASSERT_TRUE(connection.ok());
            ASSERT_TRUE(connection
                            ->send(QByteArray(method) + ' ' + target +
                                   " HTTP/1.1\r\nHost: x\r\nTus-Resumable: 1.0.0\r\nAuthorization: Bearer " + m_token +
                                   "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
                            .ok());
            const auto to = qstrcmp(method, "HEAD") == 0 ? HttpConnection::To::Head : HttpConnection::To::AnyOther;
            auto reply = connection->reply(15'000, to);
            ASSERT_TRUE(reply.ok()) << method << ' ' << target;
            EXPECT_TRUE(reply->status == 400 || reply->status == 404) << method << ' ' << target << reply->status;
        }
    }
    EXPECT_EQ(ask("GET", "/api/v1/health").status, 200);
}

TEST_F(RawTus, killedInTheMiddleOfAChunk_keepsWhatWasAcknowledged)
{
    const QByteArray location = begun();
    ASSERT_EQ(send(location, 0, 3 * kMiB).status, 204);
    HttpClient client(m_server->url());
    client.useToken(m_token);
    QByteArray request = client.bytesOf("PATCH", location, m_bytes.mid(3 * kMiB, 2 * kMiB),
                                        {{"Tus-Resumable", "1.0.0"},
                                         {"Content-Type", "application/offset+octet-stream"},
                                         {"Upload-Offset", QByteArray::number(3 * kMiB)}});
    request.chop(kMiB);
    auto cut = HttpConnection::open(m_server->url());
    ASSERT_TRUE(cut.ok());
    ASSERT_TRUE(cut->send(request).ok());
    killAndRestart();
    const qint64 kept = offset(location);
    EXPECT_GE(kept, 3 * kMiB);
    EXPECT_LE(kept, 4 * kMiB);
    EXPECT_EQ(send(location, kept, m_bytes.size()).status, 204);
    expectWhole();
}

} // namespace
} // namespace markaz::test
