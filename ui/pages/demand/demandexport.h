// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reporting/tablefile.h"
#include "ui/models/cityneedsmodel.h"
#include "ui/models/nextbuildingsmodel.h"

/// What the page of the next centres shows, as a file: the rows of its tables in their order. GeoJSON has a point for
/// each city or building, and tokens in the place of words. How many rows were written.
namespace markaz::ui::demandexport {

/// \p columns: of CityNeedsModel.
Result<qint64> writeCities(TableFormat format, const QString &path, const CityNeedsModel &cities,
                           const QList<int> &columns);
/// With where each building stands, what it is assumed to cost, and why it has its place.
Result<qint64> writeRanking(TableFormat format, const QString &path, const NextBuildingsModel &buildings,
                            Database &database);

} // namespace markaz::ui::demandexport
