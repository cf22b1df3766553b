// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/actor.h"
#include "core/domain/enrolmentcode.h"

#include <gtest/gtest.h>

using namespace markaz;

TEST(EnrolmentCode, howeverItIsTyped_isReadInItsGroups)
{
    const QString code = QStringLiteral("7Q2M-XJ4K-0V9R-TB3C-1Z5N");
    for (const char *typed : {"7Q2M-XJ4K-0V9R-TB3C-1Z5N", "7q2mxj4k0v9rtb3c1z5n", " 7Q2M XJ4K\nOV9R  TB3C--iZ5N ",
                              "7Q2M-XJ4K-oV9R-TB3C-lZ5N"})
        EXPECT_EQ(readEnrolmentCode(QLatin1String(typed)).value(), code) << typed;
}

TEST(EnrolmentCode, whatIsNone_isRefused)
{
    for (const char *typed : {"", "7Q2M-XJ4K-0V9R-TB3C-1Z5", "7Q2M-XJ4K-0V9R-TB3C-1Z5NN", "7Q2M-XJ4K-0V9R-TB3C-1Z5U",
                              "7Q2M_XJ4K_0V9R_TB3C_1Z5N", "7Q2M-XJ4K-0V9R-TB3C-1Z5\xC3\x89"}) {
        const auto read = readEnrolmentCode(QString::fromUtf8(typed));
        ASSERT_FALSE(read) << typed;
        EXPECT_EQ(read.error().code, ErrorCode::InvalidValue);
        EXPECT_EQ(read.error().where, QStringLiteral("code"));
    }
}

TEST(AccountName, form)
{
    EXPECT_TRUE(isAccountName(QStringLiteral("a.khan")));
    EXPECT_TRUE(isAccountName(QStringLiteral("2nd_officer-pb")));
    EXPECT_TRUE(isAccountName(QString(60, QLatin1Char('a'))));
    for (const char *name : {"", "ab", "A.khan", ".khan", "a khan", "a.khan\n", "a&b=c"})
        EXPECT_FALSE(isAccountName(QLatin1String(name))) << name;
    EXPECT_FALSE(isAccountName(QString(61, QLatin1Char('a'))));
}
