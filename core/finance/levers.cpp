// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finance/levers.h"

#include "core/finance/scenariofile.h"

#include <QJsonArray>

#include <algorithm>
#include <map>

namespace markaz {
namespace {

/// Where the loans of a tier lie between the smallest (-5) and the largest (5), one after the other: the average first,
/// so that a single one is that, and then in pairs, so that the average stays it.
constexpr std::array<int, levers::kSizes> kSteps{0, -5, 5, -4, 4, -3, 3, -2, 2, -1, 1};
constexpr int kOutermost = 5;

Error wrong(const char *where)
{
    return makeError(ErrorCode::InvalidValue, QStringLiteral("out of its range"), QLatin1String(where));
}

Paisa sizeOf(const ScenarioLevers &levers, int step)
{
    const Paisa off = shareOf(levers.loan, levers.differBp * std::abs(step) / kOutermost);
    return step < 0 ? levers.loan - off : levers.loan + off;
}

/// The month of the \p index-th of \p number loans: the first one in the first, the last one in the last.
int monthOf(qint64 index, qint64 number, int span)
{
    return number < 2 ? 0 : static_cast<int>((index * (span - 1) * 2 + number - 1) / (2 * (number - 1)));
}

Result<void> check(const ScenarioLevers &levers)
{
    if (levers.differBp < 0 || levers.differBp > levers::kMostDifferBp)
        return wrong("differ_bp");
    if (levers.spanMonths < 1 || levers.spanMonths > levers::kMostSpan)
        return wrong("span_months");
    qint64 centres = 0;
    for (const int each : levers.centres) {
        if (each < 0)
            return wrong("centres");
        centres += each;
    }
    if (centres > scenario::kMostLoans)
        return wrong("centres");
    if (!loan::mayBePaidOut(levers.firstPaidOut))
        return wrong("paid_out");
    if (levers.loan.value < 1 || levers.loan.value > loan::kMostPrincipal)
        return wrong("principal_paisa");
    return {};
}

/// Months from \p first to \p last.
int monthsBetween(const QDate &first, const QDate &last)
{
    return (last.year() - first.year()) * 12 + last.month() - first.month();
}

} // namespace

Paisa levers::largestLoan(const ScenarioLevers &levers)
{
    return sizeOf(levers, kOutermost);
}

int levers::markupOf(const ScenarioLevers &levers)
{
    return levers.floats ? levers.kiborBp + levers.spreadBp : levers.markupBp;
}

Result<Scenario> scenarioOf(const ScenarioLevers &levers)
{
    if (auto checked = check(levers); !checked)
        return checked.error();
    Scenario scenario;
    scenario.name = levers.name;
    scenario.kiborBp = levers.kiborBp;
    scenario.subsidy = {{{}, levers.shareBp, levers.igniteBp}};
    scenario.budget = levers.budget;
    scenario.uncertainty = levers.uncertainty;
    const int sizes = levers.differBp == 0 ? 1 : levers::kSizes;
    for (int tier = 1; tier <= 3; ++tier) {
        const int number = levers.centres[static_cast<std::size_t>(tier - 1)];
        std::map<std::pair<int, int>, int> counts; // month and place in kSteps
        for (int i = 0; i < number; ++i)
            ++counts[{monthOf(i, number, levers.spanMonths), i % sizes}];
        for (const auto &[kind, count] : counts) {
            ScenarioLoan loan;
            loan.tier = tier;
            loan.count = count;
            loan.terms = {sizeOf(levers, kSteps[static_cast<std::size_t>(kind.second)]),
                          levers.floats ? 0 : levers.markupBp, levers.tenorMonths, levers.graceMonths};
            loan.floats = levers.floats;
            loan.spreadBp = levers.floats ? levers.spreadBp : 0;
            loan.paidOut = levers.firstPaidOut.addMonths(kind.first);
            loan.centre = {levers.seats,
                           levers.rates[static_cast<std::size_t>(tier - 1)],
                           levers.runningCost,
                           levers.occupancyBp,
                           {}};
            loan.name = QStringLiteral("Tier %1, %2").arg(tier).arg(loan.paidOut.toString(QStringLiteral("yyyy-MM")));
            scenario.loans.append(loan);
        }
    }
    if (auto checked = checkScenario(scenario); !checked)
        return checked.error();
    return scenario;
}

std::optional<ScenarioLevers> leversOf(const Scenario &scenario, const ScenarioLevers &others)
{
    if (scenario.loans.isEmpty() || scenario.subsidy.size() != 1 || scenario.subsidy.first().from.isValid())
        return std::nullopt;
    const ScenarioLoan &any = scenario.loans.first();
    ScenarioLevers found = others;
    found.name = scenario.name;
    found.shareBp = scenario.subsidy.first().shareBp;
    found.igniteBp = scenario.subsidy.first().igniteShareBp;
    found.floats = any.floats;
    found.kiborBp = scenario.kiborBp;
    if (any.floats)
        found.spreadBp = any.spreadBp;
    else
        found.markupBp = any.terms.markupBp;
    found.tenorMonths = any.terms.tenorMonths;
    found.graceMonths = any.terms.graceMonths;
    found.seats = any.centre.seats;
    found.runningCost = any.centre.runningCost;
    found.occupancyBp = any.centre.occupancyBp;
    found.centres = {};
    found.budget = scenario.budget;
    found.uncertainty = scenario.uncertainty;
    found.loan = any.terms.principal; // the first of its tier is the average one
    QDate first = any.paidOut;
    QDate last = any.paidOut;
    Paisa smallest = any.terms.principal;
    for (const ScenarioLoan &loan : scenario.loans) {
        if (loan.tier < 1 || loan.tier > 3)
            return std::nullopt;
        const auto tier = static_cast<std::size_t>(loan.tier - 1);
        found.centres[tier] += loan.count;
        found.rates[tier] = loan.centre.seatRate;
        first = std::min(first, loan.paidOut);
        last = std::max(last, loan.paidOut);
        smallest = std::min(smallest, loan.terms.principal);
    }
    found.firstPaidOut = first;
    found.spanMonths = monthsBetween(first, last) + 1;
    const qint64 off = (found.loan - smallest).value;
    if (off < 0 || found.loan.value < 1 || found.spanMonths > levers::kMostSpan)
        return std::nullopt;
    // The nearest share; the product stays in 64 bits, a loan is at most 10^13. Of amounts below Rs 100 several shares
    // come to the same paisa, and what is made of this one decides.
    found.differBp = static_cast<int>((off * 10'000 + found.loan.value / 2) / found.loan.value);
    const auto made = scenarioOf(found);
    if (!made || toJson(*made) != toJson(scenario))
        return std::nullopt;
    return found;
}

Scenario withTenor(Scenario scenario, int tenorMonths)
{
    for (ScenarioLoan &loan : scenario.loans) {
        loan.terms.tenorMonths = tenorMonths;
        loan.terms.graceMonths = std::min(loan.terms.graceMonths, tenorMonths - 1);
    }
    return scenario;
}

} // namespace markaz
