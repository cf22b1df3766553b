// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finance/moneytext.h"

#include <QRegularExpression>

namespace markaz {
namespace {

/// Urdu and Arabic digits and their signs as ASCII.
QString plainAmount(QString text)
{
    for (QChar &c : text) {
        if (c.isDigit() && c.unicode() > 0x7F)
            c = QLatin1Char(static_cast<char>('0' + c.digitValue()));
        else if (c == QChar(u'\u066C'))
            c = QLatin1Char(',');
        else if (c == QChar(u'\u066B'))
            c = QLatin1Char('.');
    }
    return text;
}

} // namespace

std::optional<qint64> parseMoney(const QString &text, qint64 most)
{
    static const QRegularExpression form(
        QStringLiteral("\\A\\s*(?:(?:Rs\\.?|PKR|US\\$|USD|\\$)\\s*)?([0-9]{1,3}(?:,[0-"
                       "9]{2,3})*,[0-9]{3}|[0-9]{1,15})(?:\\.([0-9]{1,2}))?\\s*(?:/[-=])?\\s*\\z"),
        QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(plainAmount(text));
    if (!match.hasMatch())
        return std::nullopt;
    bool whole = false;
    const qint64 units = match.captured(1).remove(QLatin1Char(',')).toLongLong(&whole);
    if (!whole || units > most / 100)
        return std::nullopt;
    const qint64 amount = units * 100 + match.captured(2).leftJustified(2, QLatin1Char('0')).toLongLong();
    return amount <= most ? std::optional(amount) : std::nullopt;
}

} // namespace markaz
