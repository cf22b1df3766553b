// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/buildingcode.h"
#include "core/domain/decimal.h"
#include "core/domain/position.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace markaz;

TEST(Decimal, text_isReadToTenThousandths)
{
    const std::pair<const char *, qint64> cases[] = {
        {"34", 340'000},    {"34.0", 340'000}, {"-67.25", -672'500},
        {"0", 0},           {"0.0001", 1},     {"-0.0001", -1},
        {"007.50", 75'000}, {"-0", 0},         {"99999999999.9999", 999'999'999'999'999},
    };
    for (const auto &[text, units] : cases) {
        auto number = Decimal::parse(QLatin1String(text));
        ASSERT_TRUE(number) << text;
        EXPECT_EQ(number->units(), units) << text;
    }
}

TEST(Decimal, whatIsNoPlainNumber_isRefused)
{
    for (const char *text : {"", " ", "34 ", " 34", "+34", "34.", ".5", "1e3", "1,000", "34,5", "0x10", "1.23456",
                             "123456789012", "--1", "NaN", "inf", "34\n", "٣٤"}) {
        auto number = Decimal::parse(QString::fromUtf8(text));
        ASSERT_FALSE(number) << text;
        EXPECT_EQ(number.error().code, ErrorCode::InvalidValue) << text;
    }
}

TEST(Decimal, toString_isTheShortestExactText)
{
    EXPECT_EQ(Decimal::fromUnits(340'000).toString(), QStringLiteral("34"));
    EXPECT_EQ(Decimal::fromUnits(2'500).toString(), QStringLiteral("0.25"));
    EXPECT_EQ(Decimal::fromUnits(-1).toString(), QStringLiteral("-0.0001"));
    EXPECT_EQ(Decimal::fromUnits(100'100).toString(), QStringLiteral("10.01"));
    EXPECT_EQ(Decimal::fromInteger(-3).toString(), QStringLiteral("-3"));
    EXPECT_EQ(Decimal().toString(), QStringLiteral("0"));
}

TEST(Decimal, order_isByValueAndNotByText)
{
    EXPECT_LT(*Decimal::parse(QStringLiteral("9")), *Decimal::parse(QStringLiteral("10")));
    EXPECT_LT(*Decimal::parse(QStringLiteral("-10")), *Decimal::parse(QStringLiteral("-9.5")));
    EXPECT_EQ(*Decimal::parse(QStringLiteral("34.0")), *Decimal::parse(QStringLiteral("34")));
}

RC_GTEST_PROP(DecimalProperty, textAndBack_isExact, ())
{
    const auto units = *rc::gen::inRange<qint64>(-999'999'999'999'999, 999'999'999'999'999);
    auto back = Decimal::parse(Decimal::fromUnits(units).toString());
    RC_ASSERT(back.ok());
    RC_ASSERT(back->units() == units);
}

TEST(BuildingCode, threeCapitalsAndFourDigits_areACode)
{
    auto code = BuildingCode::parse(QStringLiteral("LHE-0042"));
    ASSERT_TRUE(code);
    EXPECT_EQ(code->prefix(), QStringLiteral("LHE"));
    EXPECT_EQ(code->number(), 42);
    EXPECT_EQ(code->toString(), QStringLiteral("LHE-0042"));
}

TEST(BuildingCode, anythingElse_isRefused)
{
    for (const char *text : {"", "LHE-042", "LHE-00421", "lhe-0042", "LH-0042", "LHEE-0042", "LHE0042", "LHE 0042",
                             "LHE-0000", " LHE-0042", "LHE-0042\n", "LHE-００42", "L1E-0042"})
        EXPECT_FALSE(BuildingCode::parse(QString::fromUtf8(text))) << text;
}

TEST(BuildingCode, make_fillsWithZeroesWithinOneToNinetyNineNinetyNine)
{
    EXPECT_EQ(BuildingCode::make(QStringLiteral("KHI"), 7)->toString(), QStringLiteral("KHI-0007"));
    EXPECT_EQ(BuildingCode::make(QStringLiteral("KHI"), 9999)->number(), 9999);
    for (int number : {0, -1, -42, 10'000})
        EXPECT_FALSE(BuildingCode::make(QStringLiteral("KHI"), number)) << number;
    EXPECT_FALSE(BuildingCode::make(QStringLiteral("%2"), 1));
    EXPECT_FALSE(BuildingCode::make(QString(), 1));
}

TEST(Position, typedDegrees_areReadToMillionths)
{
    for (const char *text : {"32.4945, 74.5229", "32.4945,74.5229", "32.4945 74.5229", "  32.4945 ; 74.5229  "}) {
        auto place = Position::parse(QLatin1String(text));
        ASSERT_TRUE(place) << text;
        EXPECT_EQ(place->latitudeE6(), 32'494'500) << text;
        EXPECT_EQ(place->longitudeE6(), 74'522'900) << text;
        EXPECT_EQ(place->accuracyM(), 0) << text;
    }
    EXPECT_EQ(Position::parse(QStringLiteral("-0.0000014 -74.5"))->latitudeE6(), -1);
}

TEST(Position, whatIsNoPlaceOnEarth_isRefused)
{
    for (const char *text : {"", "32.4945", "32.4945, ", "91, 74", "-90.000001, 0", "32, 180.5", "32, 74, 5", "N32 E74",
                             "32,4945, 74,5229", "1e1, 74"})
        EXPECT_FALSE(Position::parse(QLatin1String(text))) << text;
    EXPECT_FALSE(Position::make(0, 0, -1));
    EXPECT_TRUE(Position::make(90'000'000, -180'000'000, 0));
}

TEST(Position, fields_giveAPositionOnlyWithBothDegrees)
{
    const QJsonObject whole{{QStringLiteral("latitude_e6"), 31'558'000},
                            {QStringLiteral("longitude_e6"), 74'350'710},
                            {QStringLiteral("accuracy_m"), 6}};
    auto place = Position::fromFields(whole);
    ASSERT_TRUE(place.has_value());
    EXPECT_EQ(place->latitudeE6(), 31'558'000);
    EXPECT_EQ(place->accuracyM(), 6);
    for (const char *name : {"latitude_e6", "longitude_e6"}) {
        QJsonObject half = whole;
        half.remove(QLatin1String(name));
        EXPECT_FALSE(Position::fromFields(half).has_value()) << name;
    }
    EXPECT_FALSE(Position::fromFields(
        {{QStringLiteral("latitude_e6"), QStringLiteral("31558000")}, {QStringLiteral("longitude_e6"), 74'350'710}}));
}

TEST(Position, toString_showsSixPlaces)
{
    EXPECT_EQ(Position::make(32'494'530, 74'522'910)->toString(), QStringLiteral("32.494530, 74.522910"));
    EXPECT_EQ(Position::make(-500, -1'000'001)->toString(), QStringLiteral("-0.000500, -1.000001"));
}

TEST(Position, distance_isTheGreatCircles)
{
    // A quarter of the meridian and of the equator on a sphere of 6,371,009 m: pi / 2 times its radius.
    const double quarter = 10'007'557.2;
    const Position origin = *Position::make(0, 0);
    EXPECT_NEAR(origin.distanceM(*Position::make(90'000'000, 0)), quarter, 1.0);
    EXPECT_NEAR(origin.distanceM(*Position::make(0, 90'000'000)), quarter, 1.0);
    EXPECT_NEAR(origin.distanceM(*Position::make(0, -180'000'000)), 2 * quarter, 1.0);
    EXPECT_EQ(origin.distanceM(origin), 0.0);
    // A thousandth of a degree along a meridian is 111.2 m.
    EXPECT_NEAR(Position::make(31'558'000, 74'350'710)->distanceM(*Position::make(31'559'000, 74'350'710)), 111.2,
                0.05);
}

RC_GTEST_PROP(PositionProperty, textAndBack_isTheSamePlace, ())
{
    const auto place = *Position::make(*rc::gen::inRange<qint64>(-90'000'000, 90'000'001),
                                       *rc::gen::inRange<qint64>(-180'000'000, 180'000'001));
    auto back = Position::parse(place.toString());
    RC_ASSERT(back.ok());
    RC_ASSERT(back->latitudeE6() == place.latitudeE6());
    RC_ASSERT(back->longitudeE6() == place.longitudeE6());
}
