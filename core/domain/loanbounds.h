// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>

/// What a loan's terms may be.
namespace markaz::loan {
inline constexpr qint64 kMostPrincipal = 10'000'000'000'000; ///< paisa, Rs 100 billion
inline constexpr int kMostBp = 10'000;                       ///< a year; of shares, too
inline constexpr int kMostTenor = 600;                       ///< months

/// The days on which a loan may be paid out: what is outside was mistyped.
inline constexpr int kFirstYear = 2000;
inline constexpr int kLastYear = 2099;
inline bool mayBePaidOut(const QDate &day)
{
    return day.isValid() && day.year() >= kFirstYear && day.year() <= kLastYear;
}
} // namespace markaz::loan
