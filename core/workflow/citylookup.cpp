// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/citylookup.h"

#include "core/domain/citynames.h"
#include "core/domain/namekey.h"

#include <QSet>

#include <algorithm>
#include <iterator>

namespace markaz {
namespace {

constexpr int kShown = 60; ///< characters of a bad value

/// ISO 3166-2 of a province that is named so or by its code; nothing fits: as it was given.
QString provinceOf(const Gazetteer &gazetteer, const QString &text)
{
    const QString key = nameKey(text);
    for (const Province &province : gazetteer.provinces()) {
        if (key == nameKey(province.code) || key == nameKey(province.nameEn) || key == nameKey(province.nameUr))
            return province.code;
    }
    return text;
}

} // namespace

CityLookup::CityLookup(const Gazetteer &gazetteer)
    : m_gazetteer(gazetteer)
{
    for (const City &city : gazetteer.cities()) {
        QSet<QString> keys{nameKey(city.name)};
        for (const QString &name : builtinCityNames().value(city.id))
            keys.insert(nameKey(name));
        for (const QString &key : std::as_const(keys))
            m_cities[key].append(&city);
    }
}

std::variant<const City *, CityLookup::Missed> CityLookup::find(const QString &name, const QString &province) const
{
    bool isNumber = false;
    const int number = latinDigits(name).toInt(&isNumber);
    if (isNumber) {
        const City *city = m_gazetteer.city(number);
        if (city == nullptr)
            return Missed{RowReason::UnknownCity, QStringLiteral("no city has the number %1").arg(number)};
        return city;
    }
    const QString in = province.isEmpty() ? QString() : provinceOf(m_gazetteer, province);
    QList<const City *> found;
    const QList<const City *> named = m_cities.value(nameKey(name));
    std::copy_if(named.begin(), named.end(), std::back_inserter(found),
                 [&in](const City *city) { return in.isEmpty() || city->province == in; });
    if (const City *prefixed = m_gazetteer.cityOfPrefix(name.toUpper());
        found.isEmpty() && prefixed != nullptr && (in.isEmpty() || prefixed->province == in))
        found.append(prefixed);
    if (found.isEmpty())
        return Missed{RowReason::UnknownCity,
                      QStringLiteral("no city \"%1\"%2")
                          .arg(name.left(kShown), province.isEmpty() ? QString() : QStringLiteral(" in ") + province)};
    if (found.size() > 1)
        return Missed{
            RowReason::SeveralCities,
            QStringLiteral("several cities have this name; add the column province or use the GeoNames number")};
    return found.first();
}

} // namespace markaz
