// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/exchange.h"

#include "core/support/gzip.h"
#include "core/support/log.h"

namespace markaz::server {
namespace {

Refusal internalFault()
{
    return {500, "internal", "the server failed to answer; the request may be sent again"};
}

void decorate(const HttpServer::Options &options, const ApiRequest *request, ApiResponse &response)
{
    if (!options.decorate)
        return;
    try {
        options.decorate(request, response);
    } catch (const std::exception &fault) {
        qCCritical(lcServer, "decorating a reply failed: %s", fault.what());
        response = problemResponse(internalFault());
    }
}

/// What \p work answers; its faults are logged and become a 500.
template <class Work>
auto guarded(const Work &work) -> decltype(work())
{
    try {
        return work();
    } catch (const std::exception &fault) {
        qCCritical(lcServer, "a handler failed: %s", fault.what());
    } catch (...) {
        qCCritical(lcServer, "a handler failed: no exception that we know");
    }
    return problemResponse(internalFault());
}

WireReply finish(const HttpServer::Options &options, const ApiRequest *request, ApiResponse response,
                 const ReplyContext &context)
{
    decorate(options, request, response);
    return encodeReply(std::move(response), context, options.clock ? options.clock->now() : SystemClock().now());
}

} // namespace

WireReply exchange(const HttpServer::Options &options, const Handler &handler, ApiRequest request, bool gzipBody,
                   const ReplyContext &context)
{
    if (gzipBody) {
        Result<QByteArray> plain = gunzip(request.body, options.limits.inflatedBytes, options.limits.inflateRatio);
        if (!plain) {
            const bool large = plain.error().code == ErrorCode::TooLarge;
            return refuse(options, &request,
                          large ? Refusal{413, "too_large", "the body inflates to too much"}
                                : Refusal{400, "malformed", "the body is not one complete gzip stream"},
                          context);
        }
        request.body = *std::move(plain);
    }
    return finish(options, &request, guarded([&] { return handler(request); }), context);
}

std::variant<bool, WireReply> admitBody(const HttpServer::Options &options, const ApiRequest &request,
                                        const ReplyContext &context)
{
    auto word = guarded([&]() -> std::variant<Admission, ApiResponse> { return options.admit(request); });
    if (auto *fault = std::get_if<ApiResponse>(&word))
        return finish(options, &request, std::move(*fault), context);
    auto &admission = std::get<Admission>(word);
    if (admission.refusal)
        return finish(options, &request, std::move(*admission.refusal), context);
    return admission.known;
}

std::variant<std::shared_ptr<BodyReceiver>, WireReply> openBody(const HttpServer::Options &options,
                                                                const ApiRequest &request, const ReplyContext &context)
{
    auto opened = guarded([&]() -> StreamedBodies::Opened { return options.streamed.open(request); });
    if (auto *receiver = std::get_if<std::unique_ptr<BodyReceiver>>(&opened); receiver != nullptr && *receiver)
        return std::shared_ptr<BodyReceiver>(std::move(*receiver));
    ApiResponse *response = std::get_if<ApiResponse>(&opened);
    return finish(options, &request, response != nullptr ? std::move(*response) : problemResponse(internalFault()),
                  context);
}

std::optional<WireReply> takePiece(const HttpServer::Options &options, const ApiRequest &request,
                                   BodyReceiver &receiver, const QByteArray &piece, bool last, ReplyContext context)
{
    auto said = guarded([&]() -> std::optional<ApiResponse> {
        std::optional<ApiResponse> early = piece.isEmpty() ? std::nullopt : receiver.take(piece);
        return early || !last ? std::move(early) : receiver.whole();
    });
    if (!said)
        return std::nullopt;
    context.keepAlive = context.keepAlive && last;
    return finish(options, &request, std::move(*said), context);
}

WireReply refuse(const HttpServer::Options &options, const ApiRequest *request, const Refusal &refusal,
                 const ReplyContext &context)
{
    ApiResponse problem = problemResponse(refusal);
    if (request == nullptr || !options.refused)
        return finish(options, request, std::move(problem), context);
    return finish(options, request, guarded([&]() -> ApiResponse {
                      return options.refused(*request, refusal.status).value_or(std::move(problem));
                  }),
                  context);
}

} // namespace markaz::server
