// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/change.h"
#include "core/storage/database.h"
#include "core/support/clock.h"
#include "core/support/sealer.h"

#include <QSet>

#include <optional>

namespace markaz {

/// Where a change stands on its way. Waiting and held ones go with the next push; sent ones are on the way or their
/// reply was lost, and go again as they are; dead ones wait for their author.
enum class OutboxState { Waiting, Sent, Held, Dead, Acknowledged };
QString token(OutboxState state);

struct OutboxRow
{
    qint64 position = 0; ///< order of making; never reused
    Change change;
    OutboxState state = OutboxState::Waiting;
    Outcome outcome = Outcome::Retry; ///< the server's last word; meaningful when not Waiting
    QString code;                     ///< the server's token when held or dead
    QString field;                    ///< the field that it names
    QString message;                  ///< the server's words, for experts
    int attempts = 0;
    QDateTime settledAt;
};

struct OutboxCounts
{
    int waiting = 0; ///< waiting, sent and held: what "12 changes wait on this laptop" counts
    int held = 0;
    int dead = 0;
};

/// The changes that this laptop owes the server. append() is called inside the transaction that changes the record;
/// payloads are sealed at "outbox|<op_id>|payload". A row that has been sent is never edited.
class OutboxRepository
{
public:
    OutboxRepository(Database &database, const Sealer &sealer)
        : m_database(database)
        , m_sealer(sealer)
    {
    }

    Result<void> append(const Change &change, const QString &authorId);
    /// The next rows to push, in order; rows behind a dead or held row of the same record wait with it.
    Result<QList<OutboxRow>> nextBatch(int limit);
    /// The waiting changes of one record, in order, for rebasing.
    Result<QList<FieldChanges>> pendingOf(Entity entity, const QString &id) const;
    /// The server took a change that built on \p from as its revision \p to: the record's later changes that have never
    /// been sent, and that build on it too, have seen \p to.
    Result<void> liftBase(Entity entity, const QString &id, qint64 from, qint64 to);
    /// The ids of the records of which pendingOf has something.
    Result<QSet<QString>> recordsWaiting() const;
    Result<void> markSent(const QList<qint64> &positions);
    Result<void> settle(qint64 position, OutboxState state, Outcome outcome, const QString &code, const QString &field,
                        const QString &message, const QDateTime &at);
    /// Back to Waiting after a transient failure or when the user sends a dead one again.
    Result<void> requeue(qint64 position);
    /// The server was restored from an older backup: what it acknowledged to \p authorId since \p since waits again, in
    /// the old order. Rows that were given up stay. The number of rows.
    Result<int> requeueAcknowledged(const QString &authorId, const QDateTime &since);
    /// A dead change that its author gives up: the row stays (acknowledged, code "given_up"), the record goes back.
    Result<void> giveUp(qint64 position, const QDateTime &at);
    Result<OutboxCounts> counts() const;
    Result<QList<OutboxRow>> list(std::optional<OutboxState> state, int limit = 500) const;
    /// Removes acknowledged rows settled before \p before (90 days).
    Result<int> prune(const QDateTime &before);

private:
    Database &m_database;
    const Sealer &m_sealer;
};

} // namespace markaz
