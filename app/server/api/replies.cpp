// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api/replies.h"

#include "app/server/store/afterrestore.h"
#include "app/server/store/sessions.h"

#include <QJsonDocument>

namespace markaz::server {

protocol::Problem problemOf(const Error &error)
{
    using namespace protocol;
    const auto as = [&error](int status, const QString &code, const char *title) {
        return Problem{status, code, QLatin1String(title), error.detail, {}};
    };
    switch (error.code) {
    case ErrorCode::Unauthenticated:
        if (error.where == code::kOrderObeyed)
            return as(401, code::kOrderObeyed, "This device was given up");
        return as(401, code::kUnauthenticated, "Sign in first");
    case ErrorCode::NotAllowed:
        if (error.where == code::kDeviceUnknown)
            return as(403, code::kDeviceUnknown, "This device is not known");
        if (error.where == code::kWrongPassword)
            return as(403, code::kWrongPassword, "The password is wrong");
        if (error.where == kSampleStore)
            return as(403, kSampleStore, "This store is for trying things out");
        return as(403, code::kNotAllowed, "This account may not do that");
    case ErrorCode::NotFound:
        return as(404, code::kUnknownRecord, "There is no such record");
    case ErrorCode::WrongState:
        if (error.where == kAwaitsTrust)
            return Problem{503,
                           code::kBusy,
                           QStringLiteral("The server was restored from a backup and waits"),
                           sentenceOfWaiting(error),
                           {}};
        return as(409, code::kWrongState, "Its state does not allow that");
    case ErrorCode::Exists:
        return as(409, code::kExists, "It exists already");
    case ErrorCode::TooLarge:
        return as(413, code::kTooLarge, "The request is too large");
    case ErrorCode::Malformed:
        return as(400, code::kMalformed, "The request cannot be read");
    case ErrorCode::InvalidValue:
    case ErrorCode::Incomplete: {
        Problem problem = as(400, code::kInvalid, "A value is not acceptable");
        if (!error.where.isEmpty())
            problem.more.insert(QStringLiteral("field"), error.where);
        return problem;
    }
    case ErrorCode::Refused:
        return as(429, code::kBusy, "Too many attempts; wait a little");
    case ErrorCode::StorageBusy:
        return as(503, code::kBusy, "The server is busy; try again");
    case ErrorCode::StorageFull:
        return Problem{507, QStringLiteral("storage_full"), QStringLiteral("The server has no space left"), {}, {}};
    case ErrorCode::StorageFailed:
    case ErrorCode::NetworkUnreachable:
    case ErrorCode::NetworkTimeout: // the words are for the log, not for whoever asks
        return Problem{503, code::kBusy, QStringLiteral("The store cannot be reached; try again"), {}, {}};
    default:
        return Problem{500, QStringLiteral("internal"), QStringLiteral("The server failed"), {}, {}};
    }
}

ApiResponse jsonReply(int status, const QJsonObject &json)
{
    return jsonReply(status, QJsonDocument(json).toJson(QJsonDocument::Compact));
}

ApiResponse jsonReply(int status, const QByteArray &json)
{
    ApiResponse response;
    response.status = status;
    response.mediaType = QByteArrayLiteral("application/json");
    response.body = json;
    response.headers.insert(QByteArrayLiteral("Cache-Control"), QByteArrayLiteral("no-store"));
    return response;
}

ApiResponse problemReply(const protocol::Problem &problem)
{
    ApiResponse response = jsonReply(problem.status, protocol::encode(problem));
    response.mediaType = QByteArrayLiteral("application/problem+json");
    return response;
}

ApiResponse errorReply(const Error &error)
{
    ApiResponse response = problemReply(problemOf(error));
    if (response.status == 429)
        response.headers.insert(QByteArrayLiteral("Retry-After"), error.where.toLatin1());
    else if (response.status == 503)
        response.headers.insert(QByteArrayLiteral("Retry-After"), QByteArrayLiteral("2"));
    else if (response.status == 401)
        response.headers.insert(QByteArrayLiteral("WWW-Authenticate"), QByteArrayLiteral("Bearer"));
    return response;
}

ApiResponse revokedReply(const DeviceRevocation &revocation, QJsonObject more)
{
    protocol::Problem problem =
        requestProblem(403, protocol::code::kDeviceRevoked, QStringLiteral("This device is to be given up"),
                       QStringLiteral("hand in what was entered, then destroy the data key"));
    more.insert(QStringLiteral("revocation"), protocol::encode(revocation));
    problem.more = std::move(more);
    ApiResponse response = problemReply(problem);
    response.compress = false;
    return response;
}

ApiResponse noContent()
{
    ApiResponse response;
    response.status = 204;
    return response;
}

protocol::Problem requestProblem(int status, const QString &code, const QString &title, const QString &detail)
{
    return protocol::Problem{status, code, title, detail, {}};
}

} // namespace markaz::server
