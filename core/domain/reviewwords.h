// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QJsonObject>

namespace markaz {

/// Whether a review says why: InvalidValue with `where` = "decision" when \p decision is none of accept, return and
/// reject; Incomplete with `where` = "reason" without words. A return is explained by its \p comments as well (item
/// code to words): they are what is to be mended. The one answer to that, on laptop and server alike.
Result<void> checkReviewWords(const QString &decision, const QString &reason, const QJsonObject &comments);

/// \p comments without those that say nothing.
QJsonObject withoutBlanks(const QJsonObject &comments);

} // namespace markaz
