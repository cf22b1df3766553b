// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/leaving.h"
#include "core/sync/pullside.h"
#include "core/sync/pushside.h"
#include "core/sync/session.h"
#include "core/sync/syncpolicy.h"
#include "core/sync/syncstatus.h"

namespace markaz {

/// Brings the laptop and the server to the same records: pushes what waits, pulls what is new, until both are done or
/// something stands in the way. One request at a time, each step on disk before the next; it never waits inside a call
/// and never runs an event loop. Whatever ends a run leaves the outbox so that the next run goes on.
///
/// It sets no timer itself: wantsRunIn() says when it wants to run again, and whoever owns it calls run().
class SyncEngine : public QObject
{
    Q_OBJECT
public:
    struct Surroundings
    {
        std::function<double()> jitter;     ///< 0 up to and without 1
        std::function<bool()> networkThere; ///< empty = always
        QString server;                     ///< for the snapshot
    };
    SyncEngine(SyncParts &parts, Session &session, Surroundings surroundings);

    /// Begins a run; while one is under way, asks for one more after it.
    void run();
    /// Lets go of the run that is under way: its answers are not heard, its rows go again. Nothing is told of it.
    void abandon();
    bool isRunning() const { return m_run.has_value(); }
    /// Reads the counts anew (a use case wrote to the outbox).
    void recount();
    void setOffline(bool offline);
    bool isOffline() const { return m_offline; }
    /// A sign-in or sign-out happened: the trouble that it mends or makes is the snapshot's at once.
    void noteSession(bool signedIn);
    /// Something outside a run failed that the snapshot has to tell.
    void noteFailure(const Error &error);
    const SyncSnapshot &snapshot() const { return m_snapshot; }

Q_SIGNALS:
    void changed(const markaz::SyncSnapshot &snapshot);
    void recordsChanged();
    void outboxChanged();
    void runFinished(bool clean);
    /// The server's order to give this laptop up stands from now on: nobody is to see its records any more.
    void revoked();
    /// What was owed is handed in and the server was told: the data key is to be destroyed now.
    void handedIn();
    /// The next run is due in \p milliseconds; less than nothing: not before somebody acts. Nobody may begin one within
    /// \p atLeast: the server asked for that.
    void wantsRunIn(qint64 milliseconds, qint64 atLeast);

private:
    struct Run
    {
        QSet<qint64> tried; ///< rows that the server has answered in this run
        PushBatch batch;    ///< on its way
        int batchMost = protocol::kMaxChanges;
        bool mustPull = true; ///< something may be new since the last whole pull
        bool pullFirst = false;
        bool nobody = false;                    ///< is signed in: it did not begin at all
        bool retry = false;                     ///< the server asked for some rows again
        bool leaving = false;                   ///< an order to give the laptop up was heard
        bool ordered = false;                   ///< and is believed
        int restarts = 0;                       ///< pulls begun anew
        std::optional<SyncFailure> pullRefused; ///< pushing goes on without pulling
    };
    /// Continues only while the run that asked is still the one under way.
    ServerClient::Reply inThisRun(std::function<void(const Result<ServerAnswer> &)> then);
    void step();
    void push();
    void pushed(const Result<ServerAnswer> &answer);
    void pushRefused(const ServerAnswer &answer);
    void pull();
    void pulled(const Result<ServerAnswer> &answer);
    void pullRefused(const ServerAnswer &answer);
    void pullFails(const SyncFailure &failure);
    void pulledWhole(const protocol::PullReply &page);
    void restartPull(const QStringList &drop);
    void askKeys(const std::function<void()> &then);
    void askRevocations();
    bool hearsOrder(const Result<ServerAnswer> &answer);
    void takeOrder(const DeviceRevocation &order, bool keysAreFresh);
    void leave();
    void leftBatch(const Result<ServerAnswer> &answer);
    Result<void> hearHandedIn(const QByteArray &body);
    void tellGone();
    void gone();
    void fail(const Error &error);
    void fail(const SyncFailure &failure);
    void finish(std::optional<SyncFailure> failure); ///< by value: it often lies in the run that ends here
    void setPhase(SyncSnapshot::Phase phase);
    void setTrouble(SyncSnapshot::Trouble trouble, const QString &detail, const QString &reason = {});
    void publish();

    SyncParts &m_parts;
    Session &m_session;
    Surroundings m_surroundings;
    PushSide m_push;
    PullSide m_pull;
    Leaving m_leaving;
    Backoff m_backoff;
    std::optional<Run> m_run;
    int m_pullMost = syncpolicy::kPullLimit; ///< halved while pages are too large, doubled by a whole pull
    int m_generation = 0;                    ///< counts runs, also abandoned ones
    bool m_again = false;
    bool m_offline = false;
    SyncSnapshot m_snapshot;
    SyncSnapshot m_published;
};

} // namespace markaz
