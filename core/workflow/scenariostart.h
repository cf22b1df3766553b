// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finance/levers.h"
#include "core/finance/policy.h"
#include "core/storage/scenariorepository.h"

#include <QHash>

namespace markaz {

/// What a page moves of ScenarioLevers, in its order.
enum class Lever {
    Share,
    Ignite,
    Markup,
    Kibor,
    Spread,
    Tenor,
    Grace,
    Loan,
    Differ,
    Seats,
    Rate1, ///< of a seat in tier 1; the next two follow it
    Rate2,
    Rate3,
    RunningCost,
    Occupancy,
    Centres1, ///< in tier 1; the next two follow it
    Centres2,
    Centres3,
    FirstMonth,
    Span,
};

/// Where the value comes from with which a lever begins.
enum class LeverSource {
    Policy,   ///< says so
    Recorded, ///< the average of what is recorded on this laptop
    Plain,    ///< nothing says so; a plain value to begin with
};

struct ScenarioStart
{
    ScenarioLevers levers;
    QHash<Lever, LeverSource> sources;
    int loans = 0;   ///< that were averaged
    int centres = 0; ///< that were averaged
};

/// What to begin with: \p policy where it says something, else what is \p recorded, else plain values: a mark-up of
/// 15 % (KIBOR 12 % and 3 %), 60 months without grace, loans that differ by a quarter with the largest at the cap,
/// 60 % of the seats taken, no running cost, paid out over 12 months from the month after \p today. The centres are
/// those of the policy's target in force, by tier as those that are recorded, else in even parts.
ScenarioStart scenarioStart(const ProgrammePolicy &policy, const RecordedAverages &recorded, const QDate &today);

} // namespace markaz
