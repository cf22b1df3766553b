// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QUrlQuery>

#include <functional>
#include <memory>
#include <optional>
#include <variant>

namespace markaz::server {

/// Header names in lower case; a name that came twice is refused by the front before it gets here.
using HttpHeaders = QHash<QByteArray, QByteArray>;

/// A request as the HTTP front hands it on: parsed, inflated and within the limits of security-and-faults.md.
struct ApiRequest
{
    QByteArray method; ///< "GET", "POST", ...
    QString path;      ///< percent-decoded, without the query: "/api/v1/changes"
    QUrlQuery query;
    HttpHeaders headers;
    QByteArray body;       ///< already inflated; content-encoding is gone from the headers
    QString remoteAddress; ///< the peer's address without its port

    QByteArray header(const QByteArray &lowerCaseName) const { return headers.value(lowerCaseName); }
};

/// A body that is too large to be held: the front reads it piece by piece while it sends. Used by one thread at a time.
class BodySource
{
public:
    virtual ~BodySource() = default;
    virtual qint64 size() const = 0; ///< bytes in all: the Content-Length
    /// The next piece, at most \p atMost bytes and never empty before the end. After an error the connection is cut, so
    /// that the client sees that it has not got the whole.
    virtual Result<QByteArray> read(qint64 atMost) = 0;
};

/// What the front sends back. It adds Content-Length, Date, Connection and, where `compress` allows it and the client
/// accepts it, Content-Encoding: gzip for bodies over 1 KiB. Header names are sent as written here.
struct ApiResponse
{
    int status = 200;
    QByteArray mediaType; ///< the Content-Type; empty with an empty body (204)
    QByteArray body;
    HttpHeaders headers;
    std::shared_ptr<BodySource> source; ///< in place of `body`
    bool compress = true;               ///< false: never (the body holds secrets beside what a caller may choose)
    /// Further headers, asked for only when `body` goes as it is and not packed.
    std::function<HttpHeaders(const QByteArray &body)> whenPlain = nullptr;
};

/// Called on the front's worker threads, several at once. Never throws.
using Handler = std::function<ApiResponse(const ApiRequest &)>;

/// The word on a request of which only the head has come, so its body is empty yet.
struct Admission
{
    std::optional<ApiResponse> refusal; ///< goes out at once; the body is read to its end and dropped
    bool known = false;                 ///< its sender is signed in
};
/// Called on the front's worker threads before a body is waited for, several at once. Never throws.
using Admit = std::function<Admission(const ApiRequest &)>;

/// Takes the body of one request as it comes. Called on the front's worker threads, by one at a time, and destroyed on
/// one of them: before whole() when the client left, was too slow or the server stops.
class BodyReceiver
{
public:
    virtual ~BodyReceiver() = default;
    /// The next piece. A reply ends the request at once: what follows is not read, and the connection closes.
    virtual std::optional<ApiResponse> take(const QByteArray &piece) = 0;
    /// The body has come to its end.
    virtual ApiResponse whole() = 0;
};

/// Requests whose bodies are taken piece by piece instead of being handed over whole (`HttpLimits::streamedBytes`
/// bounds them). Those that have no body at all go to the Handler like any other.
struct StreamedBodies
{
    using Opened = std::variant<std::unique_ptr<BodyReceiver>, ApiResponse>;
    /// Whether the request with this head is one of them; asked on the sockets' thread. Null: none is.
    std::function<bool(const ApiRequest &)> are;
    /// Its receiver, or the reply that it gets without being read. On a worker thread; never throws.
    std::function<Opened(const ApiRequest &)> open;
};

} // namespace markaz::server
