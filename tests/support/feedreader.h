// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/messages.h"
#include "tests/support/httpclient.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace markaz::test {

/// An account's eyes on a server: its feed and its files over HTTP, with a session of its own that is renewed where it
/// has ended. Blocking; needs no event loop.
class FeedReader
{
public:
    FeedReader(QUrl server, QString account, QString password);
    void leadTo(const QUrl &server);

    const QString &account() const { return m_account; }
    /// One page after \p cursor; Refused with the problem's code as detail.
    Result<protocol::PullReply> page(const QString &cursor, int limit = 1000);
    /// The living records of the account's feed, pulled from nothing.
    Result<QHash<QString, protocol::FeedItem>> everything();
    /// The whole file. Refused with the status as detail.
    Result<QByteArray> file(const QString &sha256);

private:
    Result<HttpReply> get(const QByteArray &target);

    QUrl m_server;
    QString m_account;
    QString m_password;
    HttpClient m_client;
};

/// Watches a feed while the faults run: what was committed once must never be seen to go backwards, and whoever follows
/// the feed must have seen what stands in it. Use poll() from a test, or start() for a thread that polls all the time;
/// while the server is away it waits for it.
class FeedWatch
{
public:
    FeedWatch(const QUrl &server, const QString &account, const QString &password);
    ~FeedWatch();
    FeedWatch(const FeedWatch &) = delete;
    FeedWatch &operator=(const FeedWatch &) = delete;

    void leadTo(const QUrl &server);
    void start();
    void stop();
    void poll();
    /// The server was restored on purpose: it begins anew.
    void forget();
    int polls() const { return m_polls; } ///< that the server answered
    /// What went backwards or was passed over, each with its record; looks once more, at a server that is quiet.
    QStringList violations();

private:
    void take(const protocol::PullReply &page);
    void lookAtWhole();

    std::mutex m_mutex;
    FeedReader m_reader;
    QString m_cursor;
    QString m_history;
    qint64 m_seq = 0;
    QHash<QString, protocol::FeedItem> m_seen; ///< the last word on each record, gone ones too
    QHash<QString, qint64> m_highest;          ///< the highest revision that was ever seen of each
    QStringList m_violations;
    std::atomic<int> m_polls = 0;
    std::atomic<bool> m_stopping = false;
    std::mutex m_pauseMutex;
    std::condition_variable m_pause;
    std::thread m_thread;
};

} // namespace markaz::test
