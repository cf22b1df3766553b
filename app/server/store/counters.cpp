// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/counters.h"

namespace markaz::server {

Result<qint64> addToCounter(Database &database, const QString &name, qint64 by)
{
    const auto row =
        database.row(QStringLiteral("INSERT INTO counter (name, value) VALUES (?, ?) ON CONFLICT (name) "
                                    "DO UPDATE SET value = counter.value + excluded.value RETURNING value"),
                     {name, by});
    if (!row)
        return row.error();
    if (!row->has_value())
        return makeError(ErrorCode::StorageFailed, QStringLiteral("the counter gave no value"), name);
    return (*row)->value(0).toLongLong();
}

Result<qint64> counter(Database &database, const QString &name)
{
    const auto row = database.row(QStringLiteral("SELECT value FROM counter WHERE name = ?"), {name});
    if (!row)
        return row.error();
    return row->has_value() ? (*row)->value(0).toLongLong() : 0;
}

} // namespace markaz::server
