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

/// The rejected result of a change that a revoked device handed in when its share of the quarantine was full.
inline const QString kQuarantineFull = QStringLiteral("quarantine_full");

/// What a device that is to be given up may have in quarantine. Its tokens stay good until it says that it obeyed, so
/// without an end to it whoever found the laptop could fill the store. A laptop that was used owes a few hundred
/// changes; one that never synced in two months a few thousand.
///
/// 2026-11-29: nothing is swept from the quarantine by its age: it is somebody's work until an officer has looked at
/// it. How many devices there are is the administrators' doing.
struct QuarantineRoom
{
    static constexpr qint64 kMostChanges = 10'000;
    static constexpr qint64 kMostBytes = 32LL * 1024 * 1024;
    qint64 changes = kMostChanges;
    qint64 bytes = kMostBytes;

    /// Whether a change whose JSON has \p size bytes is to be kept; it takes its room.
    bool take(qint64 size);
};

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
    /// What \p account's \p device has left.
    Result<QuarantineRoom> room(const QString &account, const QString &device) const;
    Result<qint64> quarantined() const;
    /// Oldest first.
    Result<void> eachQuarantined(const std::function<void(const KeptChange &)> &take) const;

private:
    Database &m_database;
};

} // namespace markaz::server
