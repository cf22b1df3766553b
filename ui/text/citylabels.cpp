// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/citylabels.h"

#include "core/domain/citynames.h"
#include "ui/text/labels.h"
#include "ui/text/language.h"

#include <QCollator>

#include <algorithm>

namespace markaz::ui::labels {

QString cityName(int id, const QString &latin)
{
    return isUrdu() ? builtinCityNames().value(id).value(0, latin) : latin;
}

QString cityName(const City &city)
{
    return cityName(city.id, city.name);
}

QString city(const Gazetteer &gazetteer, const City &city)
{
    const QList<City> &all = gazetteer.cities();
    const QString name = cityName(city);
    const auto named = std::count_if(all.begin(), all.end(), [&](const City &other) {
        return other.province == city.province && cityName(other) == name;
    });
    return named > 1 ? QStringLiteral("%1 (%2)").arg(name, city.prefix) : name;
}

QList<int> citiesInOrder(const Gazetteer &gazetteer)
{
    if (!isUrdu())
        return {};
    const QCollator collator(QLocale(QLocale::Urdu, QLocale::Pakistan));
    QList<std::pair<QCollatorSortKey, int>> named;
    for (const City &city : gazetteer.cities())
        named.append({collator.sortKey(cityName(city)), city.id});
    std::sort(named.begin(), named.end(), [](const auto &one, const auto &other) {
        const int order = one.first.compare(other.first);
        return order == 0 ? one.second < other.second : order < 0;
    });
    QList<int> ids;
    for (const auto &entry : std::as_const(named))
        ids.append(entry.second);
    return ids;
}

} // namespace markaz::ui::labels
