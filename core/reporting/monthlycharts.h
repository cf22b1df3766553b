// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reporting/monthlyflow.h"
#include "core/reporting/monthlyreport.h"

/// The charts of the monthly report, drawn so that a grey print tells their parts apart: solid, hatched and dashed.
/// Where there is nothing to draw they are their sentence. For this room's sources.
namespace markaz {

void addBars(MonthlyFlow &flow, const MonthlyBars &content);
void addColumns(MonthlyFlow &flow, const MonthlyColumns &content);

/// A round and even number that is not below \p value, for the top of an axis: 2, 4, 6, 8, 10, 20, 30, 40, 50 ...
int axisTop(int value);

} // namespace markaz
