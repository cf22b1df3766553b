// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/actor.h"
#include "core/storage/database.h"

namespace markaz::server {

/// PostgreSQL's own guard while records are read for a caller, for the feed, a file or the audit: a transaction in
/// which the row policies of 0004_fence.sql.in know who asks, and in which nothing else is seen, whatever the queries
/// say. It stands until it is destroyed, and nothing can be written meanwhile. On SQLite it is nothing: there the two
/// policies of the program (feedscope.h) stand alone.
class [[nodiscard]] ReadFence
{
public:
    static Result<ReadFence> raise(Database &database, const Actor &actor);
    /// StorageFailed when the database's user would walk through the fence (BYPASSRLS). A superuser does not: it reads
    /// as pg_read_all_data, which every PostgreSQL from 14 on has and which policies bind.
    static Result<void> check(Database &database);

private:
    explicit ReadFence(std::optional<Transaction> transaction)
        : m_transaction(std::move(transaction))
    {
    }
    std::optional<Transaction> m_transaction;
};

} // namespace markaz::server
