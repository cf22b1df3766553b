// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/columnsealer.h"
#include "core/security/tokenhash.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>

#include <atomic>
#include <thread>
#include <vector>

namespace markaz {
namespace {

const QString kPlace = QStringLiteral("owner|0190|phone");
const QByteArray kPlain = QByteArrayLiteral("+92 300 0000000");

QByteArray bytesOf(const SecretKey &key)
{
    return QByteArray(reinterpret_cast<const char *>(key.data()), SecretKey::kSize);
}

TEST(ColumnSealer, whatWasSealed_opensInItsPlace)
{
    const ColumnSealer sealer(SecretKey::random());
    for (const QByteArray &plain : {kPlain, QByteArray(), QByteArray(100'000, '\0'), QByteArrayLiteral("a\0b")}) {
        const QByteArray sealed = sealer.seal(plain, kPlace);
        EXPECT_EQ(sealed.size(), 1 + 24 + plain.size() + 16);
        const auto opened = sealer.open(sealed, kPlace);
        ASSERT_TRUE(opened);
        EXPECT_EQ(*opened, plain);
    }
}

TEST(ColumnSealer, sealed_holdsNothingOfThePlainTextAndNeverRepeats)
{
    const ColumnSealer sealer(SecretKey::random());
    const QByteArray one = sealer.seal(kPlain, kPlace);
    EXPECT_FALSE(one.contains(kPlain));
    EXPECT_NE(one, sealer.seal(kPlain, kPlace));
}

TEST(ColumnSealer, everyAlteredBit_isTampered)
{
    const ColumnSealer sealer(SecretKey::random());
    const QByteArray sealed = sealer.seal(kPlain, kPlace);
    for (qsizetype bit = 0; bit < sealed.size() * 8; ++bit) {
        QByteArray altered = sealed;
        altered[bit / 8] = static_cast<char>(altered[bit / 8] ^ (1 << (bit % 8)));
        const auto opened = sealer.open(altered, kPlace);
        ASSERT_FALSE(opened) << bit;
        EXPECT_EQ(opened.error().code, ErrorCode::Tampered);
    }
}

TEST(ColumnSealer, everyShorterAndALongerText_isTampered)
{
    const ColumnSealer sealer(SecretKey::random());
    const QByteArray sealed = sealer.seal(kPlain, kPlace);
    for (qsizetype size = 0; size < sealed.size(); ++size)
        EXPECT_FALSE(sealer.open(sealed.left(size), kPlace)) << size;
    EXPECT_FALSE(sealer.open(sealed + '\0', kPlace));
}

TEST(ColumnSealer, movedToAnotherPlace_isTampered)
{
    const ColumnSealer sealer(SecretKey::random());
    const QByteArray sealed = sealer.seal(kPlain, kPlace);
    for (const char *place : {"owner|0191|phone", "owner|0190|email", "building|0190|phone", ""})
        EXPECT_EQ(sealer.open(sealed, QLatin1String(place)).error().code, ErrorCode::Tampered) << place;
}

TEST(ColumnSealer, anotherKey_opensNothing)
{
    const QByteArray sealed = ColumnSealer(SecretKey::random()).seal(kPlain, kPlace);
    EXPECT_EQ(ColumnSealer(SecretKey::random()).open(sealed, kPlace).error().code, ErrorCode::Tampered);
}

TEST(SecretKey, derivedKeys_differFromEachOtherAndFromTheirOrigin)
{
    const SecretKey key = SecretKey::random();
    EXPECT_NE(bytesOf(key.derived(1)), bytesOf(key.derived(2)));
    EXPECT_NE(bytesOf(key.derived(1)), bytesOf(key));
    EXPECT_EQ(bytesOf(key.derived(1)), bytesOf(key.derived(1)));
}

TEST(SecretKey, anotherLengthThan32_isInvalid)
{
    EXPECT_TRUE(SecretKey::fromBytes(QByteArray(32, 'k')));
    EXPECT_FALSE(SecretKey::fromBytes(QByteArray(31, 'k')));
    EXPECT_FALSE(SecretKey::fromBytes(QByteArray(33, 'k')));
}

TEST(TokenHash, tokens_areLongUrlSafeAndNeverTheSame)
{
    static const QRegularExpression form(QStringLiteral("\\A[A-Za-z0-9_-]{43}\\z"));
    QSet<QString> seen;
    for (int i = 0; i < 200; ++i) {
        const QString one = randomToken();
        EXPECT_TRUE(form.match(one).hasMatch()) << one.toStdString();
        seen.insert(one);
    }
    EXPECT_EQ(seen.size(), 200);
}

TEST(TokenHash, isSha256) // FIPS 180-2, B.1
{
    EXPECT_EQ(tokenHash(QStringLiteral("abc")).toHex(),
              QByteArrayLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
}

} // namespace
} // namespace markaz
