// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/mapclusters.h"

#include <QHash>
#include <QVarLengthArray>

#include <algorithm>
#include <cmath>

namespace markaz {
namespace {

constexpr double kShortening = 0.866; // cosine of 30 degrees north, the middle of Pakistan
constexpr double kTogether = 0.75;    // of a square

struct Square
{
    qint32 column = 0;
    qint32 row = 0;
    friend bool operator==(const Square &, const Square &) = default;
};

quint64 packed(const Square &square)
{
    return (static_cast<quint64>(static_cast<quint32>(square.column)) << 32) | static_cast<quint32>(square.row);
}

size_t qHash(const Square &square, size_t seed)
{
    return ::qHash(packed(square), seed);
}

struct Gathered
{
    MapCluster cluster; // `centre` holds the sum of the points until the end
    Square square;
    qsizetype first = 0; // in the order given
    bool taken = false;

    QPointF middle() const { return cluster.centre / cluster.count; }
};

void add(MapCluster &cluster, const MapCluster &other)
{
    cluster.centre += other.centre;
    cluster.count += other.count;
    cluster.least = {std::min(cluster.least.x(), other.least.x()), std::min(cluster.least.y(), other.least.y())};
    cluster.most = {std::max(cluster.most.x(), other.most.x()), std::max(cluster.most.y(), other.most.y())};
    for (size_t kind = 0; kind < cluster.kinds.size(); ++kind)
        cluster.kinds[kind] += other.kinds[kind];
}

Square squareOf(const MapPoint &point, double cell)
{
    const QPointF at = onMap(point);
    return {static_cast<qint32>(std::floor(at.x() / cell)), static_cast<qint32>(std::floor(at.y() / cell))};
}

QList<Gathered> gathered(const QList<MapPoint> &points, double cell, QHash<Square, qsizetype> &bySquare)
{
    QList<Gathered> all;
    for (qsizetype i = 0; i < points.size(); ++i) {
        const MapPoint &point = points.at(i);
        const QPointF at = onMap(point);
        MapCluster one;
        one.centre = one.least = one.most = at;
        one.key = point.key;
        one.count = 1;
        one.kinds[static_cast<size_t>(std::clamp(point.kind, 0, kMapKinds - 1))] = 1;
        const Square square = squareOf(point, cell);
        const auto known = bySquare.constFind(square);
        if (known == bySquare.constEnd()) {
            bySquare.insert(square, all.size());
            all.append({one, square, i, false});
        } else {
            add(all[*known].cluster, one);
        }
    }
    return all;
}

/// The clusters; of the one with the key \p wanted->first the squares behind it, where that is asked for.
QList<MapCluster> clustered(const QList<MapPoint> &points, double cell, std::pair<qint64, QSet<quint64>> *wanted)
{
    QHash<Square, qsizetype> bySquare;
    QList<Gathered> all = gathered(points, cell, bySquare);
    QList<qsizetype> order(all.size());
    for (qsizetype i = 0; i < order.size(); ++i)
        order[i] = i;
    std::sort(order.begin(), order.end(), [&all](qsizetype a, qsizetype b) {
        const Gathered &one = all.at(a);
        const Gathered &other = all.at(b);
        return one.cluster.count != other.cluster.count ? one.cluster.count > other.cluster.count
                                                        : one.first < other.first;
    });

    QList<MapCluster> clusters;
    for (const qsizetype index : std::as_const(order)) {
        Gathered &root = all[index];
        if (root.taken)
            continue;
        root.taken = true;
        // Nearness is that of the squares' own middles: a cluster that grew does not wander to its next neighbour.
        const QPointF middle = root.middle();
        qsizetype first = root.first;
        QVarLengthArray<quint64, 9> squares{packed(root.square)};
        for (qint32 column = -1; column <= 1; ++column) {
            for (qint32 row = -1; row <= 1; ++row) {
                const auto found = bySquare.constFind(Square{root.square.column + column, root.square.row + row});
                if (found == bySquare.constEnd() || all.at(*found).taken)
                    continue;
                Gathered &neighbour = all[*found];
                const QPointF way = neighbour.middle() - middle;
                if (std::hypot(way.x(), way.y()) >= kTogether * cell)
                    continue;
                neighbour.taken = true;
                squares.append(packed(neighbour.square));
                add(root.cluster, neighbour.cluster);
                first = std::min(first, neighbour.first);
            }
        }
        MapCluster cluster = root.cluster;
        cluster.key = points.at(first).key;
        cluster.centre = cluster.isOnePlace() ? cluster.least : cluster.centre / cluster.count;
        clusters.append(cluster);
        if (wanted != nullptr && wanted->first == cluster.key)
            wanted->second = {squares.begin(), squares.end()};
    }
    std::sort(clusters.begin(), clusters.end(), [](const MapCluster &one, const MapCluster &other) {
        return one.count != other.count ? one.count > other.count : one.key < other.key;
    });
    return clusters;
}

} // namespace

QPointF onMap(double latitude, double longitude)
{
    return {longitude * kShortening, -latitude};
}

QList<MapCluster> clustersOf(const QList<MapPoint> &points, double cell)
{
    return clustered(points, cell, nullptr);
}

MapRegion regionOf(const QList<MapPoint> &points, double cell, qint64 cluster)
{
    std::pair<qint64, QSet<quint64>> wanted(cluster, {});
    clustered(points, cell, &wanted);
    return {cell, wanted.second};
}

bool MapRegion::contains(const MapPoint &point) const
{
    return !squares.isEmpty() && squares.contains(packed(squareOf(point, cell)));
}

} // namespace markaz
