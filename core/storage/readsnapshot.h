// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/database.h"
#include "core/support/log.h"

#include <utility>

namespace markaz {

/// All reads of one connection to an SQLite file, from the first one on, see the same moment, whatever other
/// connections commit meanwhile: a deferred transaction, which takes no lock that a writer waits for. For reads alone;
/// while it lives no Transaction can begin.
class [[nodiscard]] ReadSnapshot
{
public:
    /// Errors as of Database::run; Internal within a transaction.
    static Result<ReadSnapshot> begin(Database &database)
    {
        if (database.inTransaction())
            return makeError(ErrorCode::Internal, QStringLiteral("a transaction is open already"));
        if (auto begun = database.run(QStringLiteral("BEGIN DEFERRED")); !begun)
            return begun.error();
        return ReadSnapshot(database);
    }
    ReadSnapshot(ReadSnapshot &&other) noexcept
        : m_database(std::exchange(other.m_database, nullptr))
    {
    }
    ReadSnapshot &operator=(ReadSnapshot &&) = delete;
    ~ReadSnapshot()
    {
        if (m_database == nullptr)
            return;
        if (auto over = m_database->run(QStringLiteral("ROLLBACK")); !over) // nothing was written
            qCWarning(lcStorage) << "the end of a snapshot:" << over.error().detail;
    }

private:
    explicit ReadSnapshot(Database &database)
        : m_database(&database)
    {
    }
    Database *m_database;
};

} // namespace markaz
