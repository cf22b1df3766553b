// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/loansmonth.h"

#include "core/domain/loan.h"
#include "core/storage/monthlyloans.h"
#include "core/support/programmeday.h"
#include "core/workflow/loanpolicy.h"

#include <algorithm>

namespace markaz {
namespace {

using Periods = std::array<std::pair<QDate, QDate>, LoansFigures::kPeriods>;

void addPayments(LoansMonth &month, const Loan &loan, const QDate &from, const QDate &to)
{
    const QList<LoanPayment> payments = loan.payments();
    for (const LoanPayment &payment : payments) {
        if (payment.on < from || payment.on > to)
            continue;
        switch (payment.kind) {
        case PaymentKind::Disbursement:
            month.paidOut += Paisa{payment.paisa};
            break;
        case PaymentKind::Repayment:
            month.repaid += Paisa{payment.paisa};
            break;
        case PaymentKind::Recovery:
            month.recovered += Paisa{payment.paisa};
            break;
        }
    }
}

/// The last day on which an instalment of \p loan is subsidised; invalid: there is no end but its own.
QDate endOf(const Loan &loan)
{
    if (loan.state() != LoanState::ClawBack && loan.state() != LoanState::Closed)
        return {};
    const auto at = fromIso(loan.stateAt());
    return at ? programmeDay(*at) : QDate();
}

Result<void> addInterest(LoansFigures &figures, const Loan &loan, const ProgrammePolicy &policy, const Periods &periods,
                         Amortiser &amortiser)
{
    if (commitsSubsidy(loan.state())) {
        const auto whole = interestOf(amortiser, termsOf(loan), policy);
        if (!whole)
            return whole.error();
        figures.committed += *whole;
    }
    const auto plan = paidPlanOf(loan, policy);
    if (!plan)
        return plan.error();
    const QDate end = endOf(loan);
    for (size_t i = 0; i < periods.size(); ++i) {
        const QDate to = end.isValid() ? std::min(end, periods[i].second) : periods[i].second;
        figures.periods[i].due += interestDue(*plan, periods[i].first, to);
    }
    return {};
}

} // namespace

LoansMonth &LoansMonth::operator+=(const LoansMonth &other)
{
    paidOut += other.paidOut;
    repaid += other.repaid;
    recovered += other.recovered;
    due += other.due;
    return *this;
}

LoansFigures &LoansFigures::operator+=(const LoansFigures &other)
{
    for (size_t i = 0; i < periods.size(); ++i)
        periods[i] += other.periods[i];
    for (auto it = other.standing.begin(); it != other.standing.end(); ++it) {
        Standing &mine = standing[it.key()];
        mine.loans += it->loans;
        mine.principal += it->principal;
    }
    committed += other.committed;
    unknown += other.unknown;
    return *this;
}

Result<QMap<QString, LoansFigures>> loansFigures(const Workspace &workspace, const QStringList &provinces,
                                                 const Periods &periods)
{
    QMap<QString, LoansFigures> all;
    for (const QString &province : provinces)
        all.insert(province, {});
    const auto loans = placedLoans(workspace.database, provinces);
    if (!loans)
        return loans.error();
    KnownPolicies policies(workspace);
    Amortiser amortiser;
    for (const PlacedLoan &placed : *loans) {
        const auto record = workspace.records.findAtServer(Entity::Loan, placed.id);
        if (!record)
            return record.error();
        if (!record->has_value())
            continue;
        const auto read = Loan::from(**record);
        if (!read)
            return read.error();
        const Loan &loan = *read;
        LoansFigures &figures = all[placed.province];
        LoansFigures::Standing &standing = figures.standing[loan.state()];
        ++standing.loans;
        standing.principal += Paisa{loan.principalPaisa()};
        for (size_t i = 0; i < periods.size(); ++i)
            addPayments(figures.periods[i], loan, periods[i].first, periods[i].second);
        const auto policy = policies.of(loan.policyVersion());
        if (!policy)
            return policy.error();
        if (*policy == nullptr) {
            ++figures.unknown;
            continue;
        }
        if (auto added = addInterest(figures, loan, **policy, periods, amortiser); !added)
            return added.error();
    }
    return all;
}

} // namespace markaz
