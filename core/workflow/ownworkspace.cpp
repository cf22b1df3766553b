// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/ownworkspace.h"

namespace markaz {

OwnWorkspace::OwnWorkspace(std::unique_ptr<Database> database, const Sealer &sealer, const Clock &clock)
    : m_database(std::move(database))
    , m_records(*m_database, sealer)
    , m_outbox(*m_database, sealer)
    , m_ids(clock)
    , m_workspace{*m_database, m_records, m_outbox, clock, m_ids, m_notifier}
{
}

Result<std::unique_ptr<OwnWorkspace>> OwnWorkspace::open(const QString &cachePath, const Sealer &sealer,
                                                         const Clock &clock)
{
    auto database = Database::openSqlite(cachePath, Database::Check::None);
    if (!database)
        return database.error();
    return std::unique_ptr<OwnWorkspace>(new OwnWorkspace(std::move(database).value(), sealer, clock));
}

} // namespace markaz
