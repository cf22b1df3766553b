// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/suspendwatch.h"

#include "core/support/log.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace markaz::desktop {
namespace {

const QString kPath = QStringLiteral("/org/freedesktop/login1");
const QString kManager = QStringLiteral("org.freedesktop.login1.Manager");

} // namespace

SuspendWatch::SuspendWatch(QDBusConnection bus, const QString &service, QObject *parent)
    : QObject(parent)
    , m_bus(std::move(bus))
    , m_service(service)
{
    if (!m_bus.isConnected() || !m_bus.connect(m_service, kPath, kManager, QStringLiteral("PrepareForSleep"), this,
                                               SLOT(prepareForSleep(bool)))) {
        qCInfo(lcUi) << "no logind: Markaz will not hear that the computer goes to sleep";
        return;
    }
    askToWait();
}

void SuspendWatch::askToWait()
{
    QDBusMessage inhibit = QDBusMessage::createMethodCall(m_service, kPath, kManager, QStringLiteral("Inhibit"));
    inhibit << QStringLiteral("sleep") << QStringLiteral("Markaz") << QStringLiteral("Locks the records")
            << QStringLiteral("delay");
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(inhibit), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *call) {
        call->deleteLater();
        const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *call;
        if (reply.isError())
            qCInfo(lcUi) << "logind does not wait for Markaz before a sleep:" << reply.error().message();
        else
            m_delay = reply.value();
    });
}

void SuspendWatch::prepareForSleep(bool begins)
{
    if (!begins)
        return askToWait(); // for the next time
    Q_EMIT sleeps();
    m_delay = {};
}

} // namespace markaz::desktop
