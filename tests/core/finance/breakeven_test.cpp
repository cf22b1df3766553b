// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finance/breakeven.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace markaz {
namespace {

/// Rs 10 million without interest, as domain.md has it.
LoanSchedule tenMillion(int months, const QDate &paidOut = {})
{
    return scheduleLoan({Paisa::rupees(10'000'000), 0, months, 0}, paidOut, {{{}, 0, 0}}).value();
}

CentreEconomics hundredSeats(int occupancyBp, Paisa runningCost = {})
{
    return {100, Paisa::rupees(3'500), runningCost, occupancyBp, {}};
}

// domain.md: over 24 months it is Rs 416,667 a month, and 100 full seats at Rs 3,500 bring Rs 350,000.
TEST(BreakEven, tenMillionOver24Months_isMoreThanAllSeatsBring)
{
    const auto found = breakEven(tenMillion(24), hundredSeats(10'000));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->dearest, Paisa{41'666'667});
    EXPECT_EQ(found->seatsNeeded, 120);          // 119.05
    EXPECT_EQ(found->occupancyNeededBp, 11'905); // 119.05 %
    EXPECT_FALSE(found->above);
    EXPECT_EQ(found->months.first().takings, Paisa{35'000'000});
    EXPECT_EQ(found->months.first().net(), Paisa{-6'666'667});
    EXPECT_EQ(found->months.last().sum, Paisa{-160'000'000}); // 24 x 350,000 less 10 million
    EXPECT_EQ(found->turnsInMonth, 25) << "when the loan is repaid";
    EXPECT_EQ(found->madeGoodInMonth, 29) << "and Rs 1.6 million more takes another 4.6 months";
}

// Over 60 months it is Rs 166,667, about 48 seats.
TEST(BreakEven, tenMillionOver60Months_takesFortyEightSeats)
{
    const auto just = breakEven(tenMillion(60), hundredSeats(4'762));
    ASSERT_TRUE(just);
    EXPECT_EQ(just->seatsNeeded, 48);
    EXPECT_EQ(just->occupancyNeededBp, 4'762); // 47.62 %
    EXPECT_TRUE(just->above);
    EXPECT_EQ(just->turnsInMonth, 1);
    EXPECT_EQ(just->madeGoodInMonth, 1);
    const auto less = breakEven(tenMillion(60), hundredSeats(4'761));
    ASSERT_TRUE(less);
    EXPECT_FALSE(less->above);
    EXPECT_EQ(less->turnsInMonth, 61);
}

TEST(BreakEven, runningCostsAreInEachMonth_alsoBehindTheLoan)
{
    const auto found = breakEven(tenMillion(60), hundredSeats(10'000, Paisa::rupees(200'000)));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->dearest, Paisa{36'666'667});
    EXPECT_EQ(found->seatsNeeded, 105);
    EXPECT_EQ(found->turnsInMonth, 61);
    const auto never = breakEven(tenMillion(60), hundredSeats(10'000, Paisa::rupees(350'001)));
    ASSERT_TRUE(never);
    EXPECT_FALSE(never->turnsInMonth);
    EXPECT_FALSE(never->madeGoodInMonth);
    const auto even = breakEven(tenMillion(60), hundredSeats(10'000, Paisa::rupees(350'000)));
    ASSERT_TRUE(even);
    EXPECT_EQ(even->turnsInMonth, 61) << "behind the loan nothing is short";
    EXPECT_FALSE(even->madeGoodInMonth) << "but what is owed stays";
}

// The whole interest is subsidised, so the owner pays less while there is more interest: the last months are dearest.
TEST(BreakEven, theDearestMonthCounts)
{
    const auto schedule = scheduleLoan({Paisa{100'000}, 1'200, 3, 0}, {}, {{{}, 10'000, 10'000}});
    ASSERT_TRUE(schedule); // principal 33,003, 33,333 and 33,664: amortisation_test.cpp has them by hand
    const auto found = breakEven(*schedule, {10, Paisa{3'333}, {}, 10'000, {}});
    ASSERT_TRUE(found);
    EXPECT_EQ(found->months[0].cost, Paisa{33'003});
    EXPECT_EQ(found->dearest, Paisa{33'664});
    EXPECT_EQ(found->seatsNeeded, 11);
    EXPECT_FALSE(found->above);
    EXPECT_EQ(found->turnsInMonth, 4);
    EXPECT_EQ(found->madeGoodInMonth, 4); // 327 above, 3 below, 334 below: ten short in the third
}

TEST(BreakEven, whatWasReportedStandsInPlaceOfWhatIsExpected)
{
    CentreEconomics centre = hundredSeats(10'000);
    centre.reported = {{Month::parse(QStringLiteral("2026-10")).value(), 10, Paisa::rupees(3'000)}};
    const auto found = breakEven(tenMillion(60, QDate(2026, 8, 31)), centre);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->months[0].takings, Paisa{35'000'000}); // due 30 September
    EXPECT_EQ(found->months[1].takings, Paisa{3'000'000});  // due 31 October
    EXPECT_EQ(found->turnsInMonth, 3);
    EXPECT_EQ(found->madeGoodInMonth, 1) << "what the first month left carries the second";
    EXPECT_EQ(breakEven(tenMillion(60), centre).error().where, QStringLiteral("paid_out"));
}

TEST(BreakEven, withoutARate_nothingCarriesACost)
{
    const auto found = breakEven(tenMillion(60), {100, {}, {}, 10'000, {}});
    ASSERT_TRUE(found);
    EXPECT_FALSE(found->seatsNeeded);
    EXPECT_FALSE(found->occupancyNeededBp);
    EXPECT_FALSE(found->above);
    EXPECT_EQ(found->turnsInMonth, 61);
}

TEST(BreakEven, whatIsWrong_isNamed)
{
    const auto where = [](const CentreEconomics &centre) {
        const auto found = breakEven(tenMillion(12, QDate(2026, 1, 1)), centre);
        return found ? QString() : found.error().where;
    };
    const Paisa rate = Paisa::rupees(3'500);
    EXPECT_EQ(where({0, rate, {}, 0, {}}), QStringLiteral("seats"));
    EXPECT_EQ(where({10'001, rate, {}, 0, {}}), QStringLiteral("seats"));
    EXPECT_EQ(where({10, Paisa{-1}, {}, 0, {}}), QStringLiteral("seat_rate_paisa"));
    EXPECT_EQ(where({10, Paisa{100'000'001}, {}, 0, {}}), QStringLiteral("seat_rate_paisa"));
    EXPECT_EQ(where({10, rate, Paisa{-1}, 0, {}}), QStringLiteral("running_cost_paisa"));
    EXPECT_EQ(where({10, rate, {}, 10'001, {}}), QStringLiteral("occupancy_bp"));
    const Month march = Month::parse(QStringLiteral("2026-03")).value();
    EXPECT_EQ(where({10, rate, {}, 0, {{march, 11, rate}}}), QStringLiteral("reported[0].seats_taken"));
    EXPECT_EQ(where({10, rate, {}, 0, {{march, 1, Paisa{-1}}}}), QStringLiteral("reported[0].seat_rate_paisa"));
    EXPECT_EQ(where({10, rate, {}, 0, {{march, 1, rate}, {march.plus(1), 1, rate}, {march, 2, rate}}}),
              QStringLiteral("reported[2].month"))
        << "a month that was reported twice";
}

RC_GTEST_PROP(BreakEven, theOccupancyIsTheSmallestThatCarriesTheDearestMonth, ())
{
    const Paisa cost{*rc::gen::inRange<qint64>(0, 200'000'000)};
    const Paisa full{*rc::gen::inRange<qint64>(1, 100'000'000)};
    const auto needed = occupancyFor(cost, full);
    RC_ASSERT(needed.has_value());
    const auto carries = [&](qint64 occupancyBp) {
        return occupancyBp <= 10'000 ? shareOf(full, static_cast<int>(occupancyBp)) >= cost : full < cost;
    };
    RC_ASSERT(carries(*needed));
    RC_ASSERT(*needed == 0 || *needed > 10'000 || !carries(*needed - 1));
}

RC_GTEST_PROP(BreakEven, itTurnsWhereNothingIsShortAnyMore, ())
{
    const int tenor = *rc::gen::inRange(1, 61);
    const LoanTerms terms{Paisa::rupees(*rc::gen::inRange<qint64>(1'000, 10'000'001)), *rc::gen::inRange(0, 3'000),
                          tenor, *rc::gen::inRange(0, tenor)};
    const auto schedule = scheduleLoan(terms, {}, {{{}, *rc::gen::inRange(0, 10'001), 5'000}});
    RC_ASSERT(schedule.ok());
    const CentreEconomics centre{*rc::gen::inRange(1, 301),
                                 Paisa::rupees(*rc::gen::inRange(0, 4'001)),
                                 Paisa::rupees(*rc::gen::inRange(0, 300'000)),
                                 *rc::gen::inRange(0, 10'001),
                                 {}};
    const auto found = breakEven(*schedule, centre);
    RC_ASSERT(found.ok());
    Paisa sum;
    for (const BreakEvenMonth &month : found->months) {
        sum += month.net();
        RC_ASSERT(month.sum == sum);
        RC_ASSERT(month.cost <= found->dearest);
        if (found->turnsInMonth && month.month >= *found->turnsInMonth)
            RC_ASSERT(month.net() >= Paisa{0});
        if (found->madeGoodInMonth && month.month >= *found->madeGoodInMonth)
            RC_ASSERT(month.sum >= Paisa{0});
    }
    const Paisa after = centre.expectedTakings() - centre.runningCost;
    RC_ASSERT(found->turnsInMonth.has_value() == (after >= Paisa{0}));
    if (found->turnsInMonth && *found->turnsInMonth > 1)
        RC_ASSERT(found->months[*found->turnsInMonth - 2].net() < Paisa{0});
    if (found->madeGoodInMonth && *found->madeGoodInMonth > tenor) {
        const qint64 months = *found->madeGoodInMonth - tenor;
        RC_ASSERT(sum.value + months * after.value >= 0);
        RC_ASSERT(sum.value + (months - 1) * after.value < 0);
    }
    RC_ASSERT(found->above == (centre.expectedTakings() >= found->dearest));
}

} // namespace
} // namespace markaz
