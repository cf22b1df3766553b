// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/gzip.h"
#include "tests/app/http/rawclient.h"
#include "tests/support/sanitized.h"
#include "tests/support/serverprocess.h"
#include "tests/support/tls/certificates.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <chrono>
#include <list>
#include <memory>
#include <vector>

namespace markaz::server::test {
namespace {

using namespace std::chrono_literals;
using markaz::test::kSanitized;
using markaz::test::ServerProcess;
using markaz::test::ServerStore;
using Clock = std::chrono::steady_clock;

constexpr qsizetype kMiB = 1024LL * 1024;
constexpr char kPassword[] = "a passphrase for the probes";

enum class Way { Plain, Tls };

/// A real server with one account; each probe ends with the server alive, answering, and no larger than it may be.
class Probes : public testing::TestWithParam<Way>
{
protected:
    void SetUp() override
    {
        m_store.dataDir = m_folder.filePath(QStringLiteral("data"));
        ASSERT_TRUE(ServerProcess::addAccount(m_store, QStringLiteral("inspector"), QStringLiteral("inspector"),
                                              {QStringLiteral("PK-PB")}, kPassword)
                        .ok());
    }
    void launch(const QStringList &through = {})
    {
        QStringList more;
        if (GetParam() == Way::Tls) {
            const auto files = markaz::test::writePair(m_folder.path(), markaz::test::CertificateAuthority().issue());
            more << QStringLiteral("--tls-cert") << files.chain << QStringLiteral("--tls-key") << files.key;
        }
        auto started = ServerProcess::start(m_store, more, through);
        ASSERT_TRUE(started.ok()) << qPrintable(started.error().detail);
        m_server = std::move(*started);
    }
    void TearDown() override
    {
        if (!m_server)
            return;
        EXPECT_TRUE(m_server->running()) << m_server->output().constData();
        EXPECT_EQ(ask("GET", "/api/v1/health").status, 200);
        EXPECT_EQ(m_server->terminate().value(), 0);
        EXPECT_FALSE(m_server->output().contains("\"level\":\"error\"")) << m_server->output().constData();
    }

    static RawClient clientOf(quint16 port, Way way)
    {
        return RawClient(port, way == Way::Tls ? std::optional(TlsWish()) : std::nullopt);
    }
    /// One who connects and sends nothing that means anything yet: half a head, or half a handshake.
    static RawClient halfOf(quint16 port, Way way)
    {
        RawClient raw(port);
        raw.send(way == Way::Tls ? QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11)
                                 : QByteArray("GET /api/v1/health HTTP/1.1\r\nHost: x\r\n"));
        return raw;
    }
    RawClient client() const { return clientOf(m_server->port(), GetParam()); }
    RawClient half() const { return halfOf(m_server->port(), GetParam()); }
    static QByteArray request(const QByteArray &method, const QByteArray &path, const QByteArray &body = {},
                              const QByteArray &fields = {})
    {
        return method + ' ' + path + " HTTP/1.1\r\nHost: x\r\nMarkaz-Protocol: 1\r\nMarkaz-Nonce: n\r\n" + fields +
               "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }
    Reply ask(const QByteArray &method, const QByteArray &path, const QByteArray &body = {},
              const QByteArray &fields = {}) const
    {
        return client().ask(request(method, path, body, fields));
    }
    /// The fields of a signed-in client; the sign-in itself needs the store, its files and 64 MiB for the hash.
    QByteArray signedIn() const
    {
        const QByteArray body = QByteArrayLiteral(R"({"username":"inspector","password":")") + kPassword +
                                R"(","device":{"id":"01900000-0000-7000-8000-000000000001","name":"Laptop"}})";
        const Reply reply = ask("POST", "/api/v1/session", body, "Content-Type: application/json\r\n");
        EXPECT_EQ(reply.status, 201) << reply.body.constData();
        return "Content-Type: application/json\r\nAuthorization: Bearer " +
               QJsonDocument::fromJson(reply.body).object().value(QLatin1String("access_token")).toString().toLatin1() +
               "\r\n";
    }
    /// Somebody else, with a connection of their own, is served while \p what goes on.
    void expectOthersServed(const QByteArray &fields, const char *what) const
    {
        EXPECT_EQ(ask("GET", "/api/v1/health").status, 200) << what;
        EXPECT_EQ(ask("GET", "/api/v1/changes", {}, fields).status, 200) << what;
    }
    /// MiB that the process has had in memory at its largest; always 0 where a sanitizer has its own share of them.
    int largest() const
    {
        if (kSanitized)
            return 0;
        QFile status(QStringLiteral("/proc/%1/status").arg(m_server->pid()));
        if (!status.open(QIODevice::ReadOnly))
            return 1 << 20;
        const QByteArray text = status.readAll();
        return text.mid(text.indexOf("VmHWM:") + 6).trimmed().split(' ').value(0).toInt() / 1024;
    }

    QTemporaryDir m_folder;
    ServerStore m_store;
    std::unique_ptr<ServerProcess> m_server;
};

TEST_P(Probes, halfOpenFlood_leavesRoomForOthersWithFewDescriptors)
{
    launch({QStringLiteral("prlimit"), QStringLiteral("--nofile=200:200")});
    const QByteArray fields = signedIn();
    const int before = largest();
    std::vector<RawClient> flood;
    for (int i = 0; i < 500; ++i) {
        flood.push_back(half());
        if (i % 50 == 49) {
            EXPECT_EQ(ask("GET", "/api/v1/health").status, 200) << "after " << i << " half-open ones";
            EXPECT_EQ(ask("GET", "/api/v1/changes", {}, fields).status, 200) << "and the store opens its files";
        }
    }
    EXPECT_LT(largest(), before + 64);
    flood.clear();
    signedIn();
    EXPECT_FALSE(m_server->output().contains("could not be accepted")) << "no descriptor was missing";
}

TEST_P(Probes, announcedBodiesThatDoNotCome_leaveRoomForOthersWithFewDescriptors)
{
    launch({QStringLiteral("prlimit"), QStringLiteral("--nofile=200:200")});
    const QByteArray fields = signedIn();
    const QByteArray whole = request("POST", "/api/v1/session", "{", "Content-Type: application/json\r\n");
    std::vector<RawClient> flood;
    for (int i = 0; i < 300; ++i) {
        flood.push_back(client());
        flood.back().send(whole.left(whole.size() - 1));
        if (i % 50 == 49) {
            EXPECT_EQ(ask("GET", "/api/v1/health").status, 200) << "after " << i << " half bodies";
            EXPECT_EQ(ask("GET", "/api/v1/changes", {}, fields).status, 200);
        }
    }
}

TEST_P(Probes, bodiesOfStrangers_keepNoSignedInClientOut)
{
    launch();
    const QByteArray fields = signedIn();
    const int before = largest();
    const QByteArray json = "Content-Type: application/json\r\n";
    const QByteArray most = request("POST", "/api/v1/session", QByteArray(kMiB, '['), json);
    const QByteArray push = R"({"batch_id":"01900000-0000-7000-8000-00000000b001","history":"","changes":[],"more":")" +
                            QByteArray(500 * 1024, '.') + "\"}";
    std::vector<RawClient> flood;
    for (int i = 0; i < 140; ++i) { // 128 of them fill all the room that there is for bodies
        flood.push_back(client());
        flood.back().send(most.left(most.size() - 300));
        if (i >= 128 && i % 4 == 0) {
            EXPECT_EQ(ask("POST", "/api/v1/changes", push, fields).status, 200) << "beside " << i;
        }
    }
    RawClient stranger = client();
    stranger.send(request("POST", "/api/v1/changes", QByteArray(kMiB, '['), json).left(300));
    const Reply told = stranger.reply();
    EXPECT_EQ(told.status, 401) << "before it sends the body";
    EXPECT_EQ(told.headers.value("markaz-nonce"), "n");
    EXPECT_LT(largest(), before + 2 * 128 + 64);
}

TEST_P(Probes, floodOfHalfBodies_staysSmall)
{
    launch();
    const QByteArray fields = signedIn();
    const int before = largest();
    const QByteArray most = request("POST", "/api/v1/changes", QByteArray(kMiB, '['), fields);
    std::vector<RawClient> flood;
    for (int i = 0; i < 250; ++i) {
        flood.push_back(client());
        flood.back().send(most.left(most.size() - 1));
    }
    EXPECT_EQ(ask("GET", "/api/v1/changes", {}, fields).status, 200);
    EXPECT_LT(largest(), before + 2 * 128 + 64) << "128 MiB of bodies are held, in buffers up to twice that";
}

TEST_P(Probes, bodiesThatGrow_staySmall)
{
    launch();
    const QByteArray fields = signedIn();
    const int before = largest();
    const QByteArray packed = fields + "Content-Encoding: gzip\r\n";
    const QByteArray bomb = gzip(QByteArray(64 * kMiB, ' '));
    // As large as may be: padding that packs a little less than fifty to one.
    QByteArray padding;
    for (int i = 0; padding.size() < 8 * kMiB - 100; ++i)
        padding += QByteArray::number(i * 2'654'435'761U, 36).left(7) + QByteArray(180, ' ');
    const QByteArray large = gzip("{\"batch_id\":\"x\",\"history\":\"\",\"changes\":[]}" + padding);
    for (int i = 0; i < 20; ++i) {
        RawClient bomber = client(); // its reply is read only when others have had theirs
        bomber.send(request("POST", "/api/v1/changes", bomb, packed));
        expectOthersServed(fields, "beside a body that grows");
        EXPECT_EQ(bomber.reply().status, 413);
        const int status = ask("POST", "/api/v1/changes", large, packed).status;
        EXPECT_TRUE(status == 400 || status == 413) << status;
        EXPECT_EQ(ask("POST", "/api/v1/changes", QByteArray(kMiB, '['), fields).status, 413);
        EXPECT_EQ(ask("POST", "/api/v1/changes", QByteArray(kMiB / 2, '[') + QByteArray(kMiB / 2, ']'), fields).status,
                  413);
        EXPECT_EQ(ask("POST", "/api/v1/changes", '"' + QByteArray(kMiB - 2, '\xff') + '"', fields).status, 400);
    }
    EXPECT_LT(largest(), before + 128);
}

TEST_P(Probes, pipelinedRequests_areAnsweredInOrderUntilTheBadOne)
{
    launch();
    const QByteArray fields = signedIn();
    RawClient one = client();
    QByteArray all;
    for (int i = 0; i < 200; ++i)
        all += "GET /api/v1/health HTTP/1.1\r\nHost: x\r\nMarkaz-Protocol: 1\r\nMarkaz-Nonce: n-" +
               QByteArray::number(i) + "\r\n\r\n";
    one.send(all + "GET /api/v1/health HTTP/1.1\r\nHost : x\r\n\r\n" + all);
    for (int i = 0; i < 200; ++i) {
        if (i % 50 == 0)
            expectOthersServed(fields, "beside a pipeline whose replies nobody reads yet");
        ASSERT_EQ(one.reply().headers.value("markaz-nonce"), "n-" + QByteArray::number(i));
    }
    EXPECT_EQ(one.reply().status, 400);
    EXPECT_EQ(one.untilClosed(), "") << "nothing behind it is heard";
}

TEST_P(Probes, pathTricks_reachNothing)
{
    launch();
    const QByteArray fields = signedIn() + "Tus-Resumable: 1.0.0\r\n";
    for (const QByteArray path :
         {"/api/v1/files/../../data/issuer-key.json", "/api/v1/files/%2e%2e%2fissuer-key.json",
          "/api/v1/files/%2e%2e/%2e%2e/etc/passwd", "/api/v1/files/..%5cissuer-key.json", "/api/v1/files/%00",
          "/api/v1/files/..", "/api/v1/files/.%2e", "/api/v1//files/x", "//api/v1/health", "/api\\v1\\health",
          "http://127.0.0.1/api/v1/health", "*", "/api/v1/files/%c0%ae%c0%ae", "/api/v1/files/%252e%252e",
          "/api/v1/health;x=/../metrics", "/api/v1/files/etc%2fpasswd", "/metrics%00", "/./metrics",
          "/verify/%0d%0aX:y"}) {
        for (const QByteArray method : {"GET", "HEAD", "PATCH", "DELETE"}) {
            RawClient one = client();
            one.send(request(method, path, {}, fields + (method == "PATCH" ? "Upload-Offset: 0\r\n" : "")));
            const Reply reply = one.reply(method == "HEAD");
            EXPECT_TRUE(reply.status >= 400 && reply.status < 500)
                << method.constData() << ' ' << path.constData() << ' ' << reply.status;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Both, Probes, testing::Values(Way::Plain, Way::Tls),
                         [](const auto &tested) { return tested.param == Way::Plain ? "plain" : "tls"; });

/// Every way to dawdle at once, plain and over TLS, because the ten seconds are real ones.
class SlowProbes : public Probes
{
};

TEST_P(SlowProbes, whoDawdles_isClosedAfterTenSeconds)
{
    launch();
    auto plain = ServerProcess::start({m_folder.filePath(QStringLiteral("plain")), {}});
    ASSERT_TRUE(plain.ok());
    struct Slow
    {
        std::string name;
        RawClient client;
        bool trickles = false;
    };
    std::list<Slow> all;
    const auto dawdleAt = [&all](const std::string &where, quint16 port, Way way) {
        const auto add = [&](const char *name, RawClient raw, const QByteArray &bytes, bool trickles = false) {
            raw.send(bytes);
            all.push_back({name + where, std::move(raw), trickles});
        };
        const QByteArray post = "POST /api/v1/session HTTP/1.1\r\nHost: x\r\n";
        add("silent", RawClient(port), {});
        add("half a head or handshake", halfOf(port, way), {});
        add("agreed, then silent", clientOf(port, way), {});
        add("a head that trickles", clientOf(port, way), "GET /api/v1/health HTTP/1.1\r\nHost: x\r\n", true);
        add("half a body", clientOf(port, way), post + "Content-Length: 100\r\n\r\n{");
        add("half a chunk", clientOf(port, way), post + "Transfer-Encoding: chunked\r\n\r\nff\r\n{");
        add("a body that trickles", clientOf(port, way), post + "Content-Length: 100000\r\n\r\n", true);
    };
    const auto start = Clock::now();
    dawdleAt(" over TLS", m_server->port(), Way::Tls);
    dawdleAt(" plain", (*plain)->port(), Way::Plain);
    const QByteArray fields = signedIn();
    auto served = start;
    while (!all.empty() && Clock::now() - start < 20s) {
        if (Clock::now() - served > 500ms) {
            expectOthersServed(fields, "beside those who dawdle");
            served = Clock::now();
        }
        std::erase_if(all, [&](Slow &slow) {
            if (slow.trickles)
                slow.client.send("x");
            if (!slow.client.somethingCame(10))
                return false;
            EXPECT_FALSE(slow.client.untilClosed().startsWith("HTTP/1.1 2")) << slow.name;
            EXPECT_GT(Clock::now() - start, 8s) << slow.name;
            return true;
        });
    }
    for (const Slow &slow : all)
        ADD_FAILURE() << slow.name << " still holds its connection after 20 s";
}

INSTANTIATE_TEST_SUITE_P(Both, SlowProbes, testing::Values(Way::Tls),
                         [](const auto &) { return std::string("at_once"); });

} // namespace
} // namespace markaz::server::test
