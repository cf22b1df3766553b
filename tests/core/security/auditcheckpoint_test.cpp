// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/auditcheckpoint.h"

#include <gtest/gtest.h>

namespace markaz {
namespace {

const QString kInstance = QStringLiteral("01900000-0000-7000-8000-0000000000a1");

SigningKey key(const QString &keyId = QStringLiteral("2026-A"))
{
    return SigningKey::generate(keyId, QDate(2026, 1, 1)).value();
}

Checkpoint unsignedOne()
{
    return {QStringLiteral("01900000-0000-7000-8000-0000000000b1"),
            42,
            QString(64, QLatin1Char('a')),
            QStringLiteral("2026-11-28T10:00:00.000Z"),
            {},
            {}};
}

TEST(AuditCheckpoint, signedText_isTheSevenLinesThatOthersCanBuild)
{
    Checkpoint checkpoint = unsignedOne();
    checkpoint.keyId = QStringLiteral("2026-A");
    EXPECT_EQ(signedText(checkpoint, kInstance), "markaz audit checkpoint 1\n01900000-0000-7000-8000-0000000000a1\n"
                                                 "01900000-0000-7000-8000-0000000000b1\n42\n" +
                                                     QByteArray(64, 'a') + "\n2026-11-28T10:00:00.000Z\n2026-A\n");
}

TEST(AuditCheckpoint, signature_holdsForExactlyWhatWasSigned)
{
    const SigningKey own = key();
    KeySet keys;
    ASSERT_TRUE(keys.add(own.publicKey()));
    const Checkpoint good = signCheckpoint(unsignedOne(), kInstance, own);
    EXPECT_EQ(good.keyId, QStringLiteral("2026-A"));
    EXPECT_TRUE(verifyCheckpoint(good, kInstance, keys));
    EXPECT_EQ(verifyCheckpoint(good, QStringLiteral("another server"), keys).error().code, ErrorCode::Tampered);
    const std::function<void(Checkpoint &)> changes[] = {
        [](Checkpoint &c) { c.n = 41; },
        [](Checkpoint &c) { c.hash[63] = QLatin1Char('b'); },
        [](Checkpoint &c) { c.at[0] = QLatin1Char('3'); },
        [](Checkpoint &c) { c.history.chop(1); },
        [](Checkpoint &c) { c.signature[0] = static_cast<char>(c.signature[0] ^ 1); },
        [](Checkpoint &c) { c.signature.chop(1); },
    };
    for (const auto &change : changes) {
        Checkpoint changed = good;
        change(changed);
        EXPECT_EQ(verifyCheckpoint(changed, kInstance, keys).error().code, ErrorCode::Tampered);
    }
    Checkpoint other = good;
    other.keyId = QStringLiteral("2026-B");
    EXPECT_EQ(verifyCheckpoint(other, kInstance, keys).error().code, ErrorCode::NotFound);
    ASSERT_TRUE(keys.add(key(QStringLiteral("2026-B")).publicKey()));
    EXPECT_EQ(verifyCheckpoint(other, kInstance, keys).error().code, ErrorCode::Tampered);
}

} // namespace
} // namespace markaz
