// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finance/montecarlo.h"
#include "core/workflow/scenariostart.h"
#include "ui/text/sentences.h"

#include <optional>

namespace markaz::ui {

/// What saved scenarios refuse: core/workflow/savedscenarios.h names it.
std::optional<Sentence> scenarioSentence(const Error &error);

namespace scenariowords {

QString lever(Lever lever); ///< "Subsidised share"
/// Where a lever's start comes from: "average of 12 loans"; empty for the policy's own.
QString source(Lever lever, const ScenarioStart &start);
QString tier(int tier);                                   ///< "Tier 1"
QString range(const QString &low, const QString &high);   ///< "Rs 841 m – Rs 1,123 m"
QString amounts(const PercentileBand &band);              ///< from the 5th to the 95th percentile
QString shares(const PercentileBand &band);               ///< the same of basis points
QString year(const FiscalYear &year);                     ///< "2026-27"
QString amountOrNone(const std::optional<Paisa> &amount); ///< a dash where there is none

} // namespace scenariowords
} // namespace markaz::ui
