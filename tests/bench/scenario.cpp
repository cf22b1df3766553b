// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finance/levers.h"
#include "core/finance/montecarlo.h"
#include "core/finance/splitmix.h"
#include "tests/bench/figures.h"

namespace markaz::bench {
namespace {

/// Loans of 60 months, each with terms of its own: nothing that was computed for one serves another.
Scenario programme(int loans, quint64 seed)
{
    SplitMix numbers(seed);
    Scenario scenario;
    scenario.name = QStringLiteral("bench");
    scenario.kiborBp = 1'150;
    scenario.subsidy = {{{}, 10'000, 6'000}, {QDate(2028, 7, 1), 7'500, 5'000}};
    for (int i = 0; i < loans; ++i) {
        ScenarioLoan loan;
        loan.tier = numbers.between(1, 3);
        loan.terms = {Paisa::rupees(numbers.between(1'000'000, 10'000'000)), 0, 60, numbers.between(0, 12)};
        loan.floats = true;
        loan.spreadBp = numbers.between(0, 600);
        loan.paidOut = QDate(2026, 7, 1).addDays(numbers.between(0, 700));
        loan.centre = {numbers.between(50, 200),
                       Paisa::rupees(numbers.between(3'000, 4'000)),
                       Paisa::rupees(numbers.between(20'000, 200'000)),
                       numbers.between(3'000, 10'000),
                       {}};
        scenario.loans.append(loan);
    }
    scenario.uncertainty = Uncertainty{1'000, seed, 1'000, 1'019, 4'000, 9'000};
    return scenario;
}

/// The same number of loans as a page's levers make them.
ScenarioLevers levers(int loans)
{
    ScenarioLevers made;
    made.name = QStringLiteral("bench");
    made.shareBp = 10'000;
    made.igniteBp = 6'000;
    made.floats = true;
    made.kiborBp = 1'150;
    made.spreadBp = 300;
    made.tenorMonths = 60;
    made.graceMonths = 6;
    made.loan = Paisa::rupees(8'000'000);
    made.differBp = 2'500;
    made.seats = 100;
    made.rates = {Paisa::rupees(4'000), Paisa::rupees(3'500), Paisa::rupees(3'000)};
    made.runningCost = Paisa::rupees(50'000);
    made.occupancyBp = 6'000;
    made.centres = {loans / 2, loans / 4, loans / 4};
    made.firstPaidOut = QDate(2026, 7, 1);
    made.spanMonths = 36;
    return made;
}

} // namespace

/// 2026-11-30: no reference stands beside it, as with scoring: the frame that a slider leaves is 16 ms on any machine,
/// and its processor time is taken.
Result<Outcome> scenario(const Options &options)
{
    const int loans = options.small ? 1'000 : 10'000;
    auto run = ScenarioRun::open(programme(loans, options.seed));
    if (!run)
        return run.error();
    Paisa before = run->result().interest.subsidy(); // and the memory that it keeps
    QList<double> once;
    for (int i = 0; i < 5 * options.repetitions(); ++i) {
        bool same = false;
        const auto took = timed([&]() -> Result<void> {
            same = run->result().interest.subsidy() == before;
            return {};
        });
        if (!took)
            return took.error();
        if (!same)
            return makeError(ErrorCode::Internal, QStringLiteral("the same scenario costs something else"));
        once.append(took->processor * 1'000);
    }
    QList<double> dragged;
    for (int i = 0; i < 5 * options.repetitions(); ++i) {
        ScenarioLevers step = levers(loans);
        step.kiborBp += i; // another value each time, as a slider gives it
        const auto took = timed([&]() -> Result<void> {
            auto made = scenarioOf(step);
            if (!made)
                return made.error();
            auto computed = ScenarioRun::open(std::move(made).value());
            if (!computed)
                return computed.error();
            return computed->result().owners > 0 ? Result<void>() : Result<void>(makeError(ErrorCode::Internal, {}));
        });
        if (!took)
            return took.error();
        dragged.append(took->processor * 1'000);
    }
    QList<double> bands;
    for (int i = 0; i < options.repetitions(); ++i) {
        const auto took = timed([&]() -> Result<void> {
            const auto found = tryOut(*run);
            return found ? Result<void>() : Result<void>(found.error());
        });
        if (!took)
            return took.error();
        bands.append(took->processor * 1'000);
    }
    return Outcome{
        QStringLiteral("scenario"),
        QStringLiteral("A scenario of %1 loans of 60 months, each with its own terms, processor time").arg(loans),
        {},
        {Figure{QStringLiteral("costs by fiscal year, break-even by tier"), QStringLiteral("ms"), once,
                Bound{Bound::Kind::AtMost, 16}, Bound{Bound::Kind::AtMost, 8}},
         Figure{QStringLiteral("a step of a slider, from the levers to the costs"), QStringLiteral("ms"), dragged,
                Bound{Bound::Kind::AtMost, 16}, Bound{Bound::Kind::AtMost, 8}},
         Figure{QStringLiteral("bands of 1,000 trials over 20 KIBORs"), QStringLiteral("ms"), bands, {}, {}}},
        {QStringLiteral("the subsidy changes once; %1 owners").arg(loans)}};
}

} // namespace markaz::bench
