// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/relay.h"

#include <QTcpSocket>

#include <memory>
#include <utility>

namespace markaz::test {
namespace {

/// How much of a push the client's bytes hold.
struct PushSeen
{
    qsizetype has = 0;   ///< bytes from its first on; 0 = no push
    qsizetype whole = 0; ///< its size; 0 = not known yet
};

PushSeen pushIn(const QByteArray &bytes)
{
    const qsizetype start = bytes.lastIndexOf("POST /api/v1/changes ");
    if (start < 0)
        return {};
    PushSeen seen{bytes.size() - start, 0};
    const qsizetype head = bytes.indexOf("\r\n\r\n", start);
    const qsizetype field = bytes.toLower().indexOf("content-length:", start);
    if (head >= 0 && field >= 0 && field < head)
        seen.whole =
            head + 4 - start + bytes.mid(field + 15, bytes.indexOf('\r', field) - field - 15).trimmed().toLongLong();
    return seen;
}

} // namespace

Relay::Relay(const QUrl &server)
    : m_server(server)
{
    QObject::connect(&m_listener, &QTcpServer::newConnection, &m_listener, [this] { accept(); });
    m_listener.listen(QHostAddress::LocalHost);
}

QUrl Relay::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_listener.serverPort()));
}

void Relay::cutNextPush(Cut where, std::function<void()> fault)
{
    m_where = where;
    m_fault = std::move(fault);
}

void Relay::accept()
{
    QTcpSocket *laptop = m_listener.nextPendingConnection();
    auto *server = new QTcpSocket(laptop);
    auto asked = std::make_shared<QByteArray>();
    server->connectToHost(m_server.host(), static_cast<quint16>(m_server.port()));

    const auto cut = [this, laptop, server] {
        std::exchange(m_fault, nullptr)();
        laptop->disconnect(&m_listener);
        server->disconnect(&m_listener);
        server->abort();
        laptop->abort();
        laptop->deleteLater();
    };
    QObject::connect(laptop, &QTcpSocket::readyRead, &m_listener, [this, laptop, server, asked, cut] {
        QByteArray bytes = laptop->readAll();
        *asked += bytes;
        const PushSeen push = pushIn(*asked);
        const bool there = m_fault && push.whole > 0;
        if (there && m_where == Cut::InsideRequest && push.has >= push.whole / 2) {
            bytes.chop(push.has - push.whole / 2);
            server->write(bytes);
            server->waitForBytesWritten(5000);
            return cut();
        }
        server->write(bytes);
        if (there && m_where == Cut::AfterRequest && push.has >= push.whole) {
            server->waitForBytesWritten(5000);
            cut();
        }
    });
    QObject::connect(server, &QTcpSocket::readyRead, &m_listener, [this, laptop, server, asked, cut] {
        const QByteArray bytes = server->readAll();
        const PushSeen push = pushIn(*asked);
        if (m_fault && m_where == Cut::BeforeReply && push.whole > 0 && push.has >= push.whole)
            return cut();
        laptop->write(bytes);
    });
    QObject::connect(laptop, &QTcpSocket::disconnected, &m_listener, [laptop] { laptop->deleteLater(); });
    QObject::connect(server, &QTcpSocket::disconnected, &m_listener, [laptop] { laptop->disconnectFromHost(); });
    QObject::connect(server, &QTcpSocket::errorOccurred, &m_listener, [laptop] { laptop->abort(); });
}

} // namespace markaz::test
