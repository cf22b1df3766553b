// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/http/front.h"

#include <algorithm>

namespace markaz::server::test {
namespace {

constexpr qsizetype kMiB = 1024LL * 1024;

/// What happened to the bodies that went through a receiver, as other threads did it.
class Diary
{
public:
    void opened()
    {
        change([this] { ++m_opened; });
    }
    void took(const QByteArray &piece)
    {
        change([&] {
            m_bytes += piece;
            m_largest = std::max(m_largest, piece.size());
        });
    }
    void closed()
    {
        change([this] { ++m_closed; });
    }
    void awaitBytes(qsizetype count)
    {
        await([this, count] { return m_bytes.size() >= count; });
    }
    void awaitClosed()
    {
        await([this] { return m_closed > 0; });
    }
    QByteArray bytes() { return read(m_bytes); }
    qsizetype largest() { return read(m_largest); }
    int timesOpened() { return read(m_opened); }
    int timesClosed() { return read(m_closed); }

private:
    template <class Step>
    void change(Step step)
    {
        const std::lock_guard lock(m_mutex);
        step();
        m_changed.notify_all();
    }
    template <class Condition>
    void await(Condition condition)
    {
        std::unique_lock lock(m_mutex);
        ASSERT_TRUE(m_changed.wait_for(lock, std::chrono::milliseconds(RawClient::kPatience), condition));
    }
    template <class Value>
    Value read(const Value &value)
    {
        const std::lock_guard lock(m_mutex);
        return value;
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    QByteArray m_bytes;
    qsizetype m_largest = 0;
    int m_opened = 0;
    int m_closed = 0;
};

ApiResponse text(int status, const QByteArray &body)
{
    ApiResponse response;
    response.status = status;
    response.mediaType = "text/plain";
    response.body = body;
    return response;
}

/// Refuses a piece with an "!" in it; throws at a "?".
class Taker final : public BodyReceiver
{
public:
    explicit Taker(Diary &diary)
        : m_diary(diary)
    {
        m_diary.opened();
    }
    ~Taker() override { m_diary.closed(); }
    std::optional<ApiResponse> take(const QByteArray &piece) override
    {
        if (piece.contains('?'))
            throw std::runtime_error("a fault for the test");
        m_diary.took(piece);
        return piece.contains('!') ? std::optional<ApiResponse>(text(409, "no more")) : std::nullopt;
    }
    ApiResponse whole() override { return text(200, "taken " + QByteArray::number(m_diary.bytes().size())); }

private:
    Diary &m_diary;
};

/// A front that takes PATCH bodies under /up piece by piece, /up/no not at all, and answers /down/N with N bytes.
class Streamed : public ::testing::Test
{
protected:
    static HttpServer::Options with(HttpServer::Options options, Diary &diary)
    {
        options.streamed.are = [](const ApiRequest &request) {
            return request.method == "PATCH" && request.path.startsWith(QLatin1String("/up"));
        };
        options.streamed.open = [&diary](const ApiRequest &request) -> StreamedBodies::Opened {
            if (request.path == QLatin1String("/up/no"))
                return text(403, "not you");
            return std::make_unique<Taker>(diary);
        };
        return options;
    }
    static QByteArray patch(const QByteArray &path, const QByteArray &fields, const QByteArray &body = {})
    {
        return "PATCH " + path + " HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n" + body;
    }
    static QByteArray length(qint64 size) { return "Content-Length: " + QByteArray::number(size) + "\r\n"; }
    static QByteArray pattern(qsizetype size)
    {
        QByteArray bytes(size, Qt::Uninitialized);
        for (qsizetype i = 0; i < size; ++i)
            bytes[i] = static_cast<char>('a' + (i * 7 + i / 1000) % 26);
        return bytes;
    }
    static HttpServer::Options quick()
    {
        HttpServer::Options options;
        options.limits.idleTime = std::chrono::milliseconds(300);
        return options;
    }

    Diary diary;
};

TEST_F(Streamed, largeBody_passesInSmallPieces)
{
    FrontUnderTest front(with({}, diary));
    const QByteArray body = pattern(5 * kMiB);
    RawClient client = front.client();
    const Reply reply = client.ask(patch("/up", length(body.size()), body));
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.body, "taken " + QByteArray::number(body.size()));
    EXPECT_TRUE(diary.bytes() == body);
    EXPECT_LE(diary.largest(), 128 * 1024);
    // The connection goes on.
    EXPECT_EQ(client.ask(get("/after")).body, "GET /after ");
    diary.awaitClosed();
    EXPECT_EQ(front.calls, 1);
}

TEST_F(Streamed, chunkedBody_arrivesWithoutItsFrames)
{
    FrontUnderTest front(with({}, diary));
    const Reply reply =
        front.ask(patch("/up", "Transfer-Encoding: chunked\r\n", "5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n"));
    EXPECT_EQ(reply.body, "taken 11");
    EXPECT_EQ(diary.bytes(), "hello world");
}

TEST_F(Streamed, body_hasItsOwnLimit)
{
    HttpServer::Options options;
    options.limits.streamedBytes = 2 * kMiB;
    FrontUnderTest front(with(options, diary));
    EXPECT_EQ(front.ask(patch("/up", length(2 * kMiB), pattern(2 * kMiB))).status, 200);
    EXPECT_EQ(front.ask(patch("/up", length(2 * kMiB + 1))).status, 413); // by its announcement
    EXPECT_EQ(diary.timesOpened(), 1);
    QByteArray chunks;
    for (int i = 0; i < 3; ++i)
        chunks += "100000\r\n" + QByteArray(kMiB, 'c') + "\r\n";
    EXPECT_EQ(front.ask(patch("/up", "Transfer-Encoding: chunked\r\n", chunks)).status, 413);
    // And the others keep theirs.
    EXPECT_EQ(front.ask(patch("/other", length(kMiB + 1))).status, 413);
    EXPECT_EQ(front.ask(patch("/up", "Content-Encoding: gzip\r\n" + length(3), "abc")).status, 415);
}

TEST_F(Streamed, refusedAtTheHead_noByteIsTaken)
{
    FrontUnderTest front(with({}, diary));
    RawClient client = front.client();
    client.send(patch("/up/no", length(5 * kMiB)));
    const Reply reply = client.reply();
    EXPECT_EQ(reply.status, 403);
    EXPECT_EQ(reply.headers.value("connection"), "close");
    EXPECT_EQ(diary.timesOpened(), 0);
    front.expectAlive();
}

TEST_F(Streamed, refusedAtTheHead_theEndComesBehindWhatTheClientStillSends)
{
    FrontUnderTest front(with({}, diary));
    RawClient client = front.client();
    client.send(patch("/up/no", length(200'000)));
    EXPECT_EQ(client.reply().status, 403);
    // Nothing follows while the body is under way: a client that sends on is not met by the end of the connection.
    EXPECT_FALSE(client.somethingCame(100));
    client.send(QByteArray(200'000, 'b'));
    EXPECT_EQ(client.untilClosed(), "");
    // More than an ordinary body is not waited for.
    RawClient endless = front.client();
    endless.send(patch("/up/no", length(10 * kMiB)));
    EXPECT_EQ(endless.reply().status, 403);
    endless.send(QByteArray(4 * kMiB, 'b'));
    EXPECT_EQ(endless.untilClosed(), "");
    EXPECT_EQ(diary.timesOpened(), 0);
}

TEST_F(Streamed, refusedInTheMiddle_closesAtOnce)
{
    FrontUnderTest front(with({}, diary));
    RawClient client = front.client();
    client.send(patch("/up", length(5 * kMiB), "abc!"));
    const Reply reply = client.reply();
    EXPECT_EQ(reply.status, 409);
    EXPECT_EQ(reply.headers.value("connection"), "close");
    diary.awaitClosed();
    front.expectAlive();
}

TEST_F(Streamed, faultOfAReceiver_isA500AndTheServerGoesOn)
{
    FrontUnderTest front(with({}, diary));
    EXPECT_EQ(front.ask(patch("/up", length(3), "ab?")).status, 500);
    diary.awaitClosed();
    front.expectAlive();
}

TEST_F(Streamed, continueIsSaidOnlyToWhoeverMaySend)
{
    FrontUnderTest front(with({}, diary));
    RawClient allowed = front.client();
    allowed.send(patch("/up", "Expect: 100-continue\r\n" + length(3)));
    EXPECT_EQ(allowed.reply().status, 100);
    allowed.send("abc");
    EXPECT_EQ(allowed.reply().status, 200);
    RawClient refused = front.client();
    refused.send(patch("/up/no", "Expect: 100-continue\r\n" + length(3)));
    EXPECT_EQ(refused.reply().status, 403);
}

TEST_F(Streamed, whoeverLeavesInTheMiddle_leavesWhatHeSent)
{
    FrontUnderTest front(with({}, diary));
    RawClient client = front.client();
    client.send(patch("/up", length(1000), "only this"));
    diary.awaitBytes(9);
    client.leaveRudely();
    diary.awaitClosed();
    EXPECT_EQ(diary.bytes(), "only this");
    front.expectAlive();
}

TEST_F(Streamed, slowBody_isCutOff)
{
    FrontUnderTest front(with(quick(), diary));
    RawClient client = front.client();
    client.send(patch("/up", length(1000), "a little"));
    EXPECT_EQ(client.untilClosed(), QByteArray());
    diary.awaitClosed();
    EXPECT_EQ(diary.bytes(), "a little");
}

TEST_F(Streamed, stoppedInTheMiddle_theReceiverIsLetGo)
{
    HttpServer::Options options;
    options.limits.stopTime = std::chrono::milliseconds(100);
    FrontUnderTest front(with(options, diary));
    RawClient client = front.client();
    client.send(patch("/up", length(1000), "abc"));
    diary.awaitBytes(3);
    front.server.stop();
    EXPECT_EQ(diary.timesClosed(), 1);
}

TEST_F(Streamed, emptyBody_isAnOrdinaryRequest)
{
    FrontUnderTest front(with({}, diary));
    EXPECT_EQ(front.ask(patch("/up", length(0))).body, "PATCH /up ");
    EXPECT_EQ(diary.timesOpened(), 0);
}

/// Gives \p size bytes of the pattern in pieces; fails or ends after \p upTo of them.
class Pieces final : public BodySource
{
public:
    enum class End { Fails, Lacks };
    Pieces(QByteArray bytes, qint64 upTo, End how)
        : m_bytes(std::move(bytes))
        , m_upTo(upTo)
        , m_how(how)
    {
    }
    qint64 size() const override { return m_bytes.size(); }
    Result<QByteArray> read(qint64 atMost) override
    {
        if (m_position >= m_upTo && m_how == End::Fails)
            return makeError(ErrorCode::StorageFailed, QStringLiteral("for the test"));
        QByteArray piece = m_bytes.mid(m_position, std::min(atMost, m_upTo - m_position));
        m_position += piece.size();
        return piece;
    }

private:
    QByteArray m_bytes;
    qint64 m_upTo;
    End m_how;
    qint64 m_position = 0;
};

TEST_F(Streamed, reply_comesFromItsSourcePieceByPiece)
{
    const QByteArray bytes = pattern(3 * kMiB + 17);
    FrontUnderTest front({}, [&](const ApiRequest &request) {
        ApiResponse response = text(200, {});
        if (request.path == QLatin1String("/down"))
            response.source = std::make_shared<Pieces>(bytes, bytes.size(), Pieces::End::Fails);
        return response;
    });
    RawClient client = front.client();
    const Reply reply = client.ask(get("/down", "Accept-Encoding: gzip\r\n"));
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.headers.value("content-encoding"), "");
    EXPECT_TRUE(reply.body == bytes);
    client.send("HEAD /down HTTP/1.1\r\nHost: x\r\n\r\n");
    const Reply head = client.reply(true);
    EXPECT_EQ(head.headers.value("content-length"), QByteArray::number(bytes.size()));
    EXPECT_EQ(client.ask(get("/next")).status, 200); // right behind it
}

TEST_F(Streamed, replyWhoseSourceGivesOut_isCutAndNotEnded)
{
    const QByteArray bytes = pattern(kMiB);
    for (const Pieces::End how : {Pieces::End::Fails, Pieces::End::Lacks}) {
        FrontUnderTest front({}, [&](const ApiRequest &) {
            ApiResponse response = text(200, {});
            response.source = std::make_shared<Pieces>(bytes, kMiB / 2, how);
            return response;
        });
        RawClient client = front.client();
        client.send(get("/down"));
        const QByteArray all = client.untilClosed();
        EXPECT_TRUE(all.contains("Content-Length: 1048576"));
        EXPECT_LT(all.size(), kMiB / 2 + 1000);
    }
}

TEST_F(Streamed, replyThatNobodyReads_isCutOff)
{
    const QByteArray bytes = pattern(64 * kMiB);
    HttpServer::Options options = quick();
    Diary gone;
    class Watched final : public BodySource
    {
    public:
        Watched(const QByteArray &all, Diary &diary)
            : m_pieces(all, all.size(), Pieces::End::Fails)
            , m_diary(diary)
        {
        }
        ~Watched() override { m_diary.closed(); }
        qint64 size() const override { return m_pieces.size(); }
        Result<QByteArray> read(qint64 atMost) override { return m_pieces.read(atMost); }

    private:
        Pieces m_pieces;
        Diary &m_diary;
    };
    FrontUnderTest front(options, [&](const ApiRequest &) {
        ApiResponse response = text(200, {});
        response.source = std::make_shared<Watched>(bytes, gone);
        return response;
    });
    RawClient client = front.client();
    client.send(get("/down"));
    gone.awaitClosed();
}

} // namespace
} // namespace markaz::server::test
