// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/verifycode.h"
#include "tests/support/sampleclaims.h"

#include <functional>

namespace markaz::test {

inline SigningKey keyOf(const char *id, char seed)
{
    return SigningKey::fromSeed(SecretKey::fromBytes(QByteArray(32, seed)).value(), QLatin1String(id),
                                QDate(2026, 1, 1))
        .value();
}

/// Certificates of each kind, the keys that they are signed with, and the list of those that ended, for a laptop whose
/// day is 2026-11-24.
struct CertificateShelf
{
    SigningKey root = keyOf("root-2026", 'r');
    SigningKey issuer = keyOf("2026-A", 'a');
    SigningKey stolen = keyOf("2025-A", 'b');
    SigningKey stranger = keyOf("2026-X", 'x');

    static CertificateClaims claims(int number = 1) { return sampleClaims(number); }
    QString code(int number = 1, const std::function<void(CertificateClaims &)> &change = {}) const
    {
        return signedBy(issuer, number, change);
    }
    static QString signedBy(const SigningKey &key, int number = 1,
                            const std::function<void(CertificateClaims &)> &change = {})
    {
        CertificateClaims c = claims(number);
        if (change)
            change(c);
        return encodeCertificate(c, key).value();
    }
    QString provisional() const
    {
        return code(9, [](CertificateClaims &c) {
            c.grade = QStringLiteral("provisional");
            c.validFrom = QDate(2026, 11, 1);
            c.validUntil = QDate(2027, 1, 29);
        });
    }
    IssuerKeys keys() const
    {
        IssuerKeys keys;
        keys.number = 1;
        keys.at = QStringLiteral("2026-11-01T09:00:00.000Z");
        keys.keys = {{stolen.publicKey(), {}, QStringLiteral("2026-10-01T09:00:00.000Z")},
                     {issuer.publicKey(), {}, {}}};
        return signIssuerKeys(keys, root).value();
    }
    /// 2 is suspended, 3 revoked, 4 superseded, each since 2 November.
    RevocationList list(const QString &at = QStringLiteral("2026-11-20T07:30:00.000Z")) const
    {
        RevocationList list;
        list.number = 1;
        list.at = at;
        const QDate since(2026, 11, 2);
        list.certificates = {{claims(2).number, CertificateState::Suspended, since},
                             {claims(3).number, CertificateState::Revoked, since},
                             {claims(4).number, CertificateState::Superseded, since}};
        return signRevocations(list, issuer).value();
    }
    CertificateTrust trust() const { return {keys(), list(), std::nullopt}; }
};

} // namespace markaz::test
