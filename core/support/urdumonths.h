// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace markaz {

/// The twelve months by their names in Urdu, January first, for what is written in both languages whatever the program
/// speaks: papers and pages for everybody. (What the program itself says is translated, ui/text/format.h.)
inline const QStringList &urduMonths()
{
    static const QStringList names{QStringLiteral("جنوری"),  QStringLiteral("فروری"), QStringLiteral("مارچ"),
                                   QStringLiteral("اپریل"),  QStringLiteral("مئی"),   QStringLiteral("جون"),
                                   QStringLiteral("جولائی"), QStringLiteral("اگست"),  QStringLiteral("ستمبر"),
                                   QStringLiteral("اکتوبر"), QStringLiteral("نومبر"), QStringLiteral("دسمبر")};
    return names;
}

} // namespace markaz
