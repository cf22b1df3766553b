// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/secretkey.h"

#include "core/security/keyfile.h"
#include "core/security/sodium.h"

#include <cstring>
#include <new>

namespace markaz {
namespace {

const QByteArray kKeyFileHead = QByteArrayLiteral("MKZKEY1\n"); // the next form will be wrapped by the passphrase

void wipe(QByteArray &bytes)
{
    sodium_memzero(bytes.data(), static_cast<size_t>(bytes.size()));
}

} // namespace

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

Result<SecretKey> loadOrCreateKey(const QString &path)
{
    // Twice: when another process made the file in between, the second round reads its key.
    for (int round = 0; round < 2; ++round) {
        auto content = readKeyFile(path, kKeyFileHead.size() + SecretKey::kSize);
        if (content) {
            if (!content->startsWith(kKeyFileHead) || content->size() != kKeyFileHead.size() + SecretKey::kSize)
                return makeError(ErrorCode::Malformed, QStringLiteral("not a key file"), path);
            QByteArray bytes = content->mid(kKeyFileHead.size());
            auto key = SecretKey::fromBytes(bytes);
            wipe(bytes);
            wipe(*content);
            return key;
        }
        if (content.error().code == ErrorCode::TooLarge)
            return makeError(ErrorCode::Malformed, QStringLiteral("not a key file"), path);
        if (content.error().code != ErrorCode::NotFound)
            return content.error();

        SecretKey key = SecretKey::random();
        QByteArray file =
            kKeyFileHead + QByteArray::fromRawData(reinterpret_cast<const char *>(key.data()), SecretKey::kSize);
        const auto written = writeNewKeyFile(path, file);
        wipe(file);
        if (written)
            return key;
        if (written.error().code != ErrorCode::Exists)
            return written.error();
    }
    return makeError(ErrorCode::StorageFailed, QStringLiteral("the key file comes and goes"), path);
}

} // namespace markaz
