// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Who gets what at each address: every route of the server x everybody who may ask x everything that may have become of
// them, against a table that was written down by hand. A route without a row fails, a row without a route too.
#include "app/server/api/routes.h"
#include "app/server/store/accountadmin.h"
#include "app/server/store/devices.h"
#include "core/protocol/accounts.h"
#include "tests/app/server/testserver.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace markaz::server::test {
namespace {

using namespace markaz::protocol;

/// What has become of a session that was good.
enum class State { Active, Closed, PasswordChanged, Revoked, Expired };
const QList<State> kStates{State::Active, State::Closed, State::PasswordChanged, State::Revoked, State::Expired};

struct Row
{
    const char *route;
    int nobody;
    std::array<int, 4> active; ///< inspector, officer, administrator, auditor
    // The same for every role:
    int closed;
    int changed; ///< the password, elsewhere
    int revoked; ///< the device
    int expired; ///< the access token
};

constexpr std::array<int, 4> all(int status)
{
    return {status, status, status, status};
}
constexpr Row open(const char *route, int status)
{
    return {route, status, all(status), status, status, status, status};
}
/// Behind a session, for every role.
constexpr Row behind(const char *route, int status)
{
    return {route, 401, all(status), 401, 401, 403, 401};
}
constexpr Row behind(const char *route, std::array<int, 4> statuses)
{
    return {route, 401, statuses, 401, 401, 403, 401};
}

// Requests are those of requestFor() below. 404 and 409 stand for "let in, and there is nothing of that".
const QList<Row> kTable{
    open("GET /metrics", 200),
    open("GET /api/v1/openapi.yaml", 200),
    open("GET /api/v1/health", 200),
    // Here it is name and password that count, on the device's own: the old ones after a change.
    {"POST /api/v1/session", 401, all(201), 401, 401, 403, 201},
    {"POST /api/v1/session/refresh", 401, all(200), 401, 401, 200, 200},
    open("POST /api/v1/session/enrol", 401), // with a code that is none
    behind("DELETE /api/v1/session", 204),
    behind("POST /api/v1/session/password", 204),
    {"POST /api/v1/session/wiped", 401, all(409), 401, 401, 204, 401},
    behind("GET /api/v1/accounts", {403, 403, 200, 403}),
    behind("POST /api/v1/accounts", {403, 403, 201, 403}),
    behind("PATCH /api/v1/accounts/{id}", {403, 403, 200, 403}),
    behind("POST /api/v1/accounts/{id}/code", {403, 403, 201, 403}),
    behind("GET /api/v1/devices", {403, 403, 200, 403}),
    behind("POST /api/v1/devices/{id}/revoke", {403, 403, 404, 403}),
    behind("GET /api/v1/audit", {403, 403, 200, 200}),
    behind("GET /api/v1/changes", 200),
    {"POST /api/v1/changes", 401, all(200), 401, 401, 200, 401},
    open("OPTIONS /api/v1/files", 204),
    behind("POST /api/v1/files", 409),
    open("OPTIONS /api/v1/files/{name}", 204),
    behind("GET /api/v1/files/{name}", 404),
    behind("HEAD /api/v1/files/{name}", 404),
    behind("PATCH /api/v1/files/{name}", 404),
    behind("POST /api/v1/files/{name}", 404),
    behind("DELETE /api/v1/files/{name}", 404),
    open("GET /api/v1/public/keys", 200),
    open("GET /api/v1/public/revocations", 200),
    open("GET /api/v1/public/certificates/{number}", 404),
    open("GET /api/v1/public/centres", 200),
    open("GET /centres", 200),
    open("GET /verify", 200),
    open("POST /verify", 404),
    open("GET /verify/{number}", 404),
    open("POST /verify/{number}", 404),
};

const QList<Role> kRoles{Role::Inspector, Role::Officer, Role::Administrator, Role::Auditor};
const QStringList kPunjab{QStringLiteral("PK-PB")};

/// Somebody who asks, with what they have in hand.
struct Caller
{
    QString name;
    QString device;
    Session session;
    QString revocation;
};

class RouteMatrix : public OnBoth
{
protected:
    RouteMatrix()
    {
        target = server.addAccount(QStringLiteral("target.one"), Role::Inspector, kPunjab).accountId;
        server.addAccount(QStringLiteral("spare.admin"), Role::Administrator, kPunjab);
    }

    Database &database() { return server.core().stores().ofThisThread().value()->database(); }

    Caller caller(Role role, State state)
    {
        Caller made{QStringLiteral("%1.%2").arg(token(role)).arg(++m_count), server.ids().next(), {}, {}};
        server.addAccount(made.name, role, kPunjab);
        const auto reply = decode<SessionReply>(bodyOf(signIn(made.name, kPassword, made.device))).value();
        made.session = {reply.accessToken, reply.refreshToken, reply.account};
        const QString &id = reply.account.accountId;
        switch (state) {
        case State::Active:
            break;
        case State::Closed: {
            AccountChange closed;
            closed.active = false;
            EXPECT_TRUE(AccountAdmin(database(), server.core().reference().gazetteer, server.clock(), Manager::server())
                            .change(id, closed));
            break;
        }
        case State::PasswordChanged: {
            const auto elsewhere =
                decode<SessionReply>(bodyOf(signIn(made.name, kPassword, server.ids().next()))).value();
            EXPECT_EQ(server
                          .post(QStringLiteral("/api/v1/session/password"),
                                encode(PasswordRequest{kPassword, QStringLiteral("another horse battery")}),
                                elsewhere.accessToken)
                          .status,
                      204);
            break;
        }
        case State::Revoked:
            EXPECT_TRUE(
                Devices(database(), server.clock()).revoke(Manager::server(), made.device, id, server.core().key()));
            made.revocation = Devices(database(), server.clock()).standing(made.device, id)->revocation->id;
            break;
        case State::Expired:
            server.run(QStringLiteral("UPDATE token SET expires_at = '2026-01-01T00:00:00.000Z' WHERE kind = 'access' "
                                      "AND session IN (SELECT id FROM session WHERE account = '%1')")
                           .arg(id));
            break;
        }
        return made;
    }

    /// The same caller as long as nothing ended what it has in hand.
    Caller kept(Role role, State state)
    {
        const auto key = std::pair(role, state);
        if (!m_kept.contains(key))
            m_kept.insert(key, caller(role, state));
        return m_kept.value(key);
    }
    void forget() { m_kept.clear(); }

    ApiResponse signIn(const QString &name, const QString &password, const QString &device)
    {
        return server.post(QStringLiteral("/api/v1/session"),
                           encode(SessionRequest{name, password, device, QStringLiteral("Laptop")}));
    }

    /// A well-formed request for the route, as \p who would send it.
    ApiResponse requestFor(const Route &route, const Caller &who)
    {
        QString path = route.path;
        const QString key = QString::fromLatin1(route.method + ' ') + route.path;
        const bool files = route.path.startsWith(QStringLiteral("/api/v1/files"));
        const bool upload = files && route.method != "GET";
        path.replace(QStringLiteral("{id}"), key.contains(QStringLiteral("/devices/")) ? server.ids().next() : target);
        path.replace(QStringLiteral("{number}"), QStringLiteral("PK-2026-000001"));
        path.replace(QStringLiteral("{name}"), upload ? server.ids().next() : QString(64, QLatin1Char('a')));
        const auto it = std::find_if(m_bodies.begin(), m_bodies.end(),
                                     [&key](const auto &body) { return key == QLatin1String(body.first); });
        QByteArray body = it == m_bodies.end() ? QByteArray() : QJsonDocument(it->second(who)).toJson();
        HttpHeaders headers;
        if (files) {
            headers = {{"tus-resumable", "1.0.0"},
                       {"upload-offset", "0"},
                       {"upload-length", "9"},
                       {"upload-metadata", "sha256 " + QByteArray(64, 'a').toBase64() + ",filetype " +
                                               QByteArray("image/png").toBase64()}};
            if (route.method == "PATCH") {
                body = "x";
                headers.insert("content-type", "application/offset+octet-stream");
            } else if (route.method == "POST" && route.path.endsWith(QLatin1Char('}'))) {
                headers.insert("x-http-method-override", "DELETE");
            }
        } else if (route.path.startsWith(QStringLiteral("/verify")) && route.method == "POST") {
            body = "number=PK-2026-000001";
            headers.insert("content-type", "application/x-www-form-urlencoded");
        }
        return server.call(route.method, path, body, who.session.token, headers);
    }

    static QJsonObject bodyOf(const ApiResponse &response) { return QJsonDocument::fromJson(response.body).object(); }

    QString target;

private:
    using Body = std::function<QJsonObject(const Caller &)>;
    int m_count = 0;
    QMap<std::pair<Role, State>, Caller> m_kept;
    const QList<std::pair<const char *, Body>> m_bodies{
        {"POST /api/v1/session",
         [this](const Caller &who) {
             return encode(SessionRequest{who.name.isEmpty() ? QStringLiteral("nobody.%1").arg(++m_count) : who.name,
                                          kPassword,
                                          who.device.isEmpty() ? server.ids().next() : who.device,
                                          {}});
         }},
        {"POST /api/v1/session/refresh",
         [](const Caller &who) {
             return QJsonObject{{QStringLiteral("refresh_token"),
                                 who.session.refresh.isEmpty() ? QStringLiteral("none") : who.session.refresh}};
         }},
        {"POST /api/v1/session/enrol",
         [this](const Caller &) {
             return encode(EnrolRequest{QStringLiteral("nobody.%1").arg(++m_count),
                                        QStringLiteral("0000-0000-0000-0000-0000"),
                                        kPassword,
                                        server.ids().next(),
                                        {}});
         }},
        {"POST /api/v1/session/password",
         [](const Caller &) {
             return encode(PasswordRequest{kPassword, QStringLiteral("another horse battery")});
         }},
        {"POST /api/v1/session/wiped",
         [](const Caller &who) {
             return QJsonObject{{QStringLiteral("revocation"), who.revocation}};
         }},
        {"POST /api/v1/accounts",
         [this](const Caller &) {
             return encode(AccountRequest{QStringLiteral("made.%1").arg(++m_count), {}, Role::Inspector, kPunjab});
         }},
        {"PATCH /api/v1/accounts/{id}",
         [this](const Caller &) { return encode(AccountChange{QStringLiteral("Target %1").arg(++m_count)}); }},
        {"POST /api/v1/accounts/{id}/code", [](const Caller &) { return QJsonObject(); }},
        {"POST /api/v1/devices/{id}/revoke",
         [this](const Caller &) {
             return QJsonObject{{QStringLiteral("account"), target}};
         }},
        {"POST /api/v1/changes",
         [this](const Caller &) {
             return encode(PushRequest{server.ids().next(), {}, {}});
         }},
    };
};

/// What ends the caller's session or alters its password.
const QStringList kSpending{QStringLiteral("DELETE /api/v1/session"), QStringLiteral("POST /api/v1/session/password"),
                            QStringLiteral("POST /api/v1/session/wiped")};

/// Everything that is not about the caller's own session and device, so that a change anywhere shows.
const QString kNothingChanged = QStringLiteral(
    "SELECT (SELECT value FROM counter WHERE name = 'seq') * 1000000 + (SELECT count(*) FROM account) * 1000 + "
    "(SELECT count(*) FROM enrolment_code) * 100 + (SELECT count(*) FROM upload) * 10 + "
    "(SELECT count(*) FROM device_revocation)");

TEST_P(RouteMatrix, beforeItsBodyComes_onlyOneWhoMayKnockIsWaitedFor)
{
    const Session signedIn = server.join(QStringLiteral("known.one"), Role::Inspector, kPunjab);
    const auto admit = [this](const Route &route, const QString &token) {
        ApiRequest head;
        head.method = route.method;
        head.path = route.path;
        head.path.replace(QRegularExpression(QStringLiteral("\\{[a-z]+\\}")), target);
        head.headers = {{"markaz-protocol", "1"},
                        {"tus-resumable", "1.0.0"},
                        {"content-type", "application/json"},
                        {"markaz-digest", "of what comes"}};
        if (!token.isEmpty())
            head.headers.insert("authorization", "Bearer " + token.toLatin1());
        return server.core().router().admit(head);
    };
    for (const Route &route : routes()) {
        const bool open = route.door == Door::Public || route.door == Door::Protocol;
        const std::string which = (route.method + ' ' + route.path.toLatin1()).toStdString();
        const Admission stranger = admit(route, {});
        EXPECT_FALSE(stranger.known) << which;
        EXPECT_EQ(stranger.refusal ? stranger.refusal->status : 0, open ? 0 : 401) << which;
        const Admission expired = admit(route, QStringLiteral("a token of nobody"));
        EXPECT_EQ(expired.refusal.has_value(), !open) << which;
        const Admission known = admit(route, signedIn.token);
        EXPECT_EQ(known.known, !open) << which;
        EXPECT_FALSE(known.refusal) << which;
    }
}

TEST_P(RouteMatrix, everyRouteAndCaller_isAsTheTableSays)
{
    QStringList rows;
    for (const Row &row : kTable)
        rows.append(QLatin1String(row.route));
    const auto everyAttemptForgotten = [this] { server.run(QStringLiteral("DELETE FROM attempt")); };
    int cells = 0;
    for (const Route &route : routes()) {
        const QString key = QString::fromLatin1(route.method + ' ') + route.path;
        const auto row = std::find_if(kTable.begin(), kTable.end(),
                                      [&key](const Row &one) { return key == QLatin1String(one.route); });
        ASSERT_NE(row, kTable.end()) << "no row for " << qPrintable(key);
        rows.removeAll(key);
        const QVariant before = server.value(kNothingChanged);
        EXPECT_EQ(requestFor(route, {}).status, row->nobody) << qPrintable(key) << " as nobody";
        EXPECT_EQ(server.value(kNothingChanged), before) << qPrintable(key) << " as nobody";
        for (const Role role : kRoles) {
            for (const State state : kStates) {
                // Behind an open door the state cannot matter; one of them is enough there.
                if (route.door == Door::Public && state != State::Active)
                    continue;
                ++cells;
                const qsizetype at = kRoles.indexOf(role);
                const int expected = state == State::Active            ? row->active.at(size_t(at))
                                     : state == State::Closed          ? row->closed
                                     : state == State::PasswordChanged ? row->changed
                                     : state == State::Revoked         ? row->revoked
                                                                       : row->expired;
                const Caller who = kept(role, state);
                const QVariant was = server.value(kNothingChanged);
                const ApiResponse response = requestFor(route, who);
                EXPECT_EQ(response.status, expected)
                    << qPrintable(key) << " as " << qPrintable(token(role)) << " in state " << static_cast<int>(state)
                    << ": " << response.body.left(200).constData();
                const bool administers = role == Role::Administrator && state == State::Active;
                if (!administers) {
                    EXPECT_EQ(server.value(kNothingChanged), was)
                        << qPrintable(key) << " as " << qPrintable(token(role)) << " changed something";
                }
            }
        }
        everyAttemptForgotten();
        if (kSpending.contains(key))
            forget();
    }
    EXPECT_TRUE(rows.isEmpty()) << "rows of no route: " << qPrintable(rows.join(QStringLiteral(", ")));
    EXPECT_GT(cells, 400);
}

MARKAZ_ON_BOTH(RouteMatrix);

} // namespace
} // namespace markaz::server::test
