// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/inspections.h"

namespace markaz {

/// Puts \p report into an inspection's fields; what it does not say has no value any more. For this room's own sources.
void setVisitReport(QJsonObject &fields, const VisitReport &report);

} // namespace markaz
