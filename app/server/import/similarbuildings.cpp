// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/import/similarbuildings.h"

namespace markaz::server {
namespace {

constexpr double kSamePlaceM = 25.0;
constexpr qint64 kCellE6 = 1000; ///< about 110 m: neighbours are in the same cell or the next

QString keyOf(const QJsonObject &building, const char *field)
{
    QString key = QString::number(building.value(QStringLiteral("city")).toInteger()) + QLatin1Char('|');
    const QString text = building.value(QLatin1String(field)).toString().toCaseFolded();
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            key.append(c);
    }
    return key;
}

QString cellOf(qint64 latitude, qint64 longitude)
{
    return QStringLiteral("%1:%2").arg(latitude).arg(longitude);
}

} // namespace

void SimilarBuildings::add(const QJsonObject &building, const QString &calledAs)
{
    m_byName.insert(keyOf(building, "name"), calledAs);
    m_byAddress.insert(keyOf(building, "address"), calledAs);
    if (const auto position = Position::fromFields(building))
        m_byCell[cellOf(position->latitudeE6() / kCellE6, position->longitudeE6() / kCellE6)].append(
            {*position, calledAs});
}

QString SimilarBuildings::like(const QJsonObject &building) const
{
    if (const QString known = m_byName.value(keyOf(building, "name")); !known.isEmpty())
        return QStringLiteral("%1 has the same name in the same city").arg(known);
    if (const QString known = m_byAddress.value(keyOf(building, "address")); !known.isEmpty())
        return QStringLiteral("%1 has the same address").arg(known);
    const auto position = Position::fromFields(building);
    for (qint64 north = -1; position && north <= 1; ++north) {
        for (qint64 east = -1; east <= 1; ++east) {
            const QList<Place> places = m_byCell.value(
                cellOf(position->latitudeE6() / kCellE6 + north, position->longitudeE6() / kCellE6 + east));
            for (const Place &place : places) {
                if (place.position.distanceM(*position) <= kSamePlaceM)
                    return QStringLiteral("%1 stands within %2 m")
                        .arg(place.calledAs)
                        .arg(static_cast<int>(kSamePlaceM));
            }
        }
    }
    return {};
}

} // namespace markaz::server
