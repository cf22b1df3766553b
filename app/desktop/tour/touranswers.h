// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/standard/standard.h"

#include <QDate>
#include <QJsonObject>

namespace markaz::desktop {

/// What the tour's inspector finds: a building that meets the standard, with two items met in part. Seats of the tier.
/// Empty for an item that has nothing to enter.
QJsonObject tourAnswer(const Item &item, int tier, const QDate &today);

} // namespace markaz::desktop
