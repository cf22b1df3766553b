// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finance/scenario.h"

namespace markaz {

/// So many months of all groups of loans together fit a sheet.
inline constexpr qint64 kMostScheduleRows = 1'000'000;

/// A checked scenario as a workbook that computes: what was put in on the sheets Inputs and Loans, each month of each
/// group of loans on Schedule, the sums by fiscal year on Summary. Its schedule is in whole paisa and rounds as
/// core/finance does, so that it comes to the same figures to the paisa; whoever changes an input sees what changes.
/// The level instalment is looked for among the three whole numbers that the annuity formula leaves, with a trial of
/// the balance beside the schedule for two of them. Words are English, as in the scenario's file. TooLarge with `where`
/// = "loans" for more than kMostScheduleRows; else errors as of FormulaBook.
Result<void> writeScenarioWorkbook(const Scenario &scenario, const QString &path);

} // namespace markaz
