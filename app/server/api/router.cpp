// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/api/router.h"

#include "app/server/api/centrescontroller.h"
#include "app/server/api/filereplies.h"
#include "app/server/api/filescontroller.h"
#include "app/server/api/replies.h"
#include "app/server/api/routes.h"
#include "app/server/api/sessioncontroller.h"
#include "app/server/api/verifycontroller.h"
#include "core/protocol/files.h"
#include "core/support/log.h"

#include <QJsonDocument>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <exception>

namespace markaz::server {
namespace {

const QString kChunks = QStringLiteral("/api/v1/files/");

/// What stands in \p path for the pattern's {...} (empty when it has none); nothing when they do not fit.
std::optional<QString> fits(const QString &pattern, const QString &path)
{
    const qsizetype brace = pattern.indexOf(QLatin1Char('{'));
    if (brace < 0)
        return pattern == path ? std::optional<QString>(QString()) : std::nullopt;
    const QStringView behind = QStringView(pattern).mid(pattern.indexOf(QLatin1Char('}')) + 1);
    const qsizetype length = path.size() - brace - behind.size();
    if (length <= 0 || !path.startsWith(QStringView(pattern).left(brace)) || !path.endsWith(behind))
        return std::nullopt;
    const QString filling = path.mid(brace, length);
    return filling.contains(QLatin1Char('/')) ? std::nullopt : std::optional<QString>(filling);
}

ApiResponse unknownPath()
{
    return problemReply(
        requestProblem(404, QStringLiteral("not_found"), QStringLiteral("There is nothing at this address")));
}

ApiResponse otherMethod(QByteArrayList allowed)
{
    if (allowed.contains("GET"))
        allowed.append("HEAD");
    ApiResponse response = problemReply(
        requestProblem(405, QStringLiteral("method_not_allowed"), QStringLiteral("This address takes another method")));
    response.headers.insert(QByteArrayLiteral("Allow"), allowed.join(", "));
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

/// Anybody may have the passwords of sample accounts. A proxy on this computer makes everybody its neighbour, so what
/// came through one is turned away whatever was said to it.
ApiResponse notFromElsewhere()
{
    return problemReply(requestProblem(
        403, kSampleStore, QStringLiteral("This store is for trying things out"),
        QStringLiteral("it holds sample accounts and answers its own computer only, not through a proxy")));
}

bool printable(const QByteArray &text)
{
    return !text.isEmpty() && text.size() <= 200 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 127; });
}

/// Whether some route answers HEAD by itself instead of as GET without a body.
bool hasItsOwnHead(const QString &path)
{
    const std::vector<Route> &all = routes();
    return std::any_of(all.begin(), all.end(),
                       [&path](const Route &route) { return route.method == "HEAD" && fits(route.path, path); });
}

/// A line of the log. Who asked, from where and for what stays out of it: paths hold numbers and what people mistyped,
/// bodies hold records.
void logRequest(const ApiRequest &request, const QString &pattern, const ApiResponse &response,
                std::chrono::microseconds took, qint64 bytesIn)
{
    if (!lcRequest().isInfoEnabled())
        return;
    const QJsonObject line{
        {QStringLiteral("method"), knownMethod(request.method)},
        {QStringLiteral("route"), pattern},
        {QStringLiteral("status"), response.status},
        {QStringLiteral("ms"), std::round(static_cast<double>(took.count()) / 100.0) / 10.0},
        {QStringLiteral("bytes_in"), bytesIn},
        {QStringLiteral("bytes_out"), response.source ? response.source->size() : response.body.size()}};
    qCInfo(lcRequest).noquote() << QString::fromUtf8(QJsonDocument(line).toJson(QJsonDocument::Compact));
}

/// What anybody may ask, and each question asks the database.
bool isForEverybody(const QString &path)
{
    return path.startsWith(QLatin1String("/verify")) || path == QLatin1String("/centres") ||
           path.startsWith(QLatin1String("/api/v1/public/"));
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
    if (response.mediaType == "application/json" || response.mediaType == "application/problem+json") {
        response.whenPlain = [](const QByteArray &body) {
            return HttpHeaders{{QByteArrayLiteral("Markaz-Digest"), protocol::bodyDigest(body)}};
        };
    }
    if (request == nullptr)
        return;
    if (const QByteArray nonce = request->header(protocol::header::kNonce); printable(nonce))
        response.headers.insert(QByteArrayLiteral("Markaz-Nonce"), nonce);
}

/// 2026-11-28: the token was looked at with the whole body in hand: whoever had none filled the front's memory with
/// bodies, and kept those out who had one.
Admission Router::admit(const ApiRequest &head)
{
    const auto began = std::chrono::steady_clock::now();
    ApiRequest request = head;
    request.headers.remove(protocol::header::kDigest); // of the body
    if (request.method == "HEAD" && !hasItsOwnHead(request.path))
        request.method = QByteArrayLiteral("GET");
    QString pattern;
    auto found = find(request, pattern);
    if (const auto *allowed = std::get_if<Found>(&found))
        return {std::nullopt, !allowed->call.who.session.isEmpty()};
    ApiResponse &refusal = std::get<ApiResponse>(found);
    if (suspect(refusal.status))
        m_context.stores.dropOfThisThread();
    note(head, pattern, refusal, began, 0);
    return {std::move(refusal), false};
}

ApiResponse Router::handle(const ApiRequest &request)
{
    const auto began = std::chrono::steady_clock::now();
    ApiResponse response;
    QString pattern;
    try {
        if (request.method == "HEAD" &&
            !hasItsOwnHead(request.path)) { // what GET would answer; the front sends no body
            ApiRequest get = request;
            get.method = QByteArrayLiteral("GET");
            response = route(get, pattern);
        } else {
            response = route(request, pattern);
        }
    } catch (const std::exception &trouble) { // a fault of ours must not take the other requests with it
        qCCritical(lcServer) << "a request failed:" << pattern << trouble.what();
        response = errorReply(makeError(ErrorCode::Internal, QString()));
    }
    if (suspect(response.status))
        m_context.stores.dropOfThisThread();
    decorate(&request, response);
    note(request, pattern, response, began, request.body.size());
    return response;
}

void Router::note(const ApiRequest &request, const QString &pattern, const ApiResponse &response,
                  std::chrono::steady_clock::time_point began, qint64 bytesIn)
{
    const auto took = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - began);
    m_context.metrics.requested(request.method, pattern, response.status, took);
    logRequest(request, pattern, response, took, bytesIn);
}

ApiResponse Router::route(const ApiRequest &request, QString &pattern)
{
    auto found = find(request, pattern);
    if (auto *refused = std::get_if<ApiResponse>(&found))
        return std::move(*refused);
    auto &[route, call] = std::get<Found>(found);
    if (isForEverybody(route->path)) {
        if (const auto wait = m_rate.take(m_context.proxies.clientOf(request)))
            return route->path == QLatin1String("/centres") ? CentresController::tooMany(request, *wait)
                                                            : VerifyController::tooMany(request, *wait);
    }
    return route->handle(call);
}

/// A streamed request that is noted once it has its reply, like any other.
class Router::NotedReceiver final : public BodyReceiver
{
public:
    NotedReceiver(Router &router, ApiRequest request, QString pattern, std::unique_ptr<BodyReceiver> inner)
        : m_router(router)
        , m_request(std::move(request))
        , m_pattern(std::move(pattern))
        , m_inner(std::move(inner))
    {
    }
    std::optional<ApiResponse> take(const QByteArray &piece) override
    {
        m_bytes += piece.size();
        auto reply = m_inner->take(piece);
        return reply ? std::optional<ApiResponse>(noted(std::move(*reply))) : std::nullopt;
    }
    ApiResponse whole() override { return noted(m_inner->whole()); }

private:
    ApiResponse noted(ApiResponse response)
    {
        if (suspect(response.status))
            m_router.m_context.stores.dropOfThisThread();
        m_router.note(m_request, m_pattern, response, m_began, m_bytes);
        return response;
    }

    Router &m_router;
    ApiRequest m_request;
    QString m_pattern;
    std::unique_ptr<BodyReceiver> m_inner;
    std::chrono::steady_clock::time_point m_began = std::chrono::steady_clock::now();
    qint64 m_bytes = 0;
};

StreamedBodies Router::streamed()
{
    const auto ofChunk = [](const ApiRequest &request) {
        return FilesController::methodOf(request) == "PATCH" && request.path.startsWith(kChunks);
    };
    return {ofChunk, [this](const ApiRequest &request) { return openChunk(request); }};
}

StreamedBodies::Opened Router::openChunk(const ApiRequest &request)
{
    const auto began = std::chrono::steady_clock::now();
    QString pattern;
    auto found = find(request, pattern);
    auto opened = std::holds_alternative<ApiResponse>(found)
                      ? StreamedBodies::Opened(std::get<ApiResponse>(std::move(found)))
                      : openCall(std::get<Found>(found).call);
    if (auto *refused = std::get_if<ApiResponse>(&opened)) {
        if (suspect(refused->status))
            m_context.stores.dropOfThisThread();
        note(request, pattern, *refused, began, 0);
        return opened;
    }
    return std::make_unique<NotedReceiver>(*this, request, pattern,
                                           std::get<std::unique_ptr<BodyReceiver>>(std::move(opened)));
}

StreamedBodies::Opened Router::openCall(Call &call)
{
    return FilesController(m_context, *call.store, {call.who.actor, call.who.device})
        .open(call.request, call.parameter);
}

std::variant<ApiResponse, Router::Found> Router::find(const ApiRequest &request, QString &pattern)
{
    if (m_context.sample && !m_context.proxies.isLocal(request))
        return notFromElsewhere();
    if (request.headers.contains(protocol::header::kDigest) &&
        request.header(protocol::header::kDigest).toLower() != protocol::bodyDigest(request.body))
        return errorReply(makeError(ErrorCode::Malformed, QStringLiteral("the body does not fit its Markaz-Digest")));
    const Route *found = nullptr;
    QString parameter;
    QByteArrayList methods;
    Door door = Door::Public;
    for (const Route &route : routes()) {
        auto filled = fits(route.path, request.path);
        if (!filled)
            continue;
        pattern = route.path;
        if (route.method == request.method) {
            found = &route;
            parameter = *filled;
        }
        door = route.door;
        methods.append(route.method);
    }
    if (methods.isEmpty())
        return unknownPath();
    if (found != nullptr)
        door = found->door;
    // 2026-11-24: any tus client is to work at /files with nothing but its Authorization, so the protocol is asked for
    // only where it is named; a nonce is echoed as everywhere.
    const bool anyClient = door == Door::Files && !request.headers.contains(protocol::header::kProtocol);
    if (door != Door::Public && !anyClient) {
        if (auto refused = otherProtocol(request))
            return *refused;
    }
    if (found == nullptr)
        return otherMethod(methods);
    if (found->door != Door::Public && found->door != Door::Files &&
        (request.method == "POST" || request.method == "PATCH") &&
        !request.header("content-type").toLower().startsWith("application/json")) {
        return problemReply(
            requestProblem(415, QStringLiteral("media_type"), QStringLiteral("The body must be application/json")));
    }
    Call call{m_context, nullptr, request, parameter, {}};
    if (found->needs == Route::Needs::Nothing)
        return Found{found, call};
    auto store = m_context.stores.ofThisThread();
    if (!store) {
        qCWarning(lcServer) << "no connection to the store:" << store.error().detail;
        return errorReply(store.error());
    }
    call.store = *store;
    if (found->door != Door::Public && found->door != Door::Protocol) {
        const bool files = found->door == Door::Files;
        auto who = SessionController(m_context, **store).caller(request);
        if (!who)
            return files ? asTus(errorReply(who.error())) : errorReply(who.error());
        if (who->revocation && found->door != Door::Leaving)
            return files ? asTus(revokedReply(*who->revocation)) : revokedReply(*who->revocation);
        call.who = *who;
    }
    return Found{found, call};
}

} // namespace markaz::server
