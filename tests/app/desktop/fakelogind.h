// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusServer>
#include <QDBusUnixFileDescriptor>
#include <QDBusVirtualObject>
#include <QTest>

#include <optional>

#include <fcntl.h>
#include <unistd.h>

namespace markaz::desktop {

/// logind, as far as this goes, at the other end of a connection of its own: hands out a descriptor, knows whether it
/// is still held, and says when the computer goes to sleep.
class FakeLogind
{
public:
    FakeLogind()
    {
        QObject::connect(&m_server, &QDBusServer::newConnection, &m_server, [this](const QDBusConnection &connection) {
            m_theirs.emplace(connection);
            m_theirs->registerVirtualObject(kPath, &m_manager);
        });
    }
    ~FakeLogind()
    {
        for (const QString &name : std::as_const(m_names))
            QDBusConnection::disconnectFromPeer(name);
        if (m_held >= 0)
            ::close(m_held);
    }
    FakeLogind(const FakeLogind &) = delete;
    FakeLogind &operator=(const FakeLogind &) = delete;

    /// The other end, called \p name in this process; there, logind has no name. Nothing where it does not connect.
    std::optional<QDBusConnection> bus(const char *name)
    {
        m_names.append(QLatin1String(name));
        QDBusConnection ours = QDBusConnection::connectToPeer(m_server.address(), m_names.last());
        const bool there = QTest::qWaitFor([&] { return m_theirs && m_theirs->isConnected() && ours.isConnected(); });
        return there ? std::optional(ours) : std::nullopt;
    }
    bool prepareForSleep(bool begins)
    {
        QDBusMessage signal = QDBusMessage::createSignal(kPath, QStringLiteral("org.freedesktop.login1.Manager"),
                                                         QStringLiteral("PrepareForSleep"));
        signal << begins;
        return m_theirs->send(signal);
    }
    /// Whether nobody holds what was handed out last.
    bool released() const
    {
        char byte = 0;
        return m_held >= 0 && ::read(m_held, &byte, 1) == 0;
    }
    QStringList asked; ///< what for, and how

private:
    class Manager final : public QDBusVirtualObject
    {
    public:
        explicit Manager(FakeLogind &logind)
            : m_logind(logind)
        {
        }
        QString introspect(const QString &) const override { return {}; }
        bool handleMessage(const QDBusMessage &message, const QDBusConnection &connection) override
        {
            return message.member() == QStringLiteral("Inhibit") && m_logind.inhibit(message, connection);
        }

    private:
        FakeLogind &m_logind;
    };
    bool inhibit(const QDBusMessage &message, const QDBusConnection &connection)
    {
        asked.append(message.arguments().value(0).toString() + QLatin1Char(' ') +
                     message.arguments().value(3).toString());
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0)
            return false;
        if (m_held >= 0)
            ::close(m_held);
        m_held = ends[0];
        connection.send(message.createReply(QVariant::fromValue(QDBusUnixFileDescriptor(ends[1]))));
        ::close(ends[1]);
        return true;
    }

    const QString kPath = QStringLiteral("/org/freedesktop/login1");
    Manager m_manager{*this};
    QDBusServer m_server;
    std::optional<QDBusConnection> m_theirs;
    QStringList m_names;
    int m_held = -1;
};

} // namespace markaz::desktop
