// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/enrolmentcode.h"
#include "core/security/revocation.h"
#include "core/security/tokenhash.h"

#include <gtest/gtest.h>

#include <QSet>

using namespace markaz;

namespace {

const QDate kDay(2026, 11, 28);

DeviceRevocation order()
{
    return {QStringLiteral("01900000-0000-7000-8000-00000000ee01"),
            QStringLiteral("01900000-0000-7000-8000-00000000d001"),
            QStringLiteral("01900000-0000-7000-8000-00000000c001"),
            QStringLiteral("2026-11-28T09:00:00.000Z"),
            {},
            {}};
}

SigningKey key(const char *name)
{
    return SigningKey::generate(QLatin1String(name), kDay).value();
}

KeySet keysOf(const SigningKey &one)
{
    KeySet set;
    EXPECT_TRUE(set.add(one.publicKey()));
    return set;
}

} // namespace

TEST(Revocation, text_isFiveLinesThatNothingElseBeginsLike)
{
    EXPECT_EQ(revocationText(order()).value(), QByteArrayLiteral("markaz-device-revocation-1\n"
                                                                 "account=01900000-0000-7000-8000-00000000c001\n"
                                                                 "at=2026-11-28T09:00:00.000Z\n"
                                                                 "device=01900000-0000-7000-8000-00000000d001\n"
                                                                 "id=01900000-0000-7000-8000-00000000ee01\n"));
}

TEST(Revocation, signedByAKeyOfTheServer_holds)
{
    const SigningKey issuer = key("2026-A");
    const auto signedOrder = signRevocation(issuer, order());
    ASSERT_TRUE(signedOrder);
    EXPECT_EQ(signedOrder->keyId, QStringLiteral("2026-A"));
    EXPECT_TRUE(verifyRevocation(keysOf(issuer), *signedOrder));
}

TEST(Revocation, anyOtherMember_isTampered)
{
    const SigningKey issuer = key("2026-A");
    const DeviceRevocation good = signRevocation(issuer, order()).value();
    const KeySet keys = keysOf(issuer);
    const QString other = QStringLiteral("01900000-0000-7000-8000-00000000ffff");
    for (auto member : {&DeviceRevocation::id, &DeviceRevocation::device, &DeviceRevocation::account}) {
        DeviceRevocation altered = good;
        altered.*member = other;
        EXPECT_EQ(verifyRevocation(keys, altered).error().code, ErrorCode::Tampered);
    }
    DeviceRevocation later = good;
    later.at = QStringLiteral("2026-11-28T09:00:00.001Z");
    EXPECT_EQ(verifyRevocation(keys, later).error().code, ErrorCode::Tampered);
    DeviceRevocation swapped = good;
    std::swap(swapped.device, swapped.account);
    EXPECT_EQ(verifyRevocation(keys, swapped).error().code, ErrorCode::Tampered);
    for (int bit = 0; bit < 64 * 8; ++bit) {
        DeviceRevocation altered = good;
        altered.signature[bit / 8] = static_cast<char>(altered.signature[bit / 8] ^ (1 << (bit % 8)));
        ASSERT_EQ(verifyRevocation(keys, altered).error().code, ErrorCode::Tampered) << bit;
    }
    DeviceRevocation unsignedOrder = good;
    unsignedOrder.signature.clear();
    EXPECT_EQ(verifyRevocation(keys, unsignedOrder).error().code, ErrorCode::Tampered);
}

TEST(Revocation, anotherKey_isNotBelieved)
{
    const DeviceRevocation good = signRevocation(key("2026-A"), order()).value();
    EXPECT_EQ(verifyRevocation(keysOf(key("2026-B")), good).error().code, ErrorCode::NotFound);
    EXPECT_EQ(verifyRevocation(keysOf(key("2026-A")), good).error().code, ErrorCode::Tampered) << "another 2026-A";
    EXPECT_EQ(verifyRevocation({}, good).error().code, ErrorCode::NotFound);
}

TEST(Revocation, aSignatureOverAnotherKindOfText_isNone)
{
    const SigningKey issuer = key("2026-A");
    DeviceRevocation forged = signRevocation(issuer, order()).value();
    forged.signature = issuer.sign(revocationText(order()).value().mid(27)); // the same without its first line
    EXPECT_EQ(verifyRevocation(keysOf(issuer), forged).error().code, ErrorCode::Tampered);
}

TEST(Revocation, whatIsNoIdOrInstant_isNeitherSignedNorRead)
{
    const SigningKey issuer = key("2026-A");
    const auto refuses = [&](DeviceRevocation wrong, const char *where) {
        EXPECT_EQ(signRevocation(issuer, wrong).error().where, QLatin1String(where));
        wrong.keyId = QStringLiteral("2026-A");
        EXPECT_EQ(verifyRevocation(keysOf(issuer), wrong).error().code, ErrorCode::InvalidValue) << where;
    };
    DeviceRevocation wrong = order();
    wrong.device += QStringLiteral("\nid=x");
    refuses(wrong, "device");
    wrong = order();
    wrong.account.clear();
    refuses(wrong, "account");
    wrong = order();
    wrong.id = wrong.id.toUpper();
    refuses(wrong, "id");
    for (const char *at : {"", "yesterday", "2026-11-28T09:00:00Z", "2026-11-28T09:00:00.000+05:00"}) {
        wrong = order();
        wrong.at = QLatin1String(at);
        refuses(wrong, "at");
    }
}

TEST(EnrolmentCodes, random_areOfTheFormAndDiffer)
{
    QSet<QString> seen;
    QSet<QChar> characters;
    for (int i = 0; i < 500; ++i) {
        const QString code = randomEnrolmentCode();
        ASSERT_EQ(readEnrolmentCode(code).value(), code);
        ASSERT_EQ(code.size(), 24);
        seen.insert(code);
        for (const QChar c : code)
            characters.insert(c);
    }
    EXPECT_EQ(seen.size(), 500);
    EXPECT_EQ(characters.size(), 33) << "every one of the 32 comes, and the hyphen";
}
