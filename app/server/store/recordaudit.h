// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/snapshot.h"

#include <QStringList>

namespace markaz::server {

/// A record that is not what the audit's newest entry of it says, or what else makes the two disagree.
struct RecordFinding
{
    enum class Kind {
        Altered,  ///< written to behind the server's back
        Removed,  ///< gone, and no entry tells of it
        Inserted, ///< no entry tells of it, or the newest one says that it is gone
        OldEntry, ///< entry `n` holds no hashes and stands behind one that does: it vouches for nothing
        Account,  ///< the account's row, which decides what it may do, is not what its public record says
    };
    Kind kind = Kind::Altered;
    QString entity; ///< as the store, or the entry, calls it
    QString id;
    qint64 n = 0;            ///< the newest entry that tells of it; 0 = none
    QStringList fields = {}; ///< of an account: those that differ; all when one of the two is not there
};
QString token(RecordFinding::Kind kind);

struct RecordReport
{
    qint64 records = 0; ///< that the store holds
    /// Of those, what no entry holds a hash of: last written before 2026-11-29's release, and not compared.
    qint64 unhashed = 0;
    QList<RecordFinding> findings; ///< altered and inserted, then removed, then old entries, then accounts
};

/// Compares every record with the newest entry that tells of it. Whether the entries are what was written is
/// AuditCheck's to say.
///
/// A record is altered as well when SQL would read it otherwise than the program, which hashes what it reads: of a
/// member that stands twice the one takes the first and the other the last, and columns of SQLite keep any type.
///
/// 2026-11-29: both the audit and the records are read a page at a time, in \p snapshot, so that a server that runs
/// goes on writing. AuditCheck is to read in the same: entries that came in between would vouch unchecked. What the
/// entries say last of each record is kept in a database of its own in a temporary folder meanwhile, about a hundred
/// bytes for each record: neither memory nor the store itself need to hold it.
///
/// A record that no entry names was inserted, unless it may be older than the hashes: then the audit begins with
/// entries of form 1, and the record says that it was written before the first one of form 2. Whoever inserts a record
/// into such an old store and gives it an old time adds one to `unhashed`.
Result<RecordReport> compareRecords(const Snapshot &snapshot);
/// In a snapshot of its own.
Result<RecordReport> compareRecords(Database &database);

} // namespace markaz::server
