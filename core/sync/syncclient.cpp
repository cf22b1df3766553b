// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/syncclient.h"

#include "core/support/log.h"
#include "core/sync/fileworker.h"
#include "core/sync/syncworker.h"

#include <QThread>

namespace markaz {

SyncClient::SyncClient(SyncSetup setup, std::shared_ptr<const Sealer> sealer, QObject *parent)
    : SyncStatus(parent)
    , m_setup(std::move(setup))
    , m_sealer(std::move(sealer))
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
    connect(m_worker, &SyncWorker::revoked, this, &SyncClient::revoked);
    connect(m_worker, &SyncWorker::handedIn, this, &SyncClient::handedIn);
    connect(m_worker, &SyncWorker::answered, this, &SyncClient::hear);
    if (!m_setup.filesFolder.isEmpty())
        startFiles();
    m_thread->start();
}

void SyncClient::startFiles()
{
    m_fileThread = std::make_unique<QThread>();
    m_fileThread->setObjectName(QStringLiteral("files"));
    m_fileWorker = new FileWorker(m_setup, m_sealer);
    m_fileWorker->moveToThread(m_fileThread.get());
    connect(m_fileThread.get(), &QThread::started, m_fileWorker, &FileWorker::begin);
    connect(m_fileThread.get(), &QThread::finished, m_fileWorker, &QObject::deleteLater);
    connect(m_fileWorker, &FileWorker::changed, this, &SyncClient::showFiles);
    connect(m_fileWorker, &FileWorker::fileCame, this, &SyncClient::fileCame);
    connect(m_fileWorker, &FileWorker::runFinished, this, &SyncClient::filesFinished);
    // From thread to thread: the two workers share nothing but these words.
    connect(m_fileWorker, &FileWorker::tokenWanted, m_worker, &SyncWorker::giveToken);
    connect(m_worker, &SyncWorker::tokenGiven, m_fileWorker, &FileWorker::giveToken);
    connect(m_fileWorker, &FileWorker::fileSent, m_worker, &SyncWorker::pullSoon);
    connect(m_worker, &SyncWorker::recordsChanged, m_fileWorker, &FileWorker::noteChange);
    connect(m_worker, &SyncWorker::serverAnswered, m_fileWorker, &FileWorker::noteServer);
    connect(m_worker, &SyncWorker::signedIn, m_fileWorker, [worker = m_fileWorker] { worker->noteSession(true); });
    connect(m_worker, &SyncWorker::signedOut, m_fileWorker, [worker = m_fileWorker] { worker->noteSession(false); });
    m_fileThread->start();
}

void SyncClient::stop()
{
    if (!m_thread)
        return;
    // The workers go with their threads' event loops, in those threads, and take requests under way with them.
    if (m_fileThread) {
        disconnect(m_fileWorker, nullptr, this, nullptr);
        m_fileWorker = nullptr;
        end(m_fileThread);
    }
    disconnect(m_worker, nullptr, this, nullptr);
    m_worker = nullptr;
    m_asked.clear();
    end(m_thread);
}

void SyncClient::end(std::unique_ptr<QThread> &thread)
{
    thread->quit();
    if (!thread->wait(QDeadlineTimer(m_setup.stopWithin))) {
        // Left running rather than killed in the middle of a write. It holds all that it uses: its own connection, its
        // setup and its share of the sealer.
        qCWarning(lcSync) << "the thread" << thread->objectName() << "did not end in time";
        connect(thread.get(), &QThread::finished, thread.get(), &QObject::deleteLater);
        (void)thread.release();
    }
    thread.reset();
}

void SyncClient::show(const SyncSnapshot &snapshot)
{
    const FileFigures files = m_snapshot.files;
    m_snapshot = snapshot;
    m_snapshot.files = files;
    Q_EMIT changed();
}

void SyncClient::showFiles(const FileFigures &figures)
{
    m_snapshot.files = figures;
    Q_EMIT changed();
}

void SyncClient::syncNow()
{
    if (m_worker != nullptr)
        QMetaObject::invokeMethod(m_worker, &SyncWorker::syncNow);
    if (m_fileWorker != nullptr)
        QMetaObject::invokeMethod(m_fileWorker, &FileWorker::syncNow);
}

void SyncClient::ask(const AdminRequest &request, QObject *context, Reply reply)
{
    const quint64 question = ++m_questions;
    m_asked.insert(question, {context, std::move(reply)});
    if (m_worker != nullptr)
        QMetaObject::invokeMethod(m_worker, [worker = m_worker, question, request] { worker->ask(question, request); });
}

void SyncClient::hear(quint64 question, const AdminAnswer &answer)
{
    const Asked asked = m_asked.take(question);
    if (asked.context != nullptr && asked.reply)
        asked.reply(answer.error ? Result<QJsonObject>(*answer.error) : Result<QJsonObject>(answer.body));
}

void SyncClient::noteLocalChange()
{
    if (m_worker != nullptr)
        QMetaObject::invokeMethod(m_worker, &SyncWorker::noteLocalChange);
    if (m_fileWorker != nullptr)
        QMetaObject::invokeMethod(m_fileWorker, &FileWorker::noteChange);
}

void SyncClient::signIn(const QString &username, const QString &password)
{
    if (m_worker != nullptr)
        QMetaObject::invokeMethod(m_worker,
                                  [worker = m_worker, username, password] { worker->signIn(username, password); });
}

void SyncClient::enrol(const QString &username, const QString &code, const QString &password)
{
    if (m_worker != nullptr)
        QMetaObject::invokeMethod(
            m_worker, [worker = m_worker, username, code, password] { worker->enrol(username, code, password); });
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
    if (m_fileWorker != nullptr)
        QMetaObject::invokeMethod(m_fileWorker, [worker = m_fileWorker, offline] { worker->setOffline(offline); });
}

} // namespace markaz
