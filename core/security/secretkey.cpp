// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/secretkey.h"

#include "core/security/sodium.h"

#include <cstring>
#include <new>

namespace markaz {

void SecretKey::Free::operator()(unsigned char *bytes) const
{
    sodium_free(bytes); // wipes first
}

SecretKey::SecretKey()
{
    needSodium();
    m_bytes.reset(static_cast<unsigned char *>(sodium_malloc(kSize)));
    if (!m_bytes)
        throw std::bad_alloc();
}

SecretKey SecretKey::random()
{
    SecretKey key;
    randombytes_buf(key.m_bytes.get(), kSize);
    return key;
}

Result<SecretKey> SecretKey::fromBytes(const QByteArray &bytes)
{
    if (bytes.size() != kSize)
        return makeError(ErrorCode::InvalidValue, QStringLiteral("a key has %1 bytes").arg(kSize));
    SecretKey key;
    std::memcpy(key.m_bytes.get(), bytes.constData(), kSize);
    return key;
}

SecretKey SecretKey::derived(quint64 number) const
{
    SecretKey key;
    if (crypto_kdf_derive_from_key(key.m_bytes.get(), kSize, number, "markazdk", data()) != 0)
        qFatal("a key could not be derived");
    return key;
}

} // namespace markaz
