// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finance/scenario.h"

#include <array>

namespace markaz {

/// The few figures from which a whole programme is made: what a page moves with sliders. Centres of a tier are alike
/// but for the size of their loan and the day on which it is paid out.
struct ScenarioLevers
{
    QString name;
    int shareBp = 0;              ///< of the interest that is subsidised
    std::optional<int> igniteBp;  ///< of the subsidy; nothing = undecided
    bool floats = false;          ///< KIBOR and the spread; else the fixed mark-up
    int markupBp = 0;             ///< a year
    int kiborBp = 0;              ///< a year
    int spreadBp = 0;             ///< a year
    int tenorMonths = 0;          ///< grace included
    int graceMonths = 0;          ///< fewer than the tenor
    Paisa loan;                   ///< the average
    int differBp = 0;             ///< the smallest and the largest loan lie so far from the average; 0: all are alike
    int seats = 0;                ///< of a centre
    std::array<Paisa, 3> rates{}; ///< of a seat a month, [tier - 1]
    Paisa runningCost;            ///< of a centre a month
    int occupancyBp = 0;
    std::array<int, 3> centres{}; ///< [tier - 1]; at least one in all
    QDate firstPaidOut;
    int spanMonths = 1; ///< in which the loans are paid out, one after the other
    QList<BudgetYear> budget;
    std::optional<Uncertainty> uncertainty = std::nullopt;
};

namespace levers {
inline constexpr int kMostDifferBp = 9'000;
inline constexpr int kMostSpan = 120; ///< months
inline constexpr int kSizes = 11;     ///< of loans, where they differ

/// The largest loan that is made of them.
Paisa largestLoan(const ScenarioLevers &levers);
/// The mark-up a year that they come to, with KIBOR.
int markupOf(const ScenarioLevers &levers);
} // namespace levers

/// The programme that the levers stand for: in each tier the first loan is the average one on the first day, the others
/// are spread evenly over the months and over kSizes sizes. Those that are alike are one entry. Errors: InvalidValue
/// with `where` = "differ_bp", "span_months" or "centres"; else as of checkScenario(), the path of the first loan that
/// is wrong.
/// 2026-12-01: loans differ, because owners who are all alike are all above break-even or none of them; which centre
/// differs from which is not recorded anywhere, so sizes are spread and nothing is drawn.
Result<Scenario> scenarioOf(const ScenarioLevers &levers);

/// The levers that make \p scenario, the very same; nothing where none do: it was made by hand otherwise. What a
/// scenario does not show of them (the rate of a tier without centres, the spread of a fixed mark-up) is that of
/// \p others.
std::optional<ScenarioLevers> leversOf(const Scenario &scenario, const ScenarioLevers &others);

/// What the same programme would be with another tenor: of each loan, its grace cut to be shorter where it has to be.
Scenario withTenor(Scenario scenario, int tenorMonths);

} // namespace markaz
