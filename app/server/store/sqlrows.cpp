// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/store/sqlrows.h"

#include <QJsonDocument>

namespace markaz::server {

QString rowsFrom(Dialect dialect, const QList<SqlColumn> &columns)
{
    QStringList parts;
    for (const SqlColumn &column : columns) {
        const QString name = QLatin1String(column.name);
        if (dialect == Dialect::Sqlite) {
            parts.append(QStringLiteral("value->%1'%2' AS %2")
                             .arg(column.kind == SqlColumn::Kind::Json ? QString() : QStringLiteral(">"), name));
            continue;
        }
        const char *type = column.kind == SqlColumn::Kind::Text     ? "text"
                           : column.kind == SqlColumn::Kind::Number ? "bigint"
                                                                    : "jsonb";
        parts.append(name + QLatin1Char(' ') + QLatin1String(type));
    }
    const QString list = parts.join(QStringLiteral(", "));
    return dialect == Dialect::Sqlite ? QStringLiteral("(SELECT %1 FROM json_each(?)) AS r").arg(list)
                                      : QStringLiteral("jsonb_to_recordset(CAST(? AS jsonb)) AS r(%1)").arg(list);
}

QString rowsValue(const QJsonArray &rows)
{
    return QString::fromUtf8(QJsonDocument(rows).toJson(QJsonDocument::Compact));
}

QString inList(Dialect dialect, const QString &column)
{
    return dialect == Dialect::Sqlite ? QStringLiteral("%1 IN (SELECT value FROM json_each(?))").arg(column)
                                      : QStringLiteral("%1 = ANY(CAST(? AS text[]))").arg(column);
}

QString listValue(Dialect dialect, const QStringList &values)
{
    if (dialect == Dialect::Sqlite)
        return rowsValue(QJsonArray::fromStringList(values));
    QStringList quoted;
    for (QString value : values) {
        value.replace(QLatin1Char('\\'), QLatin1String("\\\\")).replace(QLatin1Char('"'), QLatin1String("\\\""));
        quoted.append(QLatin1Char('"') + value + QLatin1Char('"'));
    }
    return QLatin1Char('{') + quoted.join(QLatin1Char(',')) + QLatin1Char('}');
}

} // namespace markaz::server
