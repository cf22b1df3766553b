// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/serverclient.h"

#include "core/support/gzip.h"
#include "core/sync/statenames.h"
#include "core/sync/syncpolicy.h"

#include <QJsonDocument>
#include <QLocale>

namespace markaz {
namespace {

using protocol::Problem;

constexpr int kInflationRatio = 50;

Error stranger(const QString &why)
{
    return makeError(ErrorCode::NotOurServer, why);
}

QByteArray mediaType(const HttpResponse &response)
{
    return response.headers.value(QByteArrayLiteral("content-type")).split(';').first().trimmed().toLower();
}

/// RFC 9110's IMF-fixdate; an invalid QDateTime for anything else.
QDateTime httpDate(const QByteArray &text)
{
    QDateTime time =
        QLocale::c().toDateTime(QString::fromLatin1(text.trimmed()), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    time.setTimeSpec(Qt::UTC);
    return time;
}

/// Seconds or a date; a date is read against the server's own Date, because this clock may be wrong.
std::optional<std::chrono::milliseconds> retryAfter(const HttpResponse &response)
{
    const QByteArray text = response.headers.value(QByteArrayLiteral("retry-after")).trimmed();
    if (text.isEmpty())
        return {};
    bool isNumber = false;
    qint64 seconds = text.toLongLong(&isNumber);
    if (!isNumber) {
        const QDateTime until = httpDate(text);
        if (!until.isValid())
            return {};
        seconds = httpDate(response.headers.value(QByteArrayLiteral("date"))).secsTo(until);
    }
    const std::chrono::milliseconds wait = std::chrono::seconds(std::clamp<qint64>(seconds, 0, 1'000'000));
    return std::min(wait, syncpolicy::kRetryAfterMost);
}

Result<QByteArray> bodyOf(const HttpResponse &response)
{
    const QByteArray coding = response.headers.value(QByteArrayLiteral("content-encoding")).trimmed().toLower();
    if (coding.isEmpty() || coding == "identity")
        return response.body;
    if (coding != "gzip")
        return stranger(QStringLiteral("content coding \"%1\"").arg(QString::fromLatin1(coding.left(40))));
    return gunzip(response.body, protocol::kMaxReply, kInflationRatio);
}

HttpRequest requestOf(const ServerCall &call, const QByteArray &nonce)
{
    HttpRequest request;
    request.method = call.method;
    request.path = call.path;
    request.headers.insert(protocol::header::kProtocol, QByteArray::number(protocol::kProtocol));
    request.headers.insert(protocol::header::kNonce, nonce);
    for (auto it = call.headers.begin(); it != call.headers.end(); ++it)
        request.headers.insert(it.key(), it.value());
    if (call.bytes) {
        // As they lie on the disk: a range of a file has no other form.
        request.headers.insert(QByteArrayLiteral("accept-encoding"), QByteArrayLiteral("identity"));
        request.body = call.content;
    } else {
        request.headers.insert(QByteArrayLiteral("accept"),
                               QByteArrayLiteral("application/json, application/problem+json"));
        request.headers.insert(QByteArrayLiteral("accept-encoding"), QByteArrayLiteral("gzip"));
    }
    if (!call.bearer.isEmpty())
        request.headers.insert(QByteArrayLiteral("authorization"), "Bearer " + call.bearer.toLatin1());
    if (call.body) {
        request.body = QJsonDocument(*call.body).toJson(QJsonDocument::Compact);
        request.headers.insert(QByteArrayLiteral("content-type"), QByteArrayLiteral("application/json"));
        const QByteArray packed = request.body.size() > protocol::kGzipFrom ? gzip(request.body) : QByteArray();
        // What packs tighter than the other side inflates (one note over and over) goes as it is.
        if (!packed.isEmpty() && packed.size() * kInflationRatio > request.body.size()) {
            request.body = packed;
            request.headers.insert(QByteArrayLiteral("content-encoding"), QByteArrayLiteral("gzip"));
        } else {
            request.headers.insert(protocol::header::kDigest, protocol::bodyDigest(request.body));
        }
    }
    return request;
}

} // namespace

Error inAnswer(Error error)
{
    if (error.code != ErrorCode::TooLarge)
        error.code = ErrorCode::Malformed;
    return error;
}

ServerClient::ServerClient(Transport &transport, SyncStateRepository &state, const Clock &clock, IdSource &ids)
    : m_transport(transport)
    , m_state(state)
    , m_clock(clock)
    , m_ids(ids)
{
}

void ServerClient::call(const ServerCall &call, Reply reply)
{
    const QByteArray nonce = m_ids.next().toLatin1();
    const std::weak_ptr<bool> alive = m_alive;
    m_transport.send(requestOf(call, nonce),
                     [this, alive, call, nonce, reply = std::move(reply)](const Result<HttpResponse> &response) {
                         if (alive.expired())
                             return;
                         reply(response ? check(call, nonce, *response) : Result<ServerAnswer>(response.error()));
                     });
}

Result<ServerAnswer> ServerClient::check(const ServerCall &call, const QByteArray &nonce, const HttpResponse &response)
{
    const int status = response.status;
    if (response.headers.value(protocol::header::kNonce) != nonce)
        return stranger(QStringLiteral("status %1 without our nonce").arg(status));
    const QDateTime serverTime = httpDate(response.headers.value(QByteArrayLiteral("date")));
    if (!serverTime.isValid())
        return stranger(QStringLiteral("status %1 without a Date").arg(status));
    const QString instance = QString::fromLatin1(response.headers.value(protocol::header::kInstance));
    auto known = m_state.value(state::kInstance);
    if (!known)
        return known.error();
    if (instance.isEmpty() || (!known->isEmpty() && *known != instance))
        return stranger(QStringLiteral("instance \"%1\" where \"%2\" is known").arg(instance.left(60), *known));
    const bool asked = status == call.expected || call.alsoExpected.contains(status);
    if (!asked && status < 400)
        return stranger(QStringLiteral("status %1 where %2 was expected").arg(status).arg(call.expected));
    // An answer to HEAD never has a body, whatever its headers say.
    const bool empty = (asked && status == 204) || call.method == "HEAD" || (asked && call.bytes);
    const QByteArray media = mediaType(response);
    if (!empty && media != (asked ? "application/json" : "application/problem+json"))
        return stranger(
            QStringLiteral("status %1 with media type \"%2\"").arg(status).arg(QString::fromLatin1(media.left(60))));

    ServerAnswer answer;
    answer.status = status;
    if (call.bytes) {
        answer.headers = response.headers;
        if (asked)
            answer.content = response.body;
        else if (call.method == "HEAD")
            answer.problem = Problem{status, {}, {}, {}, {}};
        answer.retryAfter = retryAfter(response);
    }
    if (!empty) {
        auto body = bodyOf(response);
        if (!body)
            return body.error();
        const auto digest = response.headers.constFind(protocol::header::kDigest);
        if (digest != response.headers.constEnd() && digest->toLower() != protocol::bodyDigest(*body))
            return makeError(ErrorCode::Malformed, QStringLiteral("the answer is not as the server sent it"));
        if (asked) {
            answer.body = *body;
        } else {
            auto problem = protocol::decodeBody<Problem>(*body);
            if (!problem)
                return stranger(QStringLiteral("status %1 without a code").arg(status));
            answer.problem = *problem;
            answer.problem->status = status; // what came counts, not what it says of itself
            answer.retryAfter = retryAfter(response);
        }
    }
    if (auto noted = noteContact(known->isEmpty() ? instance : QString(), serverTime); !noted)
        return noted.error();
    return answer;
}

Result<void> ServerClient::noteContact(const QString &instance, const QDateTime &serverTime)
{
    if (!instance.isEmpty()) {
        if (auto stored = m_state.set(state::kInstance, instance); !stored)
            return stored;
    }
    if (auto stored = m_state.set(state::kServerTime, toIso(serverTime)); !stored)
        return stored;
    return m_state.set(state::kLastContact, toIso(m_clock.now()));
}

} // namespace markaz
