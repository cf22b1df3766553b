// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/month.h"

#include <QRegularExpression>

#include <algorithm>

namespace markaz {
namespace {

constexpr int kFirst = 2000 * 12;
constexpr int kLast = 9999 * 12 + 11;

} // namespace

Result<Month> Month::parse(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A(2[0-9]{3}|[3-9][0-9]{3})-(0[1-9]|1[0-2])\\z"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return makeError(ErrorCode::InvalidValue, QStringLiteral("not a month as in 2026-10"), QStringLiteral("month"));
    return Month(match.captured(1).toInt() * 12 + match.captured(2).toInt() - 1);
}

Month Month::of(const QDate &day)
{
    return Month(day.isValid() ? std::clamp(day.year() * 12 + day.month() - 1, kFirst, kLast) : kFirst);
}

QString Month::toString() const
{
    return QStringLiteral("%1-%2")
        .arg(m_number / 12, 4, 10, QLatin1Char('0'))
        .arg(m_number % 12 + 1, 2, 10, QLatin1Char('0'));
}

Month Month::plus(int months) const
{
    return Month(static_cast<int>(std::clamp<qint64>(qint64(m_number) + months, kFirst, kLast)));
}

} // namespace markaz
