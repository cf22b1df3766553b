// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/finance/money.h"

#include <QHash>

#include <array>
#include <span>
#include <vector>

namespace markaz {

/// How far an idle building is from a certificate, by its last accepted visit and by what goes on there.
enum class Readiness {
    Eligible,    ///< its last accepted visit found it so
    Provisional, ///< likewise, with something to be mended
    Lapsed,      ///< it was a centre: its certificate has ended
    UnderReview, ///< a visit waits for the office
    Assigned,    ///< somebody is to visit it
    Identified,  ///< nobody has been there
    Refused,     ///< the last accepted visit found it unfit, or the office rejected it
};
/// Of the readiest, in basis points: 10,000, 7,500, 6,000, 5,000, 2,500, 1,000 and 0 in that order.
int readinessBp(Readiness readiness);

/// What a building is ranked by. Each part is 0 to 10,000 basis points of the best that there can be.
enum class RankingPart {
    Gap,       ///< seats of its city's gap that it closes, of the most that one of the buildings closes
    Subsidy,   ///< the cheapest subsidy for each seat, divided by its own: twice as dear is half the points
    Readiness, ///< readinessBp()
    Tier,      ///< of its city: 1 all, 2 half, 3 nothing
};
inline constexpr int kRankingParts = 4;
using RankingParts = std::array<int, kRankingParts>; ///< by RankingPart

/// How much each part counts beside the others, 0 to kMostWeight; all of them 0: none does.
struct RankingWeights
{
    static constexpr int kMostWeight = 100;
    RankingParts of{40, 30, 20, 10};
    int whole() const { return of[0] + of[1] + of[2] + of[3]; }
    friend bool operator==(const RankingWeights &, const RankingWeights &) = default;
};

/// An idle building.
struct RankingCandidate
{
    int city = 0; ///< GeoNames id
    int tier = 3;
    int seats = 0; ///< that it would bring; without any it is not ranked
    Paisa subsidy; ///< that it would cost, in all; at most 5 x 10^14 paisa
    Readiness readiness = Readiness::Identified;
};

/// A place in the ranking.
struct RankedBuilding
{
    size_t candidate = 0; ///< which one
    int closes = 0;       ///< seats of the gap, at least one
    qint64 left = 0;      ///< of the gap of its city, before it
    RankingParts parts{}; ///< basis points
    qint64 weighted = 0;  ///< sum of part x weight: what decides the place
    /// Tenths of a point that each part gives of the 100 that there are; they add up to the tenths of them all.
    RankingParts points(const RankingWeights &weights) const;
};

/// The candidates that would close something of the \p gaps (seats that a city is short of, by its id), the first the
/// one to open first. Those of one city share its gap: each is ranked by what those before it leave of it, and where
/// they leave nothing it is not in the list. Of equal sums the one that closes more seats is first, then the one that
/// costs less, then the one that stands first in \p candidates. Pure: the same input gives the same list, on any
/// machine.
///
/// 2026-12-01: the list is greedy: the best building of the moment, then the best of what is left. So a weight moves
/// the building that is best in it up, or leaves it where it is, as long as no city has more seats on offer than it is
/// short of; where buildings contest a gap this holds for the first place alone. Two small ready ones that no longer
/// stand behind a large one of their city, which had closed its gap, may then both pass a third.
std::vector<RankedBuilding> rankBuildings(std::span<const RankingCandidate> candidates, const QHash<int, qint64> &gaps,
                                          const RankingWeights &weights);

} // namespace markaz
