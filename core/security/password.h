// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/result.h"

#include <QByteArray>
#include <QString>

namespace markaz {

/// The price of one Argon2id hash. The defaults are the product's; tests pass lighter ones.
struct PasswordCost
{
    quint64 passes = 3;
    quint64 memoryBytes = 64ULL * 1024 * 1024;
};

inline constexpr int kPasswordMinCharacters = 12;
inline constexpr int kPasswordMinDifferent = 5; ///< of its characters: "aaaaaaaaaaaa" is no password
inline constexpr int kPasswordMaxBytes = 1024;  ///< in UTF-8, so that nobody makes the server hash megabytes

/// InvalidValue (`where` = "password") when it has fewer than 12 characters, fewer than 5 different ones, or more than
/// 1,024 bytes. One that was taken before goes on to be verified.
Result<void> checkPassword(const QString &password);
/// Whether its characters differ enough, however long it is.
bool hasDifferentCharacters(const QString &password);
/// Whether two are one password, however their characters are composed.
bool isSamePassword(const QString &one, const QString &other);

/// The bytes that are hashed: Unicode form NFKC in UTF-8. The caller wipes them.
QByteArray passwordBytes(const QString &password);

/// Argon2id in the PHC form "$argon2id$v=19$m=65536,t=3,p=1$salt$hash", with a random salt of its own. The password is
/// brought to Unicode form NFKC first, so that keyboards that compose differently agree. Takes about a tenth of a
/// second and 64 MiB: callers limit how many run at once.
Result<QString> hashPassword(const QString &password, const PasswordCost &cost = {});

/// Unauthenticated when \p password is not the one behind \p hash, or \p hash is no hash.
Result<void> verifyPassword(const QString &password, const QString &hash);

/// True when \p hash was made at another price than \p cost, so that the next sign-in should renew it.
bool needsRehash(const QString &hash, const PasswordCost &cost = {});

} // namespace markaz
