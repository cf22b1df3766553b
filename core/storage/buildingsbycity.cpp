// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/buildingsbycity.h"

#include "core/storage/jsonlist.h"

#include <QHash>

#include <algorithm>

namespace markaz {
namespace {

/// Where a city stands in a sort by tier or province, before its name counts.
struct CityGroup
{
    QString group;
    qsizetype place = 0;
};

} // namespace

Result<QList<qint64>> keysByCities(Database &database, const QString &conditions, const QVariantList &values,
                                   BuildingSort sort, bool descending, const QList<int> &cities)
{
    QHash<int, CityGroup> groups;
    if (sort != BuildingSort::City) {
        auto query =
            database.run(QStringLiteral("SELECT id, %1 FROM city")
                             .arg(sort == BuildingSort::Tier ? QLatin1String("tier") : QLatin1String("province")));
        if (!query)
            return query.error();
        while ((*query)->next())
            groups[(*query)->value(0).toInt()].group = (*query)->value(1).toString();
    }
    for (qsizetype i = 0; i < cities.size(); ++i)
        groups[cities.at(i)].place = i;
    QList<int> order = cities;
    std::sort(order.begin(), order.end(), [&groups](int one, int other) {
        const CityGroup &a = groups[one];
        const CityGroup &b = groups[other];
        return a.group == b.group ? a.place < b.place : a.group < b.group;
    });
    QHash<int, QList<qint64>> found;
    auto query = database.run(
        QStringLiteral("SELECT b.rowid, b.city FROM building AS b WHERE %1 ORDER BY b.code, b.id").arg(conditions),
        values);
    if (!query)
        return query.error();
    while ((*query)->next())
        found[(*query)->value(1).toInt()].append((*query)->value(0).toLongLong());
    QList<qint64> keys;
    for (const int city : std::as_const(order))
        keys.append(found.take(city));
    if (descending)
        std::reverse(keys.begin(), keys.end());
    QList<int> strays = found.keys();
    std::sort(strays.begin(), strays.end());
    for (const int city : std::as_const(strays))
        keys.append(found.value(city));
    return keys;
}

Result<QList<std::pair<int, int>>> BuildingRepository::citiesAt(const QList<qint64> &keys) const
{
    auto query =
        m_database.run(QStringLiteral("SELECT b.city, count(*) FROM json_each(?) AS wanted CROSS JOIN building "
                                      "AS b ON b.rowid = wanted.value WHERE b.deleted = 0 GROUP BY b.city "
                                      "ORDER BY count(*) DESC, b.city"),
                       {jsonList(keys)});
    if (!query)
        return query.error();
    QList<std::pair<int, int>> cities;
    while ((*query)->next())
        cities.append({(*query)->value(0).toInt(), (*query)->value(1).toInt()});
    return cities;
}

} // namespace markaz
