// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Loans that others have published with their figures; what each says stands beside its source. Where they round the
// instalment to the nearest cent, ours is the same or a cent more: it is the smallest that clears the loan in time.
#include "core/finance/amortisation.h"

#include <gtest/gtest.h>

#include <cmath>

namespace markaz {
namespace {

struct Published
{
    const char *source;
    LoanTerms terms;   ///< in cents
    qint64 instalment; ///< as published, rounded to `unit`
    qint64 unit = 1;   ///< 100: whole dollars were published
};

const QList<Published> &published()
{
    static const QList<Published> all{
        // Regulation Z (12 CFR 1026), Appendix J (c)(1), single advance, monthly payments: $5,000 and 24 payments of
        // $230 are an annual percentage rate of 9.69 %.
        {"Regulation Z, Appendix J", {Paisa{500'000}, 969, 24, 0}, 23'000},
        // Consumer Financial Protection Bureau, sample H-24(C), interest-only adjustable rate loan: $211,000 over 30
        // years, of which 5 are interest only; from year 6 on $1,028 at the least (3.25 %) and $1,359 at 6 %.
        {"CFPB H-24(C), year 6, least", {Paisa{21'100'000}, 325, 360, 60}, 102'800, 100},
        {"CFPB H-24(C), year 6, most", {Paisa{21'100'000}, 600, 360, 60}, 135'900, 100},
        // Barnett, Ziegler, Byleen: Finite Mathematics, 12th edition, chapter 3, amortisation schedules: $500 at 1 % a
        // month in six payments of $86.27.
        {"Barnett, Ziegler, Byleen", {Paisa{50'000}, 1'200, 6, 0}, 8'627},
        // Microsoft, documentation of Excel's PMT: =PMT(8%/12, 10, 10000) is -1,037.03.
        {"Microsoft, PMT", {Paisa{1'000'000}, 800, 10, 0}, 103'703},
        // Claris, documentation of FileMaker's PMT: PMT(21000; .069/12; 48) returns $501.90.
        {"Claris, PMT", {Paisa{2'100'000}, 690, 48, 0}, 50'190},
        // Raymond James Bank, mortgage rates disclosures: $180,000 at 3.000 % over 30 years, $758.89 a month.
        {"Raymond James Bank", {Paisa{18'000'000}, 300, 360, 0}, 75'889},
    };
    return all;
}

TEST(PublishedLoans, theInstalmentsAreTheirs)
{
    for (const Published &each : published()) {
        const auto schedule = amortise(each.terms);
        ASSERT_TRUE(schedule) << each.source;
        const qint64 ours = schedule->at(each.terms.graceMonths).payment().value;
        if (each.unit == 1) {
            EXPECT_GE(ours, each.instalment) << each.source;
            EXPECT_LE(ours, each.instalment + 1) << each.source;
        } else {
            EXPECT_EQ((ours + each.unit / 2) / each.unit * each.unit, each.instalment) << each.source;
        }
        EXPECT_EQ(schedule->last().balance, Paisa{0}) << each.source;
    }
}

// The same sample H-24(C): $703.33 a month at 4 % while it is interest only.
TEST(PublishedLoans, graceMonthsAreInterestOnly)
{
    const auto schedule = amortise({Paisa{21'100'000}, 400, 360, 60});
    ASSERT_TRUE(schedule);
    for (int i = 0; i < 60; ++i) {
        EXPECT_EQ(schedule->at(i).payment(), Paisa{70'333});
        EXPECT_EQ(schedule->at(i).balance, Paisa{21'100'000});
    }
    EXPECT_GT(schedule->at(60).principal, Paisa{0});
}

// Barnett, Ziegler, Byleen: the first payment of $86.27 is $5.00 interest and $81.27 off the balance, which leaves
// $418.73. Ours pays a cent more and so owes a cent less.
TEST(PublishedLoans, theFirstMonthOfATextbook)
{
    const auto schedule = amortise({Paisa{50'000}, 1'200, 6, 0});
    ASSERT_TRUE(schedule);
    EXPECT_EQ(schedule->first().interest, Paisa{500});
    EXPECT_EQ(schedule->first().principal, Paisa{8'128});
    EXPECT_EQ(schedule->first().balance, Paisa{41'872});
    // At $86.27 three cents would be left after the sixth month.
    EXPECT_EQ(schedule->last().payment(), Paisa{8'625}); // 85.40 and 1 % of it, by hand
}

// Microsoft, documentation of Excel's PPMT and IPMT: the principal in the first month of $2,000 over 2 years at 10 % is
// $75.62, the interest in the first month of $8,000 over 3 years at 10 % is $66.67.
TEST(PublishedLoans, partsOfTheFirstMonth)
{
    const auto two = amortise({Paisa{200'000}, 1'000, 24, 0});
    ASSERT_TRUE(two);
    EXPECT_GE(two->first().principal, Paisa{7'562});
    EXPECT_LE(two->first().principal, Paisa{7'563});
    const auto three = amortise({Paisa{800'000}, 1'000, 36, 0});
    ASSERT_TRUE(three);
    EXPECT_EQ(three->first().interest, Paisa{6'667});
}

} // namespace
} // namespace markaz
