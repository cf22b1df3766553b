// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/city.h"
#include "core/protocol/messages.h"
#include "core/support/clock.h"
#include "core/support/idsource.h"
#include "tests/support/httpclient.h"
#include "tests/support/journal.h"

#include <QRandomGenerator>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace markaz::test {

/// What all the clients of a load share.
struct LoadTarget
{
    QUrl server;
    QString account; ///< an inspector's
    QString password;
    const City *city = nullptr; ///< its buildings stand there
    QString journal;            ///< path
    int thinks = 1000;          ///< milliseconds between two changes, on the average
};

/// One client of a load, on a thread and a connection of its own, with a session as a device of its own: makes a
/// change, pushes it until the server has settled it, pulls what is new, thinks, and begins again. Only its own
/// records, so that nothing conflicts. Each change is in the journal before it is sent, as it would be on a disk.
class LoadClient
{
public:
    /// \p index: unlike that of any other client; it numbers the buildings and names the device.
    LoadClient(LoadTarget target, int index, quint32 seed);
    ~LoadClient();
    LoadClient(const LoadClient &) = delete;
    LoadClient &operator=(const LoadClient &) = delete;

    /// Before start(): a session.
    Result<void> signIn();
    void start();
    /// Asks it to finish what it has in hand and to end; hasEnded() says when it has.
    void finish();
    bool hasEnded() const { return m_ended; }
    /// finish(), and waits for its end.
    void stop();

    /// For use after stop().
    struct Told
    {
        QList<double> pushes;           ///< milliseconds of each that was settled, from its last sending on
        QList<double> pulls;            ///< of each page
        QStringList unsettled;          ///< changes that the server neither applied nor merged
        QStringList failures;           ///< requests that failed or were refused, each with its reason
        qint64 rows = 0;                ///< that came in pulls
        QHash<QString, qint64> records; ///< what stands in its feed: id -> revision
    };
    const Told &told() const { return m_told; }
    int settled() const { return m_settled; } ///< may be asked at any time
    /// Pulls until nothing is new. For use after stop().
    Result<void> catchUp();

private:
    void run();
    Change next();
    Change change(ChangeKind kind, Entity entity, const QString &id, const FieldChanges &fields);
    void pushUntilSettled(const Change &change);
    Result<void> pull();
    Result<HttpReply> exchange(const QByteArray &method, const QByteArray &target, const QByteArray &body);
    void pause(int milliseconds); ///< as long as it is not to finish

    LoadTarget m_target;
    int m_index;
    QRandomGenerator m_random;
    SystemClock m_clock;
    Uuid7Source m_ids{m_clock};
    Journal m_journal;
    HttpClient m_requests;
    std::optional<HttpConnection> m_connection;
    QString m_accountId;
    QString m_cursor;
    QList<Record> m_buildings;
    QList<Record> m_drafts;
    Told m_told;
    std::atomic<int> m_settled = 0;
    std::atomic<bool> m_ended = true;
    bool m_stopping = false;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::thread m_thread;
};

} // namespace markaz::test
