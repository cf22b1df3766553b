// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/cachecopies.h"

namespace markaz {

Result<QList<CacheCopy>> ListCacheCopies::run() const
{
    QList<CacheCopy> copies;
    const QList<CacheBackup> backups = CacheBackups(m_workspace.database.location()).list();
    for (const CacheBackup &backup : backups) {
        const auto unsent = m_workspace.database.row(
            QStringLiteral("SELECT count(*) FROM outbox WHERE state <> 'acknowledged' AND made_at > ?"),
            {toIso(backup.madeAt)});
        if (!unsent)
            return unsent.error();
        copies.append({backup, unsent->has_value() ? (*unsent)->value(0).toInt() : 0});
    }
    return copies;
}

} // namespace markaz
