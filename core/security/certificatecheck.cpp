// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/certificatecheck.h"

namespace markaz {
namespace {

CodeVerdict ofListed(CertificateState state)
{
    if (state == CertificateState::Suspended)
        return CodeVerdict::Suspended;
    return state == CertificateState::Superseded ? CodeVerdict::Superseded : CodeVerdict::Revoked;
}

CodeVerdict ofRefused(const Error &error)
{
    if (error.code == ErrorCode::NotFound)
        return CodeVerdict::Unknown;
    // A day on which the key did not sign is a day that somebody wrote in with a key that he should not have.
    return error.code == ErrorCode::NotTrusted ? CodeVerdict::KeyRevoked : CodeVerdict::Tampered;
}

} // namespace

QString token(CodeVerdict verdict)
{
    switch (verdict) {
    case CodeVerdict::Tampered:
        return QStringLiteral("tampered");
    case CodeVerdict::Unknown:
        return QStringLiteral("unknown");
    case CodeVerdict::KeyRevoked:
        return QStringLiteral("key_revoked");
    case CodeVerdict::Sample:
        return QStringLiteral("sample");
    case CodeVerdict::Revoked:
        return QStringLiteral("revoked");
    case CodeVerdict::Superseded:
        return QStringLiteral("superseded");
    case CodeVerdict::Suspended:
        return QStringLiteral("suspended");
    case CodeVerdict::NotBegun:
        return QStringLiteral("not_begun");
    case CodeVerdict::Expired:
        return QStringLiteral("expired");
    case CodeVerdict::Valid:
        break;
    }
    return QStringLiteral("valid");
}

CheckedCode checkCode(const QString &code, const IssuerKeys &keys, const std::optional<RevocationList> &list,
                      const QDate &today)
{
    CheckedCode checked;
    if (list)
        checked.asOf = list->at;
    const auto claims = verifyCertificate(code, keys);
    if (!claims) {
        checked.verdict = ofRefused(claims.error());
        return checked;
    }
    checked.claims = *claims;
    const CertificateClaims &says = claims->claims;
    const EndedCertificate *ended = list ? list->find(says.number) : nullptr;
    if (ended != nullptr)
        checked.since = ended->since;
    const bool over = today > says.validUntil;
    if (says.sample)
        checked.verdict = CodeVerdict::Sample;
    else if (ended != nullptr && !(over && ended->state == CertificateState::Suspended))
        checked.verdict = ofListed(ended->state);
    else if (today < says.validFrom)
        checked.verdict = CodeVerdict::NotBegun;
    else
        checked.verdict = over ? CodeVerdict::Expired : CodeVerdict::Valid;
    return checked;
}

} // namespace markaz
