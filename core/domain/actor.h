// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/tokens.h"

namespace markaz {

/// Who acts: the signed-in account with its role and its scope. Handed to every use case.
struct Actor
{
    QString accountId;
    QString name; ///< account name
    QString displayName;
    Role role = Role::Inspector;
    QStringList provinces; ///< ISO 3166-2; the scope
    friend bool operator==(const Actor &, const Actor &) = default;
};

/// 3 to 60 of a-z, 0-9, dot, hyphen and underscore, beginning with a letter or a digit.
bool isAccountName(const QString &text);

} // namespace markaz
