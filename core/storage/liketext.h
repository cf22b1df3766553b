// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace markaz {

/// \p text as part of a pattern for LIKE ... ESCAPE '\': what a person typed has no wildcards.
inline QString likeEscaped(QString text)
{
    text.replace(QLatin1Char('\\'), QLatin1String("\\\\"));
    text.replace(QLatin1Char('%'), QLatin1String("\\%"));
    text.replace(QLatin1Char('_'), QLatin1String("\\_"));
    return text;
}

/// A pattern for whatever holds \p text.
inline QString likeHolding(const QString &text)
{
    return QLatin1Char('%') + likeEscaped(text) + QLatin1Char('%');
}

} // namespace markaz
