// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/fileengine.h"
#include "core/sync/syncclient.h"

#include <QDeadlineTimer>
#include <QTimer>

namespace markaz {

/// Lives in the files' thread with a connection, a transport and an engine of its own, all made there by begin() and
/// gone with it, so that a large file never stands in the way of a record. Only the session is not its own: access
/// tokens are asked of the sync worker, because a refresh token may be used once.
class FileWorker final : public QObject, public TokenSource
{
    Q_OBJECT
public:
    FileWorker(SyncSetup setup, std::shared_ptr<const Sealer> sealer);
    ~FileWorker() override;

    void begin();
    void syncNow();
    /// The queue's rows or the records that name files may differ.
    void noteChange();
    /// A run of the records ended well: the server is there.
    void noteServer();
    void noteSession(bool signedIn);
    void setOffline(bool offline);
    /// The answer to tokenWanted().
    void giveToken(quint64 question, const markaz::TokenSource::Given &given);

Q_SIGNALS:
    void changed(const markaz::FileFigures &figures);
    void fileSent(const QString &sha256);
    void fileCame(const QString &sha256);
    void runFinished();
    void tokenWanted(quint64 question, const QString &rejected);

private:
    struct Desk; ///< the connection and everything on it
    void accessToken(const QString &rejected, TokenSource::Reply reply) override;
    void schedule(qint64 milliseconds, qint64 atLeast);

    SyncSetup m_setup;
    std::shared_ptr<const Sealer> m_sealer;
    std::unique_ptr<Desk> m_desk; ///< empty before begin() and where the cache could not be opened
    QHash<quint64, TokenSource::Reply> m_asking;
    quint64 m_questions = 0;
    QTimer m_timer;
    QDeadlineTimer m_notBefore;
};

} // namespace markaz

Q_DECLARE_METATYPE(markaz::TokenSource::Given)
