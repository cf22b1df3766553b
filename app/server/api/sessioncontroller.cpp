// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api/sessioncontroller.h"

#include "app/server/api/replies.h"
#include "app/server/store/devices.h"

namespace markaz::server {
namespace {

constexpr qint64 kMaxSessionBody = 16LL * 1024;

ApiResponse tokens(int status, const protocol::SessionReply &reply)
{
    ApiResponse response = jsonReply(status, protocol::encode(reply));
    response.compress = false;
    return response;
}

/// A body read as the message \p T.
template <class T>
Result<T> messageOf(const ApiRequest &request)
{
    auto json = protocol::parseBody(request.body, kMaxSessionBody);
    return json ? protocol::decode<T>(*json) : Result<T>(json.error());
}

} // namespace

Origin SessionController::originOf(const ApiRequest &request) const
{
    return {m_context.proxies.clientOf(request), m_context.proxies.isLocal(request)};
}

ApiResponse SessionController::counted(const Error &error)
{
    const bool wrongPassword = error.code == ErrorCode::NotAllowed && error.where == protocol::code::kWrongPassword;
    if (error.code == ErrorCode::Unauthenticated || wrongPassword)
        m_context.metrics.signInFailed(Metrics::SignInFailure::Wrong);
    else if (error.code == ErrorCode::Refused)
        m_context.metrics.signInFailed(Metrics::SignInFailure::Slowed);
    return errorReply(error);
}

ApiResponse SessionController::admitted(const Result<Admitted> &reply)
{
    if (!reply)
        return counted(reply.error());
    if (const auto *leaving = std::get_if<ToLeave>(&*reply)) {
        // Tokens to obey with; or the word that it has obeyed, without which no laptop destroys what it still owes.
        return revokedReply(leaving->order, leaving->session ? QJsonObject{{QStringLiteral("session"),
                                                                            protocol::encode(*leaving->session)}}
                                                             : QJsonObject{{QStringLiteral("obeyed"), true}});
    }
    return tokens(201, std::get<protocol::SessionReply>(*reply));
}

ApiResponse SessionController::signIn(const ApiRequest &request)
{
    auto asked = messageOf<protocol::SessionRequest>(request);
    if (!asked)
        return errorReply(asked.error());
    return admitted(m_context.sessions.signIn(m_store, *asked, originOf(request)));
}

ApiResponse SessionController::enrol(const ApiRequest &request)
{
    auto asked = messageOf<protocol::EnrolRequest>(request);
    if (!asked)
        return errorReply(asked.error());
    return admitted(m_context.sessions.enrol(m_store, *asked, originOf(request)));
}

ApiResponse SessionController::changePassword(const ApiRequest &request, const SignedIn &who)
{
    auto asked = messageOf<protocol::PasswordRequest>(request);
    if (!asked)
        return errorReply(asked.error());
    auto changed = m_context.sessions.changePassword(m_store, who, *asked, m_context.proxies.clientOf(request));
    return changed ? noContent() : counted(changed.error());
}

ApiResponse SessionController::wiped(const ApiRequest &request, const SignedIn &who)
{
    auto json = protocol::parseBody(request.body, kMaxSessionBody);
    if (!json)
        return errorReply(json.error());
    if (!who.revocation)
        return errorReply(makeError(ErrorCode::WrongState, QStringLiteral("this device was not revoked")));
    const QString id = json->value(QStringLiteral("revocation")).toString();
    auto done = Devices(m_store.database(), m_context.clock).acknowledge(*who.revocation, id);
    return done ? noContent() : errorReply(done.error());
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
    auto reply = m_context.sessions.refresh(m_store, token, originOf(request));
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
    return m_context.sessions.authenticate(m_store, QString::fromLatin1(header.mid(7).trimmed()), originOf(request));
}

} // namespace markaz::server
