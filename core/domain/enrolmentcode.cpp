// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/enrolmentcode.h"

namespace markaz {

Result<QString> readEnrolmentCode(const QString &typed)
{
    static const QString alphabet = QLatin1String(kCrockford);
    QString code;
    int count = 0;
    for (const QChar character : typed) {
        QChar upper = character.toUpper();
        if (upper.isSpace() || upper == QLatin1Char('-'))
            continue;
        if (upper == QLatin1Char('O'))
            upper = QLatin1Char('0');
        else if (upper == QLatin1Char('I') || upper == QLatin1Char('L'))
            upper = QLatin1Char('1');
        if (!alphabet.contains(upper) || count == kEnrolmentCharacters)
            return makeError(ErrorCode::InvalidValue, QStringLiteral("not a one-time code"), QStringLiteral("code"));
        if (count > 0 && count % kEnrolmentGroup == 0)
            code += QLatin1Char('-');
        code += upper;
        ++count;
    }
    if (count != kEnrolmentCharacters)
        return makeError(ErrorCode::InvalidValue,
                         QStringLiteral("a one-time code has %1 characters").arg(kEnrolmentCharacters),
                         QStringLiteral("code"));
    return code;
}

} // namespace markaz
