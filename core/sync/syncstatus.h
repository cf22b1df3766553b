// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QObject>
#include <QString>

namespace markaz {

/// The files' side of a snapshot. A file that waits counts until the server has confirmed the whole of it.
struct FileFigures
{
    enum class Pause {
        None,
        Offline,       ///< no network at all, or the user works offline
        NotReached,    ///< the server did not answer
        NotOurServer,  ///< something else answered
        SignInNeeded,  ///< the session ended
        ServerFull,    ///< the server has no room for files; records go on
        ServerRefused, ///< an error that waiting will not mend; `detail` says which
        StorageFailed, ///< this laptop's disk could not be read or written
    };
    int waitingUp = 0;
    int waitingDown = 0;
    int refused = 0;    ///< need a person
    qint64 upBytes = 0; ///< confirmed by the server, of the files that wait
    qint64 upTotal = 0;
    qint64 downBytes = 0;
    qint64 downTotal = 0;
    int sent = 0;    ///< since files last began to wait
    QString current; ///< name of the file that moves; empty = none does
    bool currentUp = true;
    qint64 currentBytes = 0;
    qint64 currentSize = 0;
    qint64 bytesPerSecond = 0; ///< lately; 0 = not known
    Pause pause = Pause::None;
    QDateTime pausedSince;
    QString detail; ///< for experts

    bool moving() const { return currentSize > 0; }
    friend bool operator==(const FileFigures &, const FileFigures &) = default;
};

/// What the sync pill and the sync page show; one value, always the truth as last known.
struct SyncSnapshot
{
    enum class Phase {
        Idle,      ///< nothing under way
        Sending,   ///< pushing
        Receiving, ///< pulling
    };
    enum class Trouble {
        None,
        Offline,       ///< no network at all, or the user works offline
        NotReached,    ///< the server did not answer
        NotOurServer,  ///< something else answered
        NotTrusted,    ///< the server did not prove over TLS that it is the server; `reason` says why
        SignInNeeded,  ///< the session ended
        ServerRefused, ///< an error that waiting will not mend; `detail` says which
        ProgramTooOld, ///< the server no longer speaks this program's protocol: changes go, nothing is received
        StorageFailed, ///< the cache could not be written
        Revoked,       ///< the server ordered this laptop to be given up: what waits is handed in, nothing else goes
    };
    /// Whether the server's audit chain is still the one that this laptop has checkpoints of.
    enum class Audit {
        Quiet,       ///< nothing speaks against it
        Restored,    ///< it goes back behind one of them, because a backup was restored: another history
        Contradicts, ///< it goes back, or says otherwise, in the same history
    };
    Phase phase = Phase::Idle;
    Trouble trouble = Trouble::None;
    int waiting = 0;  ///< changes on this laptop that the server has not settled
    int held = 0;     ///< of them held by the server
    int behind = 0;   ///< of them behind a held or a rejected change of their record
    int rejected = 0; ///< dead letters
    int conflicts = 0;
    int sent = 0;           ///< of this run
    int toSend = 0;         ///< of this run
    int received = 0;       ///< records, of this run
    QDateTime lastContact;  ///< last answer of the real server; invalid = never
    QDateTime troubleSince; ///< start of the present trouble
    QDateTime nextRun;      ///< when it tries again by itself; invalid: it runs, or waits for somebody
    Audit audit = Audit::Quiet;
    QDateTime auditSince; ///< when it was noticed
    QString server;       ///< address
    QString detail;       ///< for experts
    QString reason;       ///< of NotTrusted, such as "tls.expired" (httptransport.h)
    FileFigures files;
    friend bool operator==(const SyncSnapshot &, const SyncSnapshot &) = default;
};

/// The narrow face that the ui sees of sync. Implemented by the sync worker's client; lives in the ui thread.
class SyncStatus : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual SyncSnapshot snapshot() const = 0;
    /// Starts a run soon; asking again while one runs asks for one more after it.
    virtual void syncNow() = 0;

Q_SIGNALS:
    void changed();
    /// A run ended; \p clean: nothing waits, nothing is wrong.
    void runFinished(bool clean);
};

} // namespace markaz
