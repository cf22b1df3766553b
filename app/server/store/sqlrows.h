// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/database.h"

#include <QJsonArray>
#include <QStringList>

namespace markaz::server {

/// The two places in which the SQL of both databases differs; every statement of the store is otherwise one text.
struct SqlColumn
{
    enum class Kind { Text, Number, Json };
    const char *name;
    Kind kind = Kind::Text;
};

/// A FROM item "AS r" whose rows come from ONE bound JSON array of objects: json_each in SQLite, jsonb_to_recordset in
/// PostgreSQL. A member that is missing or null gives NULL.
QString rowsFrom(Dialect dialect, const QList<SqlColumn> &columns);
/// The value to bind for it.
QString rowsValue(const QJsonArray &rows);

/// "column IN (the bound list)" and the value to bind for it.
QString inList(Dialect dialect, const QString &column);
QString listValue(Dialect dialect, const QStringList &values);

} // namespace markaz::server
