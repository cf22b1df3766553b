// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/actor.h"
#include "core/storage/database.h"

#include <QJsonObject>

#include <functional>

namespace markaz::server {

/// What happened, for the chain: {"at", "actor", "device", "action", "entity", "id", "rev", ...}. No personal data: of
/// an address that failed to sign in its network (IPv4 /24, IPv6 /64); only a merge of buildings says why in its
/// officer's words, and he is told that they are kept here.
using AuditEvent = QJsonObject;

AuditEvent auditEvent(const QString &at, const QString &actor, const QString &device, const QString &action);

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
    Result<void> append(const QList<AuditEvent> &events);
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
