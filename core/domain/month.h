// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QDate>
#include <QString>

#include <compare>

namespace markaz {

/// A month of the calendar, from 2000-01 to 9999-12, in which centres report. Its text is "2026-10".
class Month
{
public:
    /// Four digits, a dash, two digits, none else. InvalidValue with `where` = "month".
    static Result<Month> parse(const QString &text);
    /// The month of \p day; a day that is none counts as the first month that there is.
    static Month of(const QDate &day);

    QString toString() const;
    QDate firstDay() const { return {m_number / 12, m_number % 12 + 1, 1}; }
    QDate lastDay() const { return firstDay().addMonths(1).addDays(-1); }
    /// \p months later, or earlier when negative; it stays within the years above.
    Month plus(int months) const;

    friend auto operator<=>(Month, Month) = default; // NOLINT(modernize-use-nullptr): the compiler's own 0

private:
    explicit Month(int number)
        : m_number(number)
    {
    }
    int m_number; ///< 12 x year + month, from 0
};

} // namespace markaz
