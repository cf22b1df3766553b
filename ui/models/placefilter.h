// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/city.h"

namespace markaz::ui {

/// Which cities a table shows; of each an empty list is all.
struct PlaceFilter
{
    QStringList provinces;
    QList<int> tiers;
    QList<int> cities;

    bool holds(const City &city) const
    {
        return (provinces.isEmpty() || provinces.contains(city.province)) &&
               (tiers.isEmpty() || tiers.contains(city.tier)) && (cities.isEmpty() || cities.contains(city.id));
    }
};

} // namespace markaz::ui
