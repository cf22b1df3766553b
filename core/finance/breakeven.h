// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/centre.h"
#include "core/domain/month.h"
#include "core/finance/schedule.h"

namespace markaz {

/// What a centre took in a month that was reported.
struct ReportedTakings
{
    Month month;
    int seatsTaken = 0;
    Paisa seatRate; ///< charged, a seat
};

/// What a centre lives on.
struct CentreEconomics
{
    int seats = 0;
    Paisa seatRate;    ///< a seat a month
    Paisa runningCost; ///< a month
    int occupancyBp = 0;
    QList<ReportedTakings> reported = {}; ///< in place of what is expected of their months

    Paisa fullTakings() const { return Paisa{seats * seatRate.value}; }
    /// At the expected occupancy, rounded half up to the paisa.
    Paisa expectedTakings() const { return shareOf(fullTakings(), occupancyBp); }
};

/// The bounds of CentreEconomics: seats 1 to 10,000 and a rate of 0 to Rs 1 million as of centre::kMostSeats and
/// kMostRatePaisa, running cost 0 to Rs 1 billion, occupancy 0 to 10,000 basis points. InvalidValue with `where` =
/// "seats", "seat_rate_paisa", "running_cost_paisa", "occupancy_bp", "reported[2].seats_taken" (more than the seats),
/// "reported[2].seat_rate_paisa", or "reported[2].month" for a month that stands twice.
Result<void> checkEconomics(const CentreEconomics &centre);
inline constexpr qint64 kMostRunningCost = centre::kMostRunningPaisa; ///< a month

/// The smallest occupancy in basis points at which \p full takings carry \p cost; above 10,000 when all seats do not.
/// Nothing when nothing is taken and there is a cost.
std::optional<qint64> occupancyFor(Paisa cost, Paisa full);

struct BreakEvenMonth
{
    int month = 0;
    Paisa cost; ///< the instalment net of the subsidy, and the running cost
    Paisa takings;
    Paisa sum; ///< of takings less cost from the first month on
    constexpr Paisa net() const { return takings - cost; }
};

struct BreakEven
{
    QList<BreakEvenMonth> months;            ///< those of the loan
    Paisa dearest;                           ///< the cost of its dearest month
    std::optional<qint64> seatsNeeded;       ///< to carry it, rounded up; more than there are when all do not
    std::optional<qint64> occupancyNeededBp; ///< to carry it: occupancyFor()
    bool above = false;                      ///< whether the expected occupancy carries it
    /// The month from which on every month is carried, the loan's and those after it (only the running cost is left
    /// then). At most one more than the tenor; nothing: not even after the loan.
    std::optional<int> turnsInMonth;
    /// The month from which on what was taken is never less than what was paid, since the loan was paid out. Nothing:
    /// in no month of the next thousand years.
    std::optional<int> madeGoodInMonth;
};

/// Whether and when the centre carries its loan. A month's instalment, net of its subsidy, is paid out of the takings
/// of the calendar month in which it falls due. Errors as of checkEconomics(); InvalidValue with "paid_out" for
/// reported months with a schedule that has no days.
/// 2026-11-30: domain.md asks for "the break-even occupancy of each loan". The subsidy shrinks with the interest while
/// the instalment stays, so what the owner pays grows; the occupancy that carries the dearest month is the one with
/// which no month is short. What is left of better months is not counted as saved: see madeGoodInMonth for that.
Result<BreakEven> breakEven(const LoanSchedule &schedule, const CentreEconomics &centre);

} // namespace markaz
