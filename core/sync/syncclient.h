// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/actor.h"
#include "core/support/sealer.h"
#include "core/sync/administration.h"
#include "core/sync/serverpins.h"
#include "core/sync/syncpolicy.h"
#include "core/sync/syncstatus.h"
#include "core/sync/transport.h"

#include <QHash>
#include <QPointer>
#include <QUrl>

#include <memory>

class QThread;

namespace markaz {

class FileWorker;
struct AdminAnswer;
class SyncWorker;

/// What the sync worker needs to know. The cache at `cachePath` has been opened and migrated before (openCache).
struct SyncSetup
{
    QString cachePath;
    QUrl server; ///< https://host, or http:// on loopback only; see checkServerUrl()
    QString deviceName;
    /// Makes the transport, in the worker's thread (each worker's own); empty = HttpTransport to `server`. Tests hand
    /// in others.
    std::function<std::unique_ptr<Transport>()> transport{};
    /// The folder of the content store (core/storage/contentstore.h); empty = no files are sent or fetched.
    QString filesFolder{};
    ServerPins pins{}; ///< of the server's key; used where `transport` is empty
    std::chrono::milliseconds stopWithin = syncpolicy::kStopWithin; ///< how long stop() waits for each thread
};

/// The desktop's hand on sync: owns the worker threads (records, and files beside them), lives in the ui thread, never
/// blocks it. Every answer comes as a signal in the ui thread. It writes nothing itself.
class SyncClient final : public SyncStatus, public Administration
{
    Q_OBJECT
public:
    /// \p sealer is used from the worker's thread too and has no state that changes. It is shared, because a worker
    /// that stop() had to let go may still seal when everything else of its account is gone. Nothing runs before
    /// start().
    SyncClient(SyncSetup setup, std::shared_ptr<const Sealer> sealer, QObject *parent = nullptr);
    /// Stops as stop() does.
    ~SyncClient() override;

    /// Starts the threads; where an account is signed in, the first run begins at once.
    void start();
    /// Breaks off what is under way (it goes again next time) and joins each thread within SyncSetup::stopWithin; one
    /// that hangs longer is let go, and ends by itself.
    void stop();

    SyncSnapshot snapshot() const override { return m_snapshot; }
    /// Starts a run soon, without waiting for the end of a backoff; a server's Retry-After is waited for all the same.
    void syncNow() override;
    void ask(const AdminRequest &request, QObject *context, Reply reply) override;

public Q_SLOTS:
    /// A use case wrote to the outbox or to the queue of files: counts are read anew, and a run starts soon unless a
    /// backoff is under way. Connect to ChangeNotifier::outboxChanged and filesChanged.
    void noteLocalChange();
    /// Answers with signedIn or signInFailed; a run follows a success. Errors: Unauthenticated (wrong name or
    /// password), WrongState (changes of another account wait on this laptop: they must be sent first by their author),
    /// Refused, and those of the way. Refused with device_revoked: a run follows, which obeys the order that came along
    /// (revoked(), handedIn()).
    void signIn(const QString &username, const QString &password);
    /// The same with a one-time code on an account's first laptop, or its next; \p password becomes the account's.
    /// Unauthenticated: wrong name or code, or one that was used or has run out.
    void enrol(const QString &username, const QString &code, const QString &password);
    /// Ends the session here at once and on the server when it can be reached. Changes that wait stay, for the same
    /// account's next session. Answers with signedOut.
    void signOut();
    /// The user works offline: nothing is sent until it is switched off.
    void setOffline(bool offline);

Q_SIGNALS:
    void signedIn(const markaz::Actor &account);
    void signInFailed(const markaz::Error &error);
    void signedOut();
    /// The server ordered this laptop to be given up: nobody is to see its records from now on. Told again whenever a
    /// run begins under a standing order.
    void revoked();
    /// What was owed is with the server: the data key is to be destroyed now.
    void handedIn();
    /// The cache's records changed (a pull, or an answer to a push). Connect to ChangeNotifier::manyChanged.
    void recordsChanged();
    /// The outbox's rows changed. Connect to the models of the sync page, not to a notifier that leads back here.
    void outboxChanged();
    /// A file came into the content store. Connect to ChangeNotifier::fileCame.
    void fileCame(const QString &sha256);
    /// The files rest for now: all have gone, or something stands in the way.
    void filesFinished();

private:
    void show(const SyncSnapshot &snapshot);
    void showFiles(const FileFigures &figures);
    void startFiles();
    void hear(quint64 question, const AdminAnswer &answer);
    void end(std::unique_ptr<QThread> &thread);

    SyncSetup m_setup;
    std::shared_ptr<const Sealer> m_sealer;
    std::unique_ptr<QThread> m_thread;
    SyncWorker *m_worker = nullptr; ///< lives in m_thread; deleted when it ends
    std::unique_ptr<QThread> m_fileThread;
    FileWorker *m_fileWorker = nullptr; ///< lives in m_fileThread; deleted when it ends; null without files
    SyncSnapshot m_snapshot;
    struct Asked
    {
        QPointer<QObject> context;
        Reply reply;
    };
    QHash<quint64, Asked> m_asked;
    quint64 m_questions = 0;
};

} // namespace markaz
