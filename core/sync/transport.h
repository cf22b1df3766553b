// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <functional>

namespace markaz {

struct HttpRequest
{
    QByteArray method;
    QString path;                          ///< from the base, with query: "/api/v1/changes?cursor=..."
    QHash<QByteArray, QByteArray> headers; ///< lower-case names
    QByteArray body;
};

struct HttpResponse
{
    int status = 0;
    QHash<QByteArray, QByteArray> headers; ///< lower-case names
    QByteArray body;                       ///< as it came; the client inflates it within its bounds
};

/// Carries one request and its answer. Errors are only those of the way (NetworkUnreachable, NetworkTimeout,
/// NotTrusted, NotOurServer, TooLarge); whatever a server says is a response. The callback comes later, never from
/// inside send(), in the caller's thread, exactly once, and not at all after the transport is destroyed. Redirects are
/// answers, they are never followed.
class Transport
{
public:
    using Reply = std::function<void(Result<HttpResponse>)>;
    virtual ~Transport() = default;
    virtual void send(const HttpRequest &request, Reply reply) = 0;
};

} // namespace markaz
