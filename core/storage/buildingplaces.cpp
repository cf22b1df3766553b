// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/buildingplaces.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace markaz {

Result<QHash<QString, Position>> BuildingPlaces::positions(const QStringList &ids) const
{
    auto found = m_database.run(
        QStringLiteral(
            "SELECT b.id, b.latitude_e6, b.longitude_e6 FROM json_each(?) AS wanted CROSS JOIN building AS b "
            "ON b.id = wanted.value WHERE b.latitude_e6 IS NOT NULL AND b.longitude_e6 IS NOT NULL"),
        {QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(ids)).toJson(QJsonDocument::Compact))});
    if (!found)
        return found.error();
    QHash<QString, Position> positions;
    while ((*found)->next()) {
        // One that is none lies outside the world: a record that its own check would refuse.
        if (const auto there = Position::make((*found)->value(1).toLongLong(), (*found)->value(2).toLongLong()))
            positions.insert((*found)->value(0).toString(), *there);
    }
    return positions;
}

Result<void> BuildingPlaces::each(const std::function<void(const QString &code, const QJsonObject &fields)> &take) const
{
    auto found = m_database.run(
        QStringLiteral("SELECT code, city, name, address, latitude_e6, longitude_e6 FROM building WHERE deleted = 0 "
                       "AND merged_into IS NULL"));
    if (!found)
        return found.error();
    while ((*found)->next()) {
        QJsonObject fields{{QStringLiteral("city"), (*found)->value(1).toLongLong()},
                           {QStringLiteral("name"), (*found)->value(2).toString()},
                           {QStringLiteral("address"), (*found)->value(3).toString()}};
        if (!(*found)->isNull(4) && !(*found)->isNull(5)) {
            fields.insert(QStringLiteral("latitude_e6"), (*found)->value(4).toLongLong());
            fields.insert(QStringLiteral("longitude_e6"), (*found)->value(5).toLongLong());
        }
        take((*found)->value(0).toString(), fields);
    }
    return {};
}

Result<int> BuildingPlaces::freeNumbers(const QString &prefix) const
{
    const auto found =
        m_database.row(QStringLiteral("SELECT count(DISTINCT code) FROM building WHERE code BETWEEN ? AND ?"),
                       {prefix + QStringLiteral("-0001"), prefix + QStringLiteral("-9999")});
    if (!found)
        return found.error();
    return 9999 - found.value()->value(0).toInt();
}

} // namespace markaz
