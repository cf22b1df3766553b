// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/reviewwords.h"

#include <gtest/gtest.h>

namespace markaz {
namespace {

TEST(ReviewWords, eachDecision_saysWhy)
{
    const QJsonObject comments{{QStringLiteral("C-02"), QStringLiteral("Which exit?")}};
    const QJsonObject blank{{QStringLiteral("C-02"), QStringLiteral(" \n")}};
    for (const char *decision : {"accept", "return", "reject"}) {
        const QString token = QLatin1String(decision);
        EXPECT_TRUE(checkReviewWords(token, QStringLiteral("because"), {})) << decision;
        for (const QJsonObject &nothing : {QJsonObject(), blank}) {
            const auto silent = checkReviewWords(token, QStringLiteral(" \n"), nothing);
            ASSERT_FALSE(silent) << decision;
            EXPECT_EQ(silent.error().code, ErrorCode::Incomplete);
            EXPECT_EQ(silent.error().where, QStringLiteral("reason"));
        }
        EXPECT_EQ(checkReviewWords(token, {}, comments).ok(), token == QLatin1String("return"))
            << decision << ": what is to be mended explains a return, and nothing else";
    }
    EXPECT_EQ(checkReviewWords(QStringLiteral("shrug"), QStringLiteral("because"), {}).error().where,
              QStringLiteral("decision"));
}

TEST(ReviewWords, commentsThatSayNothing_areNone)
{
    EXPECT_EQ(withoutBlanks({{QStringLiteral("C-02"), QStringLiteral(" Which? ")},
                             {QStringLiteral("C-03"), QStringLiteral("  ")}}),
              (QJsonObject{{QStringLiteral("C-02"), QStringLiteral("Which?")}}));
}

} // namespace
} // namespace markaz
