// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finance/breakeven.h"

#include "core/domain/centre.h"

#include <QMap>

#include <algorithm>

namespace markaz {
namespace {

constexpr qint64 kMostMonths = 12'000;

Error wrong(const QString &where)
{
    return makeError(ErrorCode::InvalidValue, QStringLiteral("out of its range"), where);
}

bool isBetween(qint64 value, qint64 most)
{
    return value >= 0 && value <= most;
}

qint64 dividedUp(qint64 part, qint64 whole)
{
    return part <= 0 ? 0 : (part - 1) / whole + 1;
}

/// The month after the last one that is short; \p after: how it goes on behind them. Nothing when it goes on short.
std::optional<int> turn(const QList<BreakEvenMonth> &months, Paisa after)
{
    if (after < Paisa{0})
        return std::nullopt;
    const auto last =
        std::find_if(months.rbegin(), months.rend(), [](const BreakEvenMonth &each) { return each.net() < Paisa{0}; });
    return last == months.rend() ? 1 : last->month + 1;
}

/// The same of the sum, which \p after is added to each month behind them.
std::optional<int> makeGood(const QList<BreakEvenMonth> &months, Paisa after)
{
    if (after < Paisa{0})
        return std::nullopt;
    const BreakEvenMonth &end = months.last();
    if (end.sum < Paisa{0}) {
        if (after == Paisa{0})
            return std::nullopt;
        const qint64 more = dividedUp(-end.sum.value, after.value);
        return more > kMostMonths ? std::nullopt : std::optional(end.month + static_cast<int>(more));
    }
    const auto last =
        std::find_if(months.rbegin(), months.rend(), [](const BreakEvenMonth &each) { return each.sum < Paisa{0}; });
    return last == months.rend() ? 1 : last->month + 1;
}

} // namespace

Result<void> checkEconomics(const CentreEconomics &centre)
{
    if (centre.seats < 1 || centre.seats > centre::kMostSeats)
        return wrong(QStringLiteral("seats"));
    if (!isBetween(centre.seatRate.value, centre::kMostRatePaisa))
        return wrong(QStringLiteral("seat_rate_paisa"));
    if (!isBetween(centre.runningCost.value, kMostRunningCost))
        return wrong(QStringLiteral("running_cost_paisa"));
    if (!isBetween(centre.occupancyBp, loan::kMostBp))
        return wrong(QStringLiteral("occupancy_bp"));
    QMap<Month, Paisa> seen;
    for (qsizetype i = 0; i < centre.reported.size(); ++i) {
        const ReportedTakings &each = centre.reported[i];
        const QString path = QStringLiteral("reported[%1].").arg(i);
        if (!isBetween(each.seatsTaken, centre.seats))
            return wrong(path + QStringLiteral("seats_taken"));
        if (!isBetween(each.seatRate.value, centre::kMostRatePaisa))
            return wrong(path + QStringLiteral("seat_rate_paisa"));
        if (seen.contains(each.month))
            return makeError(ErrorCode::InvalidValue, QStringLiteral("stands twice"), path + QStringLiteral("month"));
        seen.insert(each.month, each.seatRate);
    }
    return {};
}

std::optional<qint64> occupancyFor(Paisa cost, Paisa full)
{
    if (cost <= Paisa{0})
        return 0;
    if (full <= Paisa{0})
        return std::nullopt;
    return dividedUp(cost.value * 10'000 - 5'000, full.value); // as shareOf() rounds
}

Result<BreakEven> breakEven(const LoanSchedule &schedule, const CentreEconomics &centre)
{
    if (auto checked = checkEconomics(centre); !checked)
        return checked.error();
    if (!centre.reported.isEmpty() && (schedule.rows.isEmpty() || !schedule.rows.first().due.isValid()))
        return wrong(QStringLiteral("paid_out"));
    QMap<Month, Paisa> reported;
    for (const ReportedTakings &each : centre.reported)
        reported.insert(each.month, Paisa{each.seatsTaken * each.seatRate.value});

    BreakEven result;
    result.months.reserve(schedule.rows.size());
    const Paisa expected = centre.expectedTakings();
    Paisa sum;
    for (const ScheduledInstalment &row : schedule.rows) {
        BreakEvenMonth month{row.instalment.month, row.ownerPays() + centre.runningCost, expected, {}};
        if (!reported.isEmpty())
            month.takings = reported.value(Month::of(row.due), expected);
        sum += month.net();
        month.sum = sum;
        result.dearest = std::max(result.dearest, month.cost);
        result.months.append(month);
    }
    if (result.months.isEmpty())
        return makeError(ErrorCode::Incomplete, QStringLiteral("a loan of no months"), QStringLiteral("tenor_months"));
    if (result.dearest == Paisa{0} || centre.seatRate > Paisa{0})
        result.seatsNeeded = dividedUp(result.dearest.value, std::max<qint64>(1, centre.seatRate.value));
    result.occupancyNeededBp = occupancyFor(result.dearest, centre.fullTakings());
    result.above = result.occupancyNeededBp && *result.occupancyNeededBp <= centre.occupancyBp;
    const Paisa after = expected - centre.runningCost;
    result.turnsInMonth = turn(result.months, after);
    result.madeGoodInMonth = makeGood(result.months, after);
    return result;
}

} // namespace markaz
