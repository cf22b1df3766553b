// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finance/loanplan.h"

namespace markaz {

LoanTerms termsOf(const Loan &loan)
{
    return {Paisa{loan.principalPaisa()}, loan.wholeMarkupBp(), loan.tenorMonths(), loan.graceMonths()};
}

Result<LoanSchedule> planOf(const Loan &loan, const ProgrammePolicy &policy)
{
    return scheduleLoan(termsOf(loan), loan.paidOutOn(), {{QDate(), policy.subsidyShareBp, policy.igniteShareBp}});
}

Result<LoanSchedule> paidPlanOf(const Loan &loan, const ProgrammePolicy &policy)
{
    LoanTerms terms = termsOf(loan);
    terms.principal = Paisa{loan.totals().disbursed};
    if (terms.principal == Paisa{})
        return LoanSchedule();
    return scheduleLoan(terms, loan.paidOutOn(), {{QDate(), policy.subsidyShareBp, policy.igniteShareBp}});
}

InterestSplit interestDue(const LoanSchedule &schedule, const QDate &from, const QDate &to)
{
    InterestSplit sum;
    for (const ScheduledInstalment &row : schedule.rows) {
        if (row.due.isValid() && row.due >= from && row.due <= to)
            sum += row.interest;
    }
    return sum;
}

Result<Paisa> subsidyGiven(const Loan &loan, const ProgrammePolicy &policy, const QDate &day)
{
    const auto plan = paidPlanOf(loan, policy);
    if (!plan)
        return plan.error();
    return subsidyBy(*plan, day);
}

Result<InterestSplit> interestOf(Amortiser &amortiser, const LoanTerms &terms, const ProgrammePolicy &policy)
{
    const auto rows = amortiser.run(terms);
    if (!rows)
        return rows.error();
    InterestSplit sum;
    for (const Instalment &row : *rows)
        sum += splitInterest(row.interest, policy.subsidyShareBp, policy.igniteShareBp);
    return sum;
}

Paisa subsidyBy(const LoanSchedule &schedule, const QDate &day)
{
    Paisa sum;
    for (const ScheduledInstalment &row : schedule.rows) {
        if (row.due.isValid() && row.due <= day)
            sum += row.interest.subsidy();
    }
    return sum;
}

Result<void> checkCap(Paisa principal, const ProgrammePolicy &policy)
{
    if (principal > policy.loanCap)
        return makeError(ErrorCode::InvalidValue,
                         QStringLiteral("the cap of the programme is %1 paisa").arg(policy.loanCap.value),
                         QStringLiteral("principal_paisa"));
    return {};
}

} // namespace markaz
