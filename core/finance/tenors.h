// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finance/montecarlo.h"

#include <functional>

namespace markaz {

/// The owners above break-even if all loans of a scenario had this tenor.
struct TenorPoint
{
    int tenorMonths = 0;
    QList<TierShare> tiers; ///< those that have owners
    QList<TierBand> bands;  ///< of the same tiers, where ranges were tried
};

/// \p scenario tried with \p tenors, in their order; with its ranges where \p bands. It is asked before each of them
/// whether it \p goesOn; where it does not, what was found so far is the answer. Errors as of ScenarioRun::open().
Result<QList<TenorPoint>> overTenors(const Scenario &scenario, const QList<int> &tenors, bool bands,
                                     const std::function<bool()> &goesOn = {});

} // namespace markaz
