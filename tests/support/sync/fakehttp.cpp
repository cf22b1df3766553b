// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The fake server's HTTP side: routing, sessions, headers, compression, and everything that can be wrong with an
// answer.
#include "core/domain/enrolmentcode.h"
#include "core/protocol/accounts.h"
#include "core/protocol/files.h"
#include "core/support/gzip.h"
#include "tests/support/sync/fakeserver.h"

#include <QJsonDocument>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace markaz::test {
namespace {

const QByteArray kType = QByteArrayLiteral("content-type");
const QByteArray kCoding = QByteArrayLiteral("content-encoding");

QByteArray httpDate(const QDateTime &time)
{
    return QLocale::c().toString(time.toUTC(), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'")).toLatin1();
}

HttpResponse html(int status)
{
    return {status,
            {{kType, "text/html"}, {QByteArrayLiteral("date"), "Tue, 24 Nov 2026 09:00:00 GMT"}},
            "<html><body>Welcome to the guest network</body></html>"};
}

} // namespace

HttpResponse FakeServer::json(const HttpRequest &request, int status, const QJsonObject &body, const char *type)
{
    return text(request, status, QJsonDocument(body).toJson(QJsonDocument::Compact), type);
}

HttpResponse FakeServer::text(const HttpRequest &request, int status, const QByteArray &body, const char *type)
{
    HttpResponse response;
    response.status = status;
    response.body = body;
    response.headers = {{kType, type},
                        {protocol::header::kInstance, instance.toLatin1()},
                        {protocol::header::kNonce, request.headers.value(protocol::header::kNonce)},
                        {QByteArrayLiteral("date"), httpDate(m_clock.now())}};
    if (response.body.size() > protocol::kGzipFrom &&
        request.headers.value(QByteArrayLiteral("accept-encoding")).contains("gzip")) {
        response.body = gzip(response.body);
        response.headers.insert(kCoding, QByteArrayLiteral("gzip"));
    } else {
        response.headers.insert(protocol::header::kDigest, protocol::bodyDigest(body));
    }
    return response;
}

HttpResponse FakeServer::problem(const HttpRequest &request, int status, const QString &code, const QJsonObject &more)
{
    return json(request, status, protocol::encode(protocol::Problem{status, code, code, {}, more}),
                "application/problem+json; charset=utf-8");
}

HttpResponse FakeServer::answer(const HttpRequest &request)
{
    if (m_real)
        return m_real(request);
    const QByteArray bearer = request.headers.value(QByteArrayLiteral("authorization"));
    const QString access = QString::fromLatin1(bearer.mid(static_cast<qsizetype>(sizeof("Bearer ")) - 1));
    const QString name = m_access.value(access);
    if (request.path.startsWith(QLatin1String("/api/v1/files")))
        return name.isEmpty() ? fileProblem(request, 401, protocol::code::kUnauthenticated)
                              : fileAnswer(request, m_accounts[name]);
    QByteArray plain = request.body;
    if (request.headers.value(kCoding) == "gzip") {
        auto inflated = gunzip(request.body, protocol::kMaxBody);
        if (!inflated)
            return problem(request, 400, protocol::code::kMalformed);
        plain = *inflated;
    }
    QJsonObject body;
    if (!plain.isEmpty()) {
        auto parsed = protocol::parseBody(plain);
        if (!parsed)
            return problem(request, 400, protocol::code::kMalformed);
        body = *parsed;
    }
    if (request.path == QLatin1String("/api/v1/public/keys")) {
        m_everSigned.insert(signingKey.keyId(), signingKey.publicKey()); // none is forgotten
        IssuerKeys keys;
        keys.number = trustNumber + m_everSigned.size();
        keys.at = QStringLiteral("2026-11-24T06:00:00.000Z");
        for (const PublicKey &key : std::as_const(m_everSigned))
            keys.keys.append({key, {}, {}});
        return json(request, 200, toldKeys ? *toldKeys : signIssuerKeys(keys, rootKey)->toJson(), "application/json");
    }
    if (request.path == QLatin1String("/api/v1/public/revocations")) {
        RevocationList list;
        list.number = trustNumber;
        list.at = QStringLiteral("2026-11-24T06:00:00.000Z");
        return json(request, 200, toldRevocations ? *toldRevocations : signRevocations(list, signingKey)->toJson(),
                    "application/json");
    }
    const bool wiped = request.path.endsWith(QLatin1String("/wiped"));
    if (!wiped && request.path.startsWith(QLatin1String("/api/v1/session")))
        return session(request, body);
    if (name.isEmpty())
        return problem(request, 401, codeOf401(access));
    if (revocation)
        return farewell(request, body);
    if (request.method == "POST")
        return push(request, m_accounts[name], body);
    return pull(request, m_accounts[name]);
}

HttpResponse FakeServer::session(const HttpRequest &request, const QJsonObject &body)
{
    if (request.method == "DELETE") {
        endSessions();
        HttpResponse gone = json(request, 204, {}, "application/json");
        gone.body.clear();
        return gone;
    }
    QString name;
    int status = 200;
    if (request.path.endsWith(QLatin1String("/refresh"))) {
        // The old token stays good: the reply may be lost.
        name = m_refresh.value(body.value(QStringLiteral("refresh_token")).toString());
    } else if (request.path.endsWith(QLatin1String("/enrol"))) {
        auto asked = protocol::decode<protocol::EnrolRequest>(body);
        if (!asked)
            return problem(request, 400, protocol::code::kMalformed);
        const auto code = readEnrolmentCode(asked->code);
        if (code && m_codes.value(*code) == asked->username)
            name = asked->username;
        if (!name.isEmpty() && !revocation) {
            m_codes.remove(*code);
            m_accounts[name].password = asked->password;
        }
        status = 201;
    } else {
        auto asked = protocol::decode<protocol::SessionRequest>(body);
        if (!asked)
            return problem(request, 400, protocol::code::kMalformed);
        if (m_accounts.contains(asked->username) && m_accounts.value(asked->username).password == asked->password)
            name = asked->username;
        status = 201;
    }
    if (name.isEmpty())
        return problem(request, 401, codeOf401(body.value(QStringLiteral("refresh_token")).toString()));
    const Account &account = m_accounts[name];
    const QString access = QStringLiteral("access-%1").arg(++m_tokens);
    const QString refresh = QStringLiteral("refresh-%1").arg(m_tokens);
    protocol::SessionReply session{access, 900, refresh, account.actor, QString::number(account.scope)};
    const bool begins = status == 201;
    if (!revocation || !begins || acknowledgedOrder.isEmpty()) {
        m_access.insert(access, name);
        m_refresh.insert(refresh, name);
    }
    if (revocation && begins) {
        QJsonObject more{{QStringLiteral("revocation"), protocol::encode(*revocation)}};
        if (acknowledgedOrder.isEmpty() && !sendsNoTokens)
            more.insert(QStringLiteral("session"), protocol::encode(session));
        else if (!acknowledgedOrder.isEmpty())
            more.insert(QStringLiteral("obeyed"), true);
        return problem(request, 403, protocol::code::kDeviceRevoked, more);
    }
    session.revocation = revocation;
    return json(request, status, protocol::encode(session), "application/json");
}

void FakeServer::flipBit(HttpResponse &response)
{
    const int bit = 1 << drawBelow(8);
    QList<QByteArray> names = response.headers.keys();
    std::sort(names.begin(), names.end());
    const int where = drawBelow(4);
    if (where == 0 && !names.isEmpty()) {
        QByteArray &value = response.headers[names.at(drawBelow(names.size()))];
        if (!value.isEmpty()) {
            const int at = drawBelow(value.size());
            value[at] = static_cast<char>(value.at(at) ^ bit);
        }
    } else if (where == 1) {
        QByteArray digits = QByteArray::number(response.status);
        const int at = drawBelow(digits.size());
        digits[at] = static_cast<char>(digits.at(at) ^ (1 << drawBelow(4)));
        response.status = digits.toInt(); // 0 where it is no number any more
    } else if (!response.body.isEmpty()) {
        const int at = drawBelow(response.body.size());
        response.body[at] = static_cast<char>(response.body.at(at) ^ bit);
    }
}

std::optional<Result<HttpResponse>> FakeServer::faulty(Fault fault, const HttpRequest &request)
{
    switch (fault) {
    case Fault::Hang:
        return {};
    case Fault::Timeout:
        return makeError(ErrorCode::NetworkTimeout, QStringLiteral("fault"));
    case Fault::Unreachable:
        return makeError(ErrorCode::NetworkUnreachable, QStringLiteral("fault"));
    case Fault::LostReply:
        answer(request);
        return makeError(ErrorCode::NetworkUnreachable, QStringLiteral("fault"));
    case Fault::Doubled:
        answer(request);
        return answer(request);
    case Fault::Html200:
        return html(200);
    case Fault::Redirect: {
        HttpResponse away = html(302);
        away.headers.insert(QByteArrayLiteral("location"), QByteArrayLiteral("http://portal.example/login"));
        return away;
    }
    case Fault::NotFoundHtml:
        return html(404);
    case Fault::BadGateway:
        return html(502);
    case Fault::Unauthorized:
        return fileProblem(request, 401, protocol::code::kUnauthenticated);
    case Fault::CutBody:
        cut(request);
        return makeError(ErrorCode::NetworkUnreachable, QStringLiteral("fault"));
    case Fault::Full:
        return fileProblem(request, 507, protocol::files::code::kStorageFull);
    case Fault::Locked:
        return fileProblem(request, 423, protocol::files::code::kLocked);
    case Fault::Offset:
        return fileProblem(request, 409, protocol::files::code::kOffset);
    case Fault::BadPiece:
        return fileProblem(request, 460, protocol::files::code::kChecksum);
    case Fault::Vanished:
        m_uploads.clear();
        return fileProblem(request, 404, protocol::files::code::kNotThere);
    case Fault::TooLarge:
        return problem(request, 413, protocol::code::kTooLarge);
    case Fault::Busy:
    case Fault::TooMany: {
        HttpResponse busy = problem(request, fault == Fault::Busy ? 503 : 429, protocol::code::kBusy);
        busy.headers.insert(QByteArrayLiteral("retry-after"), fault == Fault::Busy
                                                                  ? QByteArray::number(busySeconds)
                                                                  : httpDate(m_clock.now().addSecs(240)));
        return busy;
    }
    case Fault::ServerError:
        return problem(request, 500, QStringLiteral("internal"));
    case Fault::Gone:
        return problem(request, 410, protocol::code::kResync);
    case Fault::Upgrade:
        return problem(request, 426, QStringLiteral("upgrade_required"));
    default:
        break;
    }
    // The others carry the request out and spoil its answer.
    HttpResponse spoilt = answer(request);
    const QByteArray plain = spoilt.headers.contains(kCoding) ? gunzip(spoilt.body, 1 << 24).value() : spoilt.body;
    switch (fault) {
    case Fault::Flipped:
        flipBit(spoilt);
        break;
    case Fault::CutGzip:
        spoilt.body = gzip(plain).chopped(9);
        spoilt.headers.insert(kCoding, QByteArrayLiteral("gzip"));
        break;
    case Fault::NewWord: {
        static const QRegularExpression words(QStringLiteral("\"(outcome|entity|role)\":\"[a-z_]+\""));
        const QString body = QString::fromUtf8(plain).replace(words, QStringLiteral("\"\\1\":\"later\""));
        return text(request, spoilt.status, body.toUtf8(), spoilt.headers.value(kType).constData());
    }
    case Fault::CutJson:
        spoilt.body = plain.left(plain.size() / 2);
        spoilt.headers.remove(kCoding);
        break;
    case Fault::Bomb:
        spoilt.body = gzip("{\"a\":\"" + QByteArray(9 * 1024 * 1024, 'a') + "\"}");
        spoilt.headers.insert(kCoding, QByteArrayLiteral("gzip"));
        break;
    case Fault::WrongNonce:
        spoilt.headers.insert(protocol::header::kNonce, QByteArrayLiteral("another"));
        break;
    case Fault::NoNonce:
        spoilt.headers.remove(protocol::header::kNonce);
        break;
    case Fault::WrongInstance:
        spoilt.headers.insert(protocol::header::kInstance, QByteArrayLiteral("instance-2"));
        break;
    case Fault::NoDate:
        spoilt.headers.remove(QByteArrayLiteral("date"));
        break;
    case Fault::TextPlain:
        spoilt.headers.insert(kType, QByteArrayLiteral("text/plain"));
        break;
    default: // Accepted202
        spoilt.status = 202;
        break;
    }
    return spoilt;
}

} // namespace markaz::test
