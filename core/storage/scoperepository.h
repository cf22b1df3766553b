// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/tokens.h"
#include "core/storage/database.h"

#include <QSet>

namespace markaz {

/// A record as the server counts it for digests and scopes.
struct PlacedRecord
{
    Entity entity = Entity::Building;
    QString id;
    qint64 rev = 0;
    QString province; ///< ISO 3166-2; empty for policies and accounts, and where a record leads to no known city
};

/// What sync asks of all records at once. A province is the server's word: a city that was changed here and not yet
/// sent does not count.
class ScopeRepository
{
public:
    explicit ScopeRepository(Database &database)
        : m_database(database)
    {
    }

    /// Every record that the server knows (rev > 0), also those that are removed here and not yet there.
    Result<QList<PlacedRecord>> known() const;
    /// known() and the records that the server has not seen.
    Result<QList<PlacedRecord>> everything() const;
    /// Open conflicts of the changes that \p authorId made.
    Result<int> openConflicts(const QString &authorId) const;
    /// Ids of the open conflicts, the oldest first: those of \p authorId's changes, or all of the scope when it is
    /// empty.
    Result<QStringList> openConflictIds(const QString &authorId) const;
    /// The op_ids of the changes whose conflict somebody has decided.
    Result<QSet<QString>> settledConflictOps() const;

private:
    Result<QList<PlacedRecord>> read(qint64 leastRev) const;
    Database &m_database;
};

} // namespace markaz
