// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QHash>
#include <QList>
#include <QString>

namespace markaz {

struct Province
{
    QString code; ///< ISO 3166-2, "PK-PB"
    QString nameEn;
    QString nameUr;
};

struct City
{
    int id = 0; ///< GeoNames id
    QString name;
    QString province; ///< ISO 3166-2
    QString prefix;   ///< three capitals, the start of its buildings' codes; unique
    int tier = 3;     ///< 1 to 3; data that an administrator may change, so it is asked here and never stored elsewhere
    int population = 0; ///< 0 = not known
    qint64 latitudeE6 = 0;
    qint64 longitudeE6 = 0;
};

/// The provinces and cities that both programs carry (resources/reference); read once at the start, then constant.
class Gazetteer
{
public:
    /// From the bytes of resources/reference: cities.csv, city-codes.csv and provinces.geojson (its properties only).
    /// InvalidValue with `where` = "cities.csv:LINE" or the like.
    static Result<Gazetteer> read(const QByteArray &citiesCsv, const QByteArray &codesCsv,
                                  const QByteArray &provincesGeoJson);

    const QList<City> &cities() const { return m_cities; }
    const QList<Province> &provinces() const { return m_provinces; }
    /// nullptr when there is none.
    const City *city(int id) const;
    const Province *province(const QString &code) const;
    /// The city whose buildings' codes start with \p prefix; nullptr when there is none.
    const City *cityOfPrefix(const QString &prefix) const;

private:
    QList<City> m_cities;
    QList<Province> m_provinces;
    QHash<int, qsizetype> m_byId;
};

} // namespace markaz
