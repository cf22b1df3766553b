// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QList>
#include <QPainterPath>

namespace markaz::ui {

struct ProvinceOutline
{
    QString code;      ///< ISO 3166-2
    QPainterPath path; ///< in the degrees of onMap()
};

/// The outlines of resources/reference/provinces.geojson. InvalidValue with `where` = the feature's code.
/// 2026-11-28: as they are at every zoom: 5,400 points for the country are painted in a few milliseconds, so there is
/// no second, simplified set.
Result<QList<ProvinceOutline>> readProvinces(const QByteArray &geoJson);
/// Those that the program carries.
Result<QList<ProvinceOutline>> carriedProvinces();

} // namespace markaz::ui
