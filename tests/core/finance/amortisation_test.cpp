// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finance/amortisation.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace markaz {
namespace {

TEST(Paisa, countsWholeRupees)
{
    EXPECT_EQ(Paisa::rupees(4000).value, 400'000);
    EXPECT_EQ(Paisa{399'999}.wholeRupees(), 3999);
    EXPECT_EQ(Paisa{1} + Paisa{2}, Paisa{3});
    EXPECT_LT(Paisa{1}, Paisa{2});
}

TEST(ShareOf, roundsHalfUpOnce)
{
    EXPECT_EQ(shareOf(Paisa{100}, 10'000), Paisa{100});
    EXPECT_EQ(shareOf(Paisa{100}, 0), Paisa{0});
    EXPECT_EQ(shareOf(Paisa{1}, 5'000), Paisa{1});
    EXPECT_EQ(shareOf(Paisa{1}, 4'999), Paisa{0});
    EXPECT_EQ(shareOf(Paisa{3}, 5'000), Paisa{2});
    EXPECT_EQ(shareOf(Paisa{900'000'000'000'000'000}, 9'999).value, 899'910'000'000'000'000);
}

// The programme's own example: Rs 10 million over 24 months without interest is Rs 416,667 a month, over 60 months
// Rs 166,667.
TEST(Amortise, tenMillionWithoutInterest_over24And60Months)
{
    const auto two = amortise({Paisa::rupees(10'000'000), 0, 24, 0});
    ASSERT_TRUE(two);
    ASSERT_EQ(two->size(), 24);
    EXPECT_EQ(two->first().payment(), Paisa{41'666'667});
    EXPECT_EQ(two->last().payment(), Paisa{41'666'659}); // 24 x 41,666,667 is 8 paisa too many
    const auto five = amortise({Paisa::rupees(10'000'000), 0, 60, 0});
    ASSERT_TRUE(five);
    EXPECT_EQ(five->first().payment(), Paisa{16'666'667});
}

// Worked by hand: Rs 1,000.00 at 12 % a year over three months. 1 % of 100,000 is 1,000 paisa; the annuity is
// 100,000 x 0.01 / (1 - 1.01^-3) = 34,002.21, and 34,003 is the first whole paisa that clears it.
TEST(Amortise, threeMonthsAtOnePercent_byHand)
{
    const auto schedule = amortise({Paisa{100'000}, 1'200, 3, 0});
    ASSERT_TRUE(schedule);
    const QList<Instalment> &s = *schedule;
    EXPECT_EQ(s[0].interest, Paisa{1'000});
    EXPECT_EQ(s[0].payment(), Paisa{34'003});
    EXPECT_EQ(s[0].balance, Paisa{66'997});
    EXPECT_EQ(s[1].interest, Paisa{670}); // 669.97
    EXPECT_EQ(s[1].balance, Paisa{33'664});
    EXPECT_EQ(s[2].interest, Paisa{337}); // 336.64
    EXPECT_EQ(s[2].principal, Paisa{33'664});
    EXPECT_EQ(s[2].payment(), Paisa{34'001}); // the rounding
    EXPECT_EQ(s[2].balance, Paisa{0});
}

TEST(Amortise, graceMonths_payInterestOnly)
{
    const auto schedule = amortise({Paisa{120'000}, 1'000, 6, 3});
    ASSERT_TRUE(schedule);
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ((*schedule)[i].principal, Paisa{0});
        EXPECT_EQ((*schedule)[i].interest, Paisa{1'000}); // 10 % of 120,000 / 12
        EXPECT_EQ((*schedule)[i].balance, Paisa{120'000});
    }
    EXPECT_GT((*schedule)[3].principal, Paisa{0});
    EXPECT_EQ(schedule->last().balance, Paisa{0});
}

TEST(Amortise, aTermOutOfItsRange_isNamed)
{
    EXPECT_EQ(amortise({Paisa{0}, 0, 1, 0}).error().where, QStringLiteral("principal"));
    EXPECT_EQ(amortise({Paisa{10'000'000'000'001}, 0, 1, 0}).error().where, QStringLiteral("principal"));
    EXPECT_EQ(amortise({Paisa{1}, -1, 1, 0}).error().where, QStringLiteral("markup_bp"));
    EXPECT_EQ(amortise({Paisa{1}, 10'001, 1, 0}).error().where, QStringLiteral("markup_bp"));
    EXPECT_EQ(amortise({Paisa{1}, 0, 0, 0}).error().where, QStringLiteral("tenor_months"));
    EXPECT_EQ(amortise({Paisa{1}, 0, 601, 0}).error().where, QStringLiteral("tenor_months"));
    EXPECT_EQ(amortise({Paisa{1}, 0, 12, 12}).error().where, QStringLiteral("grace_months"));
    EXPECT_EQ(amortise({Paisa{1}, 0, 12, -1}).error().where, QStringLiteral("grace_months"));
}

LoanTerms anyTerms()
{
    LoanTerms terms;
    terms.principal = Paisa{*rc::gen::inRange<qint64>(1, 10'000'000'000'001)};
    terms.markupBp = *rc::gen::inRange(0, 10'001);
    terms.tenorMonths = *rc::gen::inRange(1, 601);
    terms.graceMonths = *rc::gen::inRange(0, terms.tenorMonths);
    return terms;
}

RC_GTEST_PROP(Amortise, principalsAddUpToTheLoan, ())
{
    const LoanTerms terms = anyTerms();
    const auto schedule = amortise(terms);
    RC_ASSERT(schedule.ok());
    RC_ASSERT(schedule->size() == terms.tenorMonths);
    Paisa sum;
    for (const Instalment &i : *schedule) {
        sum += i.principal;
        RC_ASSERT(i.principal >= Paisa{0});
        RC_ASSERT(i.interest >= Paisa{0});
        RC_ASSERT(i.balance == terms.principal - sum);
    }
    RC_ASSERT(sum == terms.principal);
}

RC_GTEST_PROP(Amortise, instalmentsAreEqualButTheLast_whichIsNeverMore, ())
{
    LoanTerms terms = anyTerms();
    terms.principal += Paisa{100'000'000}; // a loan of less paisa than months may end before its last month
    RC_PRE(terms.principal.value <= 10'000'000'000'000);
    const auto schedule = amortise(terms);
    RC_ASSERT(schedule.ok());
    const Paisa first = schedule->at(terms.graceMonths).payment();
    for (qsizetype i = terms.graceMonths; i + 1 < schedule->size(); ++i) {
        if (schedule->at(i).balance > Paisa{0})
            RC_ASSERT(schedule->at(i).payment() == first);
    }
    RC_ASSERT(schedule->last().payment() <= first);
}

/// Whether instalments of \p payment clear the loan: reckoned here, month by month, and not by the code that is tested.
bool wouldClear(const LoanTerms &terms, qint64 payment)
{
    qint64 balance = terms.principal.value;
    for (int i = terms.graceMonths; i < terms.tenorMonths && balance > 0; ++i) {
        const qint64 interest = (balance * terms.markupBp + 60'000) / 120'000;
        if (payment <= interest)
            return false;
        balance = balance + interest - payment;
    }
    return balance <= 0;
}

RC_GTEST_PROP(Amortise, theInstalmentIsTheSmallestThatClearsTheLoan, ())
{
    LoanTerms terms = anyTerms();
    if (*rc::gen::inRange(0, 2) == 0) // small ones round the most
        terms.principal = Paisa{*rc::gen::inRange<qint64>(1, 5'000)};
    const auto schedule = amortise(terms);
    RC_ASSERT(schedule.ok());
    const qint64 level = schedule->at(terms.graceMonths).payment().value;
    RC_ASSERT(wouldClear(terms, level));
    RC_ASSERT(!wouldClear(terms, level - 1));
}

TEST(Amortise, theDearestAndLongestLoan)
{
    const LoanTerms terms{Paisa{10'000'000'000'000}, 10'000, 600, 0};
    const auto schedule = amortise(terms);
    ASSERT_TRUE(schedule);
    EXPECT_EQ(schedule->first().interest, Paisa{833'333'333'333});
    EXPECT_TRUE(wouldClear(terms, schedule->first().payment().value));
    EXPECT_FALSE(wouldClear(terms, schedule->first().payment().value - 1));
    EXPECT_EQ(schedule->last().balance, Paisa{0});
}

TEST(Amortiser, oneLoanLeavesNothingToTheNext)
{
    Amortiser amortiser;
    ASSERT_TRUE(amortiser.run({Paisa{1'000'000}, 1'500, 60, 12}));
    const LoanTerms terms{Paisa{120'000}, 1'000, 6, 3};
    const auto rows = amortiser.run(terms);
    const auto alone = amortise(terms);
    ASSERT_TRUE(rows && alone);
    ASSERT_EQ(static_cast<qsizetype>(rows->size()), alone->size());
    for (std::size_t i = 0; i < rows->size(); ++i) {
        const Instalment &one = (*rows)[i];
        const Instalment &other = alone->at(static_cast<qsizetype>(i));
        EXPECT_EQ(one.month, other.month);
        EXPECT_EQ(one.interest, other.interest);
        EXPECT_EQ(one.principal, other.principal);
        EXPECT_EQ(one.balance, other.balance);
    }
}

// The annuity formula, in floating point, for the loans that the programme is about.
RC_GTEST_PROP(Amortise, theInstalmentIsTheAnnuity, ())
{
    const LoanTerms terms{Paisa::rupees(*rc::gen::inRange<qint64>(100'000, 10'000'001)), *rc::gen::inRange(1, 3'001),
                          *rc::gen::inRange(2, 121), 0};
    const double rate = terms.markupBp / 120'000.0;
    const double annuity =
        static_cast<double>(terms.principal.value) * rate / (1 - std::pow(1 + rate, -terms.tenorMonths));
    const auto schedule = amortise(terms);
    RC_ASSERT(schedule.ok());
    const double payment = static_cast<double>(schedule->first().payment().value);
    // Rounding each month's interest moves it by at most half a paisa, rounding up by one.
    RC_ASSERT(std::fabs(payment - annuity) <= 1.6);
}

RC_GTEST_PROP(SplitInterest, partsAddUpToTheWholeAndNoneIsNegative, ())
{
    const Paisa interest{*rc::gen::inRange<qint64>(0, 100'000'000'000)};
    const int share = *rc::gen::inRange(0, 10'001);
    const int ignite = *rc::gen::inRange(0, 10'001);
    const InterestSplit split = splitInterest(interest, share, ignite);
    RC_ASSERT(split.owner + split.ignite + split.psdp == interest);
    RC_ASSERT(split.owner >= Paisa{0});
    RC_ASSERT(split.ignite >= Paisa{0});
    RC_ASSERT(split.psdp >= Paisa{0});
}

TEST(SplitInterest, withoutAWordWhoPays_theSubsidyIsUndecided)
{
    const InterestSplit split = splitInterest(Paisa{101}, 5'000, std::nullopt);
    EXPECT_EQ(split, (InterestSplit{Paisa{50}, Paisa{0}, Paisa{0}, Paisa{51}}));
    EXPECT_EQ(split.whole(), Paisa{101});
}

TEST(SplitInterest, ends)
{
    const InterestSplit none = splitInterest(Paisa{101}, 0, 5'000);
    EXPECT_EQ(none.owner, Paisa{101});
    const InterestSplit all = splitInterest(Paisa{101}, 10'000, 5'000);
    EXPECT_EQ(all.owner, Paisa{0});
    EXPECT_EQ(all.ignite, Paisa{51}); // half up
    EXPECT_EQ(all.psdp, Paisa{50});
}

} // namespace
} // namespace markaz
