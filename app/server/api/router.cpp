// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api/router.h"

#include "app/server/api/certificatecontroller.h"
#include "app/server/api/changescontroller.h"
#include "app/server/api/replies.h"
#include "app/server/api/sessioncontroller.h"
#include "app/server/api/verifycontroller.h"
#include "core/support/log.h"

#include <algorithm>
#include <exception>

namespace markaz::server {
namespace {

const QString kApi = QStringLiteral("/api/v1/");

ApiResponse unknownPath()
{
    return problemReply(
        requestProblem(404, QStringLiteral("not_found"), QStringLiteral("There is nothing at this address")));
}

ApiResponse otherMethod(const QByteArray &allowed)
{
    ApiResponse response = problemReply(
        requestProblem(405, QStringLiteral("method_not_allowed"), QStringLiteral("This address takes another method")));
    response.headers.insert(QByteArrayLiteral("Allow"), allowed);
    return response;
}

/// 426 for a client whose protocol this server does not speak; nothing when it is fine.
std::optional<ApiResponse> otherProtocol(const ApiRequest &request)
{
    bool number = false;
    const int asked = request.header(protocol::header::kProtocol).toInt(&number);
    if (number && asked >= protocol::kOldestProtocol && asked <= protocol::kProtocol)
        return std::nullopt;
    protocol::Problem problem =
        requestProblem(426, QStringLiteral("protocol"), QStringLiteral("This program is too old or too new"),
                       QStringLiteral("Markaz-Protocol must lie between min and max"));
    problem.more = {{QStringLiteral("min"), protocol::kOldestProtocol}, {QStringLiteral("max"), protocol::kProtocol}};
    ApiResponse response = problemReply(problem);
    response.headers.insert(QByteArrayLiteral("Upgrade"), QByteArrayLiteral("Markaz/1"));
    return response;
}

bool printable(const QByteArray &text)
{
    return !text.isEmpty() && text.size() <= 200 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 127; });
}

/// Failures that a new connection may mend.
bool suspect(int status)
{
    return status == 500 || status == 503;
}

} // namespace

void Router::decorate(const ApiRequest *request, ApiResponse &response) const
{
    response.headers.insert(QByteArrayLiteral("Markaz-Instance"), m_instance.toLatin1());
    if (request == nullptr)
        return;
    if (const QByteArray nonce = request->header(protocol::header::kNonce); printable(nonce))
        response.headers.insert(QByteArrayLiteral("Markaz-Nonce"), nonce);
}

ApiResponse Router::handle(const ApiRequest &request)
{
    ApiResponse response;
    try {
        response = route(request);
    } catch (const std::exception &trouble) { // a fault of ours must not take the other requests with it
        qCCritical(lcServer) << "a request failed:" << request.path << trouble.what();
        response = errorReply(makeError(ErrorCode::Internal, QString()));
    }
    if (suspect(response.status))
        m_context.stores.dropOfThisThread();
    decorate(&request, response);
    return response;
}

ApiResponse Router::route(const ApiRequest &request)
{
    const bool api = request.path.startsWith(kApi);
    const bool page = request.path == QLatin1String("/verify") || request.path.startsWith(QLatin1String("/verify/"));
    if (!api && !page)
        return unknownPath();
    auto store = m_context.stores.ofThisThread();
    if (!store) {
        qCWarning(lcServer) << "no connection to the store:" << store.error().detail;
        return errorReply(store.error());
    }
    if (page) {
        if (request.method != "GET" && request.method != "POST")
            return otherMethod(QByteArrayLiteral("GET, POST"));
        return VerifyController(m_context, **store).page(request);
    }
    return routeApi(request, **store, request.path.mid(kApi.size()));
}

ApiResponse Router::routeApi(const ApiRequest &request, Store &store, const QString &path)
{
    const QByteArray &method = request.method;
    if (path == QLatin1String("health")) {
        if (method != "GET")
            return otherMethod(QByteArrayLiteral("GET"));
        const protocol::Health health{QStringLiteral("ok"), m_context.version, m_instance, protocol::kOldestProtocol,
                                      protocol::kProtocol};
        return jsonReply(200, protocol::encode(health));
    }
    if (path.startsWith(QLatin1String("public/"))) {
        if (method != "GET")
            return otherMethod(QByteArrayLiteral("GET"));
        CertificateController certificates(m_context, store);
        if (path == QLatin1String("public/keys"))
            return certificates.keys();
        const QString one = QStringLiteral("public/certificates/");
        return path.startsWith(one) ? certificates.certificate(path.mid(one.size())) : unknownPath();
    }
    const bool session = path == QLatin1String("session") || path == QLatin1String("session/refresh");
    const bool changes = path == QLatin1String("changes");
    if (!session && !changes)
        return unknownPath();
    if (auto refused = otherProtocol(request))
        return *refused;
    if (method == "POST" && !request.header("content-type").toLower().startsWith("application/json")) {
        return problemReply(
            requestProblem(415, QStringLiteral("media_type"), QStringLiteral("The body must be application/json")));
    }
    SessionController sessions(m_context, store);
    if (path == QLatin1String("session/refresh"))
        return method == "POST" ? sessions.refresh(request) : otherMethod(QByteArrayLiteral("POST"));
    if (path == QLatin1String("session") && method == "POST")
        return sessions.signIn(request);
    if (session && method != "DELETE")
        return otherMethod(QByteArrayLiteral("POST, DELETE"));

    auto who = sessions.caller(request);
    if (!who)
        return errorReply(who.error());
    if (session)
        return sessions.end(*who);
    ChangesController controller(m_context, store, *who);
    if (method == "GET")
        return controller.pull(request);
    return method == "POST" ? controller.push(request) : otherMethod(QByteArrayLiteral("GET, POST"));
}

} // namespace markaz::server
