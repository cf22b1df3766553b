// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/loan.h"
#include "core/finance/policy.h"
#include "core/finance/schedule.h"

namespace markaz {

/// The terms of a loan as its record has them. 2026-11-30: over the principal that was agreed, also while less of it
/// was paid out: the bank's plan is made of the whole, and what is short of it comes in later parts.
LoanTerms termsOf(const Loan &loan);

/// The schedule of \p loan under \p policy, the version that the record names: a newer one never changes it. Without a
/// disbursement it has no days. Errors as of scheduleLoan().
Result<LoanSchedule> planOf(const Loan &loan, const ProgrammePolicy &policy);

/// The interest of all months of a loan of \p terms under \p policy, and who bears it. Errors as of Amortiser::run().
Result<InterestSplit> interestOf(Amortiser &amortiser, const LoanTerms &terms, const ProgrammePolicy &policy);

/// What was given of the subsidy by \p day: of the instalments that fell due then or before.
Paisa subsidyBy(const LoanSchedule &schedule, const QDate &day);

/// The schedule of the money that was paid out of \p loan, in all, as if it had come with the first of it: what a
/// subsidy is given on. Without rows when nothing was. Errors as of planOf().
Result<LoanSchedule> paidPlanOf(const Loan &loan, const ProgrammePolicy &policy);

/// The interest of the instalments that fall due from \p from to \p to, and who bears it.
InterestSplit interestDue(const LoanSchedule &schedule, const QDate &from, const QDate &to);

/// What was given of the subsidy of \p loan by \p day: that of the money that was paid out of it, in all, as if it had
/// come with the first of it. 2026-12-01: the bank's plan is over the whole principal, but nobody has had a subsidy on
/// money that never came. Errors as of planOf().
Result<Paisa> subsidyGiven(const Loan &loan, const ProgrammePolicy &policy, const QDate &day);

/// Whether \p principal is within the cap of \p policy. InvalidValue with `where` = "principal_paisa".
Result<void> checkCap(Paisa principal, const ProgrammePolicy &policy);

} // namespace markaz
