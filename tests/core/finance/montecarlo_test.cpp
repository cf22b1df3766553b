// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finance/montecarlo.h"

#include "core/finance/splitmix.h"
#include "tests/core/finance/scenariofixture.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace markaz {
namespace {

ScenarioBands bandsOf(const Scenario &scenario)
{
    auto run = ScenarioRun::open(scenario);
    EXPECT_TRUE(run) << run.error().where.toStdString();
    const auto bands = tryOut(*run);
    EXPECT_TRUE(bands);
    return bands.value();
}

Scenario uncertain(int trials, quint64 seed)
{
    Scenario scenario = test::mixedScenario();
    scenario.uncertainty = Uncertainty{trials, seed, 800, 1'600, 4'000, 10'000};
    return scenario;
}

// The first five numbers of the seed 1234567, as Rosetta Code's task "Pseudo-random numbers/Splitmix64" publishes them.
TEST(SplitMix, givesThePublishedNumbers)
{
    SplitMix numbers(1'234'567);
    for (const quint64 expected : {6457827717110365317ULL, 3203168211198807973ULL, 9817491932198370423ULL,
                                   4593380528125082431ULL, 16408922859458223821ULL})
        EXPECT_EQ(numbers.next(), expected);
}

// By hand from the numbers of the seed 7, modulo 6.
TEST(SplitMix, rangesAreWholeNumbersOutOfThem)
{
    SplitMix numbers(7);
    for (const int expected : {4, 1, 1, 4, 5, 4, 5, 1, 6, 6, 2, 5})
        EXPECT_EQ(numbers.between(1, 6), expected);
    EXPECT_EQ(SplitMix(1).between(5, 5), 5);
}

RC_GTEST_PROP(SplitMix, numbersStayInTheirRange, ())
{
    SplitMix numbers(*rc::gen::arbitrary<quint64>());
    const int low = *rc::gen::inRange(-1'000'000, 1'000'000);
    const int high = low + *rc::gen::inRange(0, 1'000'000);
    for (int i = 0; i < 100; ++i) {
        const int drawn = numbers.between(low, high);
        RC_ASSERT(drawn >= low && drawn <= high);
    }
}

// Worked by another program: 101 trials with the seed 7, each with its KIBOR from 8 to 16 % and then its occupancy from
// 40 to 100 %.
TEST(TryOut, bandsOfTheMixedScenario)
{
    const ScenarioBands bands = bandsOf(uncertain(101, 7));
    EXPECT_EQ(bands.trials, 101);
    EXPECT_EQ(bands.subsidy,
              (PercentileBand{2'019'533'751, 2'138'273'946, 2'405'894'727, 2'596'661'037, 2'709'092'622}));
    const QList<PercentileBand> ignite{{204'603'005, 221'286'794, 258'166'700, 283'885'787, 298'836'332},
                                       {365'864'748, 386'074'818, 431'174'412, 462'956'430, 481'550'589},
                                       {293'982'617, 310'496'456, 347'885'489, 374'661'458, 390'484'043},
                                       {211'056'191, 222'818'933, 249'850'283, 269'533'778, 281'287'409},
                                       {115'289'169, 121'036'746, 134'440'395, 144'363'189, 150'350'643},
                                       {20'924'514, 21'250'608, 22'019'559, 22'595'967, 22'946'550}};
    ASSERT_EQ(bands.years.size(), ignite.size());
    for (qsizetype i = 0; i < ignite.size(); ++i) {
        EXPECT_EQ(bands.years[i].year.begins, 2026 + i);
        EXPECT_EQ(bands.years[i].ignite, ignite[i]) << i;
    }
    ASSERT_EQ(bands.tiers.size(), 2);
    EXPECT_EQ(bands.tiers[0].aboveBp, (PercentileBand{0, 0, 10'000, 10'000, 10'000}));
    EXPECT_EQ(bands.tiers[1].tier, 2);
    EXPECT_EQ(bands.tiers[1].aboveBp, (PercentileBand{0, 0, 6'000, 6'000, 6'000}));
}

TEST(TryOut, theSameSeedGivesTheSameFigures_andAnotherOthers)
{
    const ScenarioBands once = bandsOf(uncertain(200, 42));
    const ScenarioBands again = bandsOf(uncertain(200, 42));
    const ScenarioBands other = bandsOf(uncertain(200, 43));
    EXPECT_EQ(once.subsidy, again.subsidy);
    EXPECT_NE(once.subsidy, other.subsidy);
}

TEST(TryOut, withoutARange_everyTrialIsTheScenario)
{
    Scenario scenario = test::mixedScenario();
    scenario.uncertainty = Uncertainty{9, 1, 1'150, 1'150, 7'000, 7'000};
    auto run = ScenarioRun::open(scenario);
    ASSERT_TRUE(run);
    const ScenarioResult result = run->result();
    const ScenarioBands bands = tryOut(*run).value();
    ASSERT_EQ(bands.years.size(), result.years.size());
    for (qsizetype i = 0; i < bands.years.size(); ++i) {
        for (const qint64 value : bands.years[i].psdp)
            EXPECT_EQ(value, result.years[i].interest.psdp.value);
        for (const qint64 value : bands.years[i].subsidy)
            EXPECT_EQ(value, result.years[i].interest.subsidy().value);
    }
    for (qsizetype i = 0; i < bands.tiers.size(); ++i) {
        for (const qint64 value : bands.tiers[i].aboveBp)
            EXPECT_EQ(value, result.tiers[i].aboveBp);
    }
}

// Nearest rank: of ten trials the 5th percentile is the first and the 95th the tenth, the 25th is the third.
TEST(TryOut, percentilesAreValuesThatWereDrawn)
{
    Scenario scenario = uncertain(10, 5);
    SplitMix numbers(5);
    std::vector<qint64> whole;
    for (int i = 0; i < 10; ++i) {
        scenario.kiborBp = numbers.between(800, 1'600);
        numbers.between(4'000, 10'000);
        auto run = ScenarioRun::open(scenario);
        ASSERT_TRUE(run);
        whole.push_back(run->result().interest.subsidy().value);
    }
    std::sort(whole.begin(), whole.end());
    EXPECT_EQ(bandsOf(uncertain(10, 5)).subsidy, (PercentileBand{whole[0], whole[2], whole[4], whole[7], whole[9]}));
}

TEST(TryOut, aScenarioWithoutRangesIsRefused)
{
    auto run = ScenarioRun::open(test::mixedScenario());
    ASSERT_TRUE(run);
    EXPECT_EQ(tryOut(*run).error().where, QStringLiteral("uncertainty"));
}

} // namespace
} // namespace markaz
