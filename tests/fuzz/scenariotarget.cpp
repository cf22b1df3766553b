// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finance/financejson.h"
#include "core/finance/scenariofile.h"
#include "tests/fuzz/targets.h"

#include <QJsonDocument>

#include <algorithm>

namespace markaz::fuzz {

/// The file of `markaz finance scenario`: what is read is computed, and its parts add up.
void scenario(const QByteArray &bytes)
{
    auto read = readScenario(bytes);
    if (const auto *fault = std::get_if<FigureFault>(&read)) {
        must(fault->reason != FigureFault::Reason::Other, "each fault has its own words");
        return;
    }
    Scenario &scenario = std::get<Scenario>(read);
    const QJsonObject json = toJson(scenario);
    const auto again = readScenario(QJsonDocument(json).toJson());
    must(std::holds_alternative<Scenario>(again) && toJson(std::get<Scenario>(again)) == json,
         "a scenario comes back as it was written");
    if (scenario.loans.size() > 50) // more of them take long and show nothing else
        return;
    if (scenario.uncertainty) {
        scenario.uncertainty->trials = std::min(scenario.uncertainty->trials, 20);
    }
    auto run = ScenarioRun::open(scenario);
    must(run.ok(), "what was read is checked");
    const ScenarioResult result = run->result();
    InterestSplit sum;
    for (const CostYear &year : result.years) {
        must(year.interest.owner >= Paisa{0} && year.interest.ignite >= Paisa{0} && year.interest.psdp >= Paisa{0} &&
                 year.interest.undecided >= Paisa{0},
             "no part is negative");
        sum += year.interest;
    }
    must(sum == result.interest && sum.whole().value < 9'007'199'254'740'992, "the years are the whole");
    QList<BreakEven> centres;
    InterestSplit alone;
    for (const ScenarioLoan &loan : std::as_const(scenario.loans)) {
        const auto schedule = scheduleOf(scenario, loan);
        must(schedule.ok(), "each loan has its schedule");
        for (Paisa InterestSplit::*part :
             {&InterestSplit::owner, &InterestSplit::ignite, &InterestSplit::psdp, &InterestSplit::undecided})
            (alone.*part).value += (schedule->interest.*part).value * loan.count;
        must(schedule->rows.last().instalment.balance == Paisa{0}, "and is repaid");
        const auto centre = breakEvenOf(scenario, loan);
        must(centre.ok(), "and its break-even");
        centres.append(*centre);
    }
    must(alone == result.interest, "the loans are the whole");
    if (!scenario.uncertainty)
        return;
    const auto bands = tryOut(*run);
    must(bands.ok() && std::is_sorted(bands->subsidy.begin(), bands->subsidy.end()), "bands rise");
    must(!toJson(scenario, result, centres, *bands).isEmpty(), "and are written");
}

} // namespace markaz::fuzz
