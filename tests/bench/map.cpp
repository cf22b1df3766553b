// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/buildingrepository.h"
#include "tests/bench/cache.h"
#include "tests/bench/figures.h"
#include "tests/bench/rawsqlite.h"

#include <QTemporaryDir>

#include <string>
#include <vector>

namespace markaz::bench {
namespace {

constexpr double kCountry = 2; // degrees of a square at the zoom that shows the whole country

/// What a plain reader keeps of a building.
struct Plain
{
    std::string id;
    int latitudeE6;
    int longitudeE6;
};

Result<void> readPlainly(RawStatement &rows, std::vector<Plain> &places)
{
    return rows.read([&places](sqlite3_stmt *row) {
        const auto *id = reinterpret_cast<const char *>(sqlite3_column_text(row, 0));
        places.push_back({std::string(id, static_cast<size_t>(sqlite3_column_bytes(row, 0))),
                          sqlite3_column_int(row, 1), sqlite3_column_int(row, 2)});
    });
}

} // namespace

/// What a change of the filter costs on the page's thread: where 100,000 buildings lie, at which stage each is, and the
/// clusters of the whole country.
Result<Outcome> map(const Options &options)
{
    auto carried = Carried::read();
    if (!carried)
        return carried.error();
    const int count = options.small ? 10'000 : 100'000;
    Workload workload(*carried, options.seed);
    const QList<Record> buildings = workload.placedBuildings(count);
    const QTemporaryDir folder(options.workFolder + QStringLiteral("/map-XXXXXX"));
    const QString path = folder.filePath(QStringLiteral("cache.sqlite"));
    auto cache = Cache::open(path, *carried);
    if (!cache)
        return cache.error();
    if (auto filled = (*cache)->fill(buildings); !filled)
        return filled.error();
    if (auto filled = (*cache)->fill(workload.inspections(count / 50, buildings, workload.nextId(), true)); !filled)
        return filled.error();
    auto raw = RawSqlite::open(path);
    if (!raw)
        return raw.error();
    auto rows = RawStatement::prepare(*raw, "SELECT id, latitude_e6, longitude_e6 FROM building WHERE deleted = 0");
    if (!rows)
        return rows.error();
    const BuildingRepository repository(*(*cache)->database, &(*cache)->clock);

    Figure ratio{QStringLiteral("reading and clusters, ours / raw reading"),
                 QStringLiteral("x"),
                 {},
                 Bound{Bound::Kind::AtMost, 1.0},
                 Bound{Bound::Kind::AtMost, 0.75}};
    Figure kept{
        QStringLiteral("reading and clusters, ours / raw reading into a list"), QStringLiteral("x"), {}, {}, {}};
    Figure reading{QStringLiteral("ours, reading"), QStringLiteral("ms"), {}, {}, {}};
    Figure clusters{QStringLiteral("ours, clusters of the country"), QStringLiteral("ms"), {}, {}, {}};
    Figure raws{QStringLiteral("raw"), QStringLiteral("ms"), {}, {}, {}};
    Figure lists{QStringLiteral("raw, into a list"), QStringLiteral("ms"), {}, {}, {}};
    for (int i = -1; i < options.repetitions(); ++i) { // the first warms up
        PlacedBuildings placed;
        int gathered = 0;
        auto read = timed([&]() -> Result<void> {
            auto found = repository.places({});
            if (!found)
                return found.error();
            placed = std::move(*found);
            return {};
        });
        auto grouped = timed([&]() -> Result<void> {
            for (const MapCluster &cluster : clustersOf(placed.points, kCountry))
                gathered += cluster.count;
            return {};
        });
        auto plain = timed([&] { return rows->step(); });
        std::vector<Plain> plainly;
        auto listed = timed([&] { return readPlainly(*rows, plainly); });
        if (!read || !grouped)
            return !read ? read.error() : grouped.error();
        if (!plain || !listed)
            return !plain ? plain.error() : listed.error();
        if (gathered + placed.unplaced != count || plainly.size() != static_cast<size_t>(count))
            return makeError(ErrorCode::Internal, QStringLiteral("the map does not show every building"));
        if (i < 0)
            continue;
        ratio.values.append((read->seconds + grouped->seconds) / plain->seconds);
        reading.values.append(1000 * read->seconds);
        clusters.values.append(1000 * grouped->seconds);
        raws.values.append(1000 * plain->seconds);
        kept.values.append((read->seconds + grouped->seconds) / listed->seconds);
        lists.values.append(1000 * listed->seconds);
    }
    return Outcome{QStringLiteral("map"),
                   QStringLiteral("The map of %1 buildings: reading where they lie and their stages, clusters of the "
                                  "whole country")
                       .arg(count),
                   QStringLiteral("sqlite3 in C: id, latitude and longitude of each; no stage"),
                   {ratio, kept, reading, clusters, raws, lists},
                   {QStringLiteral("%1 of the buildings have an inspection").arg(count / 50)}};
}

} // namespace markaz::bench
