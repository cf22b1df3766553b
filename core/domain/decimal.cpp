// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/decimal.h"

#include <QRegularExpression>

#include <cstdlib>

namespace markaz {

Result<Decimal> Decimal::parse(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A(-?)([0-9]{1,11})(?:\\.([0-9]{1,4}))?\\z"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return makeError(ErrorCode::InvalidValue, QStringLiteral("not a number: %1").arg(text.left(40)));
    const qint64 whole = match.captured(2).toLongLong();
    const qint64 fraction = match.captured(3).leftJustified(4, QLatin1Char('0')).toLongLong();
    const qint64 units = whole * kScale + fraction;
    return fromUnits(match.captured(1).isEmpty() ? units : -units);
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
