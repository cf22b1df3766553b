// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/loan.h"
#include "core/finance/breakeven.h"
#include "core/workflow/changes.h"

namespace markaz {

/// Whether and when the centre of a building carries the loan on it, by what this laptop knows.
struct LoanCarried
{
    enum class Seats { OfTheCentre, Certified, Planned };
    enum class Rate { Reported, OfTheCentre, Ceiling };

    QString centreId; ///< empty: none is open there
    Seats seatsAre = Seats::Planned;
    Rate rateIs = Rate::Ceiling; ///< Ceiling: the most that the loan's policy lets a seat cost
    /// The newest month that was reported: its occupancy and rate count for every month that was not. Nothing: none
    /// was, and then neither `above` nor the months of `breakEven` mean anything.
    std::optional<Month> newest;
    bool runningCostKnown = false; ///< else the loan alone is counted
    int fireSafe = 0;              ///< people in the building, as fire codes count them
    QDate paidOut;                 ///< the months' day; invalid: not yet
    CentreEconomics economics;
    BreakEven breakEven;

    /// When an instalment of \p month falls due; invalid before the loan was paid out.
    QDate dayOf(int month) const { return paidOut.isValid() ? dueOn(paidOut, month) : QDate(); }
};

/// Of \p loan under the policy that it names. Nothing when no seats are known: no centre, no certificate and no plan.
/// NotFound of policyOf(); errors of the storage and of breakEven().
/// 2026-12-01: a centre that has fewer seats than were taken in some month counts with as many as were taken, for the
/// takings of that month were made.
Result<std::optional<LoanCarried>> loanCarried(const Workspace &workspace, const Loan &loan);

} // namespace markaz
