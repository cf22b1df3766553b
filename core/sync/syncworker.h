// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/syncclient.h"
#include "core/sync/syncengine.h"

#include <QDeadlineTimer>
#include <QTimer>

namespace markaz {

/// What came of an AdminRequest.
struct AdminAnswer
{
    QJsonObject body;
    std::optional<Error> error;
};

/// Lives in the sync thread with a database connection, a transport and an engine of its own, all made there by begin()
/// and gone with it. Slots are called queued, signals are heard queued: nothing is shared with the ui thread.
class SyncWorker final : public QObject
{
    Q_OBJECT
public:
    SyncWorker(SyncSetup setup, std::shared_ptr<const Sealer> sealer);
    ~SyncWorker() override;

    void begin();
    void syncNow();
    void noteLocalChange();
    void signIn(const QString &username, const QString &password);
    void enrol(const QString &username, const QString &code, const QString &password);
    void signOut();
    void setOffline(bool offline);
    /// The server has something new that this laptop brought about (a file is whole there).
    void pullSoon();
    /// Answers with answered().
    void ask(quint64 question, const markaz::AdminRequest &request);
    /// Answers with tokenGiven().
    void giveToken(quint64 question, const QString &rejected);

Q_SIGNALS:
    void answered(quint64 question, const markaz::AdminAnswer &answer);
    void tokenGiven(quint64 question, const markaz::TokenSource::Given &given);
    void serverAnswered(); ///< a run ended and nothing was in the way
    void changed(const markaz::SyncSnapshot &snapshot);
    void recordsChanged();
    void outboxChanged();
    void runFinished(bool clean);
    void signedIn(const markaz::Actor &account);
    void signInFailed(const markaz::Error &error);
    void signedOut();
    void revoked();
    void handedIn();

private:
    struct Laptop; ///< the connection and everything on it
    void build();
    void beginSession(const std::function<void(Session &, Session::SignedIn)> &how);
    void schedule(qint64 milliseconds, qint64 atLeast);

    SyncSetup m_setup;
    std::shared_ptr<const Sealer> m_sealer;
    std::unique_ptr<Laptop> m_laptop; ///< empty before begin() and where the cache could not be opened
    std::optional<Error> m_broken;    ///< why it could not
    QTimer m_timer;
    QDeadlineTimer m_notBefore;
};

} // namespace markaz
