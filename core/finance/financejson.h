// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finance/montecarlo.h"

#include <QJsonObject>

/// What was computed, for scripts and for checking by hand (README.md names each figure): amounts are whole paisa,
/// shares and rates basis points, null is "there is none". Names are stable and never translated.
namespace markaz {

/// The loan, its months with who pays what of each, its fiscal years when it has a day, and the totals; with the
/// break-even of its centre where it has one.
QJsonObject toJson(const LoanTerms &terms, const QDate &paidOut, const LoanSchedule &schedule,
                   const std::optional<BreakEven> &centre);

/// The whole scenario; \p centres: the break-even of each of its loans, in their order; \p bands where ranges were
/// tried.
QJsonObject toJson(const Scenario &scenario, const ScenarioResult &result, const QList<BreakEven> &centres,
                   const std::optional<ScenarioBands> &bands);

} // namespace markaz
