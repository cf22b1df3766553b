// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QString>

#include <compare>

namespace markaz {

/// An exact decimal number with up to four places, held as whole ten-thousandths. Measurements travel as its text.
class Decimal
{
public:
    static constexpr qint64 kScale = 10'000;

    Decimal() = default;
    /// From "34", "34.0", "-67.25"; at most 11 digits before and 4 after the point; no exponent, no group separators.
    static Result<Decimal> parse(const QString &text);
    static Decimal fromUnits(qint64 tenThousandths) { return Decimal(tenThousandths); }
    static Decimal fromInteger(qint64 whole) { return Decimal(whole * kScale); }

    qint64 units() const { return m_units; } ///< ten-thousandths
    /// Shortest exact text: "34", "0.25".
    QString toString() const;
    auto operator<=>(const Decimal &) const = default; // NOLINT(modernize-use-nullptr): the compiler's own 0

private:
    explicit Decimal(qint64 units)
        : m_units(units)
    {
    }
    qint64 m_units = 0;
};

} // namespace markaz
