// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/signing.h"

#include <QDate>
#include <QDateTime>
#include <QString>

namespace markaz {

/// What a certificate states and what is signed; the CBOR key of each stands beside it.
struct CertificateClaims
{
    QString number;          ///< 1: "PK-2026-000097"
    QString buildingCode;    ///< 2: "SKT-0005"
    QString buildingName;    ///< 3: at most 200 characters
    QString buildingPlace;   ///< 4: city and province, at most 120 characters (the printed address may be longer)
    QString grade;           ///< 5: full | provisional
    int seats = 0;           ///< 6
    int tier = 0;            ///< 7: 1 to 3
    int scoreBp = 0;         ///< 8: 0 to 10,000
    QDate validFrom;         ///< 9: days since 1970-01-01
    QDate validUntil;        ///< 10: the last valid day, days since 1970-01-01
    QString standard;        ///< 11: id of the standard
    int standardVersion = 0; ///< 12
    QDateTime issuedAt;      ///< 13: milliseconds since 1970-01-01 UTC
    bool sample = false;     ///< 14: made from sample data, not a certificate
    friend bool operator==(const CertificateClaims &, const CertificateClaims &) = default;
};

struct VerifiedClaims
{
    CertificateClaims claims;
    QString keyId;
};

/// How the text of each certificate's QR code begins.
inline constexpr QLatin1String kCertificatePrefix("MKZ1:");

/// kCertificatePrefix + Base45(zlib(COSE_Sign1)), the text of the QR code. COSE_Sign1 (RFC 9052) is tag 18 over
/// [protected header {1: -8 (EdDSA), 4: kid}, {}, claims, signature]. Only characters of the QR code's alphanumeric
/// mode occur. InvalidValue with `where` = the claim when one is out of its range.
Result<QString> encodeCertificate(const CertificateClaims &claims, const SigningKey &key);

/// Malformed for anything that encodeCertificate would not have written (also trailing bytes, another algorithm,
/// unknown claims), TooLarge beyond 4 KiB inflated, NotFound when no key in \p keys has its id (`where` = the id),
/// Tampered when the signature does not hold. Says nothing of revocation or of today's date: see the server or the
/// cached list.
Result<VerifiedClaims> verifyCertificate(const QString &code, const KeySet &keys);

} // namespace markaz
