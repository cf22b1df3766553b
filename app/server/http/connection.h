// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/httpserver.h"
#include "app/server/http/workerpool.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace markaz::server {

class Connection;

/// What the connections share. Everything but the atomics and `pool` is constant or used on the sockets' thread alone.
struct Front
{
    Front(HttpServer::Options theOptions, Handler theHandler)
        : options(std::move(theOptions))
        , handler(std::move(theHandler))
        , pool(options.workerThreads, options.limits.queue)
    {
    }

    HttpServer::Options options;
    Handler handler;
    std::shared_ptr<boost::asio::ssl::context> tls; ///< of connections to come; null: they are plain
    WorkerPool pool;
    qint64 held = 0; ///< bytes of bodies in all connections (HttpLimits::heldBytes); of the sockets' thread
    std::atomic<bool> stopping = false;
    std::atomic<qint64> connections = 0;
    std::atomic<qint64> refused = 0;
    std::function<void(const std::shared_ptr<Connection> &)> ended; ///< the last word of each connection
};

/// One client's connection. All calls on the sockets' thread, or after that thread has ended.
class Connection
{
public:
    enum class Kind {
        Served,
        TurnedAway, ///< one connection too many: told so, and closed
    };
    static std::shared_ptr<Connection> make(boost::asio::ip::tcp::socket socket, Front &front, Kind kind);

    virtual ~Connection() = default;
    virtual Kind kind() const = 0;
    /// Since when it has been waiting for its client to agree on TLS or to send a whole head; nothing while a request
    /// is under way.
    virtual std::optional<std::chrono::steady_clock::time_point> waitingSince() const = 0;
    virtual void start() = 0;
    /// Closes now if no request has begun, else after the reply under way.
    virtual void windUp() = 0;
    /// Closes now, whatever is under way.
    virtual void abort() = 0;
};

} // namespace markaz::server
