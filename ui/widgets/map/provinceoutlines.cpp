// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/map/provinceoutlines.h"

#include "core/domain/mapclusters.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace markaz::ui {
namespace {

QPolygonF ring(const QJsonArray &points)
{
    QPolygonF polygon;
    for (const auto &point : points)
        polygon.append(onMap(point.toArray().at(1).toDouble(), point.toArray().at(0).toDouble()));
    return polygon;
}

} // namespace

Result<QList<ProvinceOutline>> readProvinces(const QByteArray &geoJson)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(geoJson, &error);
    if (!document.isObject())
        return makeError(ErrorCode::Malformed, error.errorString());
    QList<ProvinceOutline> provinces;
    const QJsonArray features = document.object().value(QStringLiteral("features")).toArray();
    for (const auto &feature : features) {
        const QString code = feature[QStringLiteral("properties")][QStringLiteral("code")].toString();
        const QJsonValue geometry = feature[QStringLiteral("geometry")];
        const QString type = geometry[QStringLiteral("type")].toString();
        const QJsonArray coordinates = geometry[QStringLiteral("coordinates")].toArray();
        QJsonArray polygons = coordinates;
        if (type == QLatin1String("Polygon"))
            polygons = QJsonArray{coordinates};
        else if (type != QLatin1String("MultiPolygon"))
            return makeError(ErrorCode::InvalidValue, QStringLiteral("neither Polygon nor MultiPolygon"), code);
        QPainterPath path;
        for (const auto &polygon : std::as_const(polygons)) {
            const QJsonArray rings = polygon.toArray();
            for (const auto &points : rings)
                path.addPolygon(ring(points.toArray()));
        }
        if (path.isEmpty())
            return makeError(ErrorCode::InvalidValue, QStringLiteral("has no outline"), code);
        provinces.append({code, path});
    }
    return provinces;
}

Result<QList<ProvinceOutline>> carriedProvinces()
{
    QFile file(QStringLiteral(":/markaz/reference/provinces.geojson"));
    if (!file.open(QIODevice::ReadOnly))
        return makeError(ErrorCode::NotFound, file.errorString(), file.fileName());
    return readProvinces(file.readAll());
}

} // namespace markaz::ui
