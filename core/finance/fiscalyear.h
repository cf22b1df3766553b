// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QDate>
#include <QRegularExpression>

#include <compare>

namespace markaz {

/// Pakistan's fiscal year, July to June; its text is "2026-27".
struct FiscalYear
{
    int begins = 0; ///< the calendar year of its July

    static FiscalYear of(const QDate &day) { return {day.month() >= 7 ? day.year() : day.year() - 1}; }
    /// InvalidValue with `where` = "fiscal_year" for anything but four digits, a dash and the next year's last two.
    static Result<FiscalYear> parse(const QString &text)
    {
        static const QRegularExpression form(QStringLiteral("\\A(2[0-9]{3})-([0-9]{2})\\z"));
        const auto match = form.match(text);
        const int year = match.captured(1).toInt();
        if (!match.hasMatch() || match.captured(2).toInt() != (year + 1) % 100)
            return makeError(ErrorCode::InvalidValue, QStringLiteral("not a fiscal year as in 2026-27"),
                             QStringLiteral("fiscal_year"));
        return FiscalYear{year};
    }
    QString toString() const
    {
        return QStringLiteral("%1-%2")
            .arg(begins, 4, 10, QLatin1Char('0'))
            .arg((begins + 1) % 100, 2, 10, QLatin1Char('0'));
    }
    QDate firstDay() const { return {begins, 7, 1}; }
    QDate lastDay() const { return {begins + 1, 6, 30}; }
    friend auto operator<=>(FiscalYear, FiscalYear) = default; // NOLINT(modernize-use-nullptr): the compiler's own 0
};

} // namespace markaz
