// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finance/montecarlo.h"

#include "core/domain/centre.h"
#include "core/finance/splitmix.h"

#include <algorithm>
#include <map>
#include <set>

namespace markaz {
namespace {

/// The occupancies that were drawn with each KIBOR. What a KIBOR costs is computed once, however often it was drawn.
using Trials = std::map<int, std::vector<int>>;

Trials draw(const Uncertainty &ranges)
{
    SplitMix numbers(ranges.seed);
    Trials trials;
    for (int i = 0; i < ranges.trials; ++i) {
        const int kibor = numbers.between(ranges.kiborLowBp, ranges.kiborHighBp);
        trials[kibor].push_back(numbers.between(ranges.occupancyLowBp, ranges.occupancyHighBp));
    }
    return trials;
}

/// The owners of a tier by the occupancy that they need, so that those above break-even are found by halving.
class TierLadder
{
public:
    void add(qint64 neededBp, int owners)
    {
        m_steps.push_back({neededBp, owners});
        m_owners += owners;
    }
    void sort()
    {
        std::sort(m_steps.begin(), m_steps.end());
        qint64 sum = 0;
        for (auto &[needed, owners] : m_steps)
            owners = sum += owners;
    }
    bool isEmpty() const { return m_steps.empty(); }
    int aboveBp(int occupancyBp) const
    {
        const auto end =
            std::upper_bound(m_steps.begin(), m_steps.end(), std::pair<qint64, qint64>(occupancyBp, m_owners));
        const qint64 above = end == m_steps.begin() ? 0 : std::prev(end)->second;
        return centre::shareBp(above, m_owners).value_or(0);
    }

private:
    std::vector<std::pair<qint64, qint64>> m_steps; ///< needed; owners up to there
    qint64 m_owners = 0;
};

PercentileBand bandOf(std::vector<qint64> values)
{
    std::sort(values.begin(), values.end());
    PercentileBand band{};
    for (std::size_t i = 0; i < band.size(); ++i) {
        const std::size_t rank = (values.size() * static_cast<std::size_t>(kPercentiles[i]) + 99) / 100;
        band[i] = values[rank - 1];
    }
    return band;
}

/// What a KIBOR costs, and how many trials have drawn it.
struct Cost
{
    QMap<FiscalYear, InterestSplit> years;
    std::size_t trials = 0;
};

/// Of what \p part makes of each cost.
template <class Part>
PercentileBand bandOfCosts(const std::vector<Cost> &costs, Part part)
{
    std::vector<qint64> values;
    for (const Cost &cost : costs)
        values.insert(values.end(), cost.trials, part(cost).value);
    return bandOf(std::move(values));
}

CostBand yearOf(const std::vector<Cost> &costs, const FiscalYear &year)
{
    const auto of = [&](auto part) {
        return bandOfCosts(costs, [&](const Cost &cost) { return part(cost.years.value(year)); });
    };
    return {year, of([](const InterestSplit &split) { return split.ignite; }),
            of([](const InterestSplit &split) { return split.psdp; }),
            of([](const InterestSplit &split) { return split.undecided; }),
            of([](const InterestSplit &split) { return split.subsidy(); })};
}

Paisa wholeSubsidy(const Cost &cost)
{
    InterestSplit sum;
    for (const InterestSplit &year : cost.years)
        sum += year;
    return sum.subsidy();
}

} // namespace

Result<ScenarioBands> tryOut(ScenarioRun &run)
{
    const Scenario &scenario = run.scenario();
    if (!scenario.uncertainty)
        return makeError(ErrorCode::InvalidValue, QStringLiteral("no ranges"), QStringLiteral("uncertainty"));
    std::vector<Cost> costs;
    std::array<std::vector<qint64>, 3> above;
    for (const auto &[kibor, occupancies] : draw(*scenario.uncertainty)) {
        const ScenarioRun::Evaluation found = run.evaluate(kibor);
        costs.push_back({found.years, occupancies.size()});
        std::array<TierLadder, 3> tiers;
        for (qsizetype i = 0; i < scenario.loans.size(); ++i)
            tiers[static_cast<std::size_t>(scenario.loans[i].tier - 1)].add(found.neededBp[static_cast<std::size_t>(i)],
                                                                            scenario.loans[i].count);
        for (std::size_t i = 0; i < tiers.size(); ++i) {
            if (tiers[i].isEmpty())
                continue;
            tiers[i].sort();
            for (const int occupancy : occupancies)
                above[i].push_back(tiers[i].aboveBp(occupancy));
        }
    }

    ScenarioBands bands;
    bands.trials = scenario.uncertainty->trials;
    bands.seed = scenario.uncertainty->seed;
    std::set<FiscalYear> years;
    for (const Cost &cost : costs) {
        if (!cost.years.isEmpty())
            years.insert({cost.years.firstKey(), cost.years.lastKey()});
    }
    if (!years.empty()) {
        for (FiscalYear year = *years.begin(); year <= *years.rbegin(); ++year.begins)
            bands.years.append(yearOf(costs, year));
    }
    bands.subsidy = bandOfCosts(costs, wholeSubsidy);
    for (std::size_t i = 0; i < above.size(); ++i) {
        if (!above[i].empty())
            bands.tiers.append({static_cast<int>(i) + 1, bandOf(above[i])});
    }
    return bands;
}

} // namespace markaz
