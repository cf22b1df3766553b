// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/actor.h"
#include "core/storage/database.h"

namespace markaz::server {

/// PostgreSQL's own guard while a caller's records are written: the policies of 0009_writefence.sql.in refuse each that
/// lies outside the caller's provinces or leaves another one, with NotAllowed, whatever the program allowed. On SQLite
/// it is nothing, as readfence.h is. It is raised inside a transaction and ends with it or with lower().
class [[nodiscard]] WriteFence
{
public:
    /// Gives the role as which a superuser's server writes what 0009 gave it, where that is gone: a dump that was made
    /// without privileges, as those of a backup are, comes back without it, and no push would be taken.
    static Result<void> prepare(Database &database);
    static Result<WriteFence> raise(Database &database, const Actor &actor);
    Result<void> lower();

private:
    WriteFence(Database &database, QString role)
        : m_database(database)
        , m_role(std::move(role))
    {
    }
    Database &m_database;
    QString m_role; ///< as which the server works
};

} // namespace markaz::server
