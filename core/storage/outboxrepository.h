// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/change.h"
#include "core/storage/database.h"
#include "core/support/clock.h"
#include "core/support/sealer.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace markaz {

/// Where a change stands on its way. Waiting and held ones go with the next push; sent ones are on the way or their
/// reply was lost, and go again as they are; dead ones wait for their author.
enum class OutboxState { Waiting, Sent, Held, Dead, Acknowledged };
QString token(OutboxState state);

/// What its author did with a rejected change, where that is why it is acknowledged.
enum class Fate { None, GivenUp, Replaced };

struct OutboxRow
{
    /// The order of going. A change that takes the place of a rejected one takes its position too, so that what waits
    /// behind it stays behind it; the replaced one moves to the end.
    qint64 position = 0;
    Change change;
    OutboxState state = OutboxState::Waiting;
    Outcome outcome = Outcome::Retry; ///< the server's last word; meaningful when not Waiting
    Fate fate = Fate::None;           ///< of an acknowledged row: the author's word, after a rejection
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
    int behind = 0; ///< of `waiting`, not held themselves: they wait behind a held or a dead change: see blockers()
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
    /// The next rows to push, in order; rows behind a dead or held row of the same record wait with it, and the submit
    /// of an inspection waits until every new evidence record and finding of it is acknowledged.
    Result<QList<OutboxRow>> nextBatch(int limit);
    /// The waiting changes of one record, in order, for rebasing.
    Result<QList<FieldChanges>> pendingOf(Entity entity, const QString &id) const;
    /// The server took a change that built on \p from as its revision \p to: the record's later changes that have never
    /// been sent, and that build on it too, have seen \p to.
    Result<void> liftBase(Entity entity, const QString &id, qint64 from, qint64 to);
    /// The ids of the records of which pendingOf has something.
    Result<QSet<QString>> recordsWaiting() const;
    Result<void> markSent(const QList<qint64> &positions);
    /// What the server said of a change that was still owed. False, and nothing is changed, where its author gave it up
    /// while it was on its way: the reply is then about nothing that this laptop still wants.
    Result<bool> settle(qint64 position, OutboxState state, Outcome outcome, const QString &code, const QString &field,
                        const QString &message, const QDateTime &at);
    /// Back to Waiting after a transient failure. A dead one would only hear the same refusal again: see replace().
    Result<void> requeue(qint64 position);
    /// The server was restored from an older backup: what it acknowledged to \p authorId since \p since waits again, in
    /// the old order. Rows that were given up or replaced stay. The number of rows.
    Result<int> requeueAcknowledged(const QString &authorId, const QDateTime &since);
    /// A change that its author gives up: the row stays, acknowledged, with what the server said of it. The record is
    /// the caller's to put back.
    Result<void> giveUp(qint64 position, const QDateTime &at);
    /// \p fresh goes in the place of the row at \p position, under an op_id of its own. The old row stays readable, as
    /// replaced, at the end. WrongState when it is acknowledged or on its way.
    Result<void> replace(qint64 position, const Change &fresh, const QString &authorId, const QDateTime &at);
    /// Another change carries what this one wanted: acknowledged as replaced, in its place.
    Result<void> retire(qint64 position, const QDateTime &at);
    Result<OutboxCounts> counts() const;
    Result<QList<OutboxRow>> list(std::optional<OutboxState> state, int limit = 500) const;
    /// The row at \p position; NotFound when there is none.
    Result<OutboxRow> require(qint64 position) const;
    /// Everything that is not acknowledged, in order; of one record, or of all.
    Result<QList<OutboxRow>> owed() const;
    Result<QList<OutboxRow>> owedOf(Entity entity, const QString &id) const;
    /// Acknowledged rows whose author gave them up or replaced them, in order.
    Result<QList<OutboxRow>> disposed() const;
    /// What stands in the way of each row that waits behind another of its record, or as a submit behind a new file or
    /// finding: position -> position of the first held or dead one.
    Result<QHash<qint64, qint64>> blockers() const;
    /// Removes acknowledged rows settled before \p before (90 days).
    Result<int> prune(const QDateTime &before);

private:
    Result<void> insert(std::optional<qint64> position, const Change &change, const QString &authorId);

    Database &m_database;
    const Sealer &m_sealer;
};

} // namespace markaz
