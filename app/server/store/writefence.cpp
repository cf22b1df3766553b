// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/writefence.h"

namespace markaz::server {

Result<void> WriteFence::prepare(Database &database)
{
    if (database.dialect() == Dialect::Sqlite)
        return {};
    const auto lacking = database.row(QStringLiteral(
        "SELECT 1 FROM unnest(ARRAY['record', 'departure', 'digest', 'counter']) AS name "
        "WHERE current_setting('is_superuser') = 'on' AND NOT has_table_privilege('pg_write_all_data', name, 'SELECT') "
        "LIMIT 1"));
    if (!lacking)
        return lacking.error();
    if (!lacking->has_value())
        return {};
    return database.runScript(
        QStringLiteral("GRANT SELECT ON record, departure, digest, counter TO pg_write_all_data;"));
}

Result<WriteFence> WriteFence::raise(Database &database, const Actor &actor)
{
    if (database.dialect() == Dialect::Sqlite)
        return WriteFence(database, {});
    auto role = database.row(QStringLiteral("SELECT current_setting('role')"));
    if (!role)
        return role.error();
    // A space before them, so that an account without provinces is not the server, which has an empty setting.
    auto set = database.row(QStringLiteral("SELECT set_config('markaz.writer', ?, true), "
                                           "set_config('role', CASE WHEN current_setting('is_superuser') = 'on' THEN "
                                           "'pg_write_all_data' ELSE current_setting('role') END, true)"),
                            {QString(QLatin1Char(' ') + actor.provinces.join(QLatin1Char(' ')))});
    if (!set)
        return set.error();
    return WriteFence(database, role->has_value() ? (*role)->value(0).toString() : QStringLiteral("none"));
}

Result<void> WriteFence::lower()
{
    if (m_database.dialect() == Dialect::Sqlite)
        return {};
    auto set = m_database.row(
        QStringLiteral("SELECT set_config('markaz.writer', '', true), set_config('role', ?, true)"), {m_role});
    if (!set)
        return set.error();
    return {};
}

} // namespace markaz::server
