// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/http/front.h"

#include <chrono>
#include <thread>
#include <vector>

namespace markaz::server::test {
namespace {

using namespace std::chrono_literals;

HttpServer::Options impatient()
{
    HttpServer::Options options;
    options.limits.headTime = 200ms;
    options.limits.idleTime = 200ms;
    options.limits.keepAlive = 200ms;
    options.limits.lingerTime = 200ms;
    return options;
}

/// Sends \p piece again and again until the server closes; fails when it never does.
void trickleUntilClosed(RawClient &client, const QByteArray &piece)
{
    const auto start = std::chrono::steady_clock::now();
    while (!client.somethingCame(20)) {
        client.send(piece);
        ASSERT_LT(std::chrono::steady_clock::now() - start, 20s) << "the trickle held the connection";
    }
    EXPECT_EQ(client.untilClosed(), "");
}

TEST(Patience, silentConnection_isClosed)
{
    FrontUnderTest front(impatient());
    const auto start = std::chrono::steady_clock::now(); // before the server's: connecting may take long
    RawClient client = front.client();
    EXPECT_EQ(client.untilClosed(), "");
    EXPECT_GE(std::chrono::steady_clock::now() - start, 150ms);
}

TEST(Patience, halfHead_isClosedHoweverItTrickles)
{
    FrontUnderTest front(impatient());
    RawClient client = front.client();
    client.send("GET /x HTTP/1.1\r\nHost: x\r\n");
    trickleUntilClosed(client, "X: y\r\n");
    EXPECT_EQ(front.calls, 0);
}

TEST(Patience, halfBody_isClosedWhenItStops)
{
    FrontUnderTest front(impatient());
    RawClient client = front.client();
    client.send("POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nabc");
    EXPECT_EQ(client.untilClosed(), "");
    EXPECT_EQ(front.calls, 0);
}

TEST(Patience, halfBody_isClosedHoweverItTrickles)
{
    FrontUnderTest front(impatient());
    RawClient client = front.client();
    client.send("POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n");
    trickleUntilClosed(client, "b");
    EXPECT_EQ(front.calls, 0);
}

TEST(Patience, bodyThatBeginsFast_isClosedWhenItTricklesThen)
{
    FrontUnderTest front(impatient());
    RawClient client = front.client();
    client.send("POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n" + QByteArray(900'000, 'b'));
    trickleUntilClosed(client, "b"); // what came before is no credit
    EXPECT_EQ(front.calls, 0);
}

TEST(Patience, wholeBody_hasItsTime)
{
    HttpServer::Options options = impatient();
    options.limits.bodyTime = 400ms;
    FrontUnderTest front(options);
    RawClient client = front.client();
    client.send("POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n");
    trickleUntilClosed(client, QByteArray(600, 'b')); // fast enough at any time, but not for ever
    EXPECT_EQ(front.calls, 0);
}

TEST(Patience, slowButSteadyBody_isTaken)
{
    FrontUnderTest front(impatient());
    RawClient client = front.client();
    client.send("POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 24000\r\n\r\n");
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < 40; ++i) {
        ASSERT_FALSE(client.somethingCame(10)) << "closed too soon";
        client.send(QByteArray(600, 'b'));
    }
    EXPECT_EQ(client.reply().body.size(), 24000 + 8);
    EXPECT_GT(std::chrono::steady_clock::now() - start, 200ms); // longer than idleTime, which only silence uses up
}

TEST(Patience, keepAlive_endsWhenNothingMoreIsAsked)
{
    FrontUnderTest front(impatient());
    RawClient client = front.client();
    EXPECT_EQ(client.ask(get("/x")).status, 200);
    EXPECT_EQ(client.untilClosed(), "");
}

TEST(Patience, replyThatNobodyTakes_isGivenUp)
{
    HttpServer::Options options = impatient();
    options.limits.connections = 1;
    FrontUnderTest front(options, [](const ApiRequest &request) {
        ApiResponse response;
        response.mediaType = "text/plain";
        response.body = QByteArray(request.path == QLatin1String("/large") ? 64 * 1024 * 1024 : 2, 'r');
        return response;
    });
    RawClient greedy = front.client();
    greedy.send(get("/large"));
    ASSERT_TRUE(greedy.somethingCame(RawClient::kPatience));
    int status = 0;
    for (int attempt = 0; attempt < 100000 && status != 200; ++attempt) // its place becomes free without its doing
        status = front.ask(get("/small")).status;
    EXPECT_EQ(status, 200);
}

TEST(Leaving, anywhereInARequest_isHarmless)
{
    FrontUnderTest front;
    const QByteArray plain = post("/x?q=1", "0123456789", "Expect: 100-continue\r\nAccept-Encoding: gzip\r\n");
    const QByteArray chunked =
        "POST /x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5;e=1\r\nabcde\r\n0\r\nT: v\r\n\r\n";
    int whole = 0;
    for (const QByteArray &request : {plain, chunked}) {
        for (qsizetype cut = 0; cut <= request.size(); ++cut) {
            for (const bool rudely : {false, true}) {
                RawClient client = front.client();
                client.send(request.left(cut));
                if (rudely)
                    client.leaveRudely();
                else
                    client.leave();
                whole += cut == request.size() ? 1 : 0;
            }
        }
    }
    front.expectAlive();
    front.server.stop();
    EXPECT_LE(front.calls, whole + 1); // a request that was cut never reached the handler
}

TEST(Leaving, afterEachByteOfTheReply_isHarmless)
{
    FrontUnderTest front;
    const QByteArray request = post("/x", QByteArray(3000, 'z'));
    for (int taken = 0; taken < 40; ++taken) {
        RawClient client = front.client();
        client.send(request);
        ASSERT_TRUE(client.somethingCame(RawClient::kPatience));
        client.leaveRudely();
    }
    front.expectAlive();
}

TEST(Leaving, whileTheHandlerWorks_isHarmless)
{
    FrontUnderTest front;
    {
        RawClient polite = front.client();
        RawClient rude = front.client();
        polite.send(get("/wait"));
        rude.send(get("/wait"));
        front.gate.awaitVisitor();
        rude.leaveRudely();
    }
    front.gate.open();
    front.expectAlive();
}

TEST(Leaving, halfClosed_stillGetsItsReply)
{
    FrontUnderTest front;
    RawClient client = front.client();
    client.send(get("/x"));
    client.finishSending();
    EXPECT_EQ(client.reply().status, 200);
    EXPECT_EQ(client.untilClosed(), "");
}

TEST(Crowd, twoHundredConnections_eachGetTheirOwnReply)
{
    FrontUnderTest front;
    std::vector<RawClient> clients;
    for (int i = 0; i < 200; ++i) {
        clients.push_back(front.client());
        ASSERT_TRUE(clients.back().connected()) << i;
    }
    for (int round = 0; round < 3; ++round) {
        for (size_t i = 0; i < clients.size(); ++i)
            clients[i].send(post("/n", QByteArray::number(qulonglong(i)).repeated(100)));
        for (size_t i = 0; i < clients.size(); ++i)
            EXPECT_EQ(clients[i].reply().body, "POST /n " + QByteArray::number(qulonglong(i)).repeated(100));
    }
    EXPECT_EQ(front.calls, 600);
}

TEST(Crowd, pipelinedRequests_areAnsweredInOrder)
{
    FrontUnderTest front;
    RawClient client = front.client();
    QByteArray all;
    for (int i = 0; i < 50; ++i) {
        const QByteArray n = QByteArray::number(i);
        all += i % 3 == 0 ? get('/' + n)
               : i % 3 == 1
                   ? post('/' + n, "body")
                   : QByteArray("POST /" + n +
                                " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nbody\r\n0\r\n\r\n");
    }
    client.send(all);
    for (int i = 0; i < 50; ++i)
        EXPECT_EQ(client.reply().body,
                  (i % 3 == 0 ? "GET /" : "POST /") + QByteArray::number(i) + (i % 3 == 0 ? " " : " body"));
}

TEST(Crowd, handlers_runSideBySide)
{
    HttpServer::Options options;
    options.workerThreads = 2;
    FrontUnderTest front(options);
    RawClient waiting = front.client();
    waiting.send(get("/wait"));
    front.gate.awaitVisitor();
    EXPECT_EQ(front.ask(get("/x")).status, 200); // the waiting one does not stand in its way
    front.gate.open();
    EXPECT_EQ(waiting.reply().status, 200);
}

} // namespace
} // namespace markaz::server::test
