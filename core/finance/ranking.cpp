// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/finance/ranking.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace markaz {
namespace {

constexpr int kAll = 10'000;
constexpr int kTenths = 1'000; ///< of the 100 points

constexpr size_t at(RankingPart part)
{
    return static_cast<size_t>(part);
}

/// \p part of \p whole in basis points, rounded half up.
int shareBp(qint64 part, qint64 whole)
{
    return static_cast<int>((part * kAll + whole / 2) / whole);
}

qint64 perSeat(const RankingCandidate &candidate)
{
    return (candidate.subsidy.value + candidate.seats / 2) / candidate.seats;
}

/// What all parts are compared with; it does not hang on what was ranked already.
struct Best
{
    int closes = 1;      ///< seats
    qint64 cheapest = 0; ///< paisa for each seat
};

class Ranking
{
public:
    Ranking(std::span<const RankingCandidate> candidates, const QHash<int, qint64> &gaps, const RankingWeights &weights)
        : m_candidates(candidates)
        , m_left(gaps)
        , m_weights(weights)
    {
        std::optional<qint64> cheapest;
        for (const RankingCandidate &candidate : candidates) {
            const int closes = closesNow(candidate);
            if (closes == 0)
                continue;
            m_best.closes = std::max(m_best.closes, closes);
            cheapest = std::min(cheapest.value_or(perSeat(candidate)), perSeat(candidate));
        }
        m_best.cheapest = cheapest.value_or(0);
    }

    /// 2026-12-01: what a building is worth never rises as others are taken before it, so one whose worth of now still
    /// tops the heap is the best of all: the others need not be looked at again.
    std::vector<RankedBuilding> run()
    {
        const auto after = [this](const RankedBuilding &a, const RankedBuilding &b) { return keyOf(a) < keyOf(b); };
        std::vector<RankedBuilding> heap;
        heap.reserve(m_candidates.size());
        for (size_t i = 0; i < m_candidates.size(); ++i) {
            if (const auto ranked = worth(i))
                heap.push_back(*ranked);
        }
        std::make_heap(heap.begin(), heap.end(), after);
        std::vector<RankedBuilding> list;
        list.reserve(heap.size());
        while (!heap.empty()) {
            std::pop_heap(heap.begin(), heap.end(), after);
            const RankedBuilding top = heap.back();
            heap.pop_back();
            qint64 &left = m_left[m_candidates[top.candidate].city];
            if (left == top.left) {
                left -= top.closes;
                list.push_back(top);
            } else if (const auto ranked = worth(top.candidate)) {
                heap.push_back(*ranked);
                std::push_heap(heap.begin(), heap.end(), after);
            }
        }
        return list;
    }

private:
    int closesNow(const RankingCandidate &candidate) const
    {
        return static_cast<int>(std::clamp<qint64>(m_left.value(candidate.city), 0, candidate.seats));
    }

    std::optional<RankedBuilding> worth(size_t index) const
    {
        const RankingCandidate &candidate = m_candidates[index];
        RankedBuilding ranked{index, closesNow(candidate), m_left.value(candidate.city)};
        if (ranked.closes == 0)
            return std::nullopt;
        const qint64 price = perSeat(candidate);
        ranked.parts[at(RankingPart::Gap)] = shareBp(ranked.closes, m_best.closes);
        ranked.parts[at(RankingPart::Subsidy)] = price == 0 ? kAll : shareBp(m_best.cheapest, price);
        ranked.parts[at(RankingPart::Readiness)] = readinessBp(candidate.readiness);
        ranked.parts[at(RankingPart::Tier)] = std::clamp(3 - candidate.tier, 0, 2) * (kAll / 2);
        for (size_t part = 0; part < kRankingParts; ++part)
            ranked.weighted += qint64(ranked.parts[part]) * m_weights.of[part];
        return ranked;
    }

    /// The larger one stands first.
    std::tuple<qint64, int, qint64, qint64> keyOf(const RankedBuilding &ranked) const
    {
        return {ranked.weighted, ranked.closes, -m_candidates[ranked.candidate].subsidy.value,
                -static_cast<qint64>(ranked.candidate)};
    }

    std::span<const RankingCandidate> m_candidates;
    QHash<int, qint64> m_left;
    RankingWeights m_weights;
    Best m_best;
};

} // namespace

int readinessBp(Readiness readiness)
{
    constexpr std::array kSteps{10'000, 7'500, 6'000, 5'000, 2'500, 1'000, 0};
    return kSteps[static_cast<size_t>(readiness)];
}

RankingParts RankedBuilding::points(const RankingWeights &weights) const
{
    RankingParts tenths{};
    const qint64 most = qint64(weights.whole()) * kAll;
    if (most == 0)
        return tenths;
    qint64 sum = 0;
    qint64 given = 0; // rounded together, so that what stands in a row adds up
    for (size_t part = 0; part < kRankingParts; ++part) {
        sum += qint64(parts[part]) * weights.of[part];
        const qint64 rounded = (sum * kTenths + most / 2) / most;
        tenths[part] = static_cast<int>(rounded - given);
        given = rounded;
    }
    return tenths;
}

std::vector<RankedBuilding> rankBuildings(std::span<const RankingCandidate> candidates, const QHash<int, qint64> &gaps,
                                          const RankingWeights &weights)
{
    return Ranking(candidates, gaps, weights).run();
}

} // namespace markaz
