// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/mapclusters.h"

#include <QHash>
#include <QRandomGenerator>
#include <QSet>

#include <gtest/gtest.h>

#include <cmath>

namespace markaz {
namespace {

MapPoint at(qint64 key, double latitude, double longitude, int kind = 0)
{
    return {key, static_cast<int>(std::lround(latitude * 1e6)), static_cast<int>(std::lround(longitude * 1e6)), kind};
}

/// Towns with many buildings, villages with few, and some that lie on one spot, as a programme's buildings do.
QList<MapPoint> spread(quint32 seed, int count)
{
    QRandomGenerator random(seed);
    QList<QPointF> towns;
    for (int i = 0; i < 60; ++i)
        towns.append({24 + random.bounded(13.0), 61 + random.bounded(16.0)});
    QList<MapPoint> points;
    for (int i = 0; i < count; ++i) {
        const QPointF town = towns.at(random.bounded(random.bounded(static_cast<int>(towns.size())) + 1));
        const double reach = random.bounded(4) == 0 ? 0.0 : random.bounded(0.3);
        points.append(at(1000 + i, town.x() + (random.bounded(2.0) - 1) * reach,
                         town.y() + (random.bounded(2.0) - 1) * reach, random.bounded(kMapKinds)));
    }
    return points;
}

TEST(MapClusters, onMap_eastIsRight_southIsDown_andADegreeOfLongitudeIsShorter)
{
    const QPointF lahore = onMap(31.5, 74.3);
    const QPointF karachi = onMap(24.9, 67.0);
    EXPECT_GT(lahore.x(), karachi.x());
    EXPECT_LT(lahore.y(), karachi.y());
    // At 30 degrees north a degree of longitude is cos 30 of one of latitude.
    EXPECT_NEAR(onMap(30, 71).x() - onMap(30, 70).x(), std::cos(30 * std::acos(-1.0) / 180), 1e-4);
    EXPECT_DOUBLE_EQ(onMap(30, 70).y() - onMap(31, 70).y(), 1);
}

TEST(MapClusters, nothing_isNoCluster)
{
    EXPECT_TRUE(clustersOf({}, 1).isEmpty());
}

/// Every point lies in the region of one cluster, and of that which counts it.
TEST(MapClusters, regionOf_holdsThePointsOfEach)
{
    const QList<MapPoint> points = spread(11, 600);
    for (const double cell : {0.05, 0.4, 3.0}) {
        QSet<qint64> held;
        for (const MapCluster &cluster : clustersOf(points, cell)) {
            const MapRegion region = regionOf(points, cell, cluster.key);
            int count = 0;
            std::array<int, kMapKinds> kinds{};
            for (const MapPoint &point : points) {
                if (!region.contains(point))
                    continue;
                ASSERT_FALSE(held.contains(point.key));
                held.insert(point.key);
                ++count;
                ++kinds[static_cast<size_t>(point.kind)];
                const QPointF place = onMap(point);
                EXPECT_TRUE(place.x() >= cluster.least.x() && place.x() <= cluster.most.x());
                EXPECT_TRUE(place.y() >= cluster.least.y() && place.y() <= cluster.most.y());
            }
            ASSERT_EQ(count, cluster.count);
            EXPECT_EQ(kinds, cluster.kinds);
        }
        EXPECT_EQ(held.size(), points.size());
    }
    EXPECT_TRUE(regionOf(points, 1, -1).squares.isEmpty()) << "no cluster has this key";
    EXPECT_FALSE(MapRegion().contains(points.first()));
}

TEST(MapClusters, pointsOfOneSquare_areOneCluster_atTheirMeanWithTheirKinds)
{
    const auto clusters =
        clustersOf({at(7, 30.10, 70.10, 1), at(8, 30.20, 70.10, 4), at(9, 30.30, 70.10, 4), at(5, 36, 75, 2)}, 1);
    ASSERT_EQ(clusters.size(), 2);
    const MapCluster &three = clusters.first();
    EXPECT_EQ(three.count, 3);
    EXPECT_EQ(three.key, 7);
    EXPECT_EQ(three.kinds, (std::array<int, kMapKinds>{0, 1, 0, 0, 2, 0, 0, 0}));
    EXPECT_NEAR(three.centre.y(), -30.20, 1e-9);
    EXPECT_NEAR(three.least.y(), -30.30, 1e-9);
    EXPECT_NEAR(three.most.y(), -30.10, 1e-9);
    EXPECT_FALSE(three.isOnePlace());
    EXPECT_EQ(clusters.last().count, 1);
    EXPECT_EQ(clusters.last().key, 5);
    EXPECT_EQ(clusters.last().centre, onMap(36, 75)) << "one point lies where it lies";
}

TEST(MapClusters, neighboursAcrossALineOfTheGrid_areOne_farOnesAreTwo)
{
    // The line between two squares of 1 degree runs along 30 degrees north.
    EXPECT_EQ(clustersOf({at(1, 30.01, 70.5), at(2, 29.99, 70.5)}, 1).size(), 1);
    EXPECT_EQ(clustersOf({at(1, 30.45, 70.5), at(2, 29.55, 70.5)}, 1).size(), 2);
}

TEST(MapClusters, buildingsOnOneSpot_stayOne_howeverNear)
{
    const auto clusters = clustersOf({at(1, 31.5, 74.3), at(2, 31.5, 74.3), at(3, 31.5001, 74.3)}, 1e-5);
    ASSERT_EQ(clusters.size(), 2);
    EXPECT_EQ(clusters.first().count, 2);
    EXPECT_TRUE(clusters.first().isOnePlace());
}

TEST(MapClusters, aKindThatIsNotKnown_countsAsTheLast)
{
    const auto clusters = clustersOf({at(1, 31.5, 74.3, 99)}, 1);
    ASSERT_EQ(clusters.size(), 1);
    EXPECT_EQ(clusters.first().kinds.back(), 1);
}

/// Over random positions with a fixed seed, at each zoom from the country to a street: no point is lost or counted
/// twice, of no kind, the centre lies among its points, and clusters part as the map comes nearer.
TEST(MapClusters, noPointIsLost_atAnyZoom)
{
    for (const quint32 seed : {1U, 2U, 3U}) {
        const auto points = spread(seed, 5000);
        std::array<int, kMapKinds> kinds{};
        for (const MapPoint &point : points)
            ++kinds[static_cast<size_t>(point.kind)];
        qsizetype before = 0;
        for (int halvings = 0; halvings < 19; ++halvings) {
            const double cell = std::ldexp(4.0, -halvings);
            const auto clusters = clustersOf(points, cell);
            int sum = 0;
            std::array<int, kMapKinds> found{};
            for (const MapCluster &cluster : clusters) {
                sum += cluster.count;
                int ofKinds = 0;
                for (size_t kind = 0; kind < found.size(); ++kind) {
                    found[kind] += cluster.kinds[kind];
                    ofKinds += cluster.kinds[kind];
                }
                ASSERT_EQ(ofKinds, cluster.count) << "seed " << seed << ", squares of " << cell;
                ASSERT_GE(cluster.centre.x(), cluster.least.x() - 1e-9);
                ASSERT_LE(cluster.centre.x(), cluster.most.x() + 1e-9);
                ASSERT_GE(cluster.centre.y(), cluster.least.y() - 1e-9);
                ASSERT_LE(cluster.centre.y(), cluster.most.y() + 1e-9);
                ASSERT_LE(cluster.most.x() - cluster.least.x(), 3 * cell);
            }
            ASSERT_EQ(sum, points.size()) << "seed " << seed << ", squares of " << cell;
            ASSERT_EQ(found, kinds) << "seed " << seed << ", squares of " << cell;
            ASSERT_GT(clusters.size() * 2, before) << "seed " << seed << ", squares of " << cell;
            before = clusters.size();
        }
        // At the nearest zoom what lies apart stands apart.
        QHash<std::pair<int, int>, int> spots;
        for (const MapPoint &point : points)
            ++spots[{point.latitudeE6, point.longitudeE6}];
        EXPECT_EQ(clustersOf(points, 1e-7).size(), spots.size());
    }
}

} // namespace
} // namespace markaz
