// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/decimal.h"

#include <QJsonValue>

#include <optional>

namespace markaz {

/// The number that a JSON value holds: a decimal text ("34.0") or a whole JSON number; nothing for anything else.
std::optional<Decimal> numberOf(const QJsonValue &value);

} // namespace markaz
