// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/enrolmentcodes.h"
#include "tests/app/server/visits.h"

#include <QJsonDocument>

namespace markaz::server::test {
namespace {

enum class Who { Nobody, Expired, SignedOut, Revoked, Inspector, Officer, Administrator, Auditor };

class Access : public Visits
{
protected:
    Session administrator = server.join(QStringLiteral("admin.one"), Role::Administrator, {QStringLiteral("PK-PB")});
    Session auditor = server.join(QStringLiteral("auditor.one"), Role::Auditor, {QStringLiteral("PK-PB")});
};

struct Door
{
    const char *method;
    const char *path;
    int open;             ///< what a signed-in account gets
    int closed;           ///< what anybody else gets
    QList<Who> only = {}; ///< whom alone of those signed in it is open to; the others get 403
};

TEST_P(Access, everyDoor_isOpenToThoseItIsFor)
{
    const QList<Door> doors{{"GET", "/api/v1/health", 200, 200},
                            {"GET", "/api/v1/changes", 200, 401},
                            {"POST", "/api/v1/changes", 200, 401},
                            {"GET", "/api/v1/public/keys", 200, 200},
                            {"GET", "/api/v1/public/revocations", 200, 200},
                            {"GET", "/api/v1/public/certificates/PK-2026-000001", 404, 404},
                            {"GET", "/verify/PK-2026-000001", 404, 404},
                            {"GET", "/api/v1/public/centres", 200, 200},
                            {"GET", "/centres", 200, 200},
                            {"DELETE", "/api/v1/session", 204, 401},
                            {"GET", "/api/v1/audit", 200, 401, {Who::Administrator, Who::Auditor}},
                            {"GET", "/api/v1/standards", 404, 404},
                            {"GET", "/", 404, 404},
                            {"PUT", "/api/v1/changes", 405, 405},
                            {"POST", "/api/v1/health", 405, 405}};
    for (const Who who : {Who::Nobody, Who::Expired, Who::SignedOut, Who::Revoked, Who::Inspector, Who::Officer,
                          Who::Administrator, Who::Auditor}) {
        for (const Door &door : doors) {
            const char *name = who == Who::Officer         ? "officer.one"
                               : who == Who::Administrator ? "admin.one"
                               : who == Who::Auditor       ? "auditor.one"
                                                           : "inspector.one";
            const Session session = server.signIn(QLatin1String(name)); // a new one each time: one of the doors ends it
            const bool member = who >= Who::Inspector;
            if (who == Who::SignedOut)
                server.call("DELETE", QStringLiteral("/api/v1/session"), {}, session.token);
            if (who == Who::Revoked)
                server.run(QStringLiteral("UPDATE device SET revoked = 1"));
            if (who == Who::Expired)
                server.clock().advance(16 * 60 * 1000);
            const QByteArray body = qstrcmp(door.method, "POST") == 0
                                        ? QJsonDocument(QJsonObject{{QStringLiteral("batch_id"), server.ids().next()},
                                                                    {QStringLiteral("changes"), QJsonArray()}})
                                              .toJson()
                                        : QByteArray();
            const ApiResponse response = server.call(door.method, QLatin1String(door.path), body,
                                                     who == Who::Nobody ? QString() : session.token);
            const int open = door.only.isEmpty() || door.only.contains(who) ? door.open : 403;
            EXPECT_EQ(response.status, member ? open : door.closed)
                << door.method << ' ' << door.path << " as " << static_cast<int>(who);
            EXPECT_EQ(response.headers.value("Markaz-Instance"), server.core().instanceId().toLatin1());
            EXPECT_EQ(response.headers.value("Markaz-Nonce"), QByteArrayLiteral("nonce-1"));
            if (response.status >= 400 && !QByteArray(door.path).startsWith("/verify")) {
                EXPECT_EQ(response.mediaType, QByteArrayLiteral("application/problem+json"));
            }
            server.run(QStringLiteral("UPDATE device SET revoked = 0"));
        }
    }
}

/// What each role gets for each kind of change: '+' lets it in, '-' refuses it.
TEST_P(Access, everyRole_makesOnlyItsOwnChanges)
{
    const QString submitted = draft();
    ASSERT_EQ(server.pushOne(inspector, submit(submitted)).outcome, Outcome::Applied);
    const QString certified = accepted();
    ASSERT_EQ(server.pushOne(officer, issue(certified)).outcome, Outcome::Applied);
    const QString certificate = certificateOf(certified)->id();
    int code = 10;
    struct Cell
    {
        const char *what;
        const char *allowed; ///< inspector, officer, administrator, auditor
        std::function<Change(const Session &)> change;
    };
    const auto building2 = [&](const Session &) {
        ++code;
        const QString text = QStringLiteral("SKT-%1").arg(code, 4, 10, QLatin1Char('0'));
        return create(server.ids(), Entity::Building,
                      buildingFields(kSialkot, text, QStringLiteral("Hall %1").arg(code)));
    };
    const QList<Cell> cells{
        {"register an owner", "++--",
         [&](const Session &) { return create(server.ids(), Entity::Owner, ownerFields(QStringLiteral("PK-PB"))); }},
        {"register a building", "++--", building2},
        {"register elsewhere", "----",
         [&](const Session &) {
             return create(server.ids(), Entity::Building,
                           buildingFields(kKarachi, QStringLiteral("KHI-%1").arg(++code, 4, 10, QLatin1Char('0')),
                                          QStringLiteral("Hall")));
         }},
        {"edit a building", "++--",
         [&](const Session &) {
             return patch(server.ids(), Entity::Building, building, server.stored(building)->record.rev,
                          one(QStringLiteral("year_built"),
                              server.stored(building)->record.fields.value(QStringLiteral("year_built")),
                              1950 + ++code));
         }},
        {"remove a building", "-+--",
         [&](const Session &who) {
             Change made = building2(who);
             server.pushOne(officer, made);
             return patch(server.ids(), Entity::Building, made.id, 1, {}, ChangeKind::Delete);
         }},
        {"assign", "-+--",
         [&](const Session &) {
             return create(server.ids(), Entity::Assignment,
                           {{QStringLiteral("building"), building},
                            {QStringLiteral("inspector"), inspector.actor.accountId},
                            {QStringLiteral("kind"), QStringLiteral("initial")},
                            {QStringLiteral("due"), QStringLiteral("2026-12-01")},
                            {QStringLiteral("state"), QStringLiteral("open")}});
         }},
        {"draft for oneself", "+---",
         [&](const Session &who) {
             return create(server.ids(), Entity::Inspection, draftFields(who.actor.accountId));
         }},
        {"review", "-+--",
         [&](const Session &who) {
             const QString id = draft();
             server.pushOne(inspector, submit(id));
             return review(id, QStringLiteral("accept"), who);
         }},
        {"review in another's name", "----",
         [&](const Session &who) {
             return review(submitted, QStringLiteral("accept"), who.actor.role == Role::Officer ? auditor : officer);
         }},
        {"suspend", "-+--",
         [&](const Session &who) {
             Change change = stateChange(certificate, QStringLiteral("suspend"));
             change.fields.insert(QStringLiteral("officer"), {QJsonValue::Null, who.actor.accountId});
             return change;
         }},
        {"write a certificate", "----",
         [&](const Session &) {
             return patch(server.ids(), Entity::Certificate, certificate, server.stored(certificate)->record.rev,
                          one(QStringLiteral("seats"), 70, 700));
         }},
        {"write an account", "----",
         [&](const Session &who) {
             return patch(server.ids(), Entity::Account, who.actor.accountId, 1,
                          one(QStringLiteral("role"), token(who.actor.role), QStringLiteral("officer")));
         }},
        {"change a review", "----",
         [&](const Session &) {
             const QString id =
                 server.value(QStringLiteral("SELECT id FROM record WHERE entity = 'review' LIMIT 1")).toString();
             return patch(server.ids(), Entity::Review, id, 1,
                          one(QStringLiteral("decision"), QStringLiteral("accept"), QStringLiteral("reject")));
         }},
    };
    const QList<const Session *> roles{&inspector, &officer, &administrator, &auditor};
    for (const Cell &cell : cells) {
        for (int i = 0; i < 4; ++i) {
            const auto result = server.pushOne(*roles[i], cell.change(*roles[i]));
            const bool in = result.outcome == Outcome::Applied || result.outcome == Outcome::Merged;
            EXPECT_EQ(in, cell.allowed[i] == '+')
                << cell.what << " as " << qPrintable(token(roles[i]->actor.role)) << ": " << qPrintable(result.code)
                << ' ' << qPrintable(result.message);
        }
    }
}

TEST_P(Access, policyVersion_isPublishedByTheAdministratorAlone)
{
    const QJsonObject body =
        QJsonDocument::fromJson(
            server.value(QStringLiteral("SELECT data FROM record WHERE entity = 'policy'")).toByteArray())
            .object()
            .value(QStringLiteral("body"))
            .toObject();
    QJsonObject next = body;
    next.insert(QStringLiteral("version"), 2);
    const QJsonObject fields{{QStringLiteral("version"), 2}, {QStringLiteral("body"), next}};
    for (const Session *who : {&inspector, &officer, &auditor})
        EXPECT_EQ(server.pushOne(*who, create(server.ids(), Entity::Policy, fields)).outcome, Outcome::Rejected);
    EXPECT_EQ(server.pushOne(administrator, create(server.ids(), Entity::Policy, fields)).outcome, Outcome::Applied);
    EXPECT_EQ(server.pushOne(administrator, create(server.ids(), Entity::Policy, fields)).code,
              protocol::code::kExists);
}

TEST_P(Access, metrics_areForThisComputerAlone)
{
    ApiRequest request;
    request.method = "GET";
    request.path = QStringLiteral("/metrics");
    for (const auto &[peer, status] : {std::pair{"127.0.0.1", 200}, {"::1", 200}, {"192.0.2.1", 404}, {"", 404}}) {
        request.remoteAddress = QLatin1String(peer);
        EXPECT_EQ(server.core().router().handle(request).status, status) << peer;
    }
    request.remoteAddress = QStringLiteral("127.0.0.1");
    request.headers.insert("x-forwarded-for", "127.0.0.1");
    EXPECT_EQ(server.core().router().handle(request).status, 404) << "whoever came through a proxy came from elsewhere";
}

TEST_P(Access, sampleStore_turnsAwayWhatCameThroughAProxy)
{
    const auto through = [this](const char *field, const char *path) {
        return server.call("GET", QLatin1String(path), {}, {},
                           field ? HttpHeaders{{field, "192.0.2.1"}} : HttpHeaders());
    };
    EXPECT_EQ(through("x-forwarded-for", "/api/v1/health").status, 200) << "a store of another kind is for everybody";
    server.run(QStringLiteral("UPDATE account SET sample = 1 WHERE name = 'auditor.one'"));
    server.use(server.another());
    EXPECT_EQ(through(nullptr, "/api/v1/health").status, 200);
    for (const char *field : {"x-forwarded-for", "forwarded", "x-real-ip", "via"}) {
        for (const char *path : {"/api/v1/health", "/api/v1/changes", "/verify", "/metrics", "/nothing"}) {
            const ApiResponse response = through(field, path);
            EXPECT_EQ(response.status, 403) << field << ' ' << path;
            EXPECT_EQ(codeOf(response), QStringLiteral("sample_store"));
            EXPECT_TRUE(response.body.contains("sample accounts")) << "in words";
        }
    }
    ApiRequest chunk; // whose body would be taken piece by piece
    chunk.method = "PATCH";
    chunk.path = QStringLiteral("/api/v1/files/") + server.ids().next();
    chunk.remoteAddress = QStringLiteral("127.0.0.1");
    chunk.headers = {{"forwarded", "for=192.0.2.1"}};
    const auto opened = server.core().router().streamed().open(chunk);
    ASSERT_TRUE(std::holds_alternative<ApiResponse>(opened));
    EXPECT_EQ(std::get<ApiResponse>(opened).status, 403);
}

/// A server that listens to a network, and its store is filled with sample data meanwhile.
TEST_P(Access, sampleAccountsThatCameMeanwhile_answerTheirOwnComputerOnly)
{
    const QString name = QStringLiteral("sample.one");
    server.addAccount(name, Role::Inspector, {QStringLiteral("PK-PB")});
    const Session theirs = server.signIn(name);
    const Actor stranger = server.addAccount(QStringLiteral("sample.two"), Role::Officer, {QStringLiteral("PK-PB")});
    server.run(QStringLiteral("UPDATE account SET sample = 1 WHERE name LIKE 'sample.%'"));
    Store &store = *server.core().stores().ofThisThread().value();
    auto transaction = Transaction::begin(store.database());
    ASSERT_TRUE(transaction);
    const auto code = EnrolmentCodes(store.database()).issue(stranger.accountId, {}, server.clock().now());
    ASSERT_TRUE(code && transaction->commit());
    const auto from = [this](const char *peer, const HttpHeaders &more, const char *method, const char *path,
                             const QJsonObject &body, const QString &token) {
        ApiRequest request;
        request.method = method;
        request.path = QLatin1String(path);
        request.remoteAddress = QLatin1String(peer);
        request.headers = {{"markaz-protocol", "1"}, {"content-type", "application/json"}};
        request.headers.insert(more);
        if (!token.isEmpty())
            request.headers.insert("authorization", "Bearer " + token.toLatin1());
        if (!body.isEmpty())
            request.body = QJsonDocument(body).toJson();
        return server.core().router().handle(request);
    };
    const auto knock = [&](const QString &account, const QString &password) {
        return protocol::encode(
            protocol::SessionRequest{account, password, server.ids().next(), QStringLiteral("Laptop")});
    };
    const QJsonObject redeem = protocol::encode(protocol::EnrolRequest{QStringLiteral("sample.two"), code->code,
                                                                       QStringLiteral("a password of their own"),
                                                                       server.ids().next(), QStringLiteral("Laptop")});
    const QJsonObject renewal{{QStringLiteral("refresh_token"), theirs.refresh}};
    const char *session = "/api/v1/session";
    for (const auto &[peer, more] : {std::pair{"192.0.2.5", HttpHeaders()},
                                     std::pair{"127.0.0.1", HttpHeaders{{"x-forwarded-for", "192.0.2.5"}}}}) {
        for (const ApiResponse &response : {from(peer, more, "POST", session, knock(name, kPassword), {}),
                                            from(peer, more, "POST", "/api/v1/session/enrol", redeem, {}),
                                            from(peer, more, "POST", "/api/v1/session/refresh", renewal, {}),
                                            from(peer, more, "GET", "/api/v1/changes", {}, theirs.token)}) {
            EXPECT_EQ(response.status, 403) << peer << ' ' << response.body.constData();
            EXPECT_EQ(codeOf(response), QStringLiteral("sample_store"));
        }
        EXPECT_EQ(from(peer, more, "POST", session, knock(name, QStringLiteral("not the password")), {}).status, 401)
            << "which names are sample ones is told to nobody";
        EXPECT_EQ(from(peer, more, "GET", "/api/v1/changes", {}, inspector.token).status, 200) << "all others work on";
    }
    EXPECT_EQ(from("127.0.0.1", {}, "GET", "/api/v1/changes", {}, theirs.token).status, 200);
    EXPECT_EQ(from("::1", {}, "POST", "/api/v1/session/refresh", renewal, {}).status, 200);
    EXPECT_EQ(from("127.0.0.1", {}, "POST", "/api/v1/session/enrol", redeem, {}).status, 201) << "still good";
    EXPECT_EQ(from("127.0.0.1", {}, "POST", session, knock(name, kPassword), {}).status, 201);
}

TEST_P(Access, head_answersAsGetDoes)
{
    for (const char *path : {"/api/v1/health", "/api/v1/public/keys", "/verify", "/api/v1/public/certificates/none"}) {
        const ApiResponse get = server.call("GET", QLatin1String(path));
        const ApiResponse head = server.call("HEAD", QLatin1String(path));
        EXPECT_EQ(head.status, get.status) << path;
        EXPECT_EQ(head.mediaType, get.mediaType) << path;
    }
    EXPECT_EQ(server.call("HEAD", QStringLiteral("/api/v1/session")).status, 405);
}

TEST_P(Access, requestsOfOtherFormOrProtocol_areRefused)
{
    EXPECT_EQ(
        server.call("GET", QStringLiteral("/api/v1/changes"), {}, officer.token, {{"markaz-protocol", "99"}}).status,
        426);
    EXPECT_EQ(
        server.call("GET", QStringLiteral("/api/v1/changes"), {}, officer.token, {{"markaz-protocol", "0"}}).status,
        426);
    EXPECT_EQ(
        server.call("POST", QStringLiteral("/api/v1/changes"), "<xml/>", officer.token, {{"content-type", "text/xml"}})
            .status,
        415);
    EXPECT_EQ(server.call("POST", QStringLiteral("/api/v1/changes"), "{", officer.token).status, 400);
    EXPECT_EQ(server.call("POST", QStringLiteral("/api/v1/changes"), QByteArray(40, '['), officer.token).status, 413);
    EXPECT_EQ(
        server.call("POST", QStringLiteral("/api/v1/changes"), '"' + QByteArray(1024 * 1024, 'x') + '"', officer.token)
            .status,
        413);
    const ApiResponse injected =
        server.call("GET", QStringLiteral("/api/v1/health"), {}, {}, {{"markaz-nonce", "a\r\nSet-Cookie: x"}});
    EXPECT_FALSE(injected.headers.contains("Markaz-Nonce"));
}

MARKAZ_ON_BOTH(Access);

} // namespace
} // namespace markaz::server::test
