// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QObject>

namespace markaz::desktop {

/// Hears from logind that the computer goes to sleep, and asks it to wait until that was heard. Without a bus or a
/// logind it stays silent and costs nothing.
class SuspendWatch final : public QObject
{
    Q_OBJECT
public:
    /// \p service is logind's name on \p bus; empty where logind itself is at the other end.
    explicit SuspendWatch(QDBusConnection bus = QDBusConnection::systemBus(),
                          const QString &service = QStringLiteral("org.freedesktop.login1"), QObject *parent = nullptr);

    /// Whether the computer waits for it before it sleeps.
    bool isAwaited() const { return m_delay.isValid(); }

Q_SIGNALS:
    /// The computer sleeps when the slots of this have returned.
    void sleeps();

private Q_SLOTS:
    void prepareForSleep(bool begins);

private:
    void askToWait();

    QDBusConnection m_bus;
    QString m_service;
    QDBusUnixFileDescriptor m_delay; ///< logind waits while this is open, a few seconds at most
};

} // namespace markaz::desktop
