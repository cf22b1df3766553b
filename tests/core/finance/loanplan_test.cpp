// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finance/loanplan.h"

#include <gtest/gtest.h>

using namespace markaz;

namespace {

const QString kId = QStringLiteral("01900000-0000-7000-8000-000000000001");

/// Rs 1,200 without grace at 12 % a year over 12 months, paid out on the last day of January.
Loan loanOf(bool paidOut = true)
{
    QJsonObject fields{{QStringLiteral("building"), kId},
                       {QStringLiteral("owner"), kId},
                       {QStringLiteral("bank"), QStringLiteral("Sample Bank")},
                       {QStringLiteral("principal_paisa"), 120'000},
                       {QStringLiteral("policy_version"), 1},
                       {QStringLiteral("spread_bp"), 200},
                       {QStringLiteral("kibor_bp"), 1'000},
                       {QStringLiteral("tenor_months"), 12},
                       {QStringLiteral("grace_months"), 3},
                       {QStringLiteral("state"), QStringLiteral("draft")},
                       {QStringLiteral("state_at"), QStringLiteral("2026-11-02T05:00:00.000Z")},
                       {QStringLiteral("state_by"), kId}};
    if (paidOut) {
        fields.insert(QStringLiteral("state"), QStringLiteral("paid_out"));
        fields.insert(QStringLiteral("payments"),
                      QJsonObject{{kId, QJsonObject{{QStringLiteral("kind"), QStringLiteral("disbursement")},
                                                    {QStringLiteral("paisa"), 120'000},
                                                    {QStringLiteral("on"), QStringLiteral("2026-01-31")},
                                                    {QStringLiteral("by"), kId}}}});
    }
    return Loan::from({Entity::Loan, kId, 1, fields}).value();
}

ProgrammePolicy policyWith(int shareBp)
{
    ProgrammePolicy policy;
    policy.loanCap = Paisa{120'000};
    policy.subsidyShareBp = shareBp;
    return policy;
}

} // namespace

TEST(LoanPlan, interestOf_isTheSumOfItsSchedule)
{
    ProgrammePolicy policy = policyWith(5'000);
    policy.igniteShareBp = 6'000;
    Amortiser amortiser;
    const auto sum = interestOf(amortiser, termsOf(loanOf()), policy);
    ASSERT_TRUE(sum);
    EXPECT_EQ(*sum, planOf(loanOf(), policy)->interest);
    EXPECT_GT(sum->ignite, sum->psdp);
    EXPECT_FALSE(interestOf(amortiser, {Paisa{100}, 1'200, 6, 6}, policy)) << "grace as long as the tenor";
}

TEST(LoanPlan, hasTheTermsOfItsRecordAndTheSubsidyOfItsPolicy)
{
    const auto plan = planOf(loanOf(), policyWith(5'000));
    ASSERT_TRUE(plan);
    ASSERT_EQ(plan->rows.size(), 12);
    EXPECT_EQ(plan->principal, Paisa{120'000});
    // 120,000 at 12 % a year: 1,200 a month while nothing is repaid, half of it subsidised.
    for (int month = 0; month < 3; ++month) {
        EXPECT_EQ(plan->rows.at(month).interest.whole(), Paisa{1'200});
        EXPECT_EQ(plan->rows.at(month).interest.subsidy(), Paisa{600});
        EXPECT_EQ(plan->rows.at(month).instalment.principal, Paisa{0});
    }
    EXPECT_EQ(plan->rows.first().due, QDate(2026, 2, 28));
    EXPECT_FALSE(planOf(loanOf(false), policyWith(5'000))->rows.first().due.isValid());
}

TEST(LoanPlan, subsidyByADay_isThatOfTheInstalmentsThatFellDue)
{
    const LoanSchedule plan = planOf(loanOf(), policyWith(5'000)).value();
    EXPECT_EQ(subsidyBy(plan, QDate(2026, 2, 27)), Paisa{0});
    EXPECT_EQ(subsidyBy(plan, QDate(2026, 2, 28)), Paisa{600});
    EXPECT_EQ(subsidyBy(plan, QDate(2026, 4, 30)), Paisa{1'800});
    EXPECT_EQ(subsidyBy(plan, QDate(2099, 1, 1)), plan.interest.subsidy());
    EXPECT_EQ(subsidyBy(planOf(loanOf(false), policyWith(5'000)).value(), QDate(2099, 1, 1)), Paisa{0});
}

TEST(LoanPlan, cap_isThePolicys)
{
    EXPECT_TRUE(checkCap(Paisa{120'000}, policyWith(0)));
    const auto beyond = checkCap(Paisa{120'001}, policyWith(0));
    ASSERT_FALSE(beyond);
    EXPECT_EQ(beyond.error().where, QStringLiteral("principal_paisa"));
}
