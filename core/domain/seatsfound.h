// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QJsonObject>

namespace markaz {

/// The seats that a building has, by the fields of the inspection that looked at it: the sum over its rooms (item F-02
/// of the standard); where it counted none, what the building's record plans. 0: nobody has said.
int seatsFound(const QJsonObject &building, const QJsonObject &inspection);

/// Whether a certificate may speak of so many \p seats: at least one, and no more than seatsFound() where that is
/// known. InvalidValue with `where` = "seats". 2026-11-30: certificates from before that stand as they are.
Result<void> checkSeats(int seats, const QJsonObject &building, const QJsonObject &inspection);

} // namespace markaz
