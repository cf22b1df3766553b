// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/http/identity.h"

#include <QFile>

#include <chrono>
#include <vector>

namespace markaz::server::test {
namespace {

using namespace std::chrono_literals;
using markaz::test::CertificatePair;
using markaz::test::CertificateWish;

class Tls : public ::testing::Test
{
protected:
    static void put(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        ASSERT_EQ(file.write(bytes), bytes.size());
    }
    static CertificateWish validFor(int fromDays, int toDays)
    {
        CertificateWish wish;
        const QDateTime now = QDateTime::currentDateTimeUtc();
        wish.from = now.addDays(fromDays);
        wish.to = now.addDays(toDays);
        return wish;
    }
    /// Limits within the test's patience, for those who dawdle.
    static HttpServer::Options impatient()
    {
        HttpServer::Options options;
        options.limits.headTime = 200ms;
        options.limits.lingerTime = 200ms;
        return options;
    }

    Identity identity;
};

TEST_F(Tls, requests_areAnsweredOneAfterTheOther)
{
    FrontUnderTest front(identity.options());
    RawClient client = front.client();
    ASSERT_TRUE(client.connected());
    EXPECT_EQ(client.serverKeyHash(), identity.keyHash);
    client.send(get("/a") + get("/b") + post("/c", QByteArray(300'000, 'c')));
    EXPECT_EQ(client.reply().body, "GET /a ");
    EXPECT_EQ(client.reply().body, "GET /b ");
    EXPECT_EQ(client.reply().body.size(), 300'000 + 8);
    EXPECT_EQ(client.ask(get("/d", "Connection: close\r\n")).body, "GET /d ");
    EXPECT_EQ(client.untilClosed(), "");
}

TEST_F(Tls, versions_areTwelveAndThirteenWithForwardSecrecy)
{
    FrontUnderTest front(identity.options());
    for (const int version : {TLS1_VERSION, TLS1_1_VERSION})
        EXPECT_FALSE(RawClient(front.port, TlsWish{version}).connected()) << version;
    EXPECT_FALSE(RawClient(front.port, TlsWish{TLS1_2_VERSION, "ECDHE-ECDSA-AES128-SHA"}).connected());
    EXPECT_TRUE(RawClient(front.port, TlsWish{TLS1_2_VERSION, "ECDHE-ECDSA-AES128-GCM-SHA256"}).connected());
    EXPECT_TRUE(RawClient(front.port, TlsWish{TLS1_2_VERSION, "ECDHE-ECDSA-CHACHA20-POLY1305"}).connected());
    EXPECT_TRUE(RawClient(front.port, TlsWish{TLS1_3_VERSION}).connected());
}

TEST_F(Tls, plainRequest_isNeitherHeardNorAnswered)
{
    FrontUnderTest front(identity.options());
    RawClient plain(front.port);
    plain.send(get("/x"));
    EXPECT_FALSE(plain.untilClosed().startsWith("HTTP"));
    EXPECT_EQ(front.calls, 0);
    front.expectAlive();
}

TEST_F(Tls, handshakeThatDawdles_isClosedLikeAHalfHead)
{
    FrontUnderTest front(identity.options(impatient()));
    RawClient silent(front.port);
    EXPECT_EQ(silent.untilClosed(), "");

    // A ClientHello that says it is 512 bytes long and trickles in.
    RawClient trickling(front.port);
    trickling.send(QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11));
    const auto start = std::chrono::steady_clock::now();
    while (!trickling.somethingCame(20)) {
        trickling.send("r");
        ASSERT_LT(std::chrono::steady_clock::now() - start, 20s) << "the trickle held the connection";
    }
    EXPECT_FALSE(trickling.untilClosed().startsWith("HTTP"));

    RawClient agreed = front.client(); // and what was agreed on does not begin the time anew for ever
    ASSERT_TRUE(agreed.connected());
    agreed.send("GET /x HTTP/1.1\r\nHost: x\r\n");
    EXPECT_EQ(agreed.untilClosed(), "");
    EXPECT_EQ(front.calls, 0);
}

TEST_F(Tls, limits_holdAsTheyDoWithoutIt)
{
    HttpServer::Options options;
    options.limits.connections = 3;
    FrontUnderTest front(identity.options(options));
    EXPECT_EQ(front.ask("POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 1048577\r\n\r\n").status, 413);
    EXPECT_EQ(front.ask("GET /x HTTP/1.1\r\nX: " + QByteArray(1024 * 1024, 'f')).status, 431);

    std::vector<RawClient> busy;
    const auto beginOne = [&] {
        busy.push_back(front.client());
        busy.back().send(get("/wait"));
        front.gate.awaitVisitors(static_cast<int>(busy.size()));
    };
    beginOne();
    beginOne();
    RawClient half(front.port); // a connection counts from accept, and without its handshake it makes room
    EXPECT_EQ(front.ask(get("/x")).status, 200);
    EXPECT_EQ(half.untilClosed(), "");
    beginOne();
    EXPECT_EQ(front.ask(get("/x")).status, 503);
}

TEST_F(Tls, replyThatNobodyTakes_isGivenUp)
{
    HttpServer::Options options = impatient();
    options.limits.headTime = 20s;
    options.limits.idleTime = 200ms;
    options.limits.connections = 1;
    FrontUnderTest front(identity.options(options), [](const ApiRequest &request) {
        ApiResponse response;
        response.mediaType = "text/plain";
        response.body = QByteArray(request.path == QLatin1String("/large") ? 64 * 1024 * 1024 : 2, 'r');
        return response;
    });
    RawClient greedy = front.client();
    greedy.send(get("/large"));
    ASSERT_TRUE(greedy.somethingCame(RawClient::kPatience));
    int status = 0;
    for (int attempt = 0; attempt < 100000 && status != 200; ++attempt)
        status = front.ask(get("/small")).status;
    EXPECT_EQ(status, 200);
}

TEST_F(Tls, leavingAnywhere_isHarmless)
{
    FrontUnderTest front(identity.options());
    const QByteArray hello = QByteArray::fromHex("16030100050100000103");
    for (qsizetype cut = 0; cut <= hello.size(); ++cut) {
        RawClient rude(front.port);
        rude.send(hello.left(cut));
        rude.leaveRudely();
    }
    const QByteArray request = post("/x", "0123456789");
    for (qsizetype cut = 0; cut <= request.size(); cut += 7) {
        RawClient client = front.client();
        client.send(request.left(cut));
        client.leaveRudely();
    }
    front.expectAlive();
}

TEST_F(Tls, stopWhileHandshakesAreUnderWay_waitsForNone)
{
    HttpServer::Options options;
    options.limits.stopTime = 60s; // the test's own patience is shorter
    FrontUnderTest front(identity.options(options));
    RawClient half(front.port);
    half.send("\x16\x03\x01");
    RawClient whole = front.client();
    EXPECT_EQ(whole.ask(get("/x")).status, 200);
    front.server.stop();
    EXPECT_EQ(half.untilClosed(), "");
    EXPECT_EQ(whole.untilClosed(), "");
}

TEST_F(Tls, reload_isSeenByNewConnectionsAndOpenOnesStay)
{
    FrontUnderTest front(identity.options());
    const QByteArray before = identity.keyHash;
    RawClient open = front.client();
    EXPECT_EQ(open.ask(get("/x")).status, 200);

    identity.replace(identity.authority.issue());
    ASSERT_NE(identity.keyHash, before);
    ASSERT_TRUE(front.server.reloadTls().ok());
    EXPECT_EQ(open.ask(get("/still")).body, "GET /still ");
    RawClient fresh = front.client();
    EXPECT_EQ(fresh.serverKeyHash(), identity.keyHash);
    EXPECT_EQ(fresh.ask(get("/x")).status, 200);
}

TEST_F(Tls, badPair_isRefusedAtTheStartAndKeepsTheOldOneLater)
{
    FrontUnderTest front(identity.options());
    const CertificatePair good = identity.authority.issue();
    const CertificatePair other = identity.authority.issue();
    const CertificatePair gone = identity.authority.issue(validFor(-9, -2));
    const CertificatePair early = identity.authority.issue(validFor(2, 9));
    struct Bad
    {
        const char *name;
        QByteArray chain;
        QByteArray key;
        ErrorCode code;
        bool atStart; ///< refused there too
    };
    const QByteArray locked = "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIH0MF8G\n-----END ENCRYPTED PRIVATE KEY-----\n";
    const QByteArray before = identity.keyHash;
    for (const Bad &bad : {Bad{"another's key", good.certificate, other.key, ErrorCode::InvalidValue, true},
                           Bad{"no certificate", "words", good.key, ErrorCode::Malformed, true},
                           Bad{"half a certificate", good.certificate.left(300), good.key, ErrorCode::Malformed, true},
                           Bad{"a key in its place", good.key, good.key, ErrorCode::Malformed, true},
                           Bad{"no key", good.certificate, good.certificate, ErrorCode::Malformed, true},
                           Bad{"a passphrase", good.certificate, locked, ErrorCode::Malformed, true},
                           Bad{"has run out", gone.certificate, gone.key, ErrorCode::InvalidValue, false},
                           Bad{"not yet valid", early.certificate, early.key, ErrorCode::InvalidValue, false}}) {
        SCOPED_TRACE(bad.name);
        put(identity.files.chain, bad.chain);
        put(identity.files.key, bad.key);
        const Result<void> reloaded = front.server.reloadTls();
        ASSERT_FALSE(reloaded.ok());
        EXPECT_EQ(reloaded.error().code, bad.code) << qPrintable(reloaded.error().detail);
        EXPECT_TRUE(reloaded.error().where == identity.files.chain || reloaded.error().where == identity.files.key);
        EXPECT_EQ(front.client().serverKeyHash(), before) << "the old one stays";
        HttpServer another(identity.options(), [](const ApiRequest &) { return ApiResponse(); });
        EXPECT_EQ(another.start().ok(), !bad.atStart);
    }
    QFile::remove(identity.files.chain);
    EXPECT_EQ(front.server.reloadTls().error().code, ErrorCode::StorageFailed);
    front.expectAlive();
}

TEST_F(Tls, keyThatOthersMayRead_isNotServed)
{
    QFile::setPermissions(identity.files.key, QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther);
    HttpServer server(identity.options(), [](const ApiRequest &) { return ApiResponse(); });
    const Result<quint16> started = server.start();
    ASSERT_FALSE(started.ok());
    EXPECT_EQ(started.error().code, ErrorCode::NotAllowed);
    EXPECT_EQ(started.error().where, identity.files.key);
}

TEST_F(Tls, reloadWithoutTls_isAWrongState)
{
    FrontUnderTest plain;
    EXPECT_EQ(plain.server.reloadTls().error().code, ErrorCode::WrongState);
}

} // namespace
} // namespace markaz::server::test
