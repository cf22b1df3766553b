// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finance/scenario.h"

#include "core/domain/centre.h"

#include <algorithm>
#include <array>
#include <limits>

namespace markaz {
namespace {

using scenario::kFirstFiscal;
constexpr int kYears = scenario::kLastFiscal - kFirstFiscal + 1;
using Years = std::array<InterestSplit, kYears>;

Error at(const QString &path, Error error)
{
    error.where = error.where.isEmpty() ? path : path + QLatin1Char('.') + error.where;
    return error;
}

Error wrong(const QString &where)
{
    return makeError(ErrorCode::InvalidValue, QStringLiteral("out of its range"), where);
}

bool isBetween(qint64 value, qint64 least, qint64 most)
{
    return value >= least && value <= most;
}

LoanTerms termsAt(const ScenarioLoan &loan, int kiborBp)
{
    LoanTerms terms = loan.terms;
    if (loan.floats)
        terms.markupBp = kiborBp + loan.spreadBp;
    return terms;
}

Result<void> checkLoan(const ScenarioLoan &loan, int highestKiborBp)
{
    if (!isBetween(loan.tier, 1, 3))
        return wrong(QStringLiteral("tier"));
    if (!isBetween(loan.count, 1, scenario::kMostLoans))
        return wrong(QStringLiteral("count"));
    LoanTerms terms = loan.terms;
    if (loan.floats) {
        if (!isBetween(loan.spreadBp, 0, loan::kMostBp) || highestKiborBp + loan.spreadBp > loan::kMostBp)
            return wrong(QStringLiteral("spread_bp"));
        terms.markupBp = highestKiborBp + loan.spreadBp;
    }
    if (auto checked = checkTerms(terms); !checked)
        return checked.error().where == QLatin1String("principal") ? wrong(QStringLiteral("principal_paisa")) : checked;
    if (!loan::mayBePaidOut(loan.paidOut))
        return wrong(QStringLiteral("paid_out"));
    if (!isBetween(loan.freelancers.value_or(0), 0, scenario::kMostFreelancers))
        return wrong(QStringLiteral("freelancers"));
    return checkEconomics(loan.centre);
}

Result<void> checkUncertainty(const Uncertainty &uncertainty)
{
    if (!isBetween(uncertainty.trials, 1, scenario::kMostTrials))
        return wrong(QStringLiteral("trials"));
    if (!isBetween(uncertainty.kiborLowBp, 0, loan::kMostBp))
        return wrong(QStringLiteral("kibor_bp[0]"));
    if (!isBetween(uncertainty.kiborHighBp, uncertainty.kiborLowBp, loan::kMostBp))
        return wrong(QStringLiteral("kibor_bp[1]"));
    if (!isBetween(uncertainty.occupancyLowBp, 0, loan::kMostBp))
        return wrong(QStringLiteral("occupancy_bp[0]"));
    if (!isBetween(uncertainty.occupancyHighBp, uncertainty.occupancyLowBp, loan::kMostBp))
        return wrong(QStringLiteral("occupancy_bp[1]"));
    return {};
}

/// Adds the interest of one loan to the years in which it falls due; the most that its owner pays in a month. Months
/// are taken in runs of one fiscal year under one subsidy, because asking for both each month would take longer than
/// the sums.
Paisa spread(std::span<const Instalment> rows, const ScenarioLoan &loan, const QList<SubsidyTerms> &subsidy,
             Years &years)
{
    const int tenor = static_cast<int>(rows.size());
    const int paidOut = loan.paidOut.year() * 12 + loan.paidOut.month() - 1;
    Paisa dearest;
    qsizetype next = 0; // the subsidy that comes
    SubsidyTerms force{{}, 0, 0};
    int changes = 1; // the month from which it is in force
    for (int month = 1; month <= tenor;) {
        while (next < subsidy.size()) {
            changes = subsidy[next].from.isValid() ? firstDueFrom(loan.paidOut, subsidy[next].from) : 1;
            if (changes > month)
                break;
            force = subsidy[next++];
        }
        const int sinceJuly = (paidOut + month - 6) % 12;
        const int year = (paidOut + month - 6) / 12;
        int end = std::min(tenor, month + 11 - sinceJuly);
        if (next < subsidy.size())
            end = std::min(end, changes - 1);
        InterestSplit sum;
        for (; month <= end; ++month) {
            const Instalment &row = rows[static_cast<std::size_t>(month - 1)];
            const InterestSplit parts = splitInterest(row.interest, force.shareBp, force.igniteShareBp);
            sum += parts;
            dearest = std::max(dearest, row.principal + parts.owner);
        }
        InterestSplit &whole = years[static_cast<std::size_t>(year - kFirstFiscal)];
        for (Paisa InterestSplit::*part :
             {&InterestSplit::owner, &InterestSplit::ignite, &InterestSplit::psdp, &InterestSplit::undecided})
            (whole.*part).value += (sum.*part).value * loan.count;
    }
    return dearest;
}

qint64 servedBy(const ScenarioLoan &loan)
{
    // Seats that are expected to be taken, rounded half up.
    return loan.freelancers ? *loan.freelancers : shareOf(Paisa{loan.centre.seats}, loan.centre.occupancyBp).value;
}

std::optional<Paisa> forEach(Paisa whole, qint64 number)
{
    return number > 0 ? std::optional(Paisa{(whole.value + number / 2) / number}) : std::nullopt;
}

} // namespace

qint64 scenario::principalOf(const ScenarioLoan &loan)
{
    // The most that the product can matter: beyond it the scenario is refused, and it could leave 64 bits.
    return std::min(loan.terms.principal.value, kMostTogether / loan.count + 1) * loan.count;
}

Result<void> checkScenario(const Scenario &scenario)
{
    if (!isBetween(scenario.kiborBp, 0, loan::kMostBp))
        return wrong(QStringLiteral("kibor_bp"));
    if (auto checked = checkSubsidy(scenario.subsidy); !checked)
        return checked;
    for (qsizetype i = 0; i < scenario.budget.size(); ++i) {
        const BudgetYear &year = scenario.budget[i];
        const QString path = QStringLiteral("budget[%1].").arg(i);
        if (!isBetween(year.year.begins, kFirstFiscal, scenario::kLastFiscal))
            return wrong(path + QStringLiteral("fiscal_year"));
        if (!isBetween(year.ignite.value, 0, scenario::kMostTogether))
            return wrong(path + QStringLiteral("ignite_paisa"));
        if (!isBetween(year.psdp.value, 0, scenario::kMostTogether))
            return wrong(path + QStringLiteral("psdp_paisa"));
        if (std::any_of(scenario.budget.begin(), scenario.budget.begin() + i,
                        [&](const BudgetYear &before) { return before.year == year.year; }))
            return makeError(ErrorCode::InvalidValue, QStringLiteral("stands twice"),
                             path + QStringLiteral("fiscal_year"));
    }
    int highest = scenario.kiborBp;
    if (scenario.uncertainty) {
        if (auto checked = checkUncertainty(*scenario.uncertainty); !checked)
            return at(QStringLiteral("uncertainty"), checked.error());
        highest = std::max(highest, scenario.uncertainty->kiborHighBp);
    }
    if (scenario.loans.isEmpty())
        return makeError(ErrorCode::Incomplete, QStringLiteral("no loans"), QStringLiteral("loans"));
    qint64 loans = 0;
    qint64 together = 0;
    for (qsizetype i = 0; i < scenario.loans.size(); ++i) {
        const ScenarioLoan &loan = scenario.loans[i];
        if (auto checked = checkLoan(loan, highest); !checked)
            return at(QStringLiteral("loans[%1]").arg(i), checked.error());
        loans += loan.count;
        together += scenario::principalOf(loan);
        if (loans > scenario::kMostLoans || together > scenario::kMostTogether)
            return makeError(ErrorCode::InvalidValue, QStringLiteral("too many, or too much together"),
                             QStringLiteral("loans[%1]").arg(i) + (loans > scenario::kMostLoans
                                                                       ? QStringLiteral(".count")
                                                                       : QStringLiteral(".principal_paisa")));
    }
    return {};
}

Result<LoanSchedule> scheduleOf(const Scenario &scenario, const ScenarioLoan &loan)
{
    return scheduleLoan(termsAt(loan, scenario.kiborBp), loan.paidOut, scenario.subsidy);
}

Result<BreakEven> breakEvenOf(const Scenario &scenario, const ScenarioLoan &loan)
{
    const auto schedule = scheduleOf(scenario, loan);
    return schedule ? breakEven(*schedule, loan.centre) : Result<BreakEven>(schedule.error());
}

Result<ScenarioRun> ScenarioRun::open(Scenario scenario)
{
    if (auto checked = checkScenario(scenario); !checked)
        return checked.error();
    return ScenarioRun(std::move(scenario));
}

ScenarioRun::Evaluation ScenarioRun::evaluate(int kiborBp)
{
    Evaluation found;
    found.neededBp.reserve(static_cast<std::size_t>(m_scenario.loans.size()));
    Years years{};
    for (const ScenarioLoan &loan : std::as_const(m_scenario.loans)) {
        const auto rows = m_amortiser.run(termsAt(loan, kiborBp));
        Q_ASSERT(rows); // checkScenario() took it
        const Paisa dearest = spread(*rows, loan, m_scenario.subsidy, years);
        found.neededBp.push_back(occupancyFor(dearest + loan.centre.runningCost, loan.centre.fullTakings())
                                     .value_or(std::numeric_limits<qint64>::max()));
    }
    for (int i = 0; i < kYears; ++i) {
        if (years[static_cast<std::size_t>(i)].whole() != Paisa{0})
            found.years.insert({kFirstFiscal + i}, years[static_cast<std::size_t>(i)]);
    }
    return found;
}

ScenarioResult ScenarioRun::result()
{
    const Evaluation found = evaluate(m_scenario.kiborBp);
    ScenarioResult result;
    QMap<FiscalYear, BudgetYear> budgets;
    for (const BudgetYear &budget : std::as_const(m_scenario.budget))
        budgets.insert(budget.year, budget);
    int first = std::numeric_limits<int>::max();
    int last = std::numeric_limits<int>::min();
    const auto reach = [&](const FiscalYear &year) {
        first = std::min(first, year.begins);
        last = std::max(last, year.begins);
    };
    for (auto it = found.years.begin(); it != found.years.end(); ++it)
        reach(it.key());
    for (auto it = budgets.begin(); it != budgets.end(); ++it)
        reach(it.key());
    for (int year = first; year <= last; ++year) {
        CostYear cost{{year}, found.years.value({year}), std::nullopt};
        if (const auto budget = budgets.find({year}); budget != budgets.end())
            cost.budget = *budget;
        result.interest += cost.interest;
        result.years.append(cost);
    }

    std::array<TierShare, 3> tiers{};
    for (qsizetype i = 0; i < m_scenario.loans.size(); ++i) {
        const ScenarioLoan &loan = m_scenario.loans[i];
        TierShare &tier = tiers[static_cast<std::size_t>(loan.tier - 1)];
        tier.tier = loan.tier;
        tier.owners += loan.count;
        if (found.neededBp[static_cast<std::size_t>(i)] <= loan.centre.occupancyBp)
            tier.above += loan.count;
        result.owners += loan.count;
        result.seats += qint64(loan.centre.seats) * loan.count;
        result.freelancers += servedBy(loan) * loan.count;
    }
    for (TierShare &tier : tiers) {
        if (tier.owners == 0)
            continue;
        tier.aboveBp = centre::shareBp(tier.above, tier.owners).value_or(0);
        result.tiers.append(tier);
    }
    result.costPerSeat = forEach(result.interest.subsidy(), result.seats);
    result.costPerFreelancer = forEach(result.interest.subsidy(), result.freelancers);
    return result;
}

} // namespace markaz
