// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faultproxy.h"

#include "core/support/gzip.h"

#include <QRandomGenerator>
#include <QTcpSocket>
#include <QTimer>

#include <array>
#include <memory>
#include <utility>

namespace markaz::test {
namespace {

using Kind = WireFault::Kind;
constexpr int kPatience = 5000; // ms until bytes that go to the same computer have gone

QByteArray fieldOf(const QByteArray &message, const QByteArray &name)
{
    for (const QByteArray &line : message.left(message.indexOf("\r\n\r\n")).split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).toLower() == name)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

/// Size of the message that \p bytes begins with; 0 = not whole yet.
qsizetype messageSize(const QByteArray &bytes, bool hasBody)
{
    const qsizetype head = bytes.indexOf("\r\n\r\n");
    if (head < 0)
        return 0;
    const qsizetype whole = head + 4 + (hasBody ? fieldOf(bytes, "content-length").toLongLong() : 0);
    return bytes.size() >= whole ? whole : 0;
}

bool replyHasBody(const QByteArray &request, const QByteArray &reply)
{
    return !request.startsWith("HEAD ") && !reply.startsWith("HTTP/1.1 204") && !reply.startsWith("HTTP/1.1 304");
}

/// \p reply with another body, and a length that says so.
QByteArray withBody(const QByteArray &reply, const QByteArray &body, const QByteArray &moreFields = {})
{
    const qsizetype head = reply.indexOf("\r\n\r\n");
    QByteArray fields;
    for (const QByteArray &line : reply.left(head).split('\n')) {
        const QByteArray name = line.toLower();
        if (!name.startsWith("content-length:") && (moreFields.isEmpty() || !name.startsWith("content-encoding:")))
            fields += line.trimmed() + "\r\n";
    }
    return fields + moreFields + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

QByteArray bodyOf(const QByteArray &message)
{
    const qsizetype head = message.indexOf("\r\n\r\n");
    return head < 0 ? QByteArray() : message.mid(head + 4);
}

QByteArray page(const QByteArray &status, const QByteArray &fields, const QByteArray &body)
{
    return "HTTP/1.1 " + status + "\r\nDate: Mon, 23 Nov 2026 09:00:00 GMT\r\n" + fields +
           "Connection: close\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

/// \p reply as the client is to see it. Not for the kinds that do something to the connection.
QByteArray spoilt(const WireFault &fault, QByteArray reply)
{
    switch (fault.kind) {
    case Kind::TruncateReply: {
        const QByteArray body = bodyOf(reply);
        return body.isEmpty() ? reply : withBody(reply, body.left(fault.at % body.size()));
    }
    case Kind::FlipReply: {
        const qint64 bit = fault.at % (reply.size() * 8);
        reply[bit / 8] = static_cast<char>(reply[bit / 8] ^ (1 << (bit % 8)));
        return reply;
    }
    case Kind::CutGzip: {
        const bool packed = fieldOf(reply, "content-encoding") == "gzip";
        const QByteArray body = packed ? bodyOf(reply) : gzip(bodyOf(reply));
        return withBody(reply, body.left(body.size() / 2), "Content-Encoding: gzip\r\n");
    }
    case Kind::OtherInstance:
        return reply.replace("Markaz-Instance: " + fieldOf(reply, "markaz-instance"),
                             "Markaz-Instance: 01900000-0000-7000-8000-00000000000f");
    default:
        return reply;
    }
}

} // namespace

/// One client's connection: one request after the other.
class Wire : public QObject
{
public:
    Wire(FaultProxy &proxy, QTcpSocket *client)
        : QObject(client)
        , m_proxy(proxy)
        , m_client(client)
    {
        connect(client, &QTcpSocket::readyRead, this, [this] {
            m_in += m_client->readAll();
            go();
        });
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    }

private:
    void go()
    {
        const qsizetype size = m_busy ? 0 : messageSize(m_in, true);
        if (size == 0)
            return;
        m_busy = true;
        m_request = m_in.left(size);
        m_in.remove(0, size);
        const QList<QByteArray> words = m_request.left(m_request.indexOf('\r')).split(' ');
        m_key = words.value(0) + ' ' + words.value(1).split('?').first();
        m_fault = m_proxy.ask({words.value(0), words.value(1).split('?').first(), 0, m_request});
        begin();
    }

    void begin()
    {
        switch (m_fault.kind) {
        case Kind::Hang:
            if (m_fault.at != 0)
                carry(m_request, [](const QByteArray &) {});
            return;
        case Kind::Replace:
            return deliver(m_fault.bytes, true);
        case Kind::CutRequest: {
            auto *server = dial();
            server->write(m_request.left(m_fault.at));
            while (server->bytesToWrite() > 0 && server->waitForBytesWritten(kPatience)) {
            }
            return cut();
        }
        case Kind::LateRequest: {
            // Not this wire's: it goes with its client, and the request is still on its way.
            auto *late = new QTcpSocket(&m_proxy.m_listener);
            const QByteArray request = m_request;
            FaultProxy &proxy = m_proxy;
            QTimer::singleShot(m_fault.at, late, [late, request, &proxy] {
                connect(late, &QTcpSocket::disconnected, late, &QObject::deleteLater);
                connect(late, &QTcpSocket::readyRead, late, [late] { late->disconnectFromHost(); });
                late->connectToHost(proxy.m_server.host(), static_cast<quint16>(proxy.m_server.port()));
                late->write(request);
            });
            return cut();
        }
        case Kind::DoubleRequest:
            return twice();
        default:
            return carry(m_request, [this](const QByteArray &reply) { answered(reply); });
        }
    }

    void answered(const QByteArray &reply)
    {
        const QByteArray earlier = m_proxy.m_replies.value(m_key);
        m_proxy.m_replies.insert(m_key, reply);
        m_proxy.m_lastBytes.insert(m_key.left(m_key.indexOf(' ')), reply.size());
        switch (m_fault.kind) {
        case Kind::CutReply:
            m_client->write(reply.left(m_fault.at));
            while (m_client->bytesToWrite() > 0 && m_client->waitForBytesWritten(kPatience)) {
            }
            return cut();
        case Kind::DoubleReply:
            return deliver(reply + reply, false);
        case Kind::StaleReply:
            return deliver(earlier.isEmpty() ? reply : earlier, false);
        case Kind::DelayReply:
            QTimer::singleShot(m_fault.at, this, [this, reply] { deliver(reply, false); });
            return;
        default:
            // A reply that may be shorter than it says ends with its connection, or its client waits for the rest.
            return deliver(spoilt(m_fault, reply), m_fault.kind != Kind::Pass);
        }
    }

    void twice()
    {
        if (m_fault.at % 2 == 0)
            return carry(m_request, [this](const QByteArray &) {
                carry(m_request, [this](const QByteArray &reply) { deliver(reply, false); });
            });
        const auto came = std::make_shared<int>(0);
        for (int i = 0; i < 2; ++i)
            carry(m_request, [this, came](const QByteArray &reply) {
                if (++*came == 2)
                    deliver(reply, false);
            });
    }

    QTcpSocket *dial()
    {
        auto *server = new QTcpSocket(this);
        server->connectToHost(m_proxy.m_server.host(), static_cast<quint16>(m_proxy.m_server.port()));
        return server;
    }

    /// Has \p request answered by the server; where that does not come about, the client loses its connection.
    void carry(const QByteArray &request, std::function<void(const QByteArray &)> then)
    {
        auto *server = dial();
        const auto reply = std::make_shared<QByteArray>();
        connect(server, &QTcpSocket::readyRead, this, [this, server, reply, request, then] {
            *reply += server->readAll();
            const qsizetype size = messageSize(*reply, replyHasBody(request, *reply));
            if (size == 0)
                return;
            server->disconnect(this);
            server->deleteLater();
            then(reply->left(size));
        });
        connect(server, &QTcpSocket::disconnected, this, [this] { cut(); });
        connect(server, &QTcpSocket::errorOccurred, this, [this] { cut(); });
        server->write(request);
    }

    void deliver(const QByteArray &bytes, bool close)
    {
        m_client->write(bytes);
        m_busy = false;
        if (close)
            return m_client->disconnectFromHost();
        go();
    }

    void cut()
    {
        if (const auto then = std::exchange(m_fault.then, {}))
            then();
        const auto sockets = findChildren<QTcpSocket *>();
        for (QTcpSocket *server : sockets) {
            server->disconnect(this);
            server->abort();
        }
        m_client->abort();
    }

    FaultProxy &m_proxy;
    QTcpSocket *m_client;
    QByteArray m_in;
    QByteArray m_request;
    QByteArray m_key;
    WireFault m_fault;
    bool m_busy = false;
};

FaultProxy::FaultProxy(const QUrl &server)
    : m_server(server)
{
    QObject::connect(&m_listener, &QTcpServer::newConnection, &m_listener, [this] { accept(); });
    m_listener.listen(QHostAddress::LocalHost);
}

QUrl FaultProxy::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_listener.serverPort()));
}

void FaultProxy::next(const QByteArray &method, const QByteArray &path, Plan fault)
{
    m_plan = [this, method, path, fault = std::move(fault)](const WireRequest &request) {
        if (request.method != method || (request.path != path && !request.path.startsWith(path + '/')))
            return WireFault();
        const Plan once = fault; // outlives the plan that it ends
        m_plan = nullptr;
        return once(request);
    };
}

WireFault FaultProxy::ask(const WireRequest &request)
{
    WireRequest numbered = request;
    numbered.number = ++m_requests;
    const Plan plan = m_plan; // it may replace itself
    const WireFault fault = plan ? plan(numbered) : WireFault();
    m_faults += fault.kind == Kind::Pass ? 0 : 1;
    return fault;
}

void FaultProxy::accept()
{
    while (QTcpSocket *client = m_listener.nextPendingConnection())
        new Wire(*this, client); // goes with its client
}

WireFault WireFault::drawn(QRandomGenerator &random)
{
    static constexpr std::array kinds{Kind::CutRequest,  Kind::CutReply,      Kind::LateRequest, Kind::DoubleRequest,
                                      Kind::DoubleReply, Kind::StaleReply,    Kind::DelayReply,  Kind::TruncateReply,
                                      Kind::FlipReply,   Kind::OtherInstance, Kind::Replace};
    WireFault fault;
    fault.kind = kinds[random.bounded(static_cast<quint32>(kinds.size()))];
    const bool milliseconds = fault.kind == Kind::DelayReply || fault.kind == Kind::LateRequest;
    fault.at = random.bounded(milliseconds ? 60 : 4000);
    if (fault.kind == Kind::Replace) {
        const std::array pages{wire::htmlPage(), wire::redirect(), wire::notFound(), wire::badGateway()};
        fault.bytes = pages[random.bounded(static_cast<quint32>(pages.size()))];
    }
    return fault;
}

const char *nameOf(Kind kind)
{
    static constexpr std::array names{
        "pass",        "hang",        "cut request",    "cut reply",  "late request", "double request", "double reply",
        "stale reply", "delay reply", "truncate reply", "flip reply", "cut gzip",     "other instance", "replace"};
    return names[static_cast<size_t>(kind)];
}

QByteArray wire::htmlPage()
{
    return page("200 OK", "Content-Type: text/html\r\n", "<html><body>Welcome to the hotel</body></html>");
}

QByteArray wire::redirect()
{
    return page("302 Found", "Location: http://127.0.0.1:9/login\r\n", {});
}

QByteArray wire::notFound()
{
    return page("404 Not Found", "Content-Type: text/html\r\n", "<html><body>Not Found</body></html>");
}

QByteArray wire::badGateway()
{
    return page("502 Bad Gateway", "Content-Type: text/html\r\n", "<html><body>Bad Gateway</body></html>");
}

QByteArray wire::busy(const WireRequest &request, const QByteArray &instance, int retryAfterSeconds)
{
    const QByteArray fields =
        "Content-Type: application/problem+json\r\nMarkaz-Nonce: " + fieldOf(request.bytes, "markaz-nonce") +
        "\r\nMarkaz-Instance: " + instance + "\r\nRetry-After: " + QByteArray::number(retryAfterSeconds) + "\r\n";
    return page("503 Service Unavailable", fields, R"({"status":503,"code":"busy","title":"Busy","detail":""})");
}

} // namespace markaz::test
