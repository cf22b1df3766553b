// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/actor.h"
#include "core/storage/database.h"

#include <QJsonObject>

namespace markaz::server {

/// What happened, for the chain: {"at", "actor", "device", "action", "entity", "id", "rev", ...}. No personal data.
using AuditEvent = QJsonObject;

AuditEvent auditEvent(const QString &at, const QString &actor, const QString &device, const QString &action);

/// The chain of events: hash = SHA-256(previous hash | event's text), each written in the transaction of what it tells
/// of.
class AuditLog
{
public:
    explicit AuditLog(Database &database)
        : m_database(database)
    {
    }

    /// The writers' lock must be held (RecordTable::takeWritersLock): the chain has one end.
    Result<void> append(const QList<AuditEvent> &events);
    /// Tampered with `where` = the number of the first entry that was altered, removed or inserted; else how many there
    /// are.
    Result<qint64> verify() const;

private:
    Database &m_database;
};

} // namespace markaz::server
