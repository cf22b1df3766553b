// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/city.h"

/// How cities are called in the language in use; labels::city() tells apart those of one name.
namespace markaz::ui::labels {

/// The city \p id as the language in use writes it; \p latin where that is not known. Empty stays empty.
QString cityName(int id, const QString &latin);
QString cityName(const City &city);
/// The ids of all cities in the order of their names as they are shown; empty where that is the order of the Latin
/// names.
QList<int> citiesInOrder(const Gazetteer &gazetteer);

} // namespace markaz::ui::labels
