// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/gzip.h"
#include "tests/app/http/front.h"

#include <random>

namespace markaz::server::test {
namespace {

constexpr qsizetype kMiB = 1024LL * 1024;

/// A head of exactly \p size bytes.
QByteArray headOf(qsizetype size)
{
    const QByteArray start = "GET /x HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Fill: ";
    return start + QByteArray(size - start.size() - 4, 'f') + "\r\n\r\n";
}

TEST(Limits, head_sixteenKiBAndNotAByteMore)
{
    FrontUnderTest front;
    EXPECT_EQ(front.ask(headOf(16 * 1024)).status, 200);
    const Reply reply = front.ask(headOf(16 * 1024 + 1));
    EXPECT_EQ(reply.status, 431);
    EXPECT_EQ(problemCode(reply), "headers_too_large");
    // One that never ends is cut off at the same point.
    EXPECT_EQ(front.ask("GET /x HTTP/1.1\r\nX: " + QByteArray(kMiB, 'f')).status, 431);
    EXPECT_EQ(front.calls, 1);
}

TEST(Limits, fields_areCounted)
{
    FrontUnderTest front;
    QByteArray fields;
    for (int i = 0; i < 99; ++i)
        fields += "X-" + QByteArray::number(i) + ": v\r\n";
    EXPECT_EQ(front.ask(get("/x", fields)).status, 200);
    EXPECT_EQ(front.ask(get("/x", fields + "Y: v\r\n")).status, 431);
}

TEST(Limits, target_hasALength)
{
    FrontUnderTest front;
    EXPECT_EQ(front.ask(get('/' + QByteArray(4095, 'p'))).status, 200);
    EXPECT_EQ(front.ask(get('/' + QByteArray(4096, 'p'))).status, 414);
    EXPECT_EQ(front.ask("GET /" + QByteArray(kMiB, 'p')).status, 414);
    EXPECT_EQ(front.calls, 1);
}

TEST(Limits, body_oneMiBAndNotAByteMore)
{
    FrontUnderTest front;
    const Reply whole = front.ask(post("/x", QByteArray(kMiB, 'b')));
    EXPECT_EQ(whole.status, 200);
    EXPECT_EQ(whole.body.size(), kMiB + 8);

    // Refused by its announcement, before a byte of it was sent.
    const Reply reply = front.ask("POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 1048577\r\n\r\n");
    EXPECT_EQ(reply.status, 413);
    EXPECT_EQ(problemCode(reply), "too_large");
    EXPECT_EQ(front.calls, 1);
}

TEST(Limits, body_chunkedHasTheSameLimit)
{
    FrontUnderTest front;
    const QByteArray head = "POST /x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
    const QByteArray half = "80000\r\n" + QByteArray(kMiB / 2, 'c') + "\r\n";
    EXPECT_EQ(front.ask(head + half + half + "0\r\n\r\n").body.size(), kMiB + 8);
    EXPECT_EQ(front.ask(head + half + half + "1\r\nx\r\n0\r\n\r\n").status, 413);
    EXPECT_EQ(front.calls, 1);
}

TEST(Limits, aBodyThatIsTooLarge_mayBeTurnedAwayWithAPage)
{
    HttpServer::Options options;
    options.refused = [](const ApiRequest &head, int status) {
        ApiResponse page;
        page.status = status;
        page.mediaType = "text/html";
        page.body = head.path.toUtf8() + ' ' + head.query.queryItemValue(QStringLiteral("lang")).toUtf8();
        return head.path == QLatin1String("/page") ? std::optional(page) : std::nullopt;
    };
    FrontUnderTest front(options);
    const QByteArray chunk = "80000\r\n" + QByteArray(kMiB / 2, 'c') + "\r\n";
    const QByteArray bodies[] = {"Content-Length: 1048577\r\n\r\n",
                                 "Content-Length: 17825793\r\n\r\n", // more than any body may have
                                 "Transfer-Encoding: chunked\r\n\r\n" + chunk + chunk + "1\r\nx\r\n0\r\n\r\n"};
    for (const QByteArray &body : bodies) {
        const Reply page = front.ask("POST /page?lang=ur HTTP/1.1\r\nHost: x\r\n" + body);
        EXPECT_EQ(page.status, 413);
        EXPECT_EQ(page.headers.value("content-type"), "text/html");
        EXPECT_EQ(page.body, "/page ur");
        const Reply problem = front.ask("POST /other HTTP/1.1\r\nHost: x\r\n" + body);
        EXPECT_EQ(problem.status, 413);
        EXPECT_EQ(problemCode(problem), "too_large");
    }
    const Reply packed = front.ask(post("/page", gzip(QByteArray(2 * kMiB, '\0')), "Content-Encoding: gzip\r\n"));
    EXPECT_EQ(packed.status, 413);
    EXPECT_EQ(packed.headers.value("content-type"), "text/html");
    EXPECT_EQ(front.calls, 0);
}

TEST(Limits, body_chunkWrappingsCount)
{
    HttpServer::Options options;
    options.limits.bodyBytes = 1024;
    FrontUnderTest front(options);
    QByteArray body;
    for (int i = 0; i < 200; ++i)
        body += "1;" + QByteArray(1000, 'e') + "\r\nx\r\n";
    EXPECT_EQ(
        front.ask("POST /x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + body + "0\r\n\r\n").status,
        413);
    EXPECT_EQ(front.calls, 0);
}

TEST(Limits, gzipBody_isInflatedForTheHandler)
{
    FrontUnderTest front;
    const QByteArray plain = "a body that travels packed";
    const Reply reply = front.ask(post("/x", gzip(plain), "Content-Encoding: GZIP\r\n"));
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.body, "POST /x " + plain);
    EXPECT_EQ(front.ask(post("/x", plain, "Content-Encoding: identity\r\n")).body, "POST /x " + plain);
}

TEST(Limits, gzipBomb_isRefusedByItsRatio)
{
    FrontUnderTest front;
    const Reply reply = front.ask(post("/x", gzip(QByteArray(2 * kMiB, '\0')), "Content-Encoding: gzip\r\n"));
    EXPECT_EQ(reply.status, 413);
    EXPECT_EQ(problemCode(reply), "too_large");
    EXPECT_EQ(front.calls, 0);
}

TEST(Limits, gzipBody_isRefusedBeyondEightMiB)
{
    // Noise, each piece of it ten times over: packs to about a tenth, far from the ratio's limit.
    std::mt19937 random(7);
    const auto noisy = [&random](qsizetype size) {
        QByteArray bytes;
        while (bytes.size() < size) {
            QByteArray piece(1024, Qt::Uninitialized);
            for (char &c : piece)
                c = char(random() % 256);
            bytes += piece.repeated(10);
        }
        bytes.truncate(size);
        return bytes;
    };
    FrontUnderTest front({}, [](const ApiRequest &request) {
        ApiResponse response;
        response.mediaType = "text/plain";
        response.body = QByteArray::number(request.body.size());
        return response;
    });
    const QByteArray fits = gzip(noisy(8 * kMiB));
    ASSERT_LE(fits.size(), kMiB);
    ASSERT_GT(fits.size(), 8 * kMiB / 50);
    EXPECT_EQ(front.ask(post("/x", fits, "Content-Encoding: gzip\r\n")).body, "8388608");
    EXPECT_EQ(front.ask(post("/x", gzip(noisy(8 * kMiB + 1)), "Content-Encoding: gzip\r\n")).status, 413);
    EXPECT_EQ(front.calls, 1);
}

TEST(Limits, gzipBody_cutFollowedOrFalseIsRefused)
{
    FrontUnderTest front;
    const QByteArray packed = gzip("something that is worth packing, or not");
    const QByteArray field = "Content-Encoding: gzip\r\n";
    for (qsizetype size = 0; size < packed.size(); ++size)
        EXPECT_EQ(front.ask(post("/x", packed.left(size), field)).status, 400) << size;
    EXPECT_EQ(front.ask(post("/x", packed + "x", field)).status, 400);
    EXPECT_EQ(front.ask(post("/x", packed + packed, field)).status, 400);
    EXPECT_EQ(front.ask(post("/x", "plain", field)).status, 400);
    QByteArray flipped = packed;
    flipped[packed.size() - 5] = char(flipped[packed.size() - 5] ^ 1); // in the checksum
    EXPECT_EQ(front.ask(post("/x", flipped, field)).status, 400);
    EXPECT_EQ(front.calls, 0);
    front.expectAlive();
}

TEST(Limits, connections_oneTooManyIsToldAtOnce)
{
    HttpServer::Options options;
    options.limits.connections = 2;
    options.workerThreads = 2;
    FrontUnderTest front(options);
    std::vector<RawClient> clients;
    for (int i = 0; i < 2; ++i) {
        clients.push_back(front.client());
        clients.back().send(get("/wait"));
    }
    front.gate.awaitVisitors(2); // both are at work
    RawClient late = front.client();
    const Reply reply = late.reply(); // it need not even ask
    EXPECT_EQ(reply.status, 503);
    EXPECT_EQ(problemCode(reply), "busy");
    EXPECT_NE(reply.headers.value("retry-after"), "");

    front.gate.open(); // those inside do not notice
    EXPECT_EQ(clients[1].reply().body, "GET /wait ");
    clients.pop_back();
    int status = 0;
    for (int attempt = 0; attempt < 10000 && status != 200; ++attempt)
        status = front.ask(get("/x")).status;
    EXPECT_EQ(status, 200); // a place became free
}

TEST(Limits, connections_whoseBodyComesSlowestMakesRoomBehindThoseWithoutAHead)
{
    HttpServer::Options options;
    options.limits.connections = 4;
    FrontUnderTest front(options);
    const auto half = [&front] {
        RawClient client = front.client();
        client.send("POST /x HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 20000\r\n\r\n");
        EXPECT_EQ(client.reply().status, 100); // its body is waited for
        return client;
    };
    RawClient steady = half();
    RawClient slow = half();
    RawClient busy = front.client();
    busy.send(get("/wait"));
    front.gate.awaitVisitor();
    RawClient silent = front.client();
    steady.send(QByteArray(19999, 's')); // the first to begin, and the last to bring anything
    RawClient first = front.client();
    EXPECT_EQ(first.ask(get("/first")).body, "GET /first ");
    EXPECT_EQ(silent.untilClosed(), "");
    first.send(get("/wait"));
    front.gate.awaitVisitors(2); // now nobody is without a head
    RawClient second = front.client();
    EXPECT_EQ(second.ask(get("/second")).body, "GET /second ");
    EXPECT_EQ(slow.untilClosed(), "");
    steady.send("s");
    EXPECT_EQ(steady.reply().status, 200);
    front.gate.open();
    EXPECT_EQ(busy.reply().status, 200); // whoever is at work stays
}

TEST(Limits, connections_whoKeepsUsWaitingLongestMakesRoom)
{
    HttpServer::Options options;
    options.limits.connections = 3;
    FrontUnderTest front(options);
    RawClient half = front.client();
    half.send("GET /x HTTP/1.1\r\nHost: x\r\n");
    RawClient idle = front.client();
    EXPECT_EQ(idle.ask(get("/idle")).status, 200);
    RawClient busy = front.client();
    busy.send(get("/wait"));
    front.gate.awaitVisitor();

    RawClient first = front.client();
    EXPECT_EQ(first.ask(get("/first")).body, "GET /first ");
    EXPECT_EQ(half.untilClosed(), "");
    RawClient second = front.client();
    EXPECT_EQ(second.ask(get("/second")).body, "GET /second ");
    EXPECT_EQ(idle.untilClosed(), "");
    front.gate.open();
    EXPECT_EQ(busy.reply().status, 200); // whoever is at work stays
}

/// Takes whoever names himself for known.
Admission byName(const ApiRequest &head)
{
    return {std::nullopt, head.headers.contains("x-name")};
}

RawClient halfBody(const FrontUnderTest &front, const QByteArray &fields)
{
    RawClient client = front.client();
    client.send("POST /x HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n" + fields + "Content-Length: 1001\r\n\r\n");
    EXPECT_EQ(client.reply().status, 100);
    client.send(QByteArray(1000, 'h'));
    return client;
}

/// A request whose body of 1000 bytes does not come with its head.
Reply askInTwo(RawClient &client, const QByteArray &fields)
{
    client.send("POST /x HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n" + fields + "Content-Length: 1000\r\n\r\n");
    EXPECT_EQ(client.reply().status, 100);
    return client.ask(QByteArray(1000, 'b'));
}

TEST(Limits, bodiesTogether_haveALimitToo)
{
    HttpServer::Options options;
    options.limits.heldBytes = 2500;
    options.admit = byName;
    FrontUnderTest front(options);
    std::vector<RawClient> halves;
    halves.reserve(2);
    for (int i = 0; i < 2; ++i)
        halves.push_back(halfBody(front, "X-Name: known\r\n"));
    const auto ask = [&front](const QByteArray &fields) {
        RawClient client = front.client();
        return askInTwo(client, fields).status;
    };
    int status = 0;
    for (int attempt = 0; attempt < 10000 && status != 503; ++attempt) // once both halves have come
        status = ask("X-Name: known\r\n");
    EXPECT_EQ(status, 503);
    EXPECT_EQ(ask({}), 503) << "nobody makes room for one who is not known";
    EXPECT_EQ(front.ask(get("/x")).status, 200); // who brings nothing is served
    halves[0].send("h");
    EXPECT_EQ(halves[0].reply().status, 200); // and who was let begin
    EXPECT_EQ(ask({}), 200);                  // there is room again, though the client stays
    halves.pop_back();
}

TEST(Limits, bodiesTogether_whoIsNotKnownGoesFirst_theSlowestOfThem)
{
    HttpServer::Options options;
    options.limits.heldBytes = 3500;
    options.admit = byName;
    FrontUnderTest front(options);
    RawClient known = halfBody(front, "X-Name: known\r\n");
    RawClient slowest = halfBody(front, {});
    RawClient slower = halfBody(front, {});
    RawClient second = halfBody(front, "X-Name: known\r\n");
    EXPECT_EQ(slowest.untilClosed(), "");
    RawClient third = halfBody(front, "X-Name: known\r\n");
    EXPECT_EQ(slower.untilClosed(), "");
    for (RawClient *client : {&known, &second, &third})
        EXPECT_EQ(client->ask("h").status, 200);
}

TEST(Admission, refused_isToldAtOnceAndItsBodyDropped)
{
    HttpServer::Options options;
    options.limits.heldBytes = 100; // nothing of it is held
    std::atomic<int> asked = 0;
    options.admit = [&asked](const ApiRequest &head) {
        ++asked;
        EXPECT_EQ(head.body, "");
        ApiResponse response;
        response.status = 401;
        response.mediaType = "text/plain";
        response.body = "who are you";
        return Admission{response, false};
    };
    FrontUnderTest front(options);
    RawClient client = front.client();
    client.send("POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n");
    const Reply reply = client.reply();
    EXPECT_EQ(reply.status, 401);
    EXPECT_EQ(reply.body, "who are you");
    EXPECT_EQ(front.calls, 0);
    // A client that looks for no answer before it has sent everything gets to it, and goes on.
    client.send(QByteArray(1000000, 'b'));
    EXPECT_EQ(client.ask(get("/next")).body, "GET /next ");
    RawClient chunked = front.client();
    chunked.send("POST /x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
    EXPECT_EQ(chunked.reply().status, 401);
    EXPECT_EQ(chunked.ask("3\r\nabc\r\n0\r\n\r\n" + get("/next")).body, "GET /next ");
    // Whoever asks first sends none; what follows is anybody's guess.
    RawClient careful = front.client();
    careful.send("POST /x HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 10\r\n\r\n");
    EXPECT_EQ(careful.reply().status, 401);
    EXPECT_EQ(careful.untilClosed(), "");
    EXPECT_EQ(asked, 3);
    EXPECT_EQ(front.ask(post("/x", "all of it")).body, "POST /x all of it") << "the handler says who may";
    EXPECT_EQ(asked, 3);
}

TEST(Admission, thatThrows_isAFaultOfOurs)
{
    HttpServer::Options options;
    options.admit = [](const ApiRequest &) -> Admission { throw std::runtime_error("a fault for the test"); };
    FrontUnderTest front(options);
    EXPECT_EQ(front.ask("POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n").status, 500);
    front.expectAlive();
}

TEST(Limits, queue_whatDoesNotFitIsToldToComeBack)
{
    HttpServer::Options options;
    options.workerThreads = 1;
    options.limits.queue = 1;
    FrontUnderTest front(options);
    RawClient working = front.client();
    working.send(get("/wait"));
    front.gate.awaitVisitor();

    std::array<RawClient, 2> others = {front.client(),
                                       front.client()}; // one waits in the queue, the other finds it full
    for (RawClient &client : others)
        client.send(get("/x"));
    size_t refused = 0;
    while (!others[refused].somethingCame(10))
        refused = 1 - refused;
    const Reply reply = others[refused].reply();
    EXPECT_EQ(reply.status, 503);
    EXPECT_EQ(problemCode(reply), "busy");
    EXPECT_NE(reply.headers.value("retry-after"), "");

    front.gate.open();
    EXPECT_EQ(working.reply().status, 200);
    EXPECT_EQ(others[1 - refused].reply().status, 200);
    EXPECT_EQ(others[refused].ask(get("/x")).status, 200); // the same connection serves on
}

} // namespace
} // namespace markaz::server::test
