// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/serverclient.h"

#include "core/storage/migrator.h"
#include "core/support/gzip.h"

#include <gtest/gtest.h>

#include <QJsonDocument>
#include <QTemporaryDir>

using namespace markaz;

namespace {

/// Keeps the request and answers with whatever the test says, well-formed to begin with.
class ScriptedTransport final : public Transport
{
public:
    void send(const HttpRequest &asked, Reply reply) override
    {
        request = asked;
        m_reply = std::move(reply);
        response = {200,
                    {{"content-type", "application/json"},
                     {"date", "Tue, 24 Nov 2026 09:00:00 GMT"},
                     {protocol::header::kNonce, asked.headers.value(protocol::header::kNonce)},
                     {protocol::header::kInstance, "i-1"}},
                    "{\"status\":\"ok\"}"};
    }
    void deliver() { m_reply(response); }

    HttpRequest request;
    HttpResponse response;

private:
    Reply m_reply;
};

class Client : public testing::Test
{
protected:
    void SetUp() override
    {
        initSqlResources();
        m_database = std::move(Database::openSqlite(m_folder.filePath(QStringLiteral("c.db")))).value();
        ASSERT_TRUE(migrate(*m_database, QStringLiteral(":/markaz/sql/cache")));
        m_state = std::make_unique<SyncStateRepository>(*m_database);
        m_client = std::make_unique<ServerClient>(m_transport, *m_state, m_clock, m_ids);
    }

    Result<ServerAnswer> call(const ServerCall &call, const std::function<void(HttpResponse &)> &spoil = {})
    {
        std::optional<Result<ServerAnswer>> answer;
        m_client->call(call, [&answer](const Result<ServerAnswer> &got) { answer.emplace(got); });
        if (spoil)
            spoil(m_transport.response);
        m_transport.deliver();
        return answer.value();
    }
    ErrorCode refused(const std::function<void(HttpResponse &)> &spoil)
    {
        const auto answer = call({"GET", QStringLiteral("/x"), {}, {}, 200}, spoil);
        return answer ? ErrorCode::Internal : answer.error().code;
    }
    QString instance() { return m_state->value(QStringLiteral("instance")).value(); }

    QTemporaryDir m_folder;
    FixedClock m_clock{QDateTime(QDate(2026, 11, 24), QTime(9, 0), Qt::UTC)};
    SeededIdSource m_ids{m_clock, 1};
    std::unique_ptr<Database> m_database;
    std::unique_ptr<SyncStateRepository> m_state;
    ScriptedTransport m_transport;
    std::unique_ptr<ServerClient> m_client;
};

} // namespace

TEST_F(Client, request_carriesProtocolNonceAndToken)
{
    ASSERT_TRUE(call({"GET", QStringLiteral("/x"), {}, QStringLiteral("tok"), 200}));
    const auto first = m_transport.request.headers;
    EXPECT_EQ(first.value("markaz-protocol"), "1");
    EXPECT_EQ(first.value("authorization"), "Bearer tok");
    EXPECT_EQ(first.value("accept-encoding"), "gzip");
    EXPECT_FALSE(first.contains("content-type"));
    ASSERT_TRUE(call({"GET", QStringLiteral("/x"), {}, {}, 200}));
    EXPECT_NE(m_transport.request.headers.value("markaz-nonce"), first.value("markaz-nonce"));
    EXPECT_FALSE(m_transport.request.headers.contains("authorization"));
}

TEST_F(Client, bodiesOverOneKibibyte_areCompressed)
{
    QJsonObject body;
    ASSERT_TRUE(call({"POST", QStringLiteral("/x"), body, {}, 200}));
    EXPECT_EQ(m_transport.request.body, "{}");
    EXPECT_FALSE(m_transport.request.headers.contains("content-encoding"));
    for (int i = 0; i < 200; ++i)
        body.insert(QString::number(i), m_ids.next());
    ASSERT_TRUE(call({"POST", QStringLiteral("/x"), body, {}, 200}));
    EXPECT_EQ(m_transport.request.headers.value("content-encoding"), "gzip");
    EXPECT_EQ(QJsonDocument::fromJson(gunzip(m_transport.request.body, 1 << 20).value()).object(), body);
}

TEST_F(Client, compressedReply_isReadWithinItsBounds)
{
    const auto packed = [](const QByteArray &plain) {
        return [plain](HttpResponse &r) {
            r.body = gzip(plain);
            r.headers.insert("content-encoding", "gzip");
        };
    };
    const auto answer = call({"GET", QStringLiteral("/x"), {}, {}, 200}, packed("{\"a\":1}"));
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->body, "{\"a\":1}");
    EXPECT_EQ(refused(packed("{\"a\":\"" + QByteArray(1 << 20, 'a') + "\"}")), ErrorCode::TooLarge) << "over 50:1";
    EXPECT_EQ(refused([&](HttpResponse &r) {
                  packed("{}")(r);
                  r.body.chop(4);
              }),
              ErrorCode::Malformed);
    EXPECT_EQ(refused([&](HttpResponse &r) {
                  packed("{}")(r);
                  r.body += "more";
              }),
              ErrorCode::Malformed);
    EXPECT_EQ(refused([&](HttpResponse &r) { r.headers.insert("content-encoding", "br"); }), ErrorCode::NotOurServer);
}

TEST_F(Client, plainBody_mustFitItsDigestBothWays)
{
    ASSERT_TRUE(call({"POST", QStringLiteral("/x"), QJsonObject{{QStringLiteral("a"), 1}}, {}, 200}));
    EXPECT_EQ(m_transport.request.headers.value(protocol::header::kDigest),
              "015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862"); // sha256sum of {"a":1}
    // One bit of the body is another, and it is still JSON.
    const auto flip = [](HttpResponse &response) {
        response.headers.insert(protocol::header::kDigest, protocol::bodyDigest(response.body));
        response.body[response.body.indexOf("ok")] = 'n';
    };
    EXPECT_EQ(refused(flip), ErrorCode::Malformed);
    EXPECT_TRUE(call({"GET", QStringLiteral("/x"), {}, {}, 200}, [](HttpResponse &response) {
        response.headers.insert(protocol::header::kDigest, protocol::bodyDigest(response.body));
    }));
}

TEST_F(Client, whateverDiffers_isNotOurServerAndLeavesNoTrace)
{
    const QList<std::function<void(HttpResponse &)>> strangers{
        [](HttpResponse &r) { r.headers.remove(protocol::header::kNonce); },
        [](HttpResponse &r) { r.headers.insert(protocol::header::kNonce, "other"); },
        [](HttpResponse &r) { r.headers.remove(protocol::header::kInstance); },
        [](HttpResponse &r) { r.headers.remove("date"); },
        [](HttpResponse &r) { r.headers.insert("date", "today"); },
        [](HttpResponse &r) { r.headers.insert("content-type", "text/html"); },
        [](HttpResponse &r) { r.headers.remove("content-type"); },
        [](HttpResponse &r) { r.headers.insert("content-type", "application/problem+json"); },
        [](HttpResponse &r) { r.status = 201; },
        [](HttpResponse &r) { r.status = 204; },
        [](HttpResponse &r) { r.status = 302; },
        [](HttpResponse &r) { r.status = 307; },
        [](HttpResponse &r) { r.status = 404; },
        [](HttpResponse &r) {
            r.status = 502;
            r.headers.insert("content-type", "text/html");
        },
        [](HttpResponse &r) {
            r.status = 503;
            r.headers.insert("content-type", "application/problem+json");
            r.body = "{}";
        },
    };
    for (qsizetype i = 0; i < strangers.size(); ++i) {
        EXPECT_EQ(refused(strangers.at(i)), ErrorCode::NotOurServer) << i;
        EXPECT_EQ(instance(), QString()) << i;
        EXPECT_EQ(m_state->value(QStringLiteral("last_contact")).value(), QString()) << i;
        EXPECT_EQ(m_state->value(QStringLiteral("server_time")).value(), QString()) << i;
    }
}

TEST_F(Client, firstContact_storesTheInstance_anotherIsAStranger)
{
    ASSERT_TRUE(call({"GET", QStringLiteral("/x"), {}, {}, 200}));
    EXPECT_EQ(instance(), QStringLiteral("i-1"));
    EXPECT_EQ(m_state->value(QStringLiteral("last_contact")).value(), toIso(m_clock.now()));
    EXPECT_EQ(m_state->value(QStringLiteral("server_time")).value(), QStringLiteral("2026-11-24T09:00:00.000Z"));
    EXPECT_EQ(refused([](HttpResponse &r) { r.headers.insert(protocol::header::kInstance, "i-2"); }),
              ErrorCode::NotOurServer);
    EXPECT_EQ(instance(), QStringLiteral("i-1"));
    EXPECT_TRUE(call({"GET", QStringLiteral("/x"), {}, {}, 200}));
}

TEST_F(Client, problem_isAnAnswerWithItsCodeStatusAndRetryAfter)
{
    const auto busy = [](const char *after) {
        return [after](HttpResponse &r) {
            r.status = 503;
            r.headers.insert("content-type", "application/problem+json; charset=utf-8");
            r.headers.insert("retry-after", after);
            r.body = R"({"code": "busy", "status": 200, "title": "Busy"})";
        };
    };
    const ServerCall get{"GET", QStringLiteral("/x"), {}, {}, 200};
    const auto answer = call(get, busy("7"));
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->problem->code, QStringLiteral("busy"));
    EXPECT_EQ(answer->problem->status, 503) << "what came counts";
    EXPECT_EQ(answer->retryAfter->count(), 7'000);
    EXPECT_EQ(call(get, busy("Tue, 24 Nov 2026 09:01:30 GMT"))->retryAfter->count(), 90'000)
        << "against the server's Date, not this clock";
    EXPECT_EQ(call(get, busy("Tue, 24 Nov 2026 08:00:00 GMT"))->retryAfter->count(), 0);
    EXPECT_EQ(call(get, busy("99999999"))->retryAfter->count(), 3'600'000);
    EXPECT_FALSE(call(get, busy("soon"))->retryAfter);
}

TEST_F(Client, body_isHandedOnUnreadAndRefusedByItsReader)
{
    const auto read = [this](const std::function<void(HttpResponse &)> &spoil) {
        const auto answer = call({"GET", QStringLiteral("/x"), {}, {}, 200}, spoil);
        EXPECT_TRUE(answer);
        return answer ? protocol::decodeBody<protocol::Health>(answer->body).error().code : ErrorCode::Internal;
    };
    EXPECT_EQ(
        read([](HttpResponse &r) { r.body = QByteArray("{\"a\":").repeated(33) + "1" + QByteArray("}").repeated(33); }),
        ErrorCode::TooLarge);
    EXPECT_EQ(read([](HttpResponse &r) { r.body.chop(1); }), ErrorCode::Malformed);
}

TEST_F(Client, destroyedBeforeTheAnswer_hearsNothing)
{
    bool heard = false;
    m_client->call({"GET", QStringLiteral("/x"), {}, {}, 200}, [&heard](const auto &) { heard = true; });
    m_client.reset();
    m_transport.deliver();
    EXPECT_FALSE(heard);
}
