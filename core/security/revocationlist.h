// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/tokens.h"
#include "core/security/issuerkeys.h"

namespace markaz {

/// A certificate that its own code does not tell the end of. What is over by its date says so itself, and is not
/// listed.
struct EndedCertificate
{
    QString number;                                     ///< "PK-2026-000097"
    CertificateState state = CertificateState::Revoked; ///< suspended, revoked or superseded
    QDate since;
    friend bool operator==(const EndedCertificate &, const EndedCertificate &) = default;
};

/// Every certificate that is suspended, revoked or superseded, as of `at`; numbered, so that an older list never takes
/// the place of a newer one. What is signed: "markaz-revocations-1", "number=3", "at=...", "kid=...", then
/// "PK-2026-000097 revoked 2026-11-24" for each by its number; every line ended by a line feed.
struct RevocationList
{
    qint64 number = 0;
    QString at; ///< toIso(): "revocation data as of"
    QString keyId;
    QList<EndedCertificate> certificates; ///< by number
    QByteArray signature;

    const EndedCertificate *find(const QString &certificate) const; ///< nullptr when it is not listed
    /// As GET /public/revocations serves it: {"number", "at", "kid", "certificates": [{"number", "state", "since"}],
    /// "signature"}.
    QJsonObject toJson() const;
    /// Malformed (`where` the member) for anything else.
    static Result<RevocationList> fromJson(const QJsonObject &json);
    friend bool operator==(const RevocationList &, const RevocationList &) = default;
};

/// SHA-256, in hex, of the lines that were signed: what the audit's entry names a list by.
QString hashOf(const RevocationList &list);

/// InvalidValue when it holds what no list may.
Result<RevocationList> signRevocations(RevocationList list, const SigningKey &key);
/// NotFound when its key is not one of \p keys, NotTrusted (`where` "key_revoked" or "key_period") when that was
/// revoked or did not sign on its day, Tampered when the signature does not hold.
Result<void> verifyRevocations(const RevocationList &list, const IssuerKeys &keys);
/// WrongState (`where` "number") when \p told is older than \p known, or another list of the same number.
Result<void> mayFollow(const RevocationList &known, const RevocationList &told);

} // namespace markaz
