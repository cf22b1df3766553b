// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/certificatepayload.h"

#include "core/security/base45.h"
#include "core/security/certificateclaims.h"
#include "core/security/strictzlib.h"
#include "core/support/gzip.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborStreamReader>
#include <QCborValue>

namespace markaz {
namespace {

constexpr QCborTag kSign1{18};         // RFC 9052, 2
constexpr qint64 kAlgorithmHeader = 1; // RFC 9052, 3.1
constexpr qint64 kKeyIdHeader = 4;
constexpr qint64 kEdDsa = -8; // RFC 9053, 2.2
constexpr qsizetype kMaxInflated = 4096;
constexpr qsizetype kMaxCode = 8192; // more characters than 4 KiB can need

QByteArray protectedHeader(const QString &keyId)
{
    QCborMap header;
    header.insert(kAlgorithmHeader, kEdDsa);
    header.insert(kKeyIdHeader, keyId.toUtf8());
    return header.toCborValue().toCbor();
}

/// RFC 9052, 4.4: what is really signed.
QByteArray signedBytes(const QByteArray &header, const QByteArray &payload)
{
    return QCborValue(QCborArray{QStringLiteral("Signature1"), header, QByteArray(), payload}).toCbor();
}

QByteArray sign1(const QByteArray &header, const QByteArray &payload, const QByteArray &signature)
{
    return QCborValue(kSign1, QCborArray{header, QCborMap(), payload, signature}).toCbor();
}

Error malformed(const char *what)
{
    return makeError(ErrorCode::Malformed, QLatin1String(what), QStringLiteral("code"));
}

/// One CBOR item and nothing behind it.
Result<QCborValue> decoded(const QByteArray &bytes)
{
    QCborParserError error;
    const QCborValue value = QCborValue::fromCbor(bytes, &error);
    if (error.error != QCborError::NoError)
        return malformed("not CBOR");
    if (error.offset != bytes.size())
        return malformed("something follows the CBOR");
    return value;
}

} // namespace

Result<QString> encodeCertificate(const CertificateClaims &claims, const SigningKey &key)
{
    if (auto checked = checkClaims(claims); !checked)
        return checked.error();
    const QByteArray header = protectedHeader(key.keyId());
    const QByteArray payload = claimsToCbor(claims);
    const QByteArray cose = sign1(header, payload, key.sign(signedBytes(header, payload)));
    return kCertificatePrefix + toBase45(deflateZlib(cose));
}

Result<VerifiedClaims> verifyCertificate(const QString &code, const KeySet &keys)
{
    if (!code.startsWith(kCertificatePrefix))
        return malformed("not a certificate code");
    if (code.size() > kMaxCode)
        return makeError(ErrorCode::TooLarge, QStringLiteral("too long for a certificate code"),
                         QStringLiteral("code"));
    const auto packed = fromBase45(code.mid(kCertificatePrefix.size()));
    if (!packed)
        return packed.error();
    const auto cose = inflateStrict(*packed, kMaxInflated);
    if (!cose)
        return cose.error();

    const auto outer = decoded(*cose);
    if (!outer)
        return outer.error();
    if (outer->tag() != kSign1 || !outer->taggedValue().isArray() || outer->taggedValue().toArray().size() != 4)
        return malformed("not a COSE_Sign1");
    const QCborArray parts = outer->taggedValue().toArray();
    if (!parts.at(0).isByteArray() || !parts.at(1).isMap() || !parts.at(2).isByteArray() || !parts.at(3).isByteArray())
        return malformed("a part of the COSE_Sign1 has another type");
    const QByteArray header = parts.at(0).toByteArray();
    const QByteArray payload = parts.at(2).toByteArray();
    const QByteArray signature = parts.at(3).toByteArray();

    const auto headerValue = decoded(header);
    if (!headerValue)
        return headerValue.error();
    const QCborMap headerMap = headerValue->toMap();
    if (headerMap.value(kAlgorithmHeader) != QCborValue(kEdDsa))
        return malformed("another algorithm than EdDSA");
    const QString keyId = QString::fromUtf8(headerMap.value(kKeyIdHeader).toByteArray());
    // One spelling for each certificate: no further header, no unprotected one, no other lengths or order.
    if (header != protectedHeader(keyId) || *cose != sign1(header, payload, signature))
        return malformed("not the one way to write it");

    const PublicKey *key = keys.find(keyId);
    if (!key)
        return makeError(ErrorCode::NotFound, QStringLiteral("no key with this id is known"), keyId);
    if (auto verified = verifySignature(*key, signedBytes(header, payload), signature); !verified)
        return verified.error();

    const auto value = decoded(payload);
    if (!value)
        return value.error();
    const auto claims = claimsFromCbor(*value);
    if (!claims)
        return claims.error();
    if (claimsToCbor(*claims) != payload)
        return malformed("not the one way to write the claims");
    return VerifiedClaims{*claims, keyId};
}

} // namespace markaz
