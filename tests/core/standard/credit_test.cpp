// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/standard/standard.h"
#include "tests/support/standardjson.h"

#include <gtest/gtest.h>

using namespace markaz;

namespace {

Decimal number(const char *text)
{
    return Decimal::parse(QLatin1String(text)).value();
}

BandTable table(BandTable::Direction direction)
{
    BandTable made;
    made.direction = direction;
    const bool atLeast = direction == BandTable::Direction::AtLeast;
    made.byTier[0] = {{number("4"), 10'000}, {number(atLeast ? "2.5" : "6.5"), 5000}};
    made.byTier[2] = {{number("-67"), 10'000}};
    return made;
}

} // namespace

TEST(BandTable, atLeast_takesTheBestBandReached)
{
    const BandTable bands = table(BandTable::Direction::AtLeast);
    EXPECT_EQ(bands.creditFor(1, number("4")), 10'000);
    EXPECT_EQ(bands.creditFor(1, number("3.9999")), 5000);
    EXPECT_EQ(bands.creditFor(1, number("2.5")), 5000);
    EXPECT_EQ(bands.creditFor(1, number("2.4999")), 0);
    EXPECT_EQ(bands.creditFor(3, number("-66")), 10'000);
    EXPECT_EQ(bands.creditFor(3, number("-67.0001")), 0);
}

TEST(BandTable, atMost_takesTheBestBandReached)
{
    const BandTable bands = table(BandTable::Direction::AtMost);
    EXPECT_EQ(bands.creditFor(1, number("4")), 10'000);
    EXPECT_EQ(bands.creditFor(1, number("4.0001")), 5000);
    EXPECT_EQ(bands.creditFor(1, number("6.5001")), 0);
}

TEST(BandTable, tierWithoutBandsOrOutOfRange_earnsNothing)
{
    const BandTable bands = table(BandTable::Direction::AtLeast);
    for (int tier : {-1, 0, 2, 4}) {
        EXPECT_EQ(bands.creditFor(tier, number("1000")), 0) << tier;
        EXPECT_FALSE(bands.threshold(tier).has_value()) << tier;
    }
}

TEST(BandTable, programmeLimit_replacesTheThreshold)
{
    BandTable bands = table(BandTable::Direction::AtMost);
    bands.byTier[0] = {{number("4000"), 10'000}};
    bands.programmeLimit = QStringLiteral("ceiling");
    EXPECT_EQ(bands.threshold(1), number("4000"));
    EXPECT_EQ(bands.threshold(1, samples::json("{'ceiling': 3000}")), number("3000"));
    EXPECT_EQ(bands.threshold(1, samples::json("{'ceiling': 'many'}")), number("4000")) << "no figure, no change";
    EXPECT_EQ(bands.creditFor(1, number("3500"), samples::json("{'ceiling': 3000}")), 0);
    EXPECT_EQ(bands.creditFor(1, number("3500"), samples::json("{'ceiling': '3500'}")), 10'000);
}

TEST(NumberForm, limitsAndDecimals_areKept)
{
    const NumberForm form{number("0"), number("24"), 1};
    EXPECT_TRUE(form.parse(QStringLiteral("0")).ok());
    EXPECT_TRUE(form.parse(QStringLiteral("24.0")).ok());
    EXPECT_FALSE(form.parse(QStringLiteral("24.1")).ok());
    EXPECT_FALSE(form.parse(QStringLiteral("-0.1")).ok());
    EXPECT_FALSE(form.parse(QStringLiteral("1.25")).ok());
    EXPECT_FALSE(form.parse(QStringLiteral("ten")).ok());
    EXPECT_FALSE((NumberForm{{}, {}, 0}).parse(QStringLiteral("1.0")).ok()) << "a count has no point";
    EXPECT_TRUE((NumberForm{}).parse(QStringLiteral("-1.2345")).ok());
}
