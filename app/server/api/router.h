// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/api/apicontext.h"
#include "app/server/api/httptypes.h"
#include "app/server/api/publicrate.h"
#include "app/server/api/routes.h"

#include <chrono>

namespace markaz::server {

/// Where a request ends up: one controller a resource. Called from several threads at once.
class Router
{
public:
    Router(ApiContext context, QString instance)
        : m_context(std::move(context))
        , m_instance(std::move(instance))
        , m_rate(m_context.clock)
    {
    }

    /// Never throws; whatever goes wrong inside is a problem reply. The reply is decorated already.
    ApiResponse handle(const ApiRequest &request);
    /// The bodies that are taken piece by piece: chunks of files.
    StreamedBodies streamed();
    /// Of a request whose body is still to come: the reply that it gets whatever that is, and whether its sender is
    /// signed in.
    Admission admit(const ApiRequest &head);
    /// Names the instance and echoes the nonce; also for replies that the front makes by itself (null: no head was
    /// read).
    void decorate(const ApiRequest *request, ApiResponse &response) const;

private:
    /// \p pattern: the route's, empty when the address is none.
    ApiResponse route(const ApiRequest &request, QString &pattern);
    class NotedReceiver;
    struct Found
    {
        const Route *route;
        Call call;
    };
    /// The route of a request whose sender may knock there, or the reply that turns it away.
    std::variant<ApiResponse, Found> find(const ApiRequest &request, QString &pattern);
    StreamedBodies::Opened openChunk(const ApiRequest &request);
    StreamedBodies::Opened openCall(Call &call);
    void note(const ApiRequest &request, const QString &pattern, const ApiResponse &response,
              std::chrono::steady_clock::time_point began, qint64 bytesIn);

    ApiContext m_context;
    QString m_instance;
    PublicRate m_rate;
};

} // namespace markaz::server
