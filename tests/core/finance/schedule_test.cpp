// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finance/schedule.h"

#include "core/finance/fiscalyear.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace markaz {
namespace {

const LoanTerms kYear{Paisa{120'000}, 1'200, 12, 3};
const QDate kPaidOut(2026, 8, 31);

TEST(FiscalYear, beginsInJuly)
{
    EXPECT_EQ(FiscalYear::of(QDate(2026, 6, 30)).toString(), QStringLiteral("2025-26"));
    EXPECT_EQ(FiscalYear::of(QDate(2026, 7, 1)).toString(), QStringLiteral("2026-27"));
    EXPECT_EQ(FiscalYear{2099}.toString(), QStringLiteral("2099-00"));
    EXPECT_EQ(FiscalYear::parse(QStringLiteral("2026-27"))->firstDay(), QDate(2026, 7, 1));
    EXPECT_EQ(FiscalYear::parse(QStringLiteral("2026-27"))->lastDay(), QDate(2027, 6, 30));
    for (const char *text : {"", "2026", "2026-28", "2026-2027", "26-27", "2026-27\n", "1999-00"})
        EXPECT_FALSE(FiscalYear::parse(QLatin1String(text))) << text;
}

TEST(ScheduleLoan, instalmentsFallDueOnTheDayOrTheMonthsLast)
{
    const auto schedule = scheduleLoan(kYear, kPaidOut, {{{}, 0, 0}});
    ASSERT_TRUE(schedule);
    EXPECT_EQ(schedule->rows[0].due, QDate(2026, 9, 30));
    EXPECT_EQ(schedule->rows[1].due, QDate(2026, 10, 31)); // and not the 30th, on which the month before fell
    EXPECT_EQ(schedule->rows[5].due, QDate(2027, 2, 28));
    EXPECT_EQ(schedule->rows[11].due, QDate(2027, 8, 31));
}

// Three grace months at 1 % of Rs 1,200 are Rs 12.00 each.
TEST(ScheduleLoan, aChangeCountsFromItsDateOn)
{
    const QList<SubsidyTerms> subsidy{{{}, 10'000, 5'000}, {QDate(2026, 10, 31), 5'000, std::nullopt}};
    const auto schedule = scheduleLoan(kYear, kPaidOut, subsidy);
    ASSERT_TRUE(schedule);
    EXPECT_EQ(schedule->rows[0].interest, (InterestSplit{Paisa{0}, Paisa{600}, Paisa{600}, Paisa{0}}));
    EXPECT_EQ(schedule->rows[1].interest, (InterestSplit{Paisa{600}, Paisa{0}, Paisa{0}, Paisa{600}}))
        << "due on the very day of the change";
    EXPECT_EQ(schedule->rows[0].ownerPays(), Paisa{0});
    EXPECT_EQ(schedule->rows[1].ownerPays(), Paisa{600});
    const auto later = scheduleLoan(kYear, kPaidOut, {subsidy[0], {QDate(2026, 11, 1), 5'000, std::nullopt}});
    ASSERT_TRUE(later);
    EXPECT_EQ(later->rows[1].interest, schedule->rows[0].interest) << "a day later it counts from November on";
    EXPECT_EQ(later->rows[2].interest, schedule->rows[2].interest);
}

TEST(ScheduleLoan, beforeTheFirstDayNothingIsSubsidised)
{
    const auto schedule = scheduleLoan(kYear, kPaidOut, {{QDate(2026, 11, 1), 10'000, 10'000}});
    ASSERT_TRUE(schedule);
    EXPECT_EQ(schedule->rows[1].interest, (InterestSplit{Paisa{1'200}, Paisa{0}, Paisa{0}, Paisa{0}}));
    EXPECT_EQ(schedule->rows[2].interest, (InterestSplit{Paisa{0}, Paisa{1'200}, Paisa{0}, Paisa{0}}));
}

TEST(ScheduleLoan, withoutADay_oneSubsidyHoldsThroughout)
{
    const auto schedule = scheduleLoan(kYear, {}, {{{}, 10'000, std::nullopt}});
    ASSERT_TRUE(schedule);
    EXPECT_FALSE(schedule->rows.first().due.isValid());
    EXPECT_EQ(schedule->interest.undecided, schedule->interest.whole());
    EXPECT_EQ(schedule->paid(), Paisa{120'000} + schedule->interest.whole());
}

TEST(ScheduleLoan, whatIsWrong_isNamed)
{
    const auto where = [](const LoanTerms &terms, const QDate &day, const QList<SubsidyTerms> &subsidy) {
        const auto schedule = scheduleLoan(terms, day, subsidy);
        return schedule ? QString() : schedule.error().where;
    };
    const SubsidyTerms ever{{}, 5'000, 5'000};
    EXPECT_EQ(where(kYear, kPaidOut, {}), QStringLiteral("subsidy"));
    EXPECT_EQ(where(kYear, kPaidOut, {{{}, 10'001, 0}}), QStringLiteral("subsidy[0].share_bp"));
    EXPECT_EQ(where(kYear, kPaidOut, {ever, {QDate(2027, 1, 1), 0, -1}}), QStringLiteral("subsidy[1].ignite_bp"));
    EXPECT_EQ(where(kYear, kPaidOut, {ever, ever}), QStringLiteral("subsidy[1].from"));
    EXPECT_EQ(where(kYear, kPaidOut, {{QDate(2027, 1, 1), 0, 0}, {QDate(2027, 1, 1), 0, 0}}),
              QStringLiteral("subsidy[1].from"));
    EXPECT_EQ(where(kYear, {}, {ever, {QDate(2027, 1, 1), 0, 0}}), QStringLiteral("paid_out"));
    EXPECT_EQ(where(kYear, {}, {{QDate(2027, 1, 1), 0, 0}}), QStringLiteral("paid_out"));
    EXPECT_EQ(where(kYear, QDate(1999, 12, 31), {ever}), QStringLiteral("paid_out"));
    EXPECT_EQ(where(kYear, QDate(2100, 1, 1), {ever}), QStringLiteral("paid_out"));
    EXPECT_EQ(where({Paisa{1}, 0, 12, 12}, kPaidOut, {ever}), QStringLiteral("grace_months"));
}

LoanTerms anyTerms()
{
    LoanTerms terms;
    terms.principal = Paisa{*rc::gen::inRange<qint64>(1, 10'000'000'000'001)};
    terms.markupBp = *rc::gen::inRange(0, 10'001);
    terms.tenorMonths = *rc::gen::inRange(1, 361);
    terms.graceMonths = *rc::gen::inRange(0, terms.tenorMonths);
    return terms;
}

SubsidyTerms anySubsidy(const QDate &from)
{
    SubsidyTerms terms{from, *rc::gen::inRange(0, 10'001), std::nullopt};
    if (*rc::gen::inRange(0, 4) > 0)
        terms.igniteShareBp = *rc::gen::inRange(0, 10'001);
    return terms;
}

RC_GTEST_PROP(ScheduleLoan, everyPartAddsUp, ())
{
    const LoanTerms terms = anyTerms();
    const QDate paidOut = QDate(2020, 1, 1).addDays(*rc::gen::inRange(0, 4'000));
    const QDate change = paidOut.addDays(*rc::gen::inRange(1, 4'000));
    const SubsidyTerms before = anySubsidy({});
    const SubsidyTerms after = anySubsidy(change);
    const auto schedule = scheduleLoan(terms, paidOut, {before, after});
    const auto bare = amortise(terms);
    RC_ASSERT(schedule.ok());
    RC_ASSERT(schedule->rows.size() == terms.tenorMonths);
    Paisa principal;
    InterestSplit sum;
    for (qsizetype i = 0; i < schedule->rows.size(); ++i) {
        const ScheduledInstalment &row = schedule->rows[i];
        const SubsidyTerms &force = row.due < change ? before : after;
        RC_ASSERT(row.interest.whole() == bare->at(i).interest);
        RC_ASSERT(row.interest == splitInterest(row.instalment.interest, force.shareBp, force.igniteShareBp));
        RC_ASSERT(row.interest.undecided == (force.igniteShareBp ? Paisa{0} : row.interest.subsidy()));
        RC_ASSERT(row.ownerPays() + row.interest.subsidy() == row.instalment.payment());
        principal += row.instalment.principal;
        sum += row.interest;
    }
    RC_ASSERT(principal == terms.principal);
    RC_ASSERT(sum == schedule->interest);
    RC_ASSERT(schedule->paid() == principal + sum.whole());
}

/// What was computed before a change stays as it was computed.
RC_GTEST_PROP(ScheduleLoan, aChangeTouchesNothingBeforeItsDate, ())
{
    const LoanTerms terms = anyTerms();
    const QDate paidOut = QDate(2020, 1, 31).addDays(*rc::gen::inRange(0, 400));
    const QDate change = paidOut.addDays(*rc::gen::inRange(1, 9'000));
    const SubsidyTerms old = anySubsidy({});
    const auto before = scheduleLoan(terms, paidOut, {old});
    const auto after = scheduleLoan(terms, paidOut, {old, anySubsidy(change)});
    RC_ASSERT(before.ok() && after.ok());
    const int first = firstDueFrom(paidOut, change);
    for (int month = 1; month <= terms.tenorMonths; ++month) {
        RC_ASSERT((month < first) == (dueOn(paidOut, month) < change));
        if (month < first)
            RC_ASSERT(before->rows[month - 1].interest == after->rows[month - 1].interest);
        RC_ASSERT(before->rows[month - 1].instalment.balance == after->rows[month - 1].instalment.balance);
    }
}

} // namespace
} // namespace markaz
