// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/httpserver.h"

#include "app/server/http/connection.h"
#include "app/server/http/tlscontext.h"
#include "core/support/log.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include <sys/resource.h>

#include <condition_variable>
#include <mutex>
#include <thread>
#include <unordered_set>
#include <vector>

namespace markaz::server {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using Failure = boost::system::error_code;

constexpr size_t kTurnedAwayAtOnce = 64; // clients being told "too many connections"; beyond, the socket just closes
constexpr qint64 kOwnFiles = 48;      // of a process, beside connections: logs, libraries, the store's first connection
constexpr qint64 kFilesOfAWorker = 8; // its connection to the store, and the file that it reads or writes
constexpr std::chrono::milliseconds kAcceptPause(100); // after a failed accept (no file descriptors left)

Error listenError(const Failure &failure, const QString &where)
{
    const QString said = QString::fromStdString(failure.message());
    if (failure == asio::error::address_in_use)
        return makeError(ErrorCode::Exists, QStringLiteral("another program already listens there (%1)").arg(said),
                         where);
    if (failure == asio::error::access_denied)
        return makeError(ErrorCode::NotAllowed, QStringLiteral("this port needs rights (%1)").arg(said), where);
    if (failure == boost::system::errc::address_not_available)
        return makeError(ErrorCode::InvalidValue, QStringLiteral("no address of this computer (%1)").arg(said), where);
    return makeError(ErrorCode::Internal, QStringLiteral("cannot listen (%1)").arg(said), where);
}

QString notValid(const TlsIdentity &identity)
{
    return QStringLiteral("the certificate is valid from %1 to %2 only")
        .arg(toIso(identity.notBefore), toIso(identity.notAfter));
}

} // namespace

class HttpServer::Impl
{
public:
    Impl(Options options, Handler handler)
        : m_front(std::move(options), std::move(handler))
    {
        m_front.ended = [this](const std::shared_ptr<Connection> &connection) { forget(connection); };
        m_front.slowestUnknown = [this] {
            return longestWaiting([](const Connection::Waiting &waiting) { return waiting.holdsForUnknown; });
        };
    }
    ~Impl() { stop(); }

    Result<quint16> start()
    {
        const std::lock_guard lock(m_control);
        if (m_used)
            return makeError(ErrorCode::WrongState, QStringLiteral("this server was started before"));
        const QString where = QStringLiteral("%1:%2").arg(m_front.options.address).arg(m_front.options.port);
        Failure failure;
        const auto address = asio::ip::make_address(m_front.options.address.toStdString(), failure);
        if (failure)
            return makeError(ErrorCode::InvalidValue, QStringLiteral("not an IP address in numbers"), where);
        if (m_front.options.tls) {
            auto identity = loadTls(*m_front.options.tls);
            if (!identity)
                return identity.error();
            if (!identity->validAt(SystemClock().now()))
                qCWarning(lcServer).noquote() << notValid(*identity) << "- it is served all the same";
            m_front.tls = std::move(identity->context);
        }
        const tcp::endpoint endpoint(address, m_front.options.port);
        m_acceptor.open(endpoint.protocol(), failure);
        if (!failure)
            m_acceptor.set_option(tcp::acceptor::reuse_address(true), failure); // a restart need not wait for TIME_WAIT
        if (!failure)
            m_acceptor.bind(endpoint, failure);
        if (!failure)
            m_acceptor.listen(asio::socket_base::max_listen_connections, failure);
        const quint16 port = failure ? quint16(0) : m_acceptor.local_endpoint(failure).port();
        if (failure) {
            Failure ignored;
            m_acceptor.close(ignored);
            return listenError(failure, where);
        }
        m_used = true;
        countPlaces();
        acceptNext();
        m_thread = std::thread([this] { run(); });
        return port;
    }

    Result<void> reloadTls()
    {
        const std::lock_guard lock(m_control);
        if (!m_front.options.tls || !m_thread.joinable())
            return makeError(ErrorCode::WrongState, QStringLiteral("TLS is not served"));
        auto identity = loadTls(*m_front.options.tls);
        if (!identity)
            return identity.error();
        if (!identity->validAt(SystemClock().now()))
            return makeError(ErrorCode::InvalidValue, notValid(*identity), m_front.options.tls->chain);
        asio::post(m_io,
                   [this, context = std::move(identity->context)]() mutable { m_front.tls = std::move(context); });
        return {};
    }

    void stop()
    {
        const std::lock_guard lock(m_control);
        m_used = true;
        if (m_thread.joinable()) {
            m_front.stopping = true;
            asio::post(m_io, [this] { windUp(); });
            if (!waitUntilQuiet(m_front.options.limits.stopTime))
                qCWarning(lcServer, "stopped with requests under way: their time was up");
            m_io.stop();
            m_thread.join();
            for (const std::shared_ptr<Connection> &connection : openConnections())
                connection->abort();
            m_io.restart(); // a client that was accepted in the last moment stands in the queue: it is let go
            m_io.poll();
        }
        m_front.pool.close();
    }

    Load load() const { return {static_cast<qint64>(m_front.pool.waiting()), m_front.connections, m_front.refused}; }

private:
    void run()
    {
        for (;;) {
            try {
                m_io.run();
                return;
            } catch (const std::exception &fault) { // out of memory: the one connection is lost, the server is not
                qCCritical(lcServer, "a connection failed: %s", fault.what());
            }
        }
    }

    void acceptNext()
    {
        m_acceptor.async_accept([this](Failure failure, tcp::socket socket) {
            if (!m_acceptor.is_open())
                return;
            if (!failure) {
                admit(std::move(socket));
                return acceptNext();
            }
            qCWarning(lcServer, "a connection could not be accepted: %s", failure.message().c_str());
            m_acceptPause.expires_after(kAcceptPause);
            m_acceptPause.async_wait([this](Failure stopped) {
                if (!stopped)
                    acceptNext();
            });
        });
    }

    /// A client that finds no place is to be told so, and the store is to open its files: neither may fail because
    /// connections took every descriptor.
    void countPlaces()
    {
        m_places = std::max<size_t>(1, static_cast<size_t>(m_front.options.limits.connections));
        rlimit files{};
        if (::getrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_cur == RLIM_INFINITY)
            return;
        const qint64 ours = kOwnFiles + kFilesOfAWorker * m_front.options.workerThreads;
        const size_t left = static_cast<size_t>(std::max<qint64>(static_cast<qint64>(files.rlim_cur) - ours, 16));
        m_turnedAwayMost = std::min(kTurnedAwayAtOnce, left / 4);
        if (m_places <= left - m_turnedAwayMost)
            return;
        m_places = left - m_turnedAwayMost;
        qCWarning(lcServer, "%zu connections at a time, and no more: the process may open %llu files", m_places,
                  static_cast<unsigned long long>(files.rlim_cur));
    }

    /// 2026-11-28: the design turns away whoever comes when all places are taken. A few hundred half-open connections
    /// a second would then keep everybody out for ten seconds at a time, at no cost. Whoever has made us wait the
    /// longest for a handshake or a head, or asked nothing more, makes room instead; where there is none, whose body
    /// comes slowest, or a thousand announced bodies would do what a thousand half heads no longer do. A laptop that
    /// meets this connects again by itself.
    bool makeRoom()
    {
        const auto idlest = longestWaiting([](const Connection::Waiting &) { return true; });
        if (idlest)
            idlest->abort();
        return idlest != nullptr;
    }

    template <class Takes>
    std::shared_ptr<Connection> longestWaiting(const Takes &takes) const
    {
        std::shared_ptr<Connection> longest;
        std::optional<Connection::Waiting> its;
        for (const std::shared_ptr<Connection> &connection : m_connections) {
            const auto waiting = connection->waiting();
            if (connection->kind() != Connection::Kind::Served || !waiting || !takes(*waiting) ||
                (longest && !(*waiting < *its)))
                continue;
            longest = connection;
            its = waiting;
        }
        return longest;
    }

    void admit(tcp::socket socket)
    {
        const bool full = m_served >= m_places && !makeRoom();
        if (full && m_connections.size() - m_served >= m_turnedAwayMost)
            return; // the socket closes
        const auto kind = full ? Connection::Kind::TurnedAway : Connection::Kind::Served;
        const std::shared_ptr<Connection> connection = Connection::make(std::move(socket), m_front, kind);
        m_connections.insert(connection);
        m_front.connections = static_cast<qint64>(m_connections.size());
        m_served += full ? 0 : 1;
        connection->start();
    }

    void forget(const std::shared_ptr<Connection> &connection)
    {
        if (m_connections.erase(connection) > 0 && connection->kind() == Connection::Kind::Served)
            --m_served;
        m_front.connections = static_cast<qint64>(m_connections.size());
        sayIfQuiet();
    }

    void windUp()
    {
        Failure ignored;
        m_acceptor.close(ignored);
        m_acceptPause.cancel();
        for (const std::shared_ptr<Connection> &connection : openConnections())
            connection->windUp();
        sayIfQuiet();
    }

    /// A copy: connections that end leave the set.
    std::vector<std::shared_ptr<Connection>> openConnections() const
    {
        return {m_connections.begin(), m_connections.end()};
    }

    void sayIfQuiet()
    {
        if (m_acceptor.is_open() || !m_connections.empty())
            return;
        const std::lock_guard lock(m_quietMutex);
        m_quiet = true;
        m_quietSaid.notify_all();
    }

    bool waitUntilQuiet(std::chrono::milliseconds bound)
    {
        std::unique_lock lock(m_quietMutex);
        return m_quietSaid.wait_for(lock, bound, [this] { return m_quiet; });
    }

    Front m_front; // outlives m_io, whose last queued steps hold connections
    asio::io_context m_io{1};
    tcp::acceptor m_acceptor{m_io};
    asio::steady_timer m_acceptPause{m_io};
    asio::executor_work_guard<asio::io_context::executor_type> m_work{m_io.get_executor()};
    std::unordered_set<std::shared_ptr<Connection>> m_connections; // of the sockets' thread, like m_served
    size_t m_served = 0;
    size_t m_places = 1;
    size_t m_turnedAwayMost = kTurnedAwayAtOnce;
    std::thread m_thread;
    std::mutex m_control; // start() and stop()
    bool m_used = false;
    std::mutex m_quietMutex;
    std::condition_variable m_quietSaid;
    bool m_quiet = false;
};

HttpServer::HttpServer(Options options, Handler handler)
    : m_impl(std::make_unique<Impl>(std::move(options), std::move(handler)))
{
}

HttpServer::~HttpServer() = default;

Result<quint16> HttpServer::start()
{
    return m_impl->start();
}

Result<void> HttpServer::reloadTls()
{
    return m_impl->reloadTls();
}

HttpServer::Load HttpServer::load() const
{
    return m_impl->load();
}

void HttpServer::stop()
{
    m_impl->stop();
}

} // namespace markaz::server
