// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/nextcentres.h"

/// Words for registered freelancers, seats for them, and the ranking of the next centres.
namespace markaz::ui::demandwords {

QString perThousand(qint64 hundredths);          ///< "6.8": seats for each 1,000, one place, rounded half up
QString points(int tenths);                      ///< "34.2"
QString part(RankingPart part);                  ///< "Gap closed"
QString readiness(const IdleBuilding &building); ///< "Inspected, 82.1, Eligible", "Identified"
QString ready(int buildings);                    ///< "5 eligible", "none yet"
QString cities(int count);                       ///< "61 cities"
QString perSeat(const BuildingPlan &plan);       ///< "Rs 41,000"
/// Why a building stands where it stands, in sentences: what it closes of its city's gap, where its seats and its
/// subsidy come from, how far it is.
QString why(const IdleBuilding &building, const BuildingPlan &plan, const RankedBuilding &ranked, const QString &city);

} // namespace markaz::ui::demandwords
