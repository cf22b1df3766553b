// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/api/httptypes.h"
#include "core/support/clock.h"
#include "core/support/result.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace markaz::server {

/// What one client may ask of the front; security-and-faults.md, "At the door".
struct HttpLimits
{
    qsizetype headBytes = 16 * 1024;         ///< request line and header fields together: 431 beyond
    qsizetype targetBytes = 4 * 1024;        ///< 414 beyond
    int headerFields = 100;                  ///< 431 beyond
    qint64 bodyBytes = 1024 * 1024;          ///< as sent, compressed or plain: 413 beyond
    qint64 streamedBytes = 16 * 1024 * 1024; ///< of a body that Options::streamed takes piece by piece: 413 beyond
    /// Of bodies that wait for their end or their reply, together. Beyond, senders that are not known (Admission) are
    /// let go, the slowest first; 503 when there is none.
    qint64 heldBytes = 128 * 1024 * 1024;
    qsizetype inflatedBytes = 8 * 1024 * 1024; ///< 413 beyond
    int inflateRatio = 50;                     ///< 413 beyond
    /// At a time. Beyond, the one that has kept us waiting for a head the longest gives its place up, then the slowest
    /// of those that are sending a body; 503 at once when all are at work. Fewer where the process may not open so many
    /// files.
    int connections = 1000;
    int queue = 256; ///< requests waiting for a worker: 503 with Retry-After beyond
    std::chrono::milliseconds headTime{
        10000}; ///< for a whole head, from its first byte (a connection's first: from accept, with the TLS handshake)
    std::chrono::milliseconds idleTime{10000}; ///< without any progress inside a body or a reply
    int slowestRate = 512; ///< bytes a second that a body or a reply must reach, at any time (patience.h)
    std::chrono::milliseconds bodyTime{300000}; ///< for a whole body that is held, however it comes
    std::chrono::milliseconds keepAlive{30000}; ///< between two requests
    std::chrono::milliseconds lingerTime{2000}; ///< for the client to take the last reply before the socket closes
    std::chrono::milliseconds stopTime{10000};  ///< for stop() to finish what is under way
};

/// A certificate with its chain, and its private key, both PEM. The key has no passphrase and is closed to others.
struct TlsFiles
{
    QString chain;
    QString key;
};

/// The HTTP/1.1 front: sockets on one thread, handlers on a pool of workers (they may block on the database). Requests
/// of one connection are handled one after the other, in order. No type of the HTTP library shows here.
class HttpServer
{
public:
    /// Called for each reply just before it is sent, the front's own refusals too (null when the request's head could
    /// not be read): the one place to echo the nonce and to name the instance. Called from several threads at once.
    using Decorate = std::function<void(const ApiRequest *, ApiResponse &)>;
    /// What whoever sent \p head gets in the place of the front's own refusal with \p status, as a page for a browser;
    /// nothing: the problem document. The body was not read. Called from several threads at once.
    using Refused = std::function<std::optional<ApiResponse>(const ApiRequest &head, int status)>;

    struct Options
    {
        QString address = QStringLiteral("127.0.0.1"); ///< IPv4 or IPv6, in numbers
        quint16 port = 0;                              ///< 0 = any free one
        int workerThreads = 4;                         ///< 0: handlers run on the sockets' thread
        HttpLimits limits = {};
        std::optional<TlsFiles> tls = {}; ///< none: plain HTTP
        Decorate decorate = {};
        Refused refused = {}; ///< null: a problem document for everybody
        StreamedBodies streamed = {};
        Admit admit = {};             ///< null: everybody, and nobody is known
        const Clock *clock = nullptr; ///< for Date; null = the system's. Must outlive the server
    };

    HttpServer(Options options, Handler handler);
    ~HttpServer(); ///< stop()
    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;

    /// Listens and returns the port. InvalidValue for an address that is none of this computer's, Exists when another
    /// program listens there, NotAllowed for a port that needs rights, WrongState on a second call; for a pair of TLS
    /// that cannot be used, what tlscontext.h says, with `where` = the file. A certificate that has run out is served
    /// (whoever comes is told so by their own program) and logged.
    Result<quint16> start();
    /// Reads the pair of Options::tls anew; connections that come from now on see it, those that are open stay as they
    /// are. On an Error, that of start() or InvalidValue for a certificate that is not valid today, the pair stays that
    /// it was. WrongState without TLS or before start().
    Result<void> reloadTls();
    /// How busy it is at this moment; from any thread.
    struct Load
    {
        qint64 waiting = 0;     ///< requests that no worker has begun
        qint64 connections = 0; ///< open ones
        qint64 refused = 0;     ///< requests turned away before they reached a worker, ever
    };
    Load load() const;
    /// Stops accepting, lets requests under way get their replies within limits.stopTime, then closes everything and
    /// waits for the handlers that still run. Not from inside a handler. Harmless when repeated.
    void stop();

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace markaz::server
