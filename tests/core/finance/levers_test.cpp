// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finance/levers.h"

#include "core/finance/scenariofile.h"
#include "core/finance/tenors.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace markaz {
namespace {

ScenarioLevers some()
{
    ScenarioLevers levers;
    levers.name = QStringLiteral("some");
    levers.shareBp = 10'000;
    levers.igniteBp = 6'000;
    levers.floats = true;
    levers.kiborBp = 1'200;
    levers.spreadBp = 300;
    levers.tenorMonths = 60;
    levers.graceMonths = 6;
    levers.loan = Paisa::rupees(8'000'000);
    levers.differBp = 2'500;
    levers.seats = 100;
    levers.rates = {Paisa::rupees(4'000), Paisa::rupees(3'500), Paisa::rupees(3'000)};
    levers.runningCost = Paisa::rupees(50'000);
    levers.occupancyBp = 6'000;
    levers.centres = {120, 80, 50};
    levers.firstPaidOut = QDate(2026, 12, 1);
    levers.spanMonths = 18;
    return levers;
}

int between(int low, int high)
{
    return *rc::gen::inRange(low, high + 1);
}

ScenarioLevers any()
{
    ScenarioLevers levers = some();
    levers.shareBp = between(0, 10'000);
    levers.igniteBp = between(0, 1) == 0 ? std::nullopt : std::optional(between(0, 10'000));
    levers.floats = between(0, 1) == 1;
    levers.markupBp = between(0, 3'000);
    levers.kiborBp = between(0, 2'500);
    levers.spreadBp = between(0, 600);
    levers.tenorMonths = between(1, 120);
    levers.graceMonths = between(0, levers.tenorMonths - 1);
    levers.loan = Paisa{*rc::gen::inRange<qint64>(10'000, 2'000'000'000)};
    levers.differBp = between(0, levers::kMostDifferBp);
    levers.seats = between(1, 300);
    for (Paisa &rate : levers.rates)
        rate = Paisa{between(0, 1'000'000)};
    levers.occupancyBp = between(0, 10'000);
    for (int &centres : levers.centres)
        centres = between(0, 60);
    levers.centres[1] += 1;
    levers.firstPaidOut = QDate(2026, 1, 1).addDays(between(0, 800));
    levers.spanMonths = between(1, 40);
    return levers;
}

TEST(Levers, programme_hasItsCentresItsMonthsAndItsSizes)
{
    const auto made = scenarioOf(some());
    ASSERT_TRUE(made);
    std::array<int, 3> centres{};
    Paisa smallest = Paisa::rupees(100'000'000);
    Paisa largest;
    QDate last;
    for (const ScenarioLoan &loan : made->loans) {
        centres[static_cast<std::size_t>(loan.tier - 1)] += loan.count;
        smallest = std::min(smallest, loan.terms.principal);
        largest = std::max(largest, loan.terms.principal);
        last = std::max(last, loan.paidOut);
    }
    EXPECT_EQ(centres, some().centres);
    EXPECT_EQ(smallest, Paisa::rupees(6'000'000));
    EXPECT_EQ(largest, Paisa::rupees(10'000'000));
    EXPECT_EQ(levers::largestLoan(some()), Paisa::rupees(10'000'000));
    EXPECT_EQ(last, QDate(2028, 5, 1)); // the 18th month
}

TEST(Levers, aProgrammeByHand_costsWhatItsLoansDo)
{
    // One owner, Rs 1,200 at 12 %: three grace months of Rs 12 and one in which all is repaid; half is subsidised.
    ScenarioLevers levers = some();
    levers.shareBp = 5'000;
    levers.floats = false;
    levers.markupBp = 1'200;
    levers.tenorMonths = 4;
    levers.graceMonths = 3;
    levers.loan = Paisa{120'000};
    levers.centres = {0, 1, 0};
    auto run = ScenarioRun::open(scenarioOf(levers).value());
    ASSERT_TRUE(run);
    EXPECT_EQ(run->result().interest.subsidy(), Paisa{2'400});
    EXPECT_EQ(run->result().interest.ignite, Paisa{1'440});
}

TEST(Levers, whatIsWrong_isNamed)
{
    const auto where = [](auto change) {
        ScenarioLevers levers = some();
        change(levers);
        const auto made = scenarioOf(levers);
        return made ? QString() : made.error().where;
    };
    EXPECT_EQ(where([](ScenarioLevers &levers) { levers.differBp = 9'001; }), QStringLiteral("differ_bp"));
    EXPECT_EQ(where([](ScenarioLevers &levers) { levers.spanMonths = 0; }), QStringLiteral("span_months"));
    EXPECT_EQ(where([](ScenarioLevers &levers) { levers.centres = {1, -1, 1}; }), QStringLiteral("centres"));
    EXPECT_EQ(where([](ScenarioLevers &levers) { levers.centres = {}; }), QStringLiteral("loans"));
    EXPECT_EQ(where([](ScenarioLevers &levers) { levers.graceMonths = 60; }), QStringLiteral("loans[0].grace_months"));
    EXPECT_EQ(where([](ScenarioLevers &levers) { levers.loan = Paisa{-1}; }), QStringLiteral("principal_paisa"));
}

TEST(Levers, handMade_fitsNoLevers)
{
    Scenario scenario = scenarioOf(some()).value();
    EXPECT_TRUE(leversOf(scenario, some()).has_value());
    scenario.loans[3].centre.seats = 99;
    EXPECT_FALSE(leversOf(scenario, some()).has_value());
    scenario = scenarioOf(some()).value();
    scenario.subsidy.append({QDate(2028, 7, 1), 5'000, 5'000});
    EXPECT_FALSE(leversOf(scenario, some()).has_value());
    scenario = scenarioOf(some()).value();
    scenario.loans[0].freelancers = 7;
    EXPECT_FALSE(leversOf(scenario, some()).has_value());
}

RC_GTEST_PROP(Levers, aSavedProgramme_givesItsLeversBack, ())
{
    const ScenarioLevers levers = any();
    const auto made = scenarioOf(levers);
    RC_ASSERT(made.ok());
    const auto back = leversOf(*made, some());
    RC_ASSERT(back.has_value());
    RC_ASSERT(toJson(*scenarioOf(*back)) == toJson(*made));
    RC_ASSERT(back->loan == levers.loan);
    RC_ASSERT(back->centres == levers.centres);
}

RC_GTEST_PROP(Levers, aMoreSubsidisedProgramme_costsMoreAndIsCarriedByMore, ())
{
    ScenarioLevers levers = any();
    levers.shareBp = between(0, 9'999);
    auto less = ScenarioRun::open(scenarioOf(levers).value());
    levers.shareBp = between(levers.shareBp, 10'000);
    auto more = ScenarioRun::open(scenarioOf(levers).value());
    const ScenarioResult a = less->result();
    const ScenarioResult b = more->result();
    RC_ASSERT(a.interest.whole() == b.interest.whole());
    RC_ASSERT(a.interest.subsidy() <= b.interest.subsidy());
    for (qsizetype i = 0; i < a.tiers.size(); ++i)
        RC_ASSERT(a.tiers[i].above <= b.tiers[i].above);
}

TEST(Tenors, eachPoint_isTheProgrammeWithThatTenor)
{
    ScenarioLevers levers = some();
    levers.uncertainty = Uncertainty{50, 7, 1'000, 1'010, 4'000, 9'000};
    const auto points = overTenors(scenarioOf(levers).value(), {24, 60}, true);
    ASSERT_TRUE(points);
    ASSERT_EQ(points->size(), 2);
    for (const TenorPoint &point : *points) {
        levers.tenorMonths = point.tenorMonths;
        auto run = ScenarioRun::open(scenarioOf(levers).value());
        EXPECT_EQ(point.tiers, run->result().tiers);
        const auto bands = tryOut(*run);
        ASSERT_EQ(point.bands.size(), bands->tiers.size());
        for (qsizetype i = 0; i < point.bands.size(); ++i)
            EXPECT_EQ(point.bands[i].aboveBp, bands->tiers[i].aboveBp);
    }
    EXPECT_LE(points->first().tiers.first().above, points->last().tiers.first().above);
}

TEST(Tenors, aShortOne_cutsTheGrace)
{
    EXPECT_TRUE(overTenors(scenarioOf(some()).value(), {3}, false).ok());
    EXPECT_EQ(withTenor(scenarioOf(some()).value(), 3).loans.first().terms.graceMonths, 2);
}

TEST(Tenors, whoeverIsSuperseded_stops)
{
    int asked = 0;
    const auto points = overTenors(scenarioOf(some()).value(), {24, 36, 48}, false, [&asked] { return ++asked < 2; });
    ASSERT_TRUE(points);
    EXPECT_EQ(points->size(), 1);
}

} // namespace
} // namespace markaz
