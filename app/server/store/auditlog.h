// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/recordhash.h"
#include "core/domain/actor.h"
#include "core/domain/auditaction.h"
#include "core/storage/database.h"

#include <QJsonObject>

#include <functional>

namespace markaz::server {

/// What happened, for the chain: {"at", "actor", "device", "action", "entity", "id", "rev", ...}. No personal data: of
/// an address that failed to sign in its network (IPv4 /24, IPv6 /64), and no field of a record that laptops seal.
using AuditEvent = QJsonObject;

AuditEvent auditEvent(const QString &at, const QString &actor, const QString &device, AuditAction action);

/// What an entry vouches for, and the entry's form: append() writes both, under the chain's hash, and who reads the
/// audit is not shown them (AuditTrail).
/// 2026-11-29: entries of form 1, which have no "v", hold no hashes: their records stand unvouched for until they are
/// written again (recordaudit.h).
inline const QString kRecordsInEntry = QStringLiteral("records");
inline const QString kFormOfEntry = QStringLiteral("v");
constexpr int kEntryForm = 2;

/// One entry as it is stored.
struct AuditEntry
{
    qint64 n = 0;  ///< from 1, without a gap
    QString event; ///< the text that was hashed
    QString hash;
};

/// SHA-256(previous hash | event's text), in hex; the first entry's previous hash is empty.
QString chainedHash(const QString &previous, const QString &event);

/// The chain of events: each entry is written in the transaction of what it tells of.
class AuditLog
{
public:
    explicit AuditLog(Database &database)
        : m_database(database)
    {
    }

    /// The writers' lock must be held (RecordTable::takeWritersLock): the chain has one end.
    /// \p written: what this transaction wrote of records. Each hash goes into the newest of \p events that names its
    /// record, and those that none names into the last one: no statement more for them. Internal when records were
    /// written and no event tells of it.
    Result<void> append(QList<AuditEvent> events, const RecordHashes &written = {});
    /// The newest entry; nothing while the chain is empty.
    Result<std::optional<AuditEntry>> last() const;
    Result<std::optional<AuditEntry>> entry(qint64 n) const;
    /// Hands \p take every entry after \p after in their order, a bounded number at a time, until it answers false.
    Result<void> each(qint64 after, const std::function<bool(const AuditEntry &)> &take) const;
    /// Tampered with `where` = the number of the first entry behind \p from that does not follow the one before it;
    /// else the last entry. AuditCheck says what was done to it.
    Result<AuditEntry> verify(const AuditEntry &from = {}) const;

private:
    Database &m_database;
};

} // namespace markaz::server
