// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api/sessioncontroller.h"

#include "app/server/api/replies.h"

namespace markaz::server {
namespace {

constexpr qint64 kMaxSessionBody = 16 * 1024;

ApiResponse tokens(int status, const protocol::SessionReply &reply)
{
    ApiResponse response = jsonReply(status, protocol::encode(reply));
    response.compress = false;
    return response;
}

} // namespace

ApiResponse SessionController::signIn(const ApiRequest &request)
{
    auto json = protocol::parseBody(request.body, kMaxSessionBody);
    if (!json)
        return errorReply(json.error());
    auto asked = protocol::decode<protocol::SessionRequest>(*json);
    if (!asked)
        return errorReply(asked.error());
    if (asked->deviceId.isEmpty() || asked->deviceId.size() > 64)
        return errorReply(
            makeError(ErrorCode::InvalidValue, QStringLiteral("a device has an id"), QStringLiteral("device.id")));
    auto reply = m_context.sessions.signIn(m_store, *asked, m_context.proxies.clientOf(request));
    if (reply)
        return tokens(201, *reply);
    if (reply.error().code == ErrorCode::Unauthenticated)
        m_context.metrics.signInFailed(Metrics::SignInFailure::Wrong);
    else if (reply.error().code == ErrorCode::Refused)
        m_context.metrics.signInFailed(Metrics::SignInFailure::Slowed);
    return errorReply(reply.error());
}

ApiResponse SessionController::refresh(const ApiRequest &request)
{
    auto json = protocol::parseBody(request.body, kMaxSessionBody);
    if (!json)
        return errorReply(json.error());
    const QString token = json->value(QStringLiteral("refresh_token")).toString();
    if (token.isEmpty())
        return errorReply(makeError(ErrorCode::Incomplete, QStringLiteral("the refresh token is missing"),
                                    QStringLiteral("refresh_token")));
    auto reply = m_context.sessions.refresh(m_store, token);
    return reply ? tokens(200, *reply) : errorReply(reply.error());
}

ApiResponse SessionController::end(const SignedIn &who)
{
    auto ended = m_context.sessions.end(m_store, who);
    return ended ? noContent() : errorReply(ended.error());
}

Result<SignedIn> SessionController::caller(const ApiRequest &request)
{
    const QByteArray header = request.header("authorization");
    if (!header.toLower().startsWith("bearer ") || header.size() > 200)
        return makeError(ErrorCode::Unauthenticated, QStringLiteral("no bearer token"));
    return m_context.sessions.authenticate(m_store, QString::fromLatin1(header.mid(7).trimmed()));
}

} // namespace markaz::server
