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
#include <tuple>

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
    /// Of those that hold bytes of a body for a sender who is not known, the slowest; null when there is none.
    std::function<std::shared_ptr<Connection>()> slowestUnknown;
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
    /// That it waits for its client, and which of two has waited longer: the lesser one.
    struct Waiting
    {
        enum class For { Head, Body } what = For::Head; ///< Head: also to agree on TLS, or to take leave
        std::chrono::steady_clock::time_point since;    ///< of a body: the longer ago, the slower it comes
        bool holdsForUnknown = false;                   ///< bytes of a body, for a sender who is not known
        bool operator<(const Waiting &other) const { return std::tie(what, since) < std::tie(other.what, other.since); }
    };
    /// Nothing while a request is under way.
    virtual std::optional<Waiting> waiting() const = 0;
    virtual void start() = 0;
    /// Closes now if no request has begun, else after the reply under way.
    virtual void windUp() = 0;
    /// Closes now, whatever is under way.
    virtual void abort() = 0;
};

} // namespace markaz::server
