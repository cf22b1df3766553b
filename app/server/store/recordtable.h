// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/recordhash.h"
#include "core/storage/database.h"

namespace markaz::server {

/// The table of records: set-based reads and writes.
class RecordTable
{
public:
    explicit RecordTable(Database &database)
        : m_database(database)
    {
    }

    /// Those of \p ids that exist, deleted ones too.
    Result<QList<StoredRecord>> load(const QStringList &ids) const;
    Result<std::optional<StoredRecord>> find(const QString &id) const;
    /// The records that belong to \p parent, deleted ones too.
    Result<QList<StoredRecord>> children(const QString &parent) const;
    /// Those of one kind, and nothing else is read: a building has visits of a hundred kilobytes beside them.
    Result<QList<StoredRecord>> children(const QString &parent, Entity entity) const;
    /// The buildings that were merged into \p building, deleted ones too.
    Result<QList<StoredRecord>> mergedInto(const QString &building) const;
    /// The loans that name \p owner, deleted ones too.
    Result<QList<StoredRecord>> loansOf(const QString &owner) const;
    Result<QList<StoredRecord>> clawedBackBy(const QString &certificate) const;
    Result<std::optional<StoredRecord>> byKey(Entity entity, const QString &ukey) const;
    /// All living records of \p entity, by id; for the few there are of policies, standards and accounts.
    Result<QList<StoredRecord>> all(Entity entity) const;
    /// Certificates, issued or suspended, whose last valid day lies before \p day ("2026-11-24").
    Result<QList<StoredRecord>> expired(const QString &day) const;
    /// Certificates that are issued and whose last valid day is \p day or later, by id.
    Result<QList<StoredRecord>> inForce(const QString &day) const;
    /// All living centres, by id.
    Result<QList<StoredRecord>> centres() const;
    /// The living evidence that names the file \p sha256, by id.
    Result<QList<StoredRecord>> evidenceOf(const QString &sha256) const;
    /// The highest number that a building code of \p prefix has, deleted buildings' too; 0 = none.
    Result<int> highestCode(const QString &prefix) const;

    /// Writes all of them in the open transaction, whose last act it is to be but for the audit: takes the writers'
    /// lock, then the feed's numbers, so that no reader ever passes a number that is still to be committed. Keeps the
    /// departures and the digests. Exists when another transaction made or changed one of them meanwhile.
    /// What it hands back belongs into the entries that tell of it (AuditLog::append), in the same transaction.
    Result<RecordHashes> write(QList<RecordWrite> writes, const QString &at);

    /// The lock that every writer takes last; a second call in the same transaction is free.
    Result<void> takeWritersLock();

private:
    Result<void> insert(const QList<RecordWrite> &writes, const QString &at);
    Result<void> update(const QList<RecordWrite> &writes, const QString &at);

    Database &m_database;
};

} // namespace markaz::server
