// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Against a real socket that answers with any bytes.
#include "core/sync/httptransport.h"

#include "core/support/gzip.h"
#include "tests/support/paths.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>

#include <gtest/gtest.h>

using namespace markaz;
using namespace std::chrono_literals;

namespace {

constexpr HttpLimits kLimits{2s, 10s, 64 * 1024};

void spinUntil(const std::function<bool()> &done)
{
    QDeadlineTimer deadline(20s);
    while (!done() && !deadline.hasExpired())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
}

QByteArray pem()
{
    QFile file(test::sourcePath(QStringLiteral("tests/data/tls/selfsigned.pem")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Answers each request that has come whole with the same bytes; without any it stays silent.
class RawServer final : public QTcpServer
{
public:
    explicit RawServer(bool tls = false)
        : m_tls(tls)
    {
        listen(QHostAddress::LocalHost);
    }
    QUrl url(const QString &host = QStringLiteral("127.0.0.1")) const
    {
        return QUrl(QStringLiteral("%1://%2:%3")
                        .arg(m_tls ? QStringLiteral("https") : QStringLiteral("http"), host)
                        .arg(serverPort()));
    }

    QByteArray answer;
    bool closeAfter = false;
    QByteArray received;
    int connections = 0;

protected:
    void incomingConnection(qintptr handle) override
    {
        ++connections;
        auto *socket = new QSslSocket(this);
        socket->setSocketDescriptor(handle);
        connect(socket, &QSslSocket::readyRead, this, [this, socket] {
            received += socket->readAll();
            const qsizetype head = received.indexOf("\r\n\r\n");
            if (head < 0 || answer.isEmpty())
                return;
            socket->write(answer);
            socket->flush();
            if (closeAfter)
                socket->disconnectFromHost();
        });
        if (m_tls) {
            socket->setLocalCertificate(QSslCertificate(pem()));
            socket->setPrivateKey(QSslKey(pem(), QSsl::Ec));
            socket->startServerEncryption();
        }
    }

private:
    bool m_tls;
};

Result<HttpResponse> ask(Transport &transport,
                         const HttpRequest &request = {"GET", QStringLiteral("/api/v1/health"), {}, {}})
{
    std::optional<Result<HttpResponse>> answer;
    transport.send(request, [&answer](const Result<HttpResponse> &got) { answer.emplace(got); });
    EXPECT_FALSE(answer) << "never from inside send()";
    spinUntil([&answer] { return answer.has_value(); });
    return answer.value_or(Result<HttpResponse>(makeError(ErrorCode::Internal, QStringLiteral("no answer"))));
}

ErrorCode failure(Transport &transport)
{
    const auto answer = ask(transport);
    return answer ? ErrorCode::Internal : answer.error().code;
}

ErrorCode check(const char *url)
{
    const auto result = checkServerUrl(QUrl(QString::fromLatin1(url)));
    return result ? ErrorCode::Internal : result.error().code;
}

} // namespace

TEST(ServerUrl, place_isTheHostInOneSpelling)
{
    const auto place = [](const char *url) { return serverPlace(QUrl(QString::fromLatin1(url))); };
    const QString own = place("https://markaz.example");
    EXPECT_EQ(own, QStringLiteral("https://markaz.example"));
    for (const char *same : {"https://Markaz.Example/", "https://markaz.example:8443", "https://markaz.example/base/"})
        EXPECT_EQ(place(same), own) << same;
    for (const char *other : {"https://markaz.example.org", "https://markaz.examp1e", "http://markaz.example",
                              "https://other.markaz.example"})
        EXPECT_NE(place(other), own) << other;
    EXPECT_NE(place("http://127.0.0.1"), place("http://localhost"));
}

TEST(ServerUrl, httpsAnywhere_httpOnlyHere)
{
    for (const char *good : {"https://markaz.example", "https://markaz.example:8443/base", "http://127.0.0.1:8480",
                             "http://localhost:8480", "http://LOCALHOST", "http://[::1]:8480", "http://127.4.5.6"})
        EXPECT_TRUE(checkServerUrl(QUrl(QString::fromLatin1(good)))) << good;
    for (const char *bad : {"http://markaz.example", "http://10.0.0.1", "http://localhost.example", "http://[fe80::1]",
                            "ftp://127.0.0.1", "", "markaz.example", "https://", "https://user:pw@markaz.example",
                            "https://markaz.example?x=1", "https://markaz.example#x", "http://0.0.0.0"})
        EXPECT_EQ(check(bad), ErrorCode::InvalidValue) << bad;
    EXPECT_FALSE(
        checkServerUrl(QUrl(QStringLiteral("https://u:secret@h"))).error().detail.contains(QStringLiteral("secret")));
}

TEST(HttpTransport, unsafeAddress_nothingLeaves)
{
    RawServer server;
    HttpTransport transport(QUrl(QStringLiteral("http://user@127.0.0.1:%1").arg(server.serverPort())));
    EXPECT_EQ(failure(transport), ErrorCode::InvalidValue);
    EXPECT_EQ(server.connections, 0);
}

TEST(HttpTransport, request_arrivesAsItWasWritten)
{
    RawServer server;
    server.answer =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nX-Mixed-Case: Kept\r\nContent-Length: 2\r\n\r\n{}";
    HttpTransport transport(server.url());
    const auto answer = ask(transport, {"POST",
                                        QStringLiteral("/api/v1/changes?cursor=a%3Ab&limit=5"),
                                        {{"markaz-nonce", "n-1"}, {"accept-encoding", "gzip"}},
                                        "{\"x\":1}"});
    ASSERT_TRUE(answer) << qPrintable(answer.error().detail);
    EXPECT_EQ(answer->status, 200);
    EXPECT_EQ(answer->body, "{}");
    EXPECT_EQ(answer->headers.value("x-mixed-case"), "Kept");
    EXPECT_TRUE(server.received.startsWith("POST /api/v1/changes?cursor=a%3Ab&limit=5 HTTP/1.1\r\n"))
        << server.received.constData();
    EXPECT_TRUE(server.received.toLower().contains("markaz-nonce: n-1\r\n"));
    EXPECT_TRUE(server.received.endsWith("\r\n\r\n{\"x\":1}"));
}

TEST(HttpTransport, statuses_areAnswersAlsoTheBadOnes)
{
    for (const int status : {201, 400, 401, 403, 404, 409, 410, 413, 426, 429, 500, 502, 503}) {
        RawServer server;
        server.answer =
            "HTTP/1.1 " + QByteArray::number(status) +
            " X\r\nWWW-Authenticate: Bearer\r\nContent-Type: application/problem+json\r\nContent-Length: 4\r\n\r\nbody";
        HttpTransport transport(server.url());
        const auto answer = ask(transport, {"POST", QStringLiteral("/x"), {}, "{}"});
        ASSERT_TRUE(answer) << status << qPrintable(answer.error().detail);
        EXPECT_EQ(answer->status, status);
        EXPECT_EQ(answer->body, "body") << status;
    }
}

TEST(HttpTransport, redirect_isNotFollowed)
{
    RawServer portal;
    RawServer server;
    for (const char *status : {"301", "302", "303", "307", "308"}) {
        server.answer = QByteArray("HTTP/1.1 ") + status + " X\r\nLocation: " + portal.url().toEncoded() +
                        "/login\r\nContent-Length: 0\r\n\r\n";
        server.received.clear();
        HttpTransport transport(server.url());
        const auto answer = ask(transport);
        ASSERT_TRUE(answer) << status;
        EXPECT_EQ(answer->status, QByteArray(status).toInt());
    }
    EXPECT_EQ(portal.connections, 0);
}

TEST(HttpTransport, compressedBody_comesAsItWasSent)
{
    RawServer server;
    const QByteArray packed = gzip("{\"a\":1}");
    server.answer =
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + QByteArray::number(packed.size()) +
        "\r\n\r\n" + packed;
    HttpTransport transport(server.url());
    const auto answer = ask(transport, {"GET", QStringLiteral("/x"), {{"accept-encoding", "gzip"}}, {}});
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->body, packed) << "inflated by the client within its bounds, not by the transport";
}

TEST(HttpTransport, cookies_areNeitherKeptNorSent)
{
    RawServer server;
    server.answer = "HTTP/1.1 200 OK\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\n\r\n";
    HttpTransport transport(server.url());
    ASSERT_TRUE(ask(transport));
    server.received.clear();
    ASSERT_TRUE(ask(transport));
    EXPECT_FALSE(server.received.toLower().contains("cookie"));
}

TEST(HttpTransport, brokenOffAnswers_areNetworkErrors)
{
    const QByteArray whole = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n0123456789";
    for (qsizetype cut = 1; cut < whole.size(); cut += 7) {
        RawServer server;
        server.answer = whole.left(cut);
        server.closeAfter = true;
        HttpTransport transport(server.url(), kLimits);
        EXPECT_EQ(failure(transport), ErrorCode::NetworkUnreachable) << cut;
    }
    RawServer chunked;
    chunked.answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc";
    chunked.closeAfter = true;
    HttpTransport transport(chunked.url(), kLimits);
    EXPECT_EQ(failure(transport), ErrorCode::NetworkUnreachable) << "a chunk that is not whole";
}

TEST(HttpTransport, nobodyListens_isUnreachable)
{
    QUrl gone;
    {
        RawServer server;
        gone = server.url();
    }
    HttpTransport transport(gone, kLimits);
    EXPECT_EQ(failure(transport), ErrorCode::NetworkUnreachable);
}

TEST(HttpTransport, silence_timesOut)
{
    RawServer server; // takes the request and says nothing
    HttpTransport silent(server.url(), {200ms, 10s, 1024});
    EXPECT_EQ(failure(silent), ErrorCode::NetworkTimeout);
    HttpTransport slow(server.url(), {10s, 200ms, 1024});
    EXPECT_EQ(failure(slow), ErrorCode::NetworkTimeout) << "the whole request has an end too";
}

TEST(HttpTransport, largeAnswer_isTooLarge)
{
    RawServer server;
    server.answer = "HTTP/1.1 200 OK\r\nContent-Length: 70000\r\n\r\n" + QByteArray(70'000, 'x');
    HttpTransport transport(server.url(), kLimits);
    EXPECT_EQ(failure(transport), ErrorCode::TooLarge);
}

TEST(HttpTransport, destroyed_isNotHeardOf)
{
    RawServer server;
    bool heard = false;
    {
        HttpTransport transport(server.url());
        transport.send({"GET", QStringLiteral("/x"), {}, {}}, [&heard](const auto &) { heard = true; });
        spinUntil([&server] { return server.connections == 1; });
    }
    QCoreApplication::processEvents();
    EXPECT_FALSE(heard);
}

TEST(HttpTransport, selfSignedCertificate_endsTheRequestBeforeAnythingIsSaid)
{
    RawServer server(true);
    server.answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    HttpTransport transport(server.url(), kLimits);
    const auto answer = ask(transport, {"POST", QStringLiteral("/x"), {{"authorization", "Bearer t"}}, "{}"});
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::NotTrusted);
    EXPECT_EQ(answer.error().where, QLatin1String(nottrusted::kIssuer));
    EXPECT_EQ(server.connections, 1);
    EXPECT_EQ(server.received, QByteArray());
}

TEST(HttpTransport, trustedCertificate_isSpokenTo_anothersNameIsNot)
{
    const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
    QSslConfiguration trusting = before;
    trusting.addCaCertificate(QSslCertificate(pem()));
    QSslConfiguration::setDefaultConfiguration(trusting);
    RawServer server(true);
    server.answer = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    HttpTransport transport(server.url(QStringLiteral("localhost")), kLimits);
    EXPECT_TRUE(ask(transport));
    server.received.clear();
    HttpTransport other(server.url(QStringLiteral("127.0.0.2")), kLimits);
    EXPECT_FALSE(ask(other)) << "the certificate names localhost and 127.0.0.1";
    EXPECT_EQ(server.received, QByteArray());
    QSslConfiguration::setDefaultConfiguration(before);
}
