// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/protocol/messages.h"
#include "core/storage/database.h"

#include <QHash>

#include <functional>

namespace markaz::server {

struct LedgerEntry
{
    QString opId;
    QString bodyHash;
    protocol::ChangeResult result;
};

struct QuarantinedChange
{
    QString opId;
    QByteArray change; ///< its JSON
    QString code;
};
/// \p change as it is kept.
QuarantinedChange quarantinedAs(const Change &change, const QString &code);

/// One that is in quarantine, as whoever runs the server sees it.
struct KeptChange
{
    QString at;
    QString account; ///< name of its author
    QString entity;
    QString id;
    QString kind;
    QString code;    ///< why it was not let in
    QByteArray text; ///< {"at", "account", "device", "code", "change"} as JSON, in one line
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
    /// Oldest first.
    Result<void> eachQuarantined(const std::function<void(const KeptChange &)> &take) const;

private:
    Database &m_database;
};

} // namespace markaz::server
