// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/messages.h"
#include "core/sync/session.h"

#include <QSet>

namespace markaz {

/// Changes that go together: at most \p most of them and kMaxBody of JSON.
struct PushBatch
{
    enum class Added {
        Yes,
        Full,  ///< in the next one
        Never, ///< alone it is too large for any batch
    };
    QList<OutboxRow> rows; ///< in order
    protocol::PushRequest request;
    bool isEmpty() const { return rows.isEmpty(); }
    Added add(const OutboxRow &row, int most);

private:
    qint64 m_bytes = 0;
};

struct PushSettled
{
    int left = 0;       ///< rows that left the outbox or became dead letters
    bool retry = false; ///< the server asked for some again
};

/// The disk's side of a push: takes batches from the outbox and settles their replies. No network here.
class PushSide
{
public:
    explicit PushSide(SyncParts &parts)
        : m_parts(parts)
    {
    }

    /// The next rows that are not in \p tried, at most \p most of them and kMaxBody of JSON, marked as sent before this
    /// returns: from then on they are never edited. A change that alone is too large for any batch becomes a dead
    /// letter.
    Result<PushBatch> next(const QSet<qint64> &tried, int most);
    /// Settles every row of the batch and its record in ONE transaction. Malformed, and nothing happens, unless the
    /// reply has one sensible result for each change, in order.
    Result<PushSettled> settle(const PushBatch &batch, const protocol::PushReply &reply);
    /// The server takes the only change of \p batch in no size: a dead letter.
    Result<void> refuseAsTooLarge(const PushBatch &batch);

private:
    Result<void> settleRow(const OutboxRow &row, const protocol::ChangeResult &result);
    Result<void> settleRecord(const OutboxRow &row, const protocol::ChangeResult &result);
    Result<void> bury(const OutboxRow &row, const QString &code, const QString &field, const QString &message);
    Result<void> takeBackForeseen(const Change &change);
    Result<void> showTheServers(Entity entity, const QString &id);

    SyncParts &m_parts;
};

} // namespace markaz
