// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/finance/scenariofixture.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace markaz {
namespace {

ScenarioResult resultOf(const Scenario &scenario)
{
    auto run = ScenarioRun::open(scenario);
    EXPECT_TRUE(run) << run.error().where.toStdString();
    return run ? run->result() : ScenarioResult();
}

QString where(const Scenario &scenario)
{
    const auto checked = checkScenario(scenario);
    return checked ? QString() : checked.error().where;
}

// By hand: of each month's 1,200 paisa the owner bears 600, Ignite 360 and the PSDP 240. Two months fall due before
// July (30 May, 30 June), two after (30 July, 30 August); three owners have such a loan.
TEST(Scenario, costsByFiscalYear_byHand)
{
    const ScenarioResult result = resultOf(test::smallScenario());
    ASSERT_EQ(result.years.size(), 2);
    EXPECT_EQ(result.years[0].year.toString(), QStringLiteral("2025-26"));
    EXPECT_EQ(result.years[0].interest, (InterestSplit{Paisa{3'600}, Paisa{2'160}, Paisa{1'440}, Paisa{0}}));
    EXPECT_EQ(result.years[1].year.toString(), QStringLiteral("2026-27"));
    EXPECT_EQ(result.years[1].interest, result.years[0].interest);
    EXPECT_EQ(result.interest.subsidy(), Paisa{7'200});
    EXPECT_EQ(result.owners, 3);
    EXPECT_EQ(result.seats, 30);
    EXPECT_EQ(result.freelancers, 18); // 6.08 seats taken of 10 count as 6 in each
    EXPECT_EQ(result.costPerSeat, Paisa{240});
    EXPECT_EQ(result.costPerFreelancer, Paisa{400});
}

// The last month is the dearest: 120,000 principal, 600 interest and 1,000 of running cost. Ten seats at 20,000 bring
// 200,000, of which that is 60.8 %.
TEST(Scenario, ownersAboveBreakEven_byTier)
{
    Scenario scenario = test::smallScenario();
    ScenarioLoan other = scenario.loans.first();
    other.centre.occupancyBp = 6'079;
    other.count = 1;
    scenario.loans.append(other);
    const ScenarioResult result = resultOf(scenario);
    ASSERT_EQ(result.tiers.size(), 1);
    EXPECT_EQ(result.tiers.first(), (TierShare{2, 4, 3, 7'500}));
}

TEST(Scenario, budgetsStandBesideTheirYears_alsoWithoutACost)
{
    Scenario scenario = test::smallScenario();
    scenario.budget = {{{2028}, Paisa{5}, Paisa{6}}, {{2025}, Paisa{2'000}, Paisa{2'000}}};
    const ScenarioResult result = resultOf(scenario);
    ASSERT_EQ(result.years.size(), 4) << "from 2025-26 to 2028-29";
    EXPECT_EQ(result.years[0].budget, scenario.budget[1]);
    EXPECT_FALSE(result.years[1].budget);
    EXPECT_EQ(result.years[2].interest, InterestSplit());
    EXPECT_EQ(result.years[3].budget, scenario.budget[0]);
    EXPECT_EQ(result.years[3].interest, InterestSplit());
}

TEST(Scenario, withoutAWordWhoPays_theCostIsUndecided)
{
    Scenario scenario = test::smallScenario();
    scenario.subsidy.first().igniteShareBp = std::nullopt;
    const ScenarioResult result = resultOf(scenario);
    EXPECT_EQ(result.interest, (InterestSplit{Paisa{7'200}, Paisa{0}, Paisa{0}, Paisa{7'200}}));
}

TEST(Scenario, freelancersAreThoseThatAreSaid)
{
    Scenario scenario = test::smallScenario();
    scenario.loans.first().freelancers = 24;
    EXPECT_EQ(resultOf(scenario).costPerFreelancer, Paisa{100});
    scenario.loans.first().freelancers = 0;
    EXPECT_FALSE(resultOf(scenario).costPerFreelancer);
}

TEST(Scenario, floatingLoansBearKiborAndTheirSpread)
{
    Scenario scenario = test::smallScenario();
    const ScenarioResult fixed = resultOf(scenario);
    scenario.loans.first().floats = true;
    scenario.loans.first().spreadBp = 200;
    scenario.loans.first().terms.markupBp = 9'999; // is not read
    scenario.kiborBp = 1'000;
    EXPECT_EQ(resultOf(scenario).years, fixed.years);
    scenario.kiborBp = 2'200;
    EXPECT_EQ(resultOf(scenario).interest.whole(), fixed.interest.whole() + fixed.interest.whole());
}

// Worked by another program, month by month.
TEST(Scenario, mixedLoans)
{
    const ScenarioResult result = resultOf(test::mixedScenario());
    const QList<std::pair<qint64, qint64>> expected{{245'646'953, 163'764'630}, {415'800'231, 277'200'168},
                                                    {335'058'167, 223'372'111}, {240'515'501, 160'343'673},
                                                    {129'781'749, 86'521'153},  {21'750'999, 14'500'672}};
    ASSERT_EQ(result.years.size(), expected.size());
    for (qsizetype i = 0; i < expected.size(); ++i) {
        EXPECT_EQ(result.years[i].year.begins, 2026 + i);
        EXPECT_EQ(result.years[i].interest.ignite.value, expected[i].first) << i;
        EXPECT_EQ(result.years[i].interest.psdp.value, expected[i].second) << i;
        EXPECT_EQ(result.years[i].interest.owner, Paisa{0}) << "all of it is subsidised";
    }
    EXPECT_EQ(result.tiers, (QList<TierShare>{{1, 3, 3, 10'000}, {2, 5, 3, 6'000}}));
}

TEST(Scenario, whatIsWrong_isNamed)
{
    const auto changed = [](auto change) {
        Scenario scenario = test::mixedScenario();
        change(scenario);
        return where(scenario);
    };
    EXPECT_EQ(changed([](Scenario &) {}), QString());
    EXPECT_EQ(changed([](Scenario &s) { s.loans.clear(); }), QStringLiteral("loans"));
    EXPECT_EQ(changed([](Scenario &s) { s.kiborBp = -1; }), QStringLiteral("kibor_bp"));
    EXPECT_EQ(changed([](Scenario &s) { s.kiborBp = 9'701; }), QStringLiteral("loans[0].spread_bp"));
    EXPECT_EQ(changed([](Scenario &s) { s.subsidy.clear(); }), QStringLiteral("subsidy"));
    EXPECT_EQ(changed([](Scenario &s) { s.loans[1].tier = 4; }), QStringLiteral("loans[1].tier"));
    EXPECT_EQ(changed([](Scenario &s) { s.loans[1].count = 0; }), QStringLiteral("loans[1].count"));
    EXPECT_EQ(changed([](Scenario &s) { s.loans[1].count = 100'000; }), QStringLiteral("loans[1].count"));
    EXPECT_EQ(changed([](Scenario &s) { s.loans[1].terms.principal = Paisa{0}; }),
              QStringLiteral("loans[1].principal_paisa"));
    EXPECT_EQ(changed([](Scenario &s) {
                  s.loans[2].terms.principal = Paisa{10'000'000'000'000};
                  s.loans[2].count = 90'000;
              }),
              QStringLiteral("loans[2].principal_paisa"))
        << "more than Rs 1 trillion together, and more than 64 bits hold";
    EXPECT_EQ(changed([](Scenario &s) { s.loans[2].terms.graceMonths = 60; }), QStringLiteral("loans[2].grace_months"));
    EXPECT_EQ(changed([](Scenario &s) { s.loans[2].paidOut = {}; }), QStringLiteral("loans[2].paid_out"));
    EXPECT_EQ(changed([](Scenario &s) { s.loans[2].freelancers = -1; }), QStringLiteral("loans[2].freelancers"));
    EXPECT_EQ(changed([](Scenario &s) { s.loans[2].centre.occupancyBp = 10'001; }),
              QStringLiteral("loans[2].occupancy_bp"));
    EXPECT_EQ(changed([](Scenario &s) {
                  s.budget = {{{2026}, {}, {}}, {{2026}, {}, {}}};
              }),
              QStringLiteral("budget[1].fiscal_year"));
    EXPECT_EQ(changed([](Scenario &s) {
                  s.budget = {{{2026}, Paisa{-1}, {}}};
              }),
              QStringLiteral("budget[0].ignite_paisa"));
    EXPECT_EQ(changed([](Scenario &s) { s.uncertainty = Uncertainty{0, 1, 0, 1, 0, 1}; }),
              QStringLiteral("uncertainty.trials"));
    EXPECT_EQ(changed([](Scenario &s) { s.uncertainty = Uncertainty{1, 1, 2, 1, 0, 1}; }),
              QStringLiteral("uncertainty.kibor_bp[1]"));
    EXPECT_EQ(changed([](Scenario &s) { s.uncertainty = Uncertainty{1, 1, 0, 9'701, 0, 1}; }),
              QStringLiteral("loans[0].spread_bp"));
    EXPECT_EQ(changed([](Scenario &s) { s.uncertainty = Uncertainty{1, 1, 0, 1, 5, 10'001}; }),
              QStringLiteral("uncertainty.occupancy_bp[1]"));
}

/// The fast way through many loans comes to what their schedules and break-evens say one by one.
RC_GTEST_PROP(Scenario, isTheSumOfItsSchedules, ())
{
    Scenario scenario;
    scenario.kiborBp = *rc::gen::inRange(0, 3'000);
    scenario.subsidy = {{{}, *rc::gen::inRange(0, 10'001), *rc::gen::inRange(0, 10'001)}};
    QDate day(2026, 1, 1);
    for (int more = *rc::gen::inRange(0, 4); more > 0; --more) {
        day = day.addDays(*rc::gen::inRange(1, 500));
        scenario.subsidy.append({day, *rc::gen::inRange(0, 10'001), std::nullopt});
        if (*rc::gen::inRange(0, 2) == 0)
            scenario.subsidy.last().igniteShareBp = *rc::gen::inRange(0, 10'001);
    }
    if (*rc::gen::inRange(0, 3) == 0)
        scenario.subsidy.first().from = QDate(2025, 6, 1);
    for (int loans = *rc::gen::inRange(1, 5); loans > 0; --loans) {
        ScenarioLoan loan;
        loan.tier = *rc::gen::inRange(1, 4);
        loan.count = *rc::gen::inRange(1, 20);
        const int tenor = *rc::gen::inRange(1, 121);
        loan.terms = {Paisa{*rc::gen::inRange<qint64>(1, 2'000'000'000)}, *rc::gen::inRange(0, 4'000), tenor,
                      *rc::gen::inRange(0, tenor)};
        loan.floats = *rc::gen::inRange(0, 2) == 0;
        loan.spreadBp = *rc::gen::inRange(0, 1'000);
        loan.paidOut = QDate(2025, 1, 1).addDays(*rc::gen::inRange(0, 1'200));
        loan.centre = {*rc::gen::inRange(1, 200),
                       Paisa{*rc::gen::inRange(0, 400'001)},
                       Paisa{*rc::gen::inRange(0, 10'000'000)},
                       *rc::gen::inRange(0, 10'001),
                       {}};
        scenario.loans.append(loan);
    }
    auto run = ScenarioRun::open(scenario);
    RC_ASSERT(run.ok());
    const ScenarioResult result = run->result();
    QMap<FiscalYear, InterestSplit> years;
    QMap<int, int> above;
    for (const ScenarioLoan &loan : std::as_const(scenario.loans)) {
        const auto schedule = scheduleOf(scenario, loan);
        const auto centre = breakEvenOf(scenario, loan);
        RC_ASSERT(schedule.ok() && centre.ok());
        for (const ScheduledInstalment &row : schedule->rows) {
            for (int i = 0; i < loan.count; ++i)
                years[FiscalYear::of(row.due)] += row.interest;
        }
        above[loan.tier] += centre->above ? loan.count : 0;
    }
    InterestSplit sum;
    for (const CostYear &year : result.years) {
        RC_ASSERT(year.interest == years.value(year.year));
        sum += year.interest;
        years.remove(year.year);
    }
    for (const InterestSplit &left : std::as_const(years))
        RC_ASSERT(left == InterestSplit());
    RC_ASSERT(sum == result.interest);
    for (const TierShare &tier : result.tiers)
        RC_ASSERT(tier.above == above.value(tier.tier));
}

} // namespace
} // namespace markaz
