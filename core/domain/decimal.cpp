// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/decimal.h"

#include <cstdlib>

namespace markaz {

// By hand and not by a regular expression: scoring one inspection reads some 150 numbers.
Result<Decimal> Decimal::parse(const QString &text)
{
    const qsizetype start = text.startsWith(QLatin1Char('-')) ? 1 : 0;
    qint64 units = 0;
    qsizetype whole = 0;
    qsizetype places = 0;
    bool point = false;
    bool sound = true;
    for (qsizetype i = start; i < text.size() && sound; ++i) {
        const char16_t c = text.at(i).unicode();
        if (c == u'.' && !point) {
            point = true;
        } else if (c >= u'0' && c <= u'9') {
            ++(point ? places : whole);
            sound = whole <= 11 && places <= 4;
            units = sound ? units * 10 + (c - u'0') : 0;
        } else {
            sound = false;
        }
    }
    if (!sound || whole == 0 || (point && places == 0))
        return makeError(ErrorCode::InvalidValue, QStringLiteral("not a number: %1").arg(text.left(40)));
    for (; places < 4; ++places)
        units *= 10;
    return fromUnits(start == 0 ? units : -units);
}

QString Decimal::toString() const
{
    const qint64 magnitude = std::llabs(m_units);
    QString text = QString::number(magnitude / kScale);
    if (const qint64 fraction = magnitude % kScale; fraction != 0) {
        QString digits = QStringLiteral("%1").arg(fraction, 4, 10, QLatin1Char('0'));
        while (digits.endsWith(QLatin1Char('0')))
            digits.chop(1);
        text += QLatin1Char('.') + digits;
    }
    return m_units < 0 ? QLatin1Char('-') + text : text;
}

} // namespace markaz
