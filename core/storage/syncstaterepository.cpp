// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/syncstaterepository.h"

namespace markaz {

Result<QString> SyncStateRepository::value(const QString &name) const
{
    const auto found = m_database.row(QStringLiteral("SELECT value FROM sync_state WHERE name = ?"), {name});
    if (!found)
        return found.error();
    return found.value() ? found.value()->value(0).toString() : QString();
}

Result<void> SyncStateRepository::set(const QString &name, const QString &value)
{
    const auto written = m_database.run(QStringLiteral("INSERT INTO sync_state (name, value) VALUES (?, ?) "
                                                       "ON CONFLICT (name) DO UPDATE SET value = excluded.value"),
                                        {name, value});
    return written ? Result<void>() : Result<void>(written.error());
}

} // namespace markaz
