// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What needs no store of certificateview.h: the page that shows it is fuzzed without one.
#include "app/server/api/certificateview.h"

#include "core/security/certificatecheck.h"

namespace markaz::server {

QString token(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Valid:
        return token(CodeVerdict::Valid);
    case Verdict::Suspended:
        return token(CodeVerdict::Suspended);
    case Verdict::Revoked:
        return token(CodeVerdict::Revoked);
    case Verdict::Superseded:
        return token(CodeVerdict::Superseded);
    case Verdict::Expired:
        return token(CodeVerdict::Expired);
    case Verdict::NotBegun:
        return token(CodeVerdict::NotBegun);
    case Verdict::UnknownNumber:
    case Verdict::UnknownKey:
        return token(CodeVerdict::Unknown);
    case Verdict::Tampered:
        return token(CodeVerdict::Tampered);
    case Verdict::KeyRevoked:
        return token(CodeVerdict::KeyRevoked);
    case Verdict::Differs:
        return QStringLiteral("differs");
    case Verdict::Damaged:
        break;
    }
    return QStringLiteral("damaged");
}

std::optional<Verdict> PublicCheck::verdict() const
{
    if (code)
        return code;
    if (certificate)
        return certificate->verdict;
    return number.isEmpty() ? std::nullopt : std::optional(Verdict::UnknownNumber);
}

} // namespace markaz::server
