// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/syncclient.h"

#include "core/support/log.h"
#include "core/sync/syncpolicy.h"
#include "core/sync/syncworker.h"

#include <QThread>

namespace markaz {

SyncClient::SyncClient(SyncSetup setup, const Sealer &sealer, QObject *parent)
    : SyncStatus(parent)
    , m_setup(std::move(setup))
    , m_sealer(sealer)
{
    m_snapshot.server = m_setup.server.toString();
}

SyncClient::~SyncClient()
{
    stop();
}

void SyncClient::start()
{
    if (m_thread)
        return;
    m_thread = std::make_unique<QThread>();
    m_thread->setObjectName(QStringLiteral("sync"));
    m_worker = new SyncWorker(m_setup, m_sealer);
    m_worker->moveToThread(m_thread.get());
    connect(m_thread.get(), &QThread::started, m_worker, &SyncWorker::begin);
    connect(m_thread.get(), &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &SyncWorker::changed, this, &SyncClient::show);
    connect(m_worker, &SyncWorker::recordsChanged, this, &SyncClient::recordsChanged);
    connect(m_worker, &SyncWorker::outboxChanged, this, &SyncClient::outboxChanged);
    connect(m_worker, &SyncWorker::runFinished, this, &SyncClient::runFinished);
    connect(m_worker, &SyncWorker::signedIn, this, &SyncClient::signedIn);
    connect(m_worker, &SyncWorker::signInFailed, this, &SyncClient::signInFailed);
    connect(m_worker, &SyncWorker::signedOut, this, &SyncClient::signedOut);
    m_thread->start();
}

void SyncClient::stop()
{
    if (!m_thread)
        return;
    disconnect(m_worker, nullptr, this, nullptr);
    m_worker = nullptr; // goes with its thread's event loop, in that thread, and takes a request under way with it
    m_thread->quit();
    if (!m_thread->wait(QDeadlineTimer(syncpolicy::kStopWithin))) {
        // Left running rather than killed in the middle of a write; the process is about to end.
        qCWarning(lcSync) << "the sync thread did not end in time";
        (void)m_thread.release();
    }
    m_thread.reset();
}

void SyncClient::show(const SyncSnapshot &snapshot)
{
    m_snapshot = snapshot;
    Q_EMIT changed();
}

void SyncClient::syncNow()
{
    if (m_worker != nullptr)
        QMetaObject::invokeMethod(m_worker, &SyncWorker::syncNow);
}

void SyncClient::noteLocalChange()
{
    if (m_worker != nullptr)
        QMetaObject::invokeMethod(m_worker, &SyncWorker::noteLocalChange);
}

void SyncClient::signIn(const QString &username, const QString &password)
{
    if (m_worker != nullptr)
        QMetaObject::invokeMethod(m_worker,
                                  [worker = m_worker, username, password] { worker->signIn(username, password); });
}

void SyncClient::signOut()
{
    if (m_worker != nullptr)
        QMetaObject::invokeMethod(m_worker, &SyncWorker::signOut);
}

void SyncClient::setOffline(bool offline)
{
    if (m_worker != nullptr)
        QMetaObject::invokeMethod(m_worker, [worker = m_worker, offline] { worker->setOffline(offline); });
}

} // namespace markaz
