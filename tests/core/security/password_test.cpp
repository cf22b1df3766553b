// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/password.h"
#include "core/security/wrappedkey.h"

#include <gtest/gtest.h>

namespace markaz {
namespace {

const PasswordCost kLight{1, 8ULL * 1024}; // the least that Argon2id takes, for the tests that look at something else
const QString kPassword = QStringLiteral("correct horse battery");

TEST(Password, productionCost_is64MiBAnd3PassesOfArgon2id)
{
    const auto hash = hashPassword(kPassword);
    ASSERT_TRUE(hash);
    EXPECT_TRUE(hash->startsWith(QLatin1String("$argon2id$v=19$m=65536,t=3,p=1$"))) << hash->toStdString();
    EXPECT_TRUE(verifyPassword(kPassword, *hash));
    EXPECT_FALSE(needsRehash(*hash));
}

TEST(Password, anotherPassword_isUnauthenticated)
{
    const auto hash = hashPassword(kPassword, kLight);
    ASSERT_TRUE(hash);
    for (const QString &wrong : {kPassword.toUpper(), kPassword + QLatin1Char(' '), kPassword.chopped(1), QString()}) {
        const auto answer = verifyPassword(wrong, *hash);
        ASSERT_FALSE(answer) << wrong.toStdString();
        EXPECT_EQ(answer.error().code, ErrorCode::Unauthenticated);
    }
}

TEST(Password, samePasswordTwice_hasTwoSalts)
{
    EXPECT_NE(*hashPassword(kPassword, kLight), *hashPassword(kPassword, kLight));
}

TEST(Password, lengthInCharacters_from12On)
{
    const QString urdu = QString::fromUtf8("پاس ورڈ اردو"); // 12 characters, 22 bytes
    EXPECT_EQ(urdu.size(), 12);
    EXPECT_TRUE(checkPassword(urdu));
    EXPECT_TRUE(checkPassword(QStringLiteral("abcdefghijkl")));
    const auto shorter = checkPassword(QStringLiteral("abcdefghijk"));
    ASSERT_FALSE(shorter);
    EXPECT_EQ(shorter.error().code, ErrorCode::InvalidValue);
    EXPECT_EQ(shorter.error().where, QStringLiteral("password"));
    // Eleven characters outside the basic plane are 22 code units, but eleven characters still.
    EXPECT_FALSE(checkPassword(QString::fromUtf8("\xF0\x9F\x8C\xB3").repeated(11)));
    EXPECT_FALSE(hashPassword(QStringLiteral("short"), kLight));
}

TEST(Password, fewDifferentCharacters_areRefused)
{
    for (const char *monotonous : {"aaaaaaaaaaaa", "abababababab", "aaaabbbbccccdddd"}) {
        const auto refused = checkPassword(QLatin1String(monotonous));
        ASSERT_FALSE(refused) << monotonous;
        EXPECT_TRUE(refused.error().detail.contains(QStringLiteral("different"))) << monotonous;
    }
    EXPECT_TRUE(checkPassword(QStringLiteral("abcdeabcdeab")));
    EXPECT_FALSE(checkPassphrase(QStringLiteral("aaaaaaaaaaaa")));
}

TEST(Password, tooLong_isRefusedAndNotHashed)
{
    EXPECT_TRUE(checkPassword(QString(1019, QLatin1Char('a')) + QStringLiteral("bcdef")));
    EXPECT_FALSE(checkPassword(QString(1020, QLatin1Char('a')) + QStringLiteral("bcdef")));
    EXPECT_FALSE(verifyPassword(QString(10'000'000, QLatin1Char('a')), *hashPassword(kPassword, kLight)));
}

TEST(Password, composedAndDecomposedForms_areOnePassword)
{
    const QString composed = QString::fromUtf8("caf\xC3\xA9 au lait 1");
    const QString decomposed = QString::fromUtf8("cafe\xCC\x81 au lait 1");
    ASSERT_NE(composed, decomposed);
    EXPECT_TRUE(verifyPassword(decomposed, *hashPassword(composed, kLight)));
}

TEST(Password, somethingThatIsNoHash_isUnauthenticated)
{
    for (const QString &hash :
         {QString(), QStringLiteral("plain"), QStringLiteral("$argon2id$v=19$m=65536,t=3,p=1$x$y"),
          QString(5000, QLatin1Char('$'))}) {
        const auto answer = verifyPassword(kPassword, hash);
        ASSERT_FALSE(answer);
        EXPECT_EQ(answer.error().code, ErrorCode::Unauthenticated);
        EXPECT_TRUE(needsRehash(hash));
    }
}

TEST(Password, aHashOfAnotherPrice_needsRehash)
{
    const auto light = hashPassword(kPassword, kLight);
    ASSERT_TRUE(light);
    EXPECT_TRUE(needsRehash(*light));
    EXPECT_FALSE(needsRehash(*light, kLight));
}

} // namespace
} // namespace markaz
