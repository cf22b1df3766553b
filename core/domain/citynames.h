// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QHash>
#include <QStringList>

namespace markaz {

/// How cities are written in Urdu, by their GeoNames ids: the usual way first. A city without an entry has its Latin
/// name alone.
using CityNames = QHash<int, QStringList>;

/// From the bytes of resources/reference/city-names-urdu.csv. InvalidValue with `where` = "city-names-urdu.csv:LINE".
Result<CityNames> readCityNames(const QByteArray &csv);

/// Those that both programs carry, read when they are first asked for: names by which a city is found, and nothing that
/// is stored.
const CityNames &builtinCityNames();

/// The ids of the cities one of whose names there holds \p typed, however it is spaced and accented; none for what has
/// no letter.
QList<int> citiesCalled(const QString &typed);

} // namespace markaz
