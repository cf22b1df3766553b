// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/httpserver.h"
#include "tests/app/http/rawclient.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <atomic>
#include <condition_variable>
#include <mutex>

namespace markaz::server::test {

/// A door that a handler waits at until the test opens it, and that tells the test who waits.
class Gate
{
public:
    void waitHere()
    {
        std::unique_lock lock(m_mutex);
        ++m_waiting;
        m_changed.notify_all();
        m_changed.wait(lock, [this] { return m_open; });
    }
    void awaitVisitor() { awaitVisitors(1); }
    void awaitVisitors(int count)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this, count] { return m_waiting >= count; });
    }
    void open()
    {
        const std::lock_guard lock(m_mutex);
        m_open = true;
        m_changed.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_waiting = 0;
    bool m_open = false;
};

/// A running server whose handler says back what it was given; path /wait waits at the gate, /throw throws.
class FrontUnderTest
{
public:
    explicit FrontUnderTest(HttpServer::Options options = {})
        : FrontUnderTest(std::move(options), {})
    {
    }
    FrontUnderTest(HttpServer::Options options, Handler other)
        : wish(options.tls ? std::optional(TlsWish()) : std::nullopt)
        , server(std::move(options), [this, other = std::move(other)](const ApiRequest &request) {
            ++calls;
            return other ? other(request) : echo(request);
        })
    {
        const Result<quint16> started = server.start();
        EXPECT_TRUE(started.ok()) << (started.ok() ? "" : qPrintable(started.error().detail));
        port = started.ok() ? *started : quint16(0);
    }
    ~FrontUnderTest() { gate.open(); }

    RawClient client() const { return RawClient(port, wish); }
    Reply ask(const QByteArray &request) const { return client().ask(request); }
    /// The server still serves.
    void expectAlive() const
    {
        const Reply reply = ask("GET /alive HTTP/1.1\r\nHost: x\r\n\r\n");
        EXPECT_EQ(reply.status, 200);
        EXPECT_EQ(reply.body, "GET /alive ");
    }

    Gate gate;
    std::atomic<int> calls = 0;
    quint16 port = 0;
    std::optional<TlsWish> wish; ///< how its clients come; set where the server speaks TLS
    HttpServer server;           // last: stops before what its handlers use goes away

private:
    ApiResponse echo(const ApiRequest &request)
    {
        if (request.path == QLatin1String("/wait"))
            gate.waitHere();
        if (request.path == QLatin1String("/throw"))
            throw std::runtime_error("a fault for the test");
        if (request.path == QLatin1String("/throw-int"))
            throw 7;
        ApiResponse response;
        response.mediaType = "text/plain";
        response.body = request.method + ' ' + request.path.toUtf8() + ' ' + request.body;
        return response;
    }
};

inline QByteArray post(const QByteArray &path, const QByteArray &body, const QByteArray &moreFields = {})
{
    return "POST " + path + " HTTP/1.1\r\nHost: x\r\n" + moreFields +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

inline QByteArray get(const QByteArray &path, const QByteArray &moreFields = {})
{
    return "GET " + path + " HTTP/1.1\r\nHost: x\r\n" + moreFields + "\r\n";
}

/// The code token of a problem document; empty when the reply is none.
inline QByteArray problemCode(const Reply &reply)
{
    if (reply.headers.value("content-type") != "application/problem+json")
        return {};
    const QJsonObject body = QJsonDocument::fromJson(reply.body).object();
    EXPECT_EQ(body.value(QLatin1String("status")).toInt(), reply.status);
    return body.value(QLatin1String("code")).toString().toLatin1();
}

} // namespace markaz::server::test
