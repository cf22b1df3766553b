// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/requesthead.h"

#include <QDateTime>

namespace markaz::server {

/// A reply as it goes over the wire.
struct WireReply
{
    QByteArray head;                    ///< status line and fields with the empty line
    QByteArray body;                    ///< empty for HEAD, 204 and 304
    std::shared_ptr<BodySource> source; ///< what follows `body`; null = nothing
    bool keepAlive = false;
};

/// What a reply must know of its request.
struct ReplyContext
{
    bool headOnly = false; ///< HEAD: the fields of GET, no body
    bool acceptsGzip = false;
    bool keepAlive = false; ///< the client wants it and we want it
    int minor = 1;
};
ReplyContext contextOf(const RequestHead &head, bool keepAlive);

/// The front's own refusal as application/problem+json (RFC 9457).
ApiResponse problemResponse(const Refusal &refusal);

/// Adds the fields of the front to \p response and serializes it. A status or a field that HTTP cannot carry is a fault
/// of the handler: it is logged and becomes a 500.
WireReply encodeReply(ApiResponse response, const ReplyContext &context, const QDateTime &now);

/// Everything that happens to one request off the sockets' thread: inflate, hand to the handler, decorate, serialize.
/// An exception of the handler is logged and becomes a 500.
WireReply exchange(const HttpServer::Options &options, const Handler &handler, ApiRequest request, bool gzipBody,
                   const ReplyContext &context);
/// Whether the sender of a request whose body has not come yet is known, or the reply that it gets without one.
std::variant<bool, WireReply> admitBody(const HttpServer::Options &options, const ApiRequest &request,
                                        const ReplyContext &context);
/// The receiver of a streamed body, or the reply that stands in its place, ready to be sent.
std::variant<std::shared_ptr<BodyReceiver>, WireReply> openBody(const HttpServer::Options &options,
                                                                const ApiRequest &request, const ReplyContext &context);
/// A piece of a streamed body, the last one or not; the reply when there is one. After an early reply (that of a piece
/// which was not the last) the connection closes.
std::optional<WireReply> takePiece(const HttpServer::Options &options, const ApiRequest &request,
                                   BodyReceiver &receiver, const QByteArray &piece, bool last, ReplyContext context);
/// Decorates and serializes a refusal; \p request may be null.
WireReply refuse(const HttpServer::Options &options, const ApiRequest *request, const Refusal &refusal,
                 const ReplyContext &context);

} // namespace markaz::server
