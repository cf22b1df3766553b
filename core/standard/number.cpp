// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/number.h"

#include <cmath>

namespace markaz {

std::optional<Decimal> numberOf(const QJsonValue &value)
{
    if (value.isString()) {
        const auto parsed = Decimal::parse(value.toString());
        return parsed ? std::optional<Decimal>(parsed.value()) : std::nullopt;
    }
    constexpr double kMost = 99'999'999'999.0; // what Decimal can say as text
    const double number = value.toDouble(std::nan(""));
    if (!value.isDouble() || number != std::floor(number) || std::fabs(number) > kMost)
        return std::nullopt;
    return Decimal::fromInteger(static_cast<qint64>(number));
}

} // namespace markaz
