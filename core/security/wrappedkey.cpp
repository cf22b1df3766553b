// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/wrappedkey.h"

#include "core/security/keyfile.h"
#include "core/security/sodium.h"

#include <QtEndian>

#include <cstring>
#include <utility>

namespace markaz {
namespace {

// "MKZKEY2\n" | passes (4, big end first) | memory in KiB (4) | salt (16) | nonce (24) | sealed data key (48) | check
// (16). All before the nonce is authenticated with the sealed key. The check is a hash of everything before it and
// needs no key: it tells a damaged file from a wrong passphrase, and says nothing of either key.
const QByteArray kPlainHead = QByteArrayLiteral("MKZKEY1\n");
const QByteArray kWrappedHead = QByteArrayLiteral("MKZKEY2\n");
constexpr qsizetype kSalt = crypto_pwhash_argon2id_SALTBYTES;
constexpr qsizetype kNonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr qsizetype kSealed = SecretKey::kSize + crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr qsizetype kCheck = 16;
constexpr qsizetype kHead = 8 + 4 + 4 + kSalt;
constexpr qsizetype kPlainSize = 8 + SecretKey::kSize;
constexpr qsizetype kWrappedSize = kHead + kNonce + kSealed + kCheck;

/// What a file may ask of this computer: whoever alters it can make the start neither endless nor run out of memory.
constexpr quint32 kMostPasses = 16;
constexpr quint32 kMostKiB = 512 * 1024;

unsigned char *raw(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

const unsigned char *raw(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

void wipe(QByteArray &bytes)
{
    sodium_memzero(bytes.data(), static_cast<size_t>(bytes.size()));
}

QByteArray checkOf(const QByteArray &content)
{
    QByteArray check(kCheck, Qt::Uninitialized);
    crypto_generichash(raw(check), kCheck, raw(content), static_cast<unsigned long long>(content.size()), nullptr, 0);
    return check;
}

Error noKeyFile(const QString &path)
{
    return makeError(ErrorCode::Malformed, QStringLiteral("not a key file"), path);
}

Result<SecretKey> keyFrom(QByteArray bytes)
{
    auto key = SecretKey::fromBytes(bytes);
    wipe(bytes);
    return key;
}

/// The passphrase's key at the cost and with the salt of \p head.
Result<SecretKey> wrappingKey(const QByteArray &head, const QString &passphrase)
{
    needSodium();
    const auto passes = qFromBigEndian<quint32>(head.constData() + 8);
    const auto kib = qFromBigEndian<quint32>(head.constData() + 12);
    QByteArray typed = passwordBytes(passphrase);
    QByteArray key(SecretKey::kSize, Qt::Uninitialized);
    const int failed = crypto_pwhash_argon2id(raw(key), static_cast<unsigned long long>(key.size()), typed.constData(),
                                              static_cast<unsigned long long>(typed.size()), raw(head) + 16, passes,
                                              static_cast<size_t>(kib) * 1024, crypto_pwhash_argon2id_ALG_ARGON2ID13);
    wipe(typed);
    if (failed != 0)
        return makeError(ErrorCode::Internal, QStringLiteral("not enough memory for the passphrase's key"));
    return keyFrom(std::move(key));
}

struct Wrapping
{
    QByteArray file;
    SecretKey key;
};

/// A whole key file with a new salt.
Result<Wrapping> wrapped(const SecretKey &data, const QString &passphrase, const PasswordCost &cost)
{
    needSodium();
    if (auto checked = checkPassphrase(passphrase); !checked)
        return checked.error();
    QByteArray file(kHead + kNonce + kSealed, Qt::Uninitialized);
    std::memcpy(file.data(), kWrappedHead.constData(), 8);
    qToBigEndian(static_cast<quint32>(cost.passes), file.data() + 8);
    qToBigEndian(static_cast<quint32>(cost.memoryBytes / 1024), file.data() + 12);
    randombytes_buf(file.data() + 16, kSalt);
    auto key = wrappingKey(file, passphrase);
    if (!key)
        return key.error();
    unsigned char *nonce = raw(file) + kHead;
    randombytes_buf(nonce, kNonce);
    crypto_aead_xchacha20poly1305_ietf_encrypt(nonce + kNonce, nullptr, data.data(), SecretKey::kSize, raw(file), kHead,
                                               nullptr, nonce, key->data());
    return Wrapping{file + checkOf(file), std::move(key).value()};
}

Result<QByteArray> readWrapped(const QString &path)
{
    needSodium();
    auto file = readKeyFile(path, kWrappedSize);
    if (!file)
        return file.error().code == ErrorCode::TooLarge ? noKeyFile(path) : file.error();
    if (file->size() != kWrappedSize || !file->startsWith(kWrappedHead))
        return noKeyFile(path);
    if (checkOf(file->chopped(kCheck)) != file->last(kCheck))
        return makeError(ErrorCode::Tampered, QStringLiteral("the key file is damaged"), path);
    const auto passes = qFromBigEndian<quint32>(file->constData() + 8);
    const auto kib = qFromBigEndian<quint32>(file->constData() + 12);
    if (passes < 1 || passes > kMostPasses || kib < crypto_pwhash_argon2id_MEMLIMIT_MIN / 1024 || kib > kMostKiB)
        return makeError(ErrorCode::Malformed, QStringLiteral("a cost of %1 passes and %2 KiB").arg(passes).arg(kib),
                         path);
    return file;
}

Result<SecretKey> unwrapped(const QByteArray &file, const SecretKey &wrapping, const QString &path)
{
    QByteArray plain(SecretKey::kSize, Qt::Uninitialized);
    const unsigned char *nonce = raw(file) + kHead;
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(raw(plain), nullptr, nullptr, nonce + kNonce, kSealed, raw(file),
                                                   kHead, nonce, wrapping.data()) != 0)
        return makeError(ErrorCode::Unauthenticated, QStringLiteral("another passphrase"), path);
    return keyFrom(std::move(plain));
}

} // namespace

Result<KeyFileForm> keyFileForm(const QString &path)
{
    const auto file = readKeyFile(path, kWrappedSize);
    if (!file) {
        if (file.error().code == ErrorCode::NotFound)
            return KeyFileForm::Missing;
        return file.error().code == ErrorCode::TooLarge ? noKeyFile(path) : file.error();
    }
    if (file->size() == kWrappedSize && file->startsWith(kWrappedHead))
        return KeyFileForm::Wrapped;
    if (file->size() == kPlainSize && file->startsWith(kPlainHead))
        return KeyFileForm::Plain;
    return noKeyFile(path);
}

Result<void> checkPassphrase(const QString &passphrase)
{
    auto checked = checkPassword(passphrase);
    if (checked)
        return checked;
    return makeError(checked.error().code, checked.error().detail, QStringLiteral("passphrase"));
}

Result<OpenedKey> createWrappedKey(const QString &path, const QString &passphrase, const PasswordCost &cost)
{
    SecretKey data = SecretKey::random();
    auto wrapping = keepWrapped(path, data, passphrase, cost);
    if (!wrapping)
        return wrapping.error();
    return OpenedKey{std::move(data), std::move(wrapping).value()};
}

Result<SecretKey> keepWrapped(const QString &path, const SecretKey &data, const QString &passphrase,
                              const PasswordCost &cost)
{
    auto made = wrapped(data, passphrase, cost);
    if (!made)
        return made.error();
    if (auto written = writeNewKeyFile(path, made->file); !written)
        return written.error();
    return std::move(made->key);
}

Result<OpenedKey> openWrappedKey(const QString &path, const QString &passphrase)
{
    const auto file = readWrapped(path);
    if (!file)
        return file.error();
    if (passphrase.size() > kPasswordMaxBytes) // none was ever so long
        return makeError(ErrorCode::Unauthenticated, QStringLiteral("another passphrase"), path);
    auto wrapping = wrappingKey(*file, passphrase);
    if (!wrapping)
        return wrapping.error();
    auto data = unwrapped(*file, *wrapping, path);
    if (!data)
        return data.error();
    return OpenedKey{std::move(data).value(), std::move(wrapping).value()};
}

Result<SecretKey> openWrappedKeyWith(const QString &path, const SecretKey &wrapping)
{
    const auto file = readWrapped(path);
    if (!file)
        return file.error();
    return unwrapped(*file, wrapping, path);
}

Result<OpenedKey> changePassphrase(const QString &path, const QString &current, const QString &next,
                                   const PasswordCost &cost)
{
    if (auto checked = checkPassphrase(next); !checked)
        return checked.error();
    auto opened = openWrappedKey(path, current);
    if (!opened)
        return opened.error();
    auto made = wrapped(opened->data, next, cost);
    if (!made)
        return made.error();
    if (auto replaced = replaceKeyFile(path, made->file); !replaced)
        return replaced.error();
    return OpenedKey{std::move(opened->data), std::move(made->key)};
}

Result<OpenedKey> wrapPlainKey(const QString &path, const QString &passphrase, const PasswordCost &cost)
{
    auto file = readKeyFile(path, kWrappedSize);
    if (!file)
        return file.error().code == ErrorCode::TooLarge ? noKeyFile(path) : file.error();
    if (file->size() != kPlainSize || !file->startsWith(kPlainHead))
        return makeError(ErrorCode::WrongState, QStringLiteral("the key is wrapped already, or none"), path);
    auto data = keyFrom(file->mid(kPlainHead.size()));
    wipe(*file);
    auto made = wrapped(*data, passphrase, cost);
    if (!made)
        return made.error();
    if (auto replaced = replaceAndErase(path, made->file); !replaced)
        return replaced.error();
    return OpenedKey{std::move(data).value(), std::move(made->key)};
}

} // namespace markaz
