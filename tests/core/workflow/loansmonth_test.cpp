// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/loansmonth.h"

#include "core/workflow/loanpolicy.h"
#include "tests/core/workflow/loansfixture.h"

namespace markaz::test {
namespace {

/// Rs 9 million at 15 % a year are Rs 112,500 a month while nothing is repaid. Policy 1 subsidises all of it, and does
/// not say whose the subsidy is.
class LoansMonthTest : public LoansTest
{
protected:
    static constexpr qint64 kMonth = 11'250'000;
    const QString m_punjab = QStringLiteral("PK-PB");
    const QString m_sindh = QStringLiteral("PK-SD");

    QJsonObject money(const char *kind, qint64 paisa, const char *on, qint64 principal = -1)
    {
        QJsonObject payment{{QStringLiteral("kind"), QLatin1String(kind)},
                            {QStringLiteral("paisa"), paisa},
                            {QStringLiteral("on"), QLatin1String(on)},
                            {QStringLiteral("by"), m_chief.accountId}};
        if (principal >= 0)
            payment.insert(QStringLiteral("principal_paisa"), principal);
        return payment;
    }
    /// A loan that the server has.
    QString lent(const QString &at, const char *state, const QList<QJsonObject> &payments, const QJsonObject &more = {})
    {
        QJsonObject moved;
        for (const QJsonObject &payment : payments)
            moved.insert(m_ids.next(), payment);
        return put(Entity::Loan, with({{QStringLiteral("building"), at},
                                       {QStringLiteral("owner"), owner()},
                                       {QStringLiteral("bank"), QStringLiteral("Sample Bank")},
                                       {QStringLiteral("principal_paisa"), 900'000'000},
                                       {QStringLiteral("policy_version"), 1},
                                       {QStringLiteral("markup_bp"), 1'500},
                                       {QStringLiteral("tenor_months"), 60},
                                       {QStringLiteral("grace_months"), 6},
                                       {QStringLiteral("payments"), moved},
                                       {QStringLiteral("state"), QLatin1String(state)},
                                       {QStringLiteral("state_at"), QStringLiteral("2026-10-10T06:00:00.000Z")},
                                       {QStringLiteral("state_by"), m_chief.accountId}},
                                      more));
    }
    QMap<QString, LoansFigures> figures()
    {
        const auto found = loansFigures(*m_workspace, {m_punjab, m_sindh},
                                        {std::pair{QDate(2026, 10, 1), QDate(2026, 10, 31)},
                                         {QDate(2026, 9, 1), QDate(2026, 9, 30)},
                                         {QDate(2025, 10, 1), QDate(2025, 10, 31)}});
        EXPECT_TRUE(found.ok()) << qPrintable(found.ok() ? QString() : found.error().detail);
        return found.ok() ? *found : QMap<QString, LoansFigures>();
    }
};

TEST_F(LoansMonthTest, withoutLoans_everyProvinceHasNone)
{
    EXPECT_EQ(figures(), (QMap<QString, LoansFigures>{{m_punjab, {}}, {m_sindh, {}}}));
}

TEST_F(LoansMonthTest, moneyCountsOnItsDay_andTheSubsidyWhenItFallsDue)
{
    const QString id = lent(building("LHE", 1), "paid_out",
                            {money("disbursement", 900'000'000, "2026-08-24"), money("repayment", 700, "2026-10-24", 0),
                             money("repayment", 500, "2026-09-30", 0)});
    lent(building("LHE", 2), "approved", {});
    const LoansFigures found = figures().value(m_punjab);
    EXPECT_EQ(found.periods[0].repaid.value, 700);
    EXPECT_EQ(found.periods[1].repaid.value, 500);
    EXPECT_EQ(found.periods[0].paidOut.value, 0) << "that was in August";
    for (const size_t month : {0, 1}) {
        EXPECT_EQ(found.periods[month].due.undecided.value, kMonth);
        EXPECT_EQ(found.periods[month].due.owner.value, 0);
    }
    EXPECT_EQ(found.periods[2], LoansMonth());
    EXPECT_EQ(found.standing.value(LoanState::PaidOut), (LoansFigures::Standing{1, Paisa{900'000'000}}));
    EXPECT_EQ(found.standing.value(LoanState::Approved), (LoansFigures::Standing{1, Paisa{900'000'000}}));
    const Paisa each = planOf(loan(id), newestPolicy(*m_workspace).value())->interest.subsidy();
    EXPECT_EQ(found.committed.subsidy().value, 2 * each.value) << "both, over all their months";
    EXPECT_EQ(figures().value(m_sindh), LoansFigures());
}

TEST_F(LoansMonthTest, subsidyIsOfTheMoneyThatCame_andEndsWithAClawBack)
{
    lent(building("KHI", 1), "claw_back", {money("disbursement", 450'000'000, "2026-08-24")},
         {{QStringLiteral("clawback_paisa"), kMonth / 2}});
    const LoansFigures found = figures().value(m_sindh);
    EXPECT_EQ(found.periods[1].due.undecided.value, kMonth / 2) << "in September, on half of the money";
    EXPECT_EQ(found.periods[0].due, InterestSplit()) << "it was clawed back on 10 October, and was due on the 24th";
    EXPECT_EQ(found.committed, InterestSplit());
}

TEST_F(LoansMonthTest, whatTheServerHasNotTaken_countsNowhere_andWhatIsMergedCountsWithTheWhole)
{
    const QString at = building("LHE", 1);
    const QString id = lent(at, "approved", {});
    ASSERT_TRUE(
        loans().pay(m_chief, id, PaymentEntry{PaymentKind::Disbursement, 900'000'000, 0, QDate(2026, 10, 5)}).ok());
    EXPECT_EQ(figures().value(m_punjab).periods[0].paidOut.value, 0) << "it waits on this laptop";
    EXPECT_EQ(figures().value(m_punjab).standing.value(LoanState::Approved).loans, 1);
    recorded(home(7)); // a draft that waits
    EXPECT_FALSE(figures().value(m_punjab).standing.contains(LoanState::Draft));

    const QString other = building("KHI", 1);
    put(Entity::Building,
        with(fieldsOf(Entity::Building, at),
             {{QStringLiteral("merged_into"), other}, {QStringLiteral("merge_reason"), QStringLiteral("One gate.")}}),
        at);
    EXPECT_EQ(figures().value(m_punjab), LoansFigures());
    EXPECT_EQ(figures().value(m_sindh).standing.value(LoanState::Approved).loans, 1);
}

TEST_F(LoansMonthTest, policyThatIsNotHere_isCountedAndSaid)
{
    lent(building("LHE", 1), "paid_out", {money("disbursement", 900'000'000, "2026-08-24")},
         {{QStringLiteral("policy_version"), 7}});
    const LoansFigures found = figures().value(m_punjab);
    EXPECT_EQ(found.unknown, 1);
    EXPECT_EQ(found.periods[0].due, InterestSplit());
    EXPECT_EQ(found.standing.value(LoanState::PaidOut).loans, 1);
}

} // namespace
} // namespace markaz::test
