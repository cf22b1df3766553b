// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/database.h"

namespace markaz {

/// Small named values of this profile, all text: cursor, history, scope_version, instance, server_url, device_id,
/// device_name, account (JSON of the signed-in account), last_contact (ISO time), server_time (the server's at the last
/// contact), clock_seen, token_refresh (sealed, base64), unfinished (typed: sealed, base64), preference.NAME.
class SyncStateRepository
{
public:
    explicit SyncStateRepository(Database &database)
        : m_database(database)
    {
    }
    /// Empty when it was never set.
    Result<QString> value(const QString &name) const;
    Result<void> set(const QString &name, const QString &value);

private:
    Database &m_database;
};

} // namespace markaz
