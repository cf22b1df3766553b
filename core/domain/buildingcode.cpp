// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/buildingcode.h"

#include <QRegularExpression>

namespace markaz {

Result<BuildingCode> BuildingCode::parse(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A[A-Z]{3}-[0-9]{4}\\z"));
    if (!form.match(text).hasMatch() || text.endsWith(QLatin1String("-0000"))) {
        return makeError(ErrorCode::InvalidValue, QStringLiteral("not a building code as in LHE-0042"),
                         QStringLiteral("code"));
    }
    return BuildingCode(text);
}

Result<BuildingCode> BuildingCode::make(const QString &prefix, int number)
{
    return parse(QStringLiteral("%1-%2").arg(prefix).arg(number, 4, 10, QLatin1Char('0')));
}

} // namespace markaz
