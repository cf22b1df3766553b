// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/assignmentrepository.h"

namespace markaz {

/// The assignments a out of \p source, with their buildings, inspectors and drafts; \p rest: WHERE and ORDER BY, b is
/// the building.
Result<QList<ListedAssignment>> assignmentRows(Database &database, const QString &source, const QString &rest,
                                               const QVariantList &values);

} // namespace markaz
