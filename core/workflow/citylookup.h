// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/city.h"
#include "core/workflow/importrow.h"

#include <variant>

namespace markaz {

/// Finds the city that a row of a file names: by its GeoNames number, its name in English or Urdu, or its buildings'
/// prefix. Where several have the name a province tells them apart.
class CityLookup
{
public:
    explicit CityLookup(const Gazetteer &gazetteer);

    /// Why it is not found: UnknownCity, or SeveralCities.
    struct Missed
    {
        RowReason reason = RowReason::UnknownCity;
        QString detail;
    };
    /// \p name is not empty; \p province may be: its code, or its name in English or Urdu.
    std::variant<const City *, Missed> find(const QString &name, const QString &province) const;

private:
    const Gazetteer &m_gazetteer;
    QHash<QString, QList<const City *>> m_cities; ///< by nameKey of each of their names
};

} // namespace markaz
