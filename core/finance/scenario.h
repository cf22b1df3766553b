// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finance/breakeven.h"
#include "core/finance/fiscalyear.h"

#include <QMap>

namespace markaz {

/// Loans of the programme that are alike: their terms, and the centre that each of them is for.
struct ScenarioLoan
{
    QString name;
    int tier = 3;        ///< of the city, 1 to 3
    int count = 1;       ///< so many owners have such a loan
    LoanTerms terms;     ///< its mark-up is not read where it floats
    bool floats = false; ///< the mark-up is KIBOR and `spreadBp`
    int spreadBp = 0;    ///< a year, above KIBOR
    QDate paidOut;       ///< 2000 to 2099
    CentreEconomics centre;
    std::optional<int> freelancers = std::nullopt; ///< whom it serves; else as many as seats are expected to be taken
};

struct BudgetYear
{
    FiscalYear year;
    Paisa ignite;
    Paisa psdp;
    friend bool operator==(const BudgetYear &, const BudgetYear &) = default;
};

/// Ranges that nobody knows better: each value of them is as likely as any other.
struct Uncertainty
{
    int trials = 0; ///< 1 to 100,000
    quint64 seed = 0;
    int kiborLowBp = 0; ///< of one trial's KIBOR, for all floating loans and their whole life
    int kiborHighBp = 0;
    int occupancyLowBp = 0; ///< of one trial's occupancy, in all centres
    int occupancyHighBp = 0;
};

/// What the programme is tried with.
struct Scenario
{
    QString name;
    int kiborBp = 0; ///< a year
    QList<SubsidyTerms> subsidy;
    QList<BudgetYear> budget; ///< may be empty, or not name every year
    QList<ScenarioLoan> loans;
    std::optional<Uncertainty> uncertainty = std::nullopt;
};

/// The bounds of a scenario beside those of its loans: what all cost together stays within what doubles hold exactly,
/// so that any reader of JSON can take it.
namespace scenario {
inline constexpr int kMostLoans = 100'000;                   ///< with their counts
inline constexpr qint64 kMostTogether = 100'000'000'000'000; ///< paisa of principal, Rs 1 trillion
inline constexpr int kMostFreelancers = 1'000'000;           ///< of one centre
inline constexpr int kMostTrials = 100'000;
inline constexpr qint64 kMostSeed = 9'007'199'254'740'991; ///< that JSON's numbers hold exactly
inline constexpr int kFirstFiscal = loan::kFirstYear - 1;  ///< January 2000 lies in 1999-00
inline constexpr int kLastFiscal = loan::kLastYear + loan::kMostTenor / 12;
/// Of the loan times its count, or more than kMostTogether where it is more.
qint64 principalOf(const ScenarioLoan &loan);
} // namespace scenario

struct CostYear
{
    FiscalYear year;
    InterestSplit interest; ///< that falls due in it; the owners' part too
    std::optional<BudgetYear> budget = std::nullopt;
    friend bool operator==(const CostYear &, const CostYear &) = default;
};

struct TierShare
{
    int tier = 0;
    int owners = 0;
    int above = 0;   ///< break-even: BreakEven::above
    int aboveBp = 0; ///< of the owners, rounded half up
    friend bool operator==(const TierShare &, const TierShare &) = default;
};

struct ScenarioResult
{
    QList<CostYear> years;  ///< without gaps, from the first in which interest falls due or a budget stands to the last
    InterestSplit interest; ///< of all years
    QList<TierShare> tiers; ///< those that have owners
    qint64 owners = 0;
    qint64 seats = 0;
    qint64 freelancers = 0;
    std::optional<Paisa> costPerSeat;       ///< the whole subsidy for each seat, rounded half up
    std::optional<Paisa> costPerFreelancer; ///< nothing when there are none
};

/// Says first what is wrong with it: InvalidValue or Incomplete with `where` = the path in the scenario's file,
/// "loans[3].grace_months".
Result<void> checkScenario(const Scenario &scenario);

/// Of one of its loans, with the scenario's KIBOR and subsidy. Errors as of scheduleLoan() and breakEven().
Result<LoanSchedule> scheduleOf(const Scenario &scenario, const ScenarioLoan &loan);
Result<BreakEven> breakEvenOf(const Scenario &scenario, const ScenarioLoan &loan);

/// Computes a checked scenario. It keeps the room that it needs, so that a page may ask again with each step of a
/// slider; 10,000 loans of 60 months are budgeted at 16 ms (tests/bench).
class ScenarioRun
{
public:
    /// \p scenario is kept; errors as of checkScenario().
    static Result<ScenarioRun> open(Scenario scenario);

    const Scenario &scenario() const { return m_scenario; }
    /// With the scenario's own KIBOR and occupancies.
    ScenarioResult result();

    /// What another KIBOR comes to, at most the highest that the scenario and its ranges name: the parts by fiscal
    /// year, and for each loan the occupancy that it takes.
    struct Evaluation
    {
        QMap<FiscalYear, InterestSplit> years;
        std::vector<qint64> neededBp; ///< a loan; occupancyFor(), or above 10,000 where nothing carries it
    };
    Evaluation evaluate(int kiborBp);

private:
    explicit ScenarioRun(Scenario scenario)
        : m_scenario(std::move(scenario))
    {
    }
    Scenario m_scenario;
    Amortiser m_amortiser;
};

} // namespace markaz
