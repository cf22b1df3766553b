// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
// The gap of a city, and which idle buildings close most of it for the least subsidy.
#include "core/finance/ranking.h"

#include "core/finance/seatgap.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <tuple>

namespace markaz {
namespace {

using testing::ElementsAre;

TEST(SeatGap, perThousand_isRoundedHalfUpInHundredths)
{
    EXPECT_EQ(seatsPerThousand(280, 96'400), 290); // 2.9046
    EXPECT_EQ(seatsPerThousand(77, 58'900), 131);  // 1.3073
    EXPECT_EQ(seatsPerThousand(1, 200'000), 1);    // 0.005
    EXPECT_EQ(seatsPerThousand(0, 10), 0);
    EXPECT_EQ(seatsPerThousand(5, 0), std::nullopt) << "nobody is registered there";
}

TEST(SeatGap, short_isTheFewestSeatsThatReachTheAim)
{
    const SeatAim aim = SeatAim::perThousand(680);
    EXPECT_EQ(seatsShort(280, 96'400, aim), 376); // 655.52 are needed
    EXPECT_EQ(seatsShort(77, 58'900, aim), 324);  // 400.52
    EXPECT_EQ(seatsShort(700, 96'400, aim), 0) << "more than enough is no gap below nothing";
    EXPECT_EQ(seatsShort(0, 0, aim), 0);
    EXPECT_EQ(seatsShort(0, 10'000'000, SeatAim{}), 0) << "without an aim nothing is missing";
    EXPECT_EQ(seatsNeeded(3, SeatAim{1, 3}), 1) << "an average that is reached exactly needs no seat more";
}

RC_GTEST_PROP(SeatGapProps, needed_reachesTheAim_andOneFewerDoesNot, ())
{
    const auto freelancers = *rc::gen::inRange<qint64>(1, 10'000'001);
    const SeatAim aim{*rc::gen::inRange<qint64>(0, 100'000'001), *rc::gen::inRange<qint64>(1, 1'000'000'001)};
    const qint64 needed = seatsNeeded(freelancers, aim);
    RC_ASSERT(needed * aim.freelancers >= aim.seats * freelancers);
    RC_ASSERT(needed == 0 || (needed - 1) * aim.freelancers < aim.seats * freelancers);
}

constexpr int kHyderabad = 1;
constexpr int kQuetta = 2;

RankingCandidate building(int city, int seats, qint64 rupees, Readiness readiness = Readiness::Eligible, int tier = 1)
{
    return {city, tier, seats, Paisa::rupees(rupees), readiness};
}

std::vector<size_t> orderOf(const std::vector<RankedBuilding> &ranked)
{
    std::vector<size_t> order;
    for (const RankedBuilding &one : ranked)
        order.push_back(one.candidate);
    return order;
}

TEST(Ranking, buildingsOfOneCity_shareItsGap)
{
    const std::vector<RankingCandidate> all{building(kHyderabad, 100, 1'000'000), building(kHyderabad, 200, 2'000'000),
                                            building(kHyderabad, 60, 600'000), building(kQuetta, 50, 500'000)};
    const auto ranked = rankBuildings(all, {{kHyderabad, 260}, {kQuetta, 10}}, {});
    ASSERT_THAT(orderOf(ranked), ElementsAre(1u, 0u, 3u)) << "the third of Hyderabad finds nothing left";
    EXPECT_EQ(ranked[0].closes, 200);
    EXPECT_EQ(ranked[0].left, 260);
    EXPECT_EQ(ranked[1].closes, 60) << "of its 100 seats so many are missing still";
    EXPECT_EQ(ranked[1].left, 60);
    EXPECT_EQ(ranked[2].closes, 10);
}

TEST(Ranking, points_sayWhereTheyComeFromAndAddUp)
{
    const std::vector<RankingCandidate> all{building(kHyderabad, 200, 2'000'000, Readiness::Eligible, 1),
                                            building(kQuetta, 100, 2'000'000, Readiness::Assigned, 2)};
    const auto ranked = rankBuildings(all, {{kHyderabad, 200}, {kQuetta, 200}}, {});
    ASSERT_EQ(ranked.size(), 2u);
    EXPECT_THAT(ranked[0].parts, ElementsAre(10'000, 10'000, 10'000, 10'000));
    EXPECT_THAT(ranked[0].points({}), ElementsAre(400, 300, 200, 100));
    // Half the seats, twice the subsidy for each, a quarter of the readiness, half of the tier.
    EXPECT_THAT(ranked[1].parts, ElementsAre(5'000, 5'000, 2'500, 5'000));
    EXPECT_THAT(ranked[1].points({}), ElementsAre(200, 150, 50, 50));
}

TEST(Ranking, withoutSeatsOrGapOrWeights)
{
    const std::vector<RankingCandidate> all{building(kHyderabad, 0, 0), building(3, 100, 1), building(kQuetta, 40, 500),
                                            building(kQuetta, 60, 900), building(kQuetta, 60, 800)};
    const QHash<int, qint64> gaps{{kHyderabad, 50}, {kQuetta, 500}};
    RankingWeights none;
    none.of = {};
    const auto ranked = rankBuildings(all, gaps, none);
    EXPECT_THAT(orderOf(ranked), ElementsAre(4u, 3u, 2u)) << "more seats first, then the cheaper one";
    EXPECT_THAT(ranked[0].points(none), ElementsAre(0, 0, 0, 0));
    EXPECT_TRUE(rankBuildings(all, {}, none).empty());
    EXPECT_TRUE(rankBuildings({}, gaps, none).empty());
}

TEST(Ranking, nothingThatCostsNothing_isDividedBy)
{
    const std::vector<RankingCandidate> all{building(kHyderabad, 10, 0), building(kHyderabad, 10, 100)};
    const auto ranked = rankBuildings(all, {{kHyderabad, 20}}, {});
    ASSERT_THAT(orderOf(ranked), ElementsAre(0u, 1u));
    EXPECT_EQ(ranked[0].parts[1], 10'000);
    EXPECT_EQ(ranked[1].parts[1], 0);
}

/// Where buildings contest a gap the best of one part may lose a place as that part gains weight (ranking.h): the large
/// one of Hyderabad closes its gap alone, until readiness counts more and two small ones of that city do.
TEST(Ranking, contestedGap_mayMoveTheBestOfAPartBehindTwoSmallerOnes)
{
    const std::vector<RankingCandidate> all{
        building(kHyderabad, 100, 1'000, Readiness::Identified), building(kHyderabad, 50, 500, Readiness::Eligible),
        building(kHyderabad, 50, 500, Readiness::Eligible), building(kQuetta, 45, 450, Readiness::Eligible)};
    const QHash<int, qint64> gaps{{kHyderabad, 100}, {kQuetta, 45}};
    RankingWeights weights;
    weights.of = {50, 0, 10, 0};
    EXPECT_THAT(orderOf(rankBuildings(all, gaps, weights)), ElementsAre(0u, 3u));
    weights.of = {50, 0, 90, 0};
    EXPECT_THAT(orderOf(rankBuildings(all, gaps, weights)), ElementsAre(1u, 2u, 3u));
}

std::vector<RankingCandidate> anyCandidates(int cities)
{
    std::vector<RankingCandidate> all;
    const int count = *rc::gen::inRange(0, 30);
    for (int i = 0; i < count; ++i)
        all.push_back({*rc::gen::inRange(1, cities + 1), *rc::gen::inRange(1, 4), *rc::gen::inRange(0, 300),
                       Paisa{*rc::gen::inRange<qint64>(0, 1'000'000'000)},
                       static_cast<Readiness>(*rc::gen::inRange(0, 7))});
    return all;
}

RankingWeights anyWeights()
{
    RankingWeights weights;
    for (int &weight : weights.of)
        weight = *rc::gen::inRange(0, RankingWeights::kMostWeight + 1);
    return weights;
}

RC_GTEST_PROP(RankingProps, closed_isWhatThereIs_andTheOrderIsOne, ())
{
    const auto all = anyCandidates(4);
    QHash<int, qint64> gaps;
    for (int city = 1; city <= 4; ++city)
        gaps.insert(city, *rc::gen::inRange<qint64>(0, 1'000));
    const RankingWeights weights = anyWeights();
    const auto ranked = rankBuildings(all, gaps, weights);
    QHash<int, qint64> left = gaps;
    std::vector<bool> seen(all.size());
    qint64 before = std::numeric_limits<qint64>::max();
    for (const RankedBuilding &one : ranked) {
        const RankingCandidate &candidate = all[one.candidate];
        RC_ASSERT(!seen[one.candidate]);
        seen[one.candidate] = true;
        RC_ASSERT(one.left == left.value(candidate.city));
        RC_ASSERT(one.closes == std::min<qint64>(candidate.seats, one.left));
        RC_ASSERT(one.closes > 0);
        left[candidate.city] -= one.closes;
        RC_ASSERT(one.weighted <= before);
        before = one.weighted;
        const RankingParts points = one.points(weights);
        const int sum = std::accumulate(points.begin(), points.end(), 0);
        RC_ASSERT(weights.whole() == 0 || std::abs(sum * 10LL * weights.whole() - one.weighted) <= 5 * weights.whole());
    }
    for (size_t i = 0; i < all.size(); ++i) // who is not in the list had nothing to close
        RC_ASSERT(seen[i] || std::min<qint64>(all[i].seats, left.value(all[i].city)) == 0);
    RC_ASSERT(orderOf(rankBuildings(all, gaps, weights)) == orderOf(ranked));
}

/// The same, trying every building at every place.
std::vector<size_t> slowly(const std::vector<RankingCandidate> &all, QHash<int, qint64> left,
                           const RankingWeights &weights)
{
    const auto closes = [&](size_t i) { return std::min<qint64>(all[i].seats, left.value(all[i].city)); };
    const auto price = [&](size_t i) { return (all[i].subsidy.value + all[i].seats / 2) / all[i].seats; };
    const auto half = [](qint64 part, qint64 whole) { return (part * 10'000 + whole / 2) / whole; };
    qint64 most = 0;
    qint64 cheapest = std::numeric_limits<qint64>::max();
    std::vector<size_t> open;
    for (size_t i = 0; i < all.size(); ++i) {
        if (closes(i) == 0)
            continue;
        most = std::max(most, closes(i));
        cheapest = std::min(cheapest, price(i));
        open.push_back(i);
    }
    std::vector<size_t> order;
    for (;;) {
        std::erase_if(open, [&](size_t i) { return closes(i) == 0; });
        if (open.empty())
            return order;
        const auto worth = [&](size_t i) {
            const std::array<qint64, 4> parts{half(closes(i), most),
                                              price(i) == 0 ? 10'000 : half(cheapest, price(i)),
                                              readinessBp(all[i].readiness), (3 - all[i].tier) * 5'000};
            qint64 sum = 0;
            for (size_t part = 0; part < parts.size(); ++part)
                sum += parts[part] * weights.of[part];
            return std::tuple(sum, closes(i), -all[i].subsidy.value, -static_cast<qint64>(i));
        };
        const auto best = std::max_element(open.begin(), open.end(),
                                           [&](size_t a, size_t b) { return worth(a) < worth(b); });
        left[all[*best].city] -= closes(*best);
        order.push_back(*best);
        open.erase(best);
    }
}

RC_GTEST_PROP(RankingProps, eachPlace_isTheBestOfWhatIsLeft, ())
{
    const auto all = anyCandidates(3);
    const QHash<int, qint64> gaps{
        {1, *rc::gen::inRange<qint64>(0, 600)}, {2, *rc::gen::inRange<qint64>(0, 600)}, {3, 100}};
    const RankingWeights weights = anyWeights();
    RC_ASSERT(orderOf(rankBuildings(all, gaps, weights)) == slowly(all, gaps, weights));
}

RC_GTEST_PROP(RankingProps, aHigherWeight_neverLowersTheBestInIt_whereNoGapIsContested, ())
{
    const auto all = anyCandidates(5);
    QHash<int, qint64> gaps;
    for (const RankingCandidate &candidate : all)
        gaps[candidate.city] += candidate.seats;
    RankingWeights weights = anyWeights();
    const auto part = static_cast<size_t>(*rc::gen::inRange(0, kRankingParts));
    const auto before = rankBuildings(all, gaps, weights);
    weights.of[part] = *rc::gen::inRange(weights.of[part], RankingWeights::kMostWeight + 1);
    const auto after = orderOf(rankBuildings(all, gaps, weights));
    int most = 0;
    for (const RankedBuilding &one : before)
        most = std::max(most, one.parts[part]);
    for (size_t place = 0; place < before.size(); ++place) {
        if (before[place].parts[part] != most)
            continue;
        const auto now = std::find(after.begin(), after.end(), before[place].candidate) - after.begin();
        RC_ASSERT(static_cast<size_t>(now) <= place);
    }
}

RC_GTEST_PROP(RankingProps, theFirst_staysFirst_asTheWeightOfWhatItIsBestInGrows, ())
{
    const auto all = anyCandidates(2);
    const QHash<int, qint64> gaps{{1, *rc::gen::inRange<qint64>(1, 400)}, {2, *rc::gen::inRange<qint64>(1, 400)}};
    RankingWeights weights = anyWeights();
    const auto before = rankBuildings(all, gaps, weights);
    RC_PRE(!before.empty());
    const auto part = static_cast<size_t>(*rc::gen::inRange(0, kRankingParts));
    RC_PRE(before.front().parts[part] == 10'000);
    weights.of[part] = *rc::gen::inRange(weights.of[part], RankingWeights::kMostWeight + 1);
    RC_ASSERT(rankBuildings(all, gaps, weights).front().candidate == before.front().candidate);
}

} // namespace
} // namespace markaz
