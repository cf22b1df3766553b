// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/columnsealer.h"

#include "core/security/sodium.h"

namespace markaz {
namespace {

constexpr char kVersion = 1;
constexpr qsizetype kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype kTag = crypto_aead_xchacha20poly1305_ietf_ABYTES;
static_assert(crypto_aead_xchacha20poly1305_ietf_KEYBYTES == SecretKey::kSize);

// The numbers of the derived keys are for ever: what was sealed under one opens under no other. 2 was a blind index's,
// until 2026-11-29; nothing was ever stored under it.
constexpr quint64 kSealingKey = 1;

unsigned char *raw(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

const unsigned char *raw(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

QByteArray associated(const QString &place)
{
    return QByteArray(1, kVersion) + place.toUtf8();
}

} // namespace

ColumnSealer::ColumnSealer(const SecretKey &dataKey)
    : m_sealing(dataKey.derived(kSealingKey))
{
}

QByteArray ColumnSealer::seal(const QByteArray &plain, const QString &place) const
{
    QByteArray sealed(1 + kNonce + plain.size() + kTag, Qt::Uninitialized);
    sealed[0] = kVersion;
    unsigned char *nonce = raw(sealed) + 1;
    randombytes_buf(nonce, kNonce); // 192 bits: random ones do not meet
    const QByteArray ad = associated(place);
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        nonce + kNonce, nullptr, raw(plain), static_cast<unsigned long long>(plain.size()), raw(ad),
        static_cast<unsigned long long>(ad.size()), nullptr, nonce, m_sealing.data());
    return sealed;
}

Result<QByteArray> ColumnSealer::open(const QByteArray &sealed, const QString &place) const
{
    const qsizetype length = sealed.size() - 1 - kNonce - kTag;
    if (length < 0 || sealed.at(0) != kVersion)
        return makeError(ErrorCode::Tampered, QStringLiteral("not a sealed value of a known version"), place);
    QByteArray plain(length, Qt::Uninitialized);
    const unsigned char *nonce = raw(sealed) + 1;
    const QByteArray ad = associated(place);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            raw(plain), nullptr, nullptr, nonce + kNonce, static_cast<unsigned long long>(length + kTag), raw(ad),
            static_cast<unsigned long long>(ad.size()), nonce, m_sealing.data()) != 0)
        return makeError(ErrorCode::Tampered, QStringLiteral("the seal does not hold"), place);
    return plain;
}

} // namespace markaz
