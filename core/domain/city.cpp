// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/city.h"

#include "core/domain/buildingcode.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <cmath>

namespace markaz {
namespace {

Error lineError(const char *file, qsizetype line)
{
    return makeError(ErrorCode::InvalidValue, QStringLiteral("this line cannot be read"),
                     QStringLiteral("%1:%2").arg(QLatin1String(file)).arg(line));
}

QList<QByteArray> linesOf(const QByteArray &csv)
{
    QList<QByteArray> lines = csv.split('\n');
    while (!lines.isEmpty() && lines.last().trimmed().isEmpty())
        lines.removeLast();
    return lines;
}

Result<City> readCity(const QByteArray &line, qsizetype number)
{
    const QList<QByteArray> cells = line.trimmed().split(',');
    if (cells.size() != 7)
        return lineError("cities.csv", number);
    City city;
    bool idOk = false;
    bool populationOk = false;
    bool latitudeOk = false;
    bool longitudeOk = false;
    city.id = cells[0].toInt(&idOk);
    city.name = QString::fromUtf8(cells[1]);
    city.province = QString::fromLatin1(cells[2]);
    city.population = cells[3].toInt(&populationOk);
    city.latitudeE6 = std::llround(cells[4].toDouble(&latitudeOk) * 1e6);
    city.longitudeE6 = std::llround(cells[5].toDouble(&longitudeOk) * 1e6);
    city.tier = cells[6].toInt();
    const bool valid =
        idOk && populationOk && latitudeOk && longitudeOk && !city.name.isEmpty() && city.tier >= 1 && city.tier <= 3;
    if (!valid)
        return lineError("cities.csv", number);
    return city;
}

} // namespace

Result<Gazetteer> Gazetteer::read(const QByteArray &citiesCsv, const QByteArray &codesCsv,
                                  const QByteArray &provincesGeoJson)
{
    Gazetteer gazetteer;
    const QJsonArray features =
        QJsonDocument::fromJson(provincesGeoJson).object().value(QStringLiteral("features")).toArray();
    for (const auto &feature : features) {
        const QJsonObject properties = feature.toObject().value(QStringLiteral("properties")).toObject();
        gazetteer.m_provinces.append({properties.value(QStringLiteral("code")).toString(),
                                      properties.value(QStringLiteral("name")).toString(),
                                      properties.value(QStringLiteral("name_ur")).toString()});
    }
    if (gazetteer.m_provinces.isEmpty())
        return lineError("provinces.geojson", 1);

    QHash<int, QString> prefixes;
    QSet<QString> taken; // two cities with one prefix would give two buildings one code
    const QList<QByteArray> codeLines = linesOf(codesCsv);
    for (qsizetype i = 1; i < codeLines.size(); ++i) {
        const QList<QByteArray> cells = codeLines[i].trimmed().split(',');
        bool idOk = false;
        const int id = cells[0].toInt(&idOk);
        const QString prefix = QString::fromLatin1(cells.value(1));
        if (cells.size() != 2 || !idOk || !BuildingCode::make(prefix, 1) || prefixes.contains(id) ||
            taken.contains(prefix))
            return lineError("city-codes.csv", i + 1);
        prefixes.insert(id, prefix);
        taken.insert(prefix);
    }

    const QList<QByteArray> cityLines = linesOf(citiesCsv);
    for (qsizetype i = 1; i < cityLines.size(); ++i) {
        auto city = readCity(cityLines[i], i + 1);
        if (!city)
            return city.error();
        city->prefix = prefixes.value(city->id);
        if (city->prefix.isEmpty() || gazetteer.province(city->province) == nullptr ||
            gazetteer.city(city->id) != nullptr)
            return lineError("cities.csv", i + 1);
        gazetteer.m_byId.insert(city->id, gazetteer.m_cities.size());
        gazetteer.m_cities.append(*city);
    }
    return gazetteer;
}

const City *Gazetteer::city(int id) const
{
    const auto it = m_byId.constFind(id);
    return it == m_byId.constEnd() ? nullptr : &m_cities[it.value()];
}

const Province *Gazetteer::province(const QString &code) const
{
    const auto it =
        std::find_if(m_provinces.begin(), m_provinces.end(), [&](const Province &p) { return p.code == code; });
    return it == m_provinces.end() ? nullptr : &*it;
}

const City *Gazetteer::cityOfPrefix(const QString &prefix) const
{
    const auto it = std::find_if(m_cities.begin(), m_cities.end(), [&](const City &c) { return c.prefix == prefix; });
    return it == m_cities.end() ? nullptr : &*it;
}

} // namespace markaz
