// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/buildingrepository.h"

namespace markaz {

/// The keys of the buildings that \p conditions pick (on the alias b, with \p values), sorted by City, Tier or
/// Province: the cities in the order of \p cities (ids), their buildings by code, all of it turned round when \p
/// descending. Buildings of other cities come last either way.
Result<QList<qint64>> keysByCities(Database &database, const QString &conditions, const QVariantList &values,
                                   BuildingSort sort, bool descending, const QList<int> &cities);

} // namespace markaz
