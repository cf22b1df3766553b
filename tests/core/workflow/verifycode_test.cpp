// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/verifycode.h"
#include "tests/support/certificateshelf.h"

#include <gtest/gtest.h>

namespace markaz {
namespace {

using test::CertificateShelf;

TEST(VerifyCode, withoutKeys_nothingCanBeSaid)
{
    const auto verified =
        verifyCode(CertificateShelf().code(), {}, QDateTime(QDate(2026, 11, 24), QTime(9, 0), Qt::UTC));
    ASSERT_FALSE(verified);
    EXPECT_EQ(verified.error().code, ErrorCode::NotFound);
}

TEST(VerifyCode, theDayIsTheProgrammes_andAClockBehindTheServerIsNoted)
{
    const CertificateShelf shelf;
    CertificateTrust trust = shelf.trust();
    const QString code = shelf.code(1, [](CertificateClaims &c) { c.validUntil = QDate(2026, 11, 23); });
    // 20:00 UTC of the 23rd is the 24th in Pakistan.
    const QDateTime late(QDate(2026, 11, 23), QTime(20, 0), Qt::UTC);
    auto verified = verifyCode(code, trust, late);
    ASSERT_TRUE(verified);
    EXPECT_EQ(verified->checked.verdict, CodeVerdict::Expired);
    EXPECT_FALSE(verified->clockBehind);
    EXPECT_EQ(verified->checked.asOf, QStringLiteral("2026-11-20T07:30:00.000Z"));
    EXPECT_EQ(verifyCode(code, trust, late.addSecs(-3 * 3600))->checked.verdict, CodeVerdict::Valid);
    trust.server = late.addSecs(1);
    EXPECT_TRUE(verifyCode(code, trust, late)->clockBehind);
}

TEST(VerifyCode, tidied_isTheCodeAgain)
{
    const QString code = CertificateShelf().code();
    QString broken = QStringLiteral("\n  ") + code + QStringLiteral(" \r\n");
    broken.insert(30, QStringLiteral("\r\n"));
    EXPECT_EQ(tidyCode(broken), code);
    EXPECT_TRUE(isCertificateCode(code));
    EXPECT_FALSE(isCertificateCode(QStringLiteral("https://markaz.example/verify")));
}

} // namespace
} // namespace markaz
