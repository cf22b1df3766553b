// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/gzip.h"
#include "tests/app/http/front.h"

namespace markaz::server::test {
namespace {

Handler answering(const ApiResponse &response)
{
    return [response](const ApiRequest &) { return response; };
}

ApiResponse text(const QByteArray &body)
{
    ApiResponse response;
    response.mediaType = "text/plain";
    response.body = body;
    return response;
}

TEST(Replies, carryTheFieldsOfTheHouse)
{
    const FixedClock clock(QDateTime(QDate(2026, 11, 4), QTime(6, 7, 8), Qt::UTC));
    HttpServer::Options options;
    options.clock = &clock;
    FrontUnderTest front(options, answering(text("hello")));
    const Reply reply = front.ask(get("/x"));
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.body, "hello");
    EXPECT_EQ(reply.headers.value("date"), "Wed, 04 Nov 2026 06:07:08 GMT");
    EXPECT_EQ(reply.headers.value("content-length"), "5");
    EXPECT_EQ(reply.headers.value("content-type"), "text/plain");
    EXPECT_EQ(reply.headers.value("cache-control"), "no-store");
    EXPECT_EQ(reply.headers.value("x-content-type-options"), "nosniff");
    EXPECT_FALSE(reply.headers.contains("server"));
    EXPECT_FALSE(reply.headers.contains("connection"));
}

TEST(Replies, handlersFields_areKeptAndMayReplaceOurs)
{
    ApiResponse response = text("hello");
    response.headers.insert("Cache-Control", "max-age=60");
    response.headers.insert("ETag", "\"a\"");
    response.headers.insert("Content-Length", "99");
    const Reply reply = FrontUnderTest({}, answering(response)).ask(get("/x"));
    EXPECT_EQ(reply.headers.value("cache-control"), "max-age=60");
    EXPECT_EQ(reply.headers.value("etag"), "\"a\"");
    EXPECT_EQ(reply.headers.value("content-length"), "5"); // the length is ours to say
}

TEST(Replies, noContent_hasNeitherBodyNorLength)
{
    ApiResponse response;
    response.status = 204;
    FrontUnderTest front({}, answering(response));
    RawClient client = front.client();
    const Reply reply = client.ask(get("/x"));
    EXPECT_EQ(reply.status, 204);
    EXPECT_FALSE(reply.headers.contains("content-length"));
    EXPECT_EQ(client.ask(get("/x")).status, 204); // the next one is found behind it
}

TEST(Replies, toHead_haveTheFieldsAndNoBody)
{
    FrontUnderTest front({}, answering(text(QByteArray(3000, 'h'))));
    RawClient client = front.client();
    client.send("HEAD /x HTTP/1.1\r\nHost: x\r\n\r\nGET /x HTTP/1.1\r\nHost: x\r\n\r\n");
    EXPECT_EQ(client.reply(true).headers.value("content-length"), "3000");
    EXPECT_EQ(client.reply().body.size(), 3000);
}

TEST(Replies, over1KiB_arePackedForThoseWhoAcceptIt)
{
    const QByteArray large(1025, 'g');
    FrontUnderTest front({}, answering(text(large)));
    const Reply packed = front.ask(get("/x", "Accept-Encoding: br, gzip;q=0.5\r\n"));
    EXPECT_EQ(packed.headers.value("content-encoding"), "gzip");
    EXPECT_EQ(packed.headers.value("vary"), "Accept-Encoding");
    const Result<QByteArray> plain = gunzip(packed.body, 4096);
    ASSERT_TRUE(plain.ok());
    EXPECT_EQ(*plain, large);

    for (const char *field :
         {"", "Accept-Encoding: br\r\n", "Accept-Encoding: gzip;q=0\r\n", "Accept-Encoding: xgzip\r\n"}) {
        const Reply reply = front.ask(get("/x", field));
        EXPECT_FALSE(reply.headers.contains("content-encoding")) << field;
        EXPECT_EQ(reply.body, large) << field;
    }
}

/// A client of ours takes nothing that grows more than fiftyfold for anything but a bomb.
TEST(Replies, whatPacksTooTightly_goesAsItIsWithItsFurtherHeaders)
{
    ApiResponse tight = text(QByteArray(100'000, 't'));
    tight.whenPlain = [](const QByteArray &body) {
        return HttpHeaders{{QByteArrayLiteral("X-Size"), QByteArray::number(body.size())}};
    };
    const Reply reply = FrontUnderTest({}, answering(tight)).ask(get("/x", "Accept-Encoding: gzip\r\n"));
    EXPECT_FALSE(reply.headers.contains("content-encoding"));
    EXPECT_EQ(reply.body.size(), 100'000);
    EXPECT_EQ(reply.headers.value("x-size"), "100000");

    QByteArray usual;
    for (int i = 0; i < 2000; ++i)
        usual += QByteArray::number(i * 7919);
    ApiResponse packed = text(usual);
    packed.whenPlain = tight.whenPlain;
    const Reply other = FrontUnderTest({}, answering(packed)).ask(get("/x", "Accept-Encoding: gzip\r\n"));
    EXPECT_EQ(other.headers.value("content-encoding"), "gzip");
    EXPECT_FALSE(other.headers.contains("x-size"));
}

TEST(Replies, smallSecretOrPackedOnes_stayAsTheyAre)
{
    const QByteArray accepting = get("/x", "Accept-Encoding: gzip\r\n");
    EXPECT_EQ(FrontUnderTest({}, answering(text(QByteArray(1024, 's')))).ask(accepting).body.size(), 1024);
    ApiResponse secret = text(QByteArray(4000, 's'));
    secret.compress = false;
    EXPECT_EQ(FrontUnderTest({}, answering(secret)).ask(accepting).body.size(), 4000);
    ApiResponse already = text(QByteArray(4000, 's'));
    already.headers.insert("content-encoding", "br");
    EXPECT_EQ(FrontUnderTest({}, answering(already)).ask(accepting).body.size(), 4000);
}

TEST(Replies, http10_closesUnlessAskedToStay)
{
    FrontUnderTest front({}, answering(text("old")));
    RawClient leaving = front.client();
    EXPECT_EQ(leaving.ask("GET /x HTTP/1.0\r\n\r\n").headers.value("connection"), "close");
    EXPECT_EQ(leaving.untilClosed(), "");
    RawClient staying = front.client();
    EXPECT_EQ(staying.ask("GET /x HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").headers.value("connection"),
              "keep-alive");
    EXPECT_EQ(staying.ask("GET /x HTTP/1.0\r\n\r\n").body, "old");
}

TEST(Replies, closeWhenTheClientSaysSo)
{
    FrontUnderTest front({}, answering(text("bye")));
    RawClient client = front.client();
    const Reply reply = client.ask(get("/x", "Connection: close\r\n"));
    EXPECT_EQ(reply.headers.value("connection"), "close");
    EXPECT_EQ(client.untilClosed(), "");
}

TEST(Replies, expectContinue_isAnsweredBeforeTheBody)
{
    FrontUnderTest front;
    RawClient client = front.client();
    EXPECT_EQ(client.ask("POST /x HTTP/1.1\r\nHost: x\r\nExpect: 100-Continue\r\nContent-Length: 4\r\n\r\n").status,
              100);
    EXPECT_EQ(client.ask("body").body, "POST /x body");
    // A body that may not come is refused instead.
    EXPECT_EQ(
        front.ask("POST /x HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 9999999\r\n\r\n").status,
        413);
}

TEST(Replies, exceptionOfTheHandler_isAProblemAndNotTheEnd)
{
    FrontUnderTest front;
    RawClient client = front.client();
    for (const char *path : {"/throw", "/throw-int"}) {
        const Reply reply = client.ask(get(path));
        EXPECT_EQ(reply.status, 500);
        EXPECT_EQ(problemCode(reply), "internal");
        EXPECT_FALSE(reply.body.contains("fault for the test")); // what failed is for the log alone
    }
    EXPECT_EQ(client.ask(get("/x")).status, 200);
}

TEST(Replies, thatHttpCannotCarry_becomeAProblem)
{
    ApiResponse split = text("x");
    split.headers.insert("X-Name", "a\r\nSet-Cookie: b");
    ApiResponse splitName = text("x");
    splitName.headers.insert("X\r\nY", "a");
    ApiResponse splitType = text("x");
    splitType.mediaType = "text/plain\r\nX: y";
    ApiResponse noStatus = text("x");
    noStatus.status = 0;
    for (const ApiResponse &response : {split, splitName, splitType, noStatus}) {
        const Reply reply = FrontUnderTest({}, answering(response)).ask(get("/x"));
        EXPECT_EQ(reply.status, 500);
        EXPECT_EQ(problemCode(reply), "internal");
        EXPECT_FALSE(reply.headers.contains("set-cookie"));
    }
}

HttpServer::Options decorating()
{
    HttpServer::Options options;
    options.decorate = [](const ApiRequest *request, ApiResponse &response) {
        response.headers.insert("Markaz-Instance", "instance-of-the-test");
        if (request && request->headers.contains("markaz-nonce"))
            response.headers.insert("Markaz-Nonce", request->header("markaz-nonce"));
    };
    return options;
}

TEST(Replies, allPassTheDecorator)
{
    FrontUnderTest front(decorating());
    const QByteArray nonce = "Markaz-Nonce: n-1\r\n";
    const QList<std::pair<QByteArray, int>> requests = {
        {get("/x", nonce), 200},
        {get("/throw", nonce), 500},
        {get("/a/../b", nonce), 400},
        {"POST /x HTTP/1.1\r\nHost: x\r\n" + nonce + "Content-Length: 9999999\r\n\r\n", 413},
        {"BREW /x HTTP/1.1\r\nHost: x\r\n" + nonce + "\r\n", 501},
        {post("/x", "no gzip", nonce + "Content-Encoding: gzip\r\n"), 400},
        {post("/x", "z", nonce + "Content-Encoding: br\r\n"), 415},
    };
    for (const auto &[request, status] : requests) {
        const Reply reply = front.ask(request);
        EXPECT_EQ(reply.status, status);
        EXPECT_EQ(reply.headers.value("markaz-instance"), "instance-of-the-test") << status;
        EXPECT_EQ(reply.headers.value("markaz-nonce"), "n-1") << status;
    }
    const Reply unread = front.ask("\x01\r\n\r\n\r\n");
    EXPECT_EQ(unread.status, 400);
    EXPECT_EQ(unread.headers.value("markaz-instance"), "instance-of-the-test");
    EXPECT_FALSE(unread.headers.contains("markaz-nonce"));
}

TEST(Replies, handlersSeeWhoAsksAndWhat)
{
    FrontUnderTest front({}, [](const ApiRequest &request) {
        return text(request.method + '|' + request.path.toUtf8() + '|' +
                    request.query.queryItemValue(QStringLiteral("q"), QUrl::FullyDecoded).toUtf8() + '|' +
                    request.header("x-name") + '|' + request.remoteAddress.toUtf8() + '|' + request.body);
    });
    EXPECT_EQ(
        front.ask("PATCH /a%20b?q=c%2Fd HTTP/1.1\r\nHost: h\r\nX-NAME:  v v \r\nContent-Length: 2\r\n\r\nzz").body,
        "PATCH|/a b|c/d|v v|127.0.0.1|zz");
}

} // namespace
} // namespace markaz::server::test
