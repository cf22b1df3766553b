// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/storedrecord.h"
#include "core/storage/database.h"

namespace markaz::server {

/// What the feed needs beside the records: where a record was before it moved, and the digest of each cell
/// (province, entity, assignee). Written in the transaction of the records, under the writers' lock.
class FeedMarks
{
public:
    explicit FeedMarks(Database &database)
        : m_database(database)
    {
    }

    /// How many of \p writes leave the place where they were.
    qsizetype countDepartures(const QList<RecordWrite> &writes) const;
    /// Their rows, numbered from \p seq + 1.
    Result<void> writeDepartures(const QList<RecordWrite> &writes, qint64 seq, const QString &at);
    Result<void> updateDigests(const QList<RecordWrite> &writes);

private:
    Database &m_database;
};

/// XOR of two digests in hex; an empty one counts as zeros.
QString xorDigests(const QString &a, const QString &b);

} // namespace markaz::server
