// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <compare>

namespace markaz {

/// An amount in whole paisa (1/100 rupee), currency PKR. Labels and separators are the ui's.
struct Paisa
{
    qint64 value = 0;

    static constexpr Paisa rupees(qint64 whole) { return Paisa{whole * 100}; }
    constexpr qint64 wholeRupees() const { return value / 100; } ///< towards zero
    friend constexpr Paisa operator+(Paisa a, Paisa b) { return Paisa{a.value + b.value}; }
    friend constexpr Paisa operator-(Paisa a, Paisa b) { return Paisa{a.value - b.value}; }
    constexpr Paisa &operator+=(Paisa other)
    {
        value += other.value;
        return *this;
    }
    friend constexpr auto operator<=>(Paisa, Paisa) = default; // NOLINT(modernize-use-nullptr): the compiler's own 0
};

/// \p amount x \p shareBp / 10,000, rounded half up; for amounts that are not negative and shares of 0 to 10,000.
constexpr Paisa shareOf(Paisa amount, int shareBp)
{
    const qint64 whole = amount.value / 10'000;
    const qint64 rest = amount.value % 10'000; // split first: the product of the whole could leave 64 bits
    return Paisa{whole * shareBp + (rest * shareBp + 5'000) / 10'000};
}

} // namespace markaz
