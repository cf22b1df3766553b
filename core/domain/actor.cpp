// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/actor.h"

#include <QRegularExpression>

namespace markaz {

bool isAccountName(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("\\A[a-z0-9][a-z0-9._-]{2,59}\\z"));
    return form.match(text).hasMatch();
}

} // namespace markaz
