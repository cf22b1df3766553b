// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/scenariostart.h"

#include <algorithm>
#include <numeric>

namespace markaz {
namespace {

constexpr int kMarkupBp = 1'500;
constexpr int kKiborBp = 1'200;
constexpr int kSpreadBp = 300;
constexpr int kTenor = 60;
constexpr int kDifferBp = 2'500;
constexpr int kOccupancyBp = 6'000;
constexpr int kSpan = 12;

/// \p whole in parts as \p weights are to each other; what rounding leaves goes to the first tiers.
std::array<int, 3> parts(int whole, std::array<int, 3> weights)
{
    if (std::accumulate(weights.begin(), weights.end(), 0) == 0)
        weights = {1, 1, 1};
    const int sum = std::accumulate(weights.begin(), weights.end(), 0);
    std::array<int, 3> found{};
    for (std::size_t i = 0; i < found.size(); ++i)
        found[i] = static_cast<int>(qint64(whole) * weights[i] / sum);
    int left = whole - std::accumulate(found.begin(), found.end(), 0);
    for (std::size_t i = 0; left > 0; i = (i + 1) % found.size()) {
        if (weights[i] > 0) {
            ++found[i];
            --left;
        }
    }
    return found;
}

} // namespace

ScenarioStart scenarioStart(const ProgrammePolicy &policy, const RecordedAverages &recorded, const QDate &today)
{
    ScenarioStart start;
    start.loans = recorded.loans;
    start.centres = recorded.centres;
    ScenarioLevers &levers = start.levers;
    const auto from = [&start](Lever lever, const auto &value, auto plain) {
        start.sources.insert(lever, value ? LeverSource::Recorded : LeverSource::Plain);
        return value ? *value : plain;
    };
    levers.shareBp = policy.subsidyShareBp;
    levers.igniteBp = policy.igniteShareBp;
    start.sources.insert(Lever::Share, LeverSource::Policy);
    start.sources.insert(Lever::Ignite, LeverSource::Policy);
    levers.markupBp = from(Lever::Markup, recorded.markupBp, kMarkupBp);
    levers.kiborBp = from(Lever::Kibor, std::optional<int>(), kKiborBp);
    levers.spreadBp = from(Lever::Spread, std::optional<int>(), kSpreadBp);
    levers.tenorMonths = from(Lever::Tenor, recorded.tenorMonths, kTenor);
    levers.graceMonths = std::min(from(Lever::Grace, recorded.graceMonths, 0), levers.tenorMonths - 1);
    levers.differBp = from(Lever::Differ, std::optional<int>(), kDifferBp);
    // The largest is at the cap: cap = loan x (1 + differ), in whole rupees.
    const qint64 plain = policy.loanCap.value / (10'000 + levers.differBp) * 10'000 / 100 * 100;
    levers.loan = Paisa{from(Lever::Loan, recorded.principalPaisa, plain)};
    levers.seats = recorded.seats.value_or(std::max(1, policy.largerCityMinSeats));
    start.sources.insert(Lever::Seats, recorded.seats ? LeverSource::Recorded : LeverSource::Policy);
    const Paisa middle{(policy.seatRateFloor.value + policy.seatRateCeiling.value) / 200 * 100};
    levers.rates.fill(recorded.seatRatePaisa ? Paisa{*recorded.seatRatePaisa} : middle);
    for (const Lever rate : {Lever::Rate1, Lever::Rate2, Lever::Rate3})
        start.sources.insert(rate, recorded.seatRatePaisa ? LeverSource::Recorded : LeverSource::Policy);
    levers.runningCost = Paisa{from(Lever::RunningCost, std::optional<qint64>(), qint64(0))};
    levers.occupancyBp = from(Lever::Occupancy, recorded.occupancyBp, kOccupancyBp);
    levers.centres = parts(std::max(1, policy.target().centres), recorded.centresByTier);
    for (const Lever centres : {Lever::Centres1, Lever::Centres2, Lever::Centres3})
        start.sources.insert(centres, recorded.centres > 0 ? LeverSource::Recorded : LeverSource::Policy);
    levers.firstPaidOut = QDate(today.year(), today.month(), 1).addMonths(1);
    start.sources.insert(Lever::FirstMonth, LeverSource::Plain);
    levers.spanMonths = from(Lever::Span, std::optional<int>(), kSpan);
    return start;
}

} // namespace markaz
