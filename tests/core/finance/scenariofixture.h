// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finance/scenario.h"

namespace markaz::test {

/// Three owners in tier 2 who owe Rs 1,200 each at 12 %: three grace months and one in which all is repaid, over the
/// end of a fiscal year. Rs 12.00 interest a month each, half of it subsidised, 60 % of that by Ignite.
inline Scenario smallScenario()
{
    Scenario scenario;
    scenario.name = QStringLiteral("small");
    scenario.subsidy = {{{}, 5'000, 6'000}};
    ScenarioLoan loan;
    loan.name = QStringLiteral("alike");
    loan.tier = 2;
    loan.count = 3;
    loan.terms = {Paisa{120'000}, 1'200, 4, 3};
    loan.paidOut = QDate(2026, 4, 30);
    loan.centre = {10, Paisa{20'000}, Paisa{1'000}, 6'080, {}};
    scenario.loans = {loan};
    return scenario;
}

/// Three kinds of loans as the programme means them; the first floats.
inline Scenario mixedScenario()
{
    Scenario scenario;
    scenario.name = QStringLiteral("mixed");
    scenario.kiborBp = 1'150;
    scenario.subsidy = {{{}, 10'000, 6'000}};
    const auto add = [&](int tier, int count, qint64 rupees, int grace, const QDate &paidOut, CentreEconomics centre) {
        ScenarioLoan loan;
        loan.name = QStringLiteral("loan %1").arg(scenario.loans.size());
        loan.tier = tier;
        loan.count = count;
        loan.terms = {Paisa::rupees(rupees), 1'800, 60, grace};
        loan.paidOut = paidOut;
        loan.centre = std::move(centre);
        scenario.loans.append(loan);
    };
    add(1, 3, 10'000'000, 6, QDate(2026, 9, 15), {150, Paisa::rupees(3'500), Paisa::rupees(100'000), 7'000, {}});
    add(2, 2, 5'000'000, 0, QDate(2027, 3, 1), {60, Paisa::rupees(3'000), Paisa::rupees(50'000), 7'000, {}});
    add(2, 3, 3'000'000, 0, QDate(2027, 3, 1), {60, Paisa::rupees(3'500), Paisa::rupees(50'000), 7'000, {}});
    scenario.loans[0].floats = true;
    scenario.loans[0].spreadBp = 300;
    scenario.loans[0].terms.markupBp = 0;
    return scenario;
}

} // namespace markaz::test
