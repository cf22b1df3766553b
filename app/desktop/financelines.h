// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finance/montecarlo.h"

#include <QStringList>

/// What `markaz finance` prints without --json, for people at a terminal and for awk: English in every language, like
/// the verdicts of `markaz verify`; amounts in rupees with two places.
namespace markaz::desktop {

QString rupeeText(Paisa amount); ///< "166666.67"

/// A line of names, one for each month, the totals, then the break-even.
QStringList scheduleLines(const LoanSchedule &schedule, const std::optional<BreakEven> &centre);

/// A name and its values in each line.
QStringList scenarioLines(const Scenario &scenario, const ScenarioResult &result, const QList<BreakEven> &centres,
                          const std::optional<ScenarioBands> &bands);

} // namespace markaz::desktop
