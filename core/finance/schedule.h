// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finance/amortisation.h"

#include <QDate>

namespace markaz {

/// The subsidy as a policy has it, from a day on until the next one.
struct SubsidyTerms
{
    QDate from;                                      ///< invalid: from ever; of the first one alone
    int shareBp = 0;                                 ///< of the interest, 0 to 10,000
    std::optional<int> igniteShareBp = std::nullopt; ///< of the subsidy, the rest is the PSDP's; nothing = undecided
};

/// A month of a loan with who pays what of it.
struct ScheduledInstalment
{
    Instalment instalment;
    QDate due; ///< invalid where the loan has no day
    InterestSplit interest;
    constexpr Paisa ownerPays() const { return instalment.principal + interest.owner; }
};

struct LoanSchedule
{
    QList<ScheduledInstalment> rows;
    Paisa principal;
    InterestSplit interest; ///< of all months
    Paisa paid() const { return principal + interest.whole(); }
};

/// When the instalment of \p month falls due: so many months after the loan was paid out, on the same day of the month
/// or, where there is none, on its last.
QDate dueOn(const QDate &paidOut, int month);

/// The first instalment that falls due on \p day or later, at least 1.
int firstDueFrom(const QDate &paidOut, const QDate &day);

/// InvalidValue with `where` = "subsidy[1].share_bp" and the like: a share that is out of its range, a day that is
/// missing or does not follow the one before; Incomplete with "subsidy" when there is none.
Result<void> checkSubsidy(const QList<SubsidyTerms> &subsidy);

/// The schedule with the subsidy in force when each instalment falls due; before the first day of \p subsidy there is
/// none. Errors as of checkTerms() and checkSubsidy(); InvalidValue with "paid_out" for a day outside of 2000 to 2099,
/// and for none (invalid) where the subsidy changes on a day.
/// 2026-11-30: the day on which an instalment falls due decides, and no month is cut at the day of a change: domain.md
/// splits "that month's interest by the policy in force", and a bank bills it in one piece.
Result<LoanSchedule> scheduleLoan(const LoanTerms &terms, const QDate &paidOut, const QList<SubsidyTerms> &subsidy);

} // namespace markaz
