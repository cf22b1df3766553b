// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/signing.h"

#include "core/security/keyfile.h"
#include "core/security/sodium.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <array>

namespace markaz {
namespace {

constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr qint64 kMaxKeyFile = 4096;

const unsigned char *raw(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

Result<void> checkKeyId(const QString &keyId)
{
    static const QRegularExpression form(QStringLiteral("\\A[A-Za-z0-9][A-Za-z0-9.-]{0,39}\\z"));
    if (!form.match(keyId).hasMatch())
        return makeError(ErrorCode::InvalidValue, QStringLiteral("not a key id as in 2026-A"), QStringLiteral("kid"));
    return {};
}

/// 32 bytes in base64url, strictly; empty otherwise.
QByteArray thirtyTwo(const QString &text)
{
    const auto result =
        QByteArray::fromBase64Encoding(text.toLatin1(), kBase64 | QByteArray::AbortOnBase64DecodingErrors);
    return result && result.decoded.size() == 32 ? result.decoded : QByteArray();
}

} // namespace

Result<SigningKey> SigningKey::generate(const QString &keyId, const QDate &notBefore)
{
    return fromSeed(SecretKey::random(), keyId, notBefore);
}

Result<SigningKey> SigningKey::fromSeed(const SecretKey &seed, const QString &keyId, const QDate &notBefore)
{
    if (auto checked = checkKeyId(keyId); !checked)
        return checked.error();
    if (!notBefore.isValid())
        return makeError(ErrorCode::InvalidValue, QStringLiteral("not a day"), QStringLiteral("not_before"));
    SecretKey own =
        SecretKey::fromBytes(QByteArray::fromRawData(reinterpret_cast<const char *>(seed.data()), SecretKey::kSize))
            .value();
    QByteArray bytes(crypto_sign_PUBLICKEYBYTES, Qt::Uninitialized);
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};
    crypto_sign_seed_keypair(reinterpret_cast<unsigned char *>(bytes.data()), secret.data(), own.data());
    sodium_memzero(secret.data(), secret.size());
    return SigningKey(std::move(own), PublicKey{keyId, bytes, notBefore});
}

Result<SigningKey> SigningKey::load(const QString &path)
{
    auto content = readKeyFile(path, kMaxKeyFile);
    if (!content)
        return content.error();
    const QJsonObject json = QJsonDocument::fromJson(*content).object();
    sodium_memzero(content->data(), static_cast<size_t>(content->size()));
    QByteArray bytes = thirtyTwo(json.value(QLatin1String("seed")).toString());
    if (bytes.isEmpty() || json.value(QLatin1String("alg")).toString() != QLatin1String("EdDSA"))
        return makeError(ErrorCode::Malformed, QStringLiteral("not a signing key"), path);
    auto seed = SecretKey::fromBytes(bytes);
    sodium_memzero(bytes.data(), static_cast<size_t>(bytes.size()));
    auto key = fromSeed(*seed, json.value(QLatin1String("kid")).toString(),
                        QDate::fromString(json.value(QLatin1String("not_before")).toString(), Qt::ISODate));
    if (!key)
        return makeError(ErrorCode::Malformed, key.error().detail, path);
    return key;
}

Result<void> SigningKey::save(const QString &path) const
{
    QByteArray seed =
        QByteArray::fromRawData(reinterpret_cast<const char *>(m_seed.data()), SecretKey::kSize).toBase64(kBase64);
    QByteArray content =
        QJsonDocument(QJsonObject{{QStringLiteral("kid"), m_public.keyId},
                                  {QStringLiteral("alg"), QStringLiteral("EdDSA")},
                                  {QStringLiteral("seed"), QString::fromLatin1(seed)},
                                  {QStringLiteral("not_before"), m_public.notBefore.toString(Qt::ISODate)}})
            .toJson();
    auto written = writeNewKeyFile(path, content);
    sodium_memzero(content.data(), static_cast<size_t>(content.size()));
    sodium_memzero(seed.data(), static_cast<size_t>(seed.size()));
    return written;
}

QByteArray SigningKey::sign(const QByteArray &message) const
{
    QByteArray signature(crypto_sign_BYTES, Qt::Uninitialized);
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> publicBytes{};
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};
    crypto_sign_seed_keypair(publicBytes.data(), secret.data(), m_seed.data());
    crypto_sign_detached(reinterpret_cast<unsigned char *>(signature.data()), nullptr, raw(message),
                         static_cast<unsigned long long>(message.size()), secret.data());
    sodium_memzero(secret.data(), secret.size());
    return signature;
}

Result<void> verifySignature(const PublicKey &key, const QByteArray &message, const QByteArray &signature)
{
    needSodium();
    if (key.bytes.size() != crypto_sign_PUBLICKEYBYTES || signature.size() != crypto_sign_BYTES ||
        crypto_sign_verify_detached(raw(signature), raw(message), static_cast<unsigned long long>(message.size()),
                                    raw(key.bytes)) != 0)
        return makeError(ErrorCode::Tampered, QStringLiteral("the signature does not hold"), key.keyId);
    return {};
}

Result<KeySet> KeySet::fromJson(const QJsonObject &json)
{
    if (!json.value(QLatin1String("keys")).isArray())
        return makeError(ErrorCode::Malformed, QStringLiteral("no list of keys"), QStringLiteral("keys"));
    KeySet set;
    const QJsonArray list = json.value(QLatin1String("keys")).toArray();
    for (qsizetype i = 0; i < list.size(); ++i) {
        const QJsonObject entry = list.at(i).toObject();
        const QString where = QStringLiteral("keys[%1]").arg(i);
        // A key of another algorithm may come one day; a verifier of today cannot use it and must not stumble over it.
        if (entry.value(QLatin1String("alg")).isString() &&
            entry.value(QLatin1String("alg")).toString() != QLatin1String("EdDSA"))
            continue;
        const PublicKey key{entry.value(QLatin1String("kid")).toString(),
                            thirtyTwo(entry.value(QLatin1String("x")).toString()),
                            QDate::fromString(entry.value(QLatin1String("not_before")).toString(), Qt::ISODate)};
        if (!checkKeyId(key.keyId) || key.bytes.isEmpty() || !key.notBefore.isValid() ||
            !entry.value(QLatin1String("alg")).isString())
            return makeError(ErrorCode::Malformed, QStringLiteral("not a public key"), where);
        if (auto added = set.add(key); !added)
            return makeError(ErrorCode::Malformed, added.error().detail, where);
    }
    return set;
}

QJsonObject KeySet::toJson() const
{
    QJsonArray list;
    for (const PublicKey &key : m_keys) {
        list.append(QJsonObject{{QStringLiteral("kid"), key.keyId},
                                {QStringLiteral("alg"), QStringLiteral("EdDSA")},
                                {QStringLiteral("x"), QString::fromLatin1(key.bytes.toBase64(kBase64))},
                                {QStringLiteral("not_before"), key.notBefore.toString(Qt::ISODate)}});
    }
    return {{QStringLiteral("keys"), list}};
}

Result<void> KeySet::add(const PublicKey &key)
{
    if (const PublicKey *known = find(key.keyId)) {
        if (known->bytes == key.bytes)
            return {};
        return makeError(ErrorCode::Exists, QStringLiteral("another key has the id %1").arg(key.keyId),
                         QStringLiteral("kid"));
    }
    m_keys.append(key);
    return {};
}

const PublicKey *KeySet::find(const QString &keyId) const
{
    for (const PublicKey &key : m_keys) {
        if (key.keyId == keyId)
            return &key;
    }
    return nullptr;
}

} // namespace markaz
