// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/revocationlist.h"

#include <optional>

namespace markaz {

/// What a code is worth, offline. The first that holds, from the top: a forged code says nothing else of itself.
enum class CodeVerdict {
    Tampered,   ///< unreadable, or the signature does not hold
    Unknown,    ///< its key is none that the root signed
    KeyRevoked, ///< its key was in other hands: ask for a new print
    Sample,     ///< made from sample data: no certificate
    Revoked,
    Superseded, ///< renewed by another one
    Suspended,
    NotBegun, ///< its first day is to come
    Expired,
    Valid,
};
QString token(CodeVerdict verdict); ///< "tampered", "unknown", "key_revoked" ...

struct CheckedCode
{
    CodeVerdict verdict = CodeVerdict::Tampered;
    std::optional<VerifiedClaims> claims; ///< of a genuine code
    std::optional<QDate> since;           ///< revoked, suspended or superseded since
    QString asOf;                         ///< of the list that was looked into; empty: there was none
};

/// \p list: nothing when none is known; then Valid means no more than that nothing is known against it.
/// \p today: programmeDay().
CheckedCode checkCode(const QString &code, const IssuerKeys &keys, const std::optional<RevocationList> &list,
                      const QDate &today);

} // namespace markaz
