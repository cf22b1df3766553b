// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reporting/tablefile.h"
#include "core/storage/buildingplaces.h"
#include "core/storage/buildingrepository.h"
#include "tests/bench/cache.h"
#include "tests/bench/figures.h"
#include "tests/bench/memory.h"
#include "tests/bench/rawsqlite.h"

#include <QTemporaryDir>

#include <cstdio>

namespace markaz::bench {
namespace {

constexpr qsizetype kAtOnce = 200; // as the page takes them

/// All that the table shows, and the address and the province.
Result<void> write(Cache &cache, const QList<qint64> &keys, TableFormat format, const QString &path)
{
    static const QStringList names =
        QStringLiteral("code name city tier stage covered_area_sqft idle_since last_score address province")
            .split(QLatin1Char(' '));
    QList<TableColumn> columns;
    for (const QString &name : names)
        columns.append({name, name});
    const BuildingRepository buildings(*cache.database, &cache.clock);
    const BuildingPlaces places(*cache.database);
    auto file = TableFile::create(format, path, columns, QStringLiteral("Buildings"));
    if (!file)
        return file.error();
    for (qsizetype at = 0; at < keys.size(); at += kAtOnce) {
        const auto rows = buildings.rows(keys.mid(at, kAtOnce));
        if (!rows)
            return rows.error();
        QStringList some;
        for (const BuildingRow &row : *rows)
            some.append(row.id);
        const auto positions = format == TableFormat::GeoJson
                                   ? places.positions(some)
                                   : Result<QHash<QString, Position>>(QHash<QString, Position>());
        if (!positions)
            return positions.error();
        for (const BuildingRow &row : *rows) {
            TableRow line{row.id,
                          {row.code, row.name, row.city, qint64(row.tier), token(row.stage), qint64(row.areaSqft),
                           row.idleSince.isValid() ? TableCell(row.idleSince) : TableCell(),
                           row.lastScoreBp < 0 ? TableCell() : TableCell(row.lastScoreBp / 100.0), row.address,
                           row.province},
                          std::nullopt};
            if (const auto there = positions->constFind(row.id); there != positions->constEnd())
                line.position = *there;
            if (auto added = (*file)->add(line); !added)
                return added;
        }
    }
    return (*file)->finish();
}

/// The same columns but for the stage and the score, which it does not derive, as they come.
Result<void> writeRaw(const RawSqlite &raw, const QString &path)
{
    sqlite3_stmt *rows = nullptr;
    if (sqlite3_prepare_v2(raw.handle(),
                           "SELECT b.code, b.name, c.name, c.tier, b.covered_area_sqft, b.idle_since, b.address, "
                           "c.province FROM building AS b JOIN city AS c ON c.id = b.city ORDER BY b.code, b.id",
                           -1, &rows, nullptr) != SQLITE_OK)
        return raw.error();
    FILE *file = std::fopen(qPrintable(path), "w");
    if (file == nullptr) {
        sqlite3_finalize(rows);
        return makeError(ErrorCode::StorageFailed, QStringLiteral("cannot be written"), path);
    }
    while (sqlite3_step(rows) == SQLITE_ROW) {
        for (int i = 0; i < 8; ++i) {
            const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(rows, i));
            std::fprintf(file, i == 0 ? "%s" : ",%s", text == nullptr ? "" : text);
        }
        std::fputs("\r\n", file);
    }
    sqlite3_finalize(rows);
    return std::fclose(file) == 0 ? Result<void>()
                                  : Result<void>(makeError(ErrorCode::StorageFailed, QStringLiteral("fclose"), path));
}

} // namespace

/// 100,000 buildings as the page's export writes them.
Result<Outcome> exporting(const Options &options)
{
    auto carried = Carried::read();
    if (!carried)
        return carried.error();
    const int count = options.small ? 10'000 : 100'000;
    Workload workload(*carried, options.seed);
    const QTemporaryDir folder(options.workFolder + QStringLiteral("/export-XXXXXX"));
    const QString path = folder.filePath(QStringLiteral("cache.sqlite"));
    auto cache = Cache::open(path, *carried);
    if (!cache)
        return cache.error();
    if (auto filled = (*cache)->fill(workload.placedBuildings(count)); !filled)
        return filled.error();
    auto raw = RawSqlite::open(path);
    if (!raw)
        return raw.error();
    const auto keys = BuildingRepository(*(*cache)->database, &(*cache)->clock).keys({}, BuildingSort::Code, false);
    if (!keys)
        return keys.error();

    Figure ratio{QStringLiteral("CSV, ours / raw"), QStringLiteral("x"), {}, {}, {}};
    Figure memory{QStringLiteral("ours, memory beyond what the program held, of any format"),
                  QStringLiteral("MiB"),
                  {},
                  Bound{Bound::Kind::AtMost, 8},
                  {}};
    Figure raws{QStringLiteral("raw"), QStringLiteral("ms"), {}, {}, {}};
    QList<Figure> ours;
    for (const TableFormat format : {TableFormat::Csv, TableFormat::Xlsx, TableFormat::GeoJson})
        ours.append({QStringLiteral("ours, ") + token(format), QStringLiteral("ms"), {}, {}, {}});
    for (int i = -1; i < options.repetitions(); ++i) { // the first warms up
        QList<double> took;
        for (const TableFormat format : {TableFormat::Csv, TableFormat::Xlsx, TableFormat::GeoJson}) {
            const auto held = memoryOf([&]() -> Result<void> {
                const auto written =
                    timed([&] { return write(**cache, *keys, format, folder.filePath(token(format))); });
                if (!written)
                    return written.error();
                took.append(1000 * written->seconds);
                return {};
            });
            if (!held)
                return held.error();
            if (i >= 0)
                memory.values.append(*held);
        }
        const auto plain = timed([&] { return writeRaw(*raw, folder.filePath(QStringLiteral("raw.csv"))); });
        if (!plain)
            return plain.error();
        if (i < 0)
            continue;
        for (qsizetype f = 0; f < ours.size(); ++f)
            ours[f].values.append(took.at(f));
        raws.values.append(1000 * plain->seconds);
        ratio.values.append(took.first() / raws.values.last());
    }
    return Outcome{QStringLiteral("export"),
                   QStringLiteral("%1 buildings with ten columns to CSV, XLSX and GeoJSON").arg(count),
                   QStringLiteral("sqlite3 in C, fprintf: the columns that it need not derive, as they come"),
                   QList<Figure>{ratio, memory} + ours + QList<Figure>{raws},
                   {}};
}

} // namespace markaz::bench
