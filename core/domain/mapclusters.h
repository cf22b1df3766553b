// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointF>
#include <QRectF>
#include <QSet>

#include <array>

namespace markaz {

/// Something that lies on the map: 24 bytes each, because there may be 100,000.
struct MapPoint
{
    qint64 key = 0; ///< the caller's
    int latitudeE6 = 0;
    int longitudeE6 = 0;
    int kind = 0; ///< 0 to kMapKinds - 1; clusters count by it
};

inline constexpr int kMapKinds = 8;

/// Degrees on a flat map: x eastwards, shortened for the middle of Pakistan, y southwards. Over the country's 13
/// degrees of latitude an equirectangular map is off by at most 8 % in width, and needs no more than one
/// multiplication.
QPointF onMap(double latitude, double longitude);
inline QPointF onMap(const MapPoint &point)
{
    return onMap(point.latitudeE6 / 1e6, point.longitudeE6 / 1e6);
}

/// Points that would lie on each other at one zoom.
struct MapCluster
{
    QPointF centre; ///< the mean of the points
    QPointF least;  ///< the corner of the points' rectangle with the least x and y
    QPointF most;   ///< the opposite one
    qint64 key = 0; ///< that of its first point, in the order given
    int count = 0;
    std::array<int, kMapKinds> kinds{};

    /// No zoom takes its points apart.
    bool isOnePlace() const { return least == most; }
};

/// The points gathered by a grid of squares of \p cell degrees that is fixed to the map, so that what belongs together
/// does not depend on what is on screen; then neighbours whose middles are nearer than three quarters of a square are
/// made one, the largest first. Every point is in exactly one cluster. The largest clusters come first, then by key.
/// A point of another kind than there are counts as the last one. \p cell > 0.
QList<MapCluster> clustersOf(const QList<MapPoint> &points, double cell);

/// A piece of the map: the squares, of `cell` degrees, from which one cluster was gathered. What comes to lie in one of
/// them belongs to it, whatever else is on the map.
struct MapRegion
{
    double cell = 0;
    QSet<quint64> squares; ///< column and row, packed

    bool contains(const MapPoint &point) const;
};

/// That of the cluster which clustersOf() gives the key \p cluster; it contains the points of that cluster and no other
/// of \p points. Without any square when there is no such cluster.
MapRegion regionOf(const QList<MapPoint> &points, double cell, qint64 cluster);

} // namespace markaz
