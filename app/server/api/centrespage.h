// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/store/publiccentres.h"

#include <QDateTime>

namespace markaz::server {

/// What the public page of centres says.
struct CentresPage
{
    std::shared_ptr<const PublicCentreList> list; ///< of all cities, by city
    const City *city = nullptr;                   ///< the one whose centres it shows; none: the cities
    QDateTime asOf;
    bool urdu = false;
};

/// The page's HTML: no script, one style sheet inside, every value escaped.
QByteArray centresHtml(const CentresPage &page);
/// What stands there for who asked too often.
QByteArray centresTooManyHtml(bool urdu);
/// The Content-Security-Policy that allows exactly that style sheet and the form.
QByteArray centresPolicy();
/// The same as a GeoJSON FeatureCollection, of \p city alone where it is one; a centre without a position has a null
/// geometry.
QByteArray centresGeoJson(const CentresPage &page);

} // namespace markaz::server
