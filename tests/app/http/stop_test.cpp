// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/http/front.h"

#include <thread>

namespace markaz::server::test {
namespace {

using namespace std::chrono_literals;

/// Returns once the port takes no new connection.
void awaitClosedDoor(quint16 port)
{
    const auto start = std::chrono::steady_clock::now();
    while (RawClient(port).connected())
        ASSERT_LT(std::chrono::steady_clock::now() - start, 20s) << "the server still accepts";
}

TEST(Start, anyFreePort_isNamed)
{
    FrontUnderTest front;
    EXPECT_NE(front.port, 0);
    front.expectAlive();
}

TEST(Start, onAnOccupiedPort_saysSo)
{
    FrontUnderTest first;
    HttpServer::Options options;
    options.port = first.port;
    HttpServer second(options, [](const ApiRequest &) { return ApiResponse(); });
    const Result<quint16> started = second.start();
    ASSERT_FALSE(started.ok());
    EXPECT_EQ(started.error().code, ErrorCode::Exists);
    EXPECT_EQ(started.error().where, QStringLiteral("127.0.0.1:%1").arg(first.port));
    first.expectAlive();
}

TEST(Start, onAnAddressThatIsNotOurs_saysSo)
{
    for (const char *address : {"localhost", "", "300.1.1.1", "192.0.2.1"}) {
        HttpServer::Options options;
        options.address = QString::fromLatin1(address);
        HttpServer server(options, [](const ApiRequest &) { return ApiResponse(); });
        const Result<quint16> started = server.start();
        ASSERT_FALSE(started.ok()) << address;
        EXPECT_EQ(started.error().code, ErrorCode::InvalidValue) << address;
    }
}

TEST(Start, twice_isRefused)
{
    FrontUnderTest front;
    EXPECT_EQ(front.server.start().error().code, ErrorCode::WrongState);
    front.server.stop();
    EXPECT_EQ(front.server.start().error().code, ErrorCode::WrongState);
}

TEST(Stop, withoutStart_isHarmless)
{
    HttpServer server({}, [](const ApiRequest &) { return ApiResponse(); });
    server.stop();
    server.stop();
}

TEST(Stop, whileAHandlerRuns_waitsForItsReply)
{
    HttpServer::Options options;
    options.limits.stopTime = 60s; // closing must not be left to it
    FrontUnderTest front(options);
    RawClient client = front.client();
    client.send(get("/wait"));
    front.gate.awaitVisitor();
    std::thread stopping([&front] { front.server.stop(); });
    awaitClosedDoor(front.port);
    front.gate.open();
    const Reply reply = client.reply();
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.body, "GET /wait ");
    EXPECT_EQ(client.untilClosed(), "");
    client.leave();
    stopping.join();
}

TEST(Stop, queuedRequests_areStillAnswered)
{
    HttpServer::Options options;
    options.workerThreads = 1;
    FrontUnderTest front(options);
    RawClient first = front.client();
    first.send(get("/wait"));
    front.gate.awaitVisitor();
    RawClient second = front.client();
    second.send("POST /second HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n");
    EXPECT_EQ(second.reply().status, 100); // it is known to the server before the stop
    second.send("body");
    std::thread stopping([&front] { front.server.stop(); });
    awaitClosedDoor(front.port);
    front.gate.open();
    EXPECT_EQ(first.reply().status, 200);
    EXPECT_EQ(second.reply().body, "POST /second body");
    first.leave();
    second.leave();
    stopping.join();
}

TEST(Stop, halfSentRequest_mayBeFinished)
{
    FrontUnderTest front;
    RawClient client = front.client();
    const QByteArray second = post("/second", "body");
    client.send(get("/first") + second.left(30));
    EXPECT_EQ(client.reply().body, "GET /first ");
    std::thread stopping([&front] { front.server.stop(); });
    awaitClosedDoor(front.port);
    client.send(second.mid(30));
    const Reply reply = client.reply();
    EXPECT_EQ(reply.body, "POST /second body");
    EXPECT_EQ(reply.headers.value("connection"), "close");
    EXPECT_EQ(client.untilClosed(), "");
    client.leave();
    stopping.join();
}

TEST(Stop, idleConnections_areClosedAtOnce)
{
    HttpServer::Options options;
    options.limits.stopTime = 60s; // the test's own patience is shorter
    FrontUnderTest front(options);
    RawClient used = front.client();
    EXPECT_EQ(used.ask(get("/x")).status, 200);
    RawClient fresh = front.client();
    front.server.stop();
    EXPECT_EQ(used.untilClosed(), "");
    EXPECT_EQ(fresh.untilClosed(), "");
}

TEST(Stop, handlerThatTakesTooLong_losesItsClientAndNothingElse)
{
    HttpServer::Options options;
    options.limits.stopTime = 100ms;
    FrontUnderTest front(options);
    RawClient client = front.client();
    client.send(get("/wait"));
    front.gate.awaitVisitor();
    std::thread stopping([&front] { front.server.stop(); });
    EXPECT_EQ(client.untilClosed(), "");
    front.gate.open();
    stopping.join();
}

TEST(Stop, underLoad_endsCleanly)
{
    HttpServer::Options options;
    options.limits.lingerTime = 50ms;
    for (int round = 0; round < 20; ++round) {
        FrontUnderTest front(options);
        std::vector<RawClient> clients;
        for (int i = 0; i < 20; ++i) {
            clients.push_back(front.client());
            clients.back().send(get("/x") + post("/y", "body"));
        }
        front.server.stop();
        for (RawClient &client : clients) { // each reply that came is whole
            const QByteArray said = client.untilClosed();
            EXPECT_EQ(said.count("HTTP/1.1 200 OK"), said.count("GET /x ") + said.count("POST /y body"));
        }
    }
}

} // namespace
} // namespace markaz::server::test
