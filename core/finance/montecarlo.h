// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finance/scenario.h"

#include <array>

namespace markaz {

/// The percentiles that a band shows, and the values that so many percent of the trials do not exceed (nearest rank:
/// the smallest with at least that share of the trials at or below it).
inline constexpr std::array<int, 5> kPercentiles{5, 25, 50, 75, 95};
using PercentileBand = std::array<qint64, kPercentiles.size()>;

/// What the trials came to; amounts in paisa.
struct CostBand
{
    FiscalYear year;
    PercentileBand ignite{};
    PercentileBand psdp{};
    PercentileBand undecided{};
    PercentileBand subsidy{}; ///< the three together, of each trial
};

struct TierBand
{
    int tier = 0;
    PercentileBand aboveBp{}; ///< share of the tier's owners above break-even
};

struct ScenarioBands
{
    int trials = 0;
    quint64 seed = 0;
    QList<CostBand> years;    ///< every fiscal year in which any trial has interest, without gaps
    PercentileBand subsidy{}; ///< of all years
    QList<TierBand> tiers;    ///< those that have owners
};

/// Tries the scenario's ranges: each trial draws one KIBOR for all floating loans and one occupancy for all centres, in
/// this order, out of SplitMix with the seed. So the same seed gives the same figures on every machine and with every
/// library. InvalidValue with `where` = "uncertainty" when the scenario has none.
/// 2026-11-30: one occupancy for all centres, and not one for each: what nobody knows is how well such centres do, and
/// thousands of separate draws would only average it away and show a certainty that there is not.
Result<ScenarioBands> tryOut(ScenarioRun &run);

} // namespace markaz
