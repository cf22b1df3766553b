// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/messages.h"
#include "core/storage/database.h"

#include <QHash>

namespace markaz::server {

struct LedgerEntry
{
    QString opId;
    QString bodyHash;
    protocol::ChangeResult result;
};

struct QuarantinedChange
{
    Change change;
    QString code;
};

/// What was settled, and what was kept of those that might not settle it.
class Ledger
{
public:
    explicit Ledger(Database &database)
        : m_database(database)
    {
    }

    Result<QHash<QString, LedgerEntry>> find(const QStringList &opIds) const;
    /// Exists when another transaction settled one of them meanwhile.
    Result<void> add(const QList<LedgerEntry> &entries, const QString &account, const QString &device,
                     const QString &at);
    /// A change that is there already stays as it was.
    Result<void> quarantine(const QList<QuarantinedChange> &changes, const QString &account, const QString &device,
                            const QString &at);
    Result<qint64> quarantined() const;

private:
    Database &m_database;
};

} // namespace markaz::server
