// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/buildingrepository.h"

namespace markaz {

/// SQL over the columns of building_row: the stage as it is on a day (ISO), which is bound twice. The rest of it stands
/// in the view.
QString stageOnDay();

/// The stages of the buildings that have an inspection, an assignment or a certificate, by key (rowid), on \p day; all
/// others are identified. Asking the few is many times faster than asking every building.
Result<QHash<qint64, Stage>> stagesOfTouched(Database &database, const QString &day);

} // namespace markaz
