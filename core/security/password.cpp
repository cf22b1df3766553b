// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/password.h"

#include "core/security/sodium.h"

#include <QList>
#include <QSet>

#include <array>

namespace markaz {

QByteArray passwordBytes(const QString &password)
{
    return password.normalized(QString::NormalizationForm_KC).toUtf8();
}

bool hasDifferentCharacters(const QString &password)
{
    const QList<uint> characters = password.toUcs4();
    return QSet<uint>(characters.cbegin(), characters.cend()).size() >= kPasswordMinDifferent;
}

bool isSamePassword(const QString &one, const QString &other)
{
    return one.normalized(QString::NormalizationForm_KC) == other.normalized(QString::NormalizationForm_KC);
}

Result<void> checkPassword(const QString &password)
{
    if (password.toUcs4().size() < kPasswordMinCharacters)
        return makeError(ErrorCode::InvalidValue,
                         QStringLiteral("must have at least %1 characters").arg(kPasswordMinCharacters),
                         QStringLiteral("password"));
    if (!hasDifferentCharacters(password))
        return makeError(ErrorCode::InvalidValue,
                         QStringLiteral("must have at least %1 different characters").arg(kPasswordMinDifferent),
                         QStringLiteral("password"));
    if (passwordBytes(password).size() > kPasswordMaxBytes)
        return makeError(ErrorCode::InvalidValue, QStringLiteral("must have at most %1 bytes").arg(kPasswordMaxBytes),
                         QStringLiteral("password"));
    return {};
}

Result<QString> hashPassword(const QString &password, const PasswordCost &cost)
{
    needSodium();
    if (auto checked = checkPassword(password); !checked)
        return checked.error();
    QByteArray bytes = passwordBytes(password);
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    const int failed =
        crypto_pwhash_argon2id_str(hash.data(), bytes.constData(), static_cast<unsigned long long>(bytes.size()),
                                   cost.passes, static_cast<size_t>(cost.memoryBytes));
    sodium_memzero(bytes.data(), static_cast<size_t>(bytes.size()));
    if (failed != 0)
        return makeError(ErrorCode::Internal, QStringLiteral("not enough memory to hash a password"));
    return QString::fromLatin1(hash.data());
}

Result<void> verifyPassword(const QString &password, const QString &hash)
{
    needSodium();
    const Error wrong = makeError(ErrorCode::Unauthenticated, QStringLiteral("wrong password"));
    if (password.size() > kPasswordMaxBytes) // more code units than bytes allowed: no hash was ever made of it
        return wrong;
    QByteArray bytes = passwordBytes(password);
    const QByteArray stored = hash.toLatin1();
    if (stored.size() >= static_cast<qsizetype>(crypto_pwhash_STRBYTES))
        return wrong;
    const int failed = crypto_pwhash_argon2id_str_verify(stored.constData(), bytes.constData(),
                                                         static_cast<unsigned long long>(bytes.size()));
    sodium_memzero(bytes.data(), static_cast<size_t>(bytes.size()));
    return failed == 0 ? Result<void>() : wrong;
}

bool needsRehash(const QString &hash, const PasswordCost &cost)
{
    needSodium();
    const QByteArray stored = hash.toLatin1();
    return stored.size() >= static_cast<qsizetype>(crypto_pwhash_STRBYTES) ||
           crypto_pwhash_argon2id_str_needs_rehash(stored.constData(), cost.passes,
                                                   static_cast<size_t>(cost.memoryBytes)) != 0;
}

} // namespace markaz
