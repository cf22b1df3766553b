// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QUrlQuery>

#include <functional>

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

/// What the front sends back. It adds Content-Length, Date, Connection and, where `compress` allows it and the client
/// accepts it, Content-Encoding: gzip for bodies over 1 KiB. Header names are sent as written here.
struct ApiResponse
{
    int status = 200;
    QByteArray mediaType; ///< the Content-Type; empty with an empty body (204)
    QByteArray body;
    HttpHeaders headers;
    bool compress = true; ///< false: never (the body holds secrets beside what a caller may choose)
};

/// Called on the front's worker threads, several at once. Never throws.
using Handler = std::function<ApiResponse(const ApiRequest &)>;

} // namespace markaz::server
