// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/importbuildings.h"
#include "tests/bench/cache.h"
#include "tests/bench/figures.h"
#include "tests/bench/memory.h"
#include "tests/bench/rawsqlite.h"

#include <QFile>
#include <QTemporaryDir>

#include <vector>

namespace markaz::bench {
namespace {

const QStringList kFields{
    QStringLiteral("name"),       QStringLiteral("address"),           QStringLiteral("city"),
    QStringLiteral("province"),   QStringLiteral("covered_area_sqft"), QStringLiteral("storeys"),
    QStringLiteral("latitude"),   QStringLiteral("longitude"),         QStringLiteral("owner_name"),
    QStringLiteral("owner_kind"), QStringLiteral("owner_phone")};

/// A file of \p rows buildings, each city in its turn, no two alike, every third with a new owner.
Result<void> writeFile(const QString &path, const Gazetteer &gazetteer, int rows, quint64 seed)
{
    QRandomGenerator random(static_cast<quint32>(seed));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return makeError(ErrorCode::StorageFailed, file.errorString(), path);
    if (file.write(kFields.join(QLatin1Char(',')).toUtf8() + "\r\n") < 0)
        return makeError(ErrorCode::StorageFailed, file.errorString(), path);
    for (int i = 0; i < rows; ++i) {
        const City &city = gazetteer.cities().at(i % gazetteer.cities().size());
        const QStringList cells{
            QStringLiteral("Mill %1").arg(i),
            QStringLiteral("%1 Sample Road").arg(i),
            QString::number(city.id),
            city.province,
            QString::number(1000 + random.bounded(9000)),
            QString::number(1 + random.bounded(5)),
            QString::number(static_cast<double>(city.latitudeE6 + random.bounded(400'000) - 200'000) / 1e6, 'f', 6),
            QString::number(static_cast<double>(city.longitudeE6 + random.bounded(400'000) - 200'000) / 1e6, 'f', 6),
            QStringLiteral("Owner %1").arg(i / 3),
            QStringLiteral("individual"),
            QStringLiteral("0300-1234567")};
        if (file.write(cells.join(QLatin1Char(',')).toUtf8() + "\r\n") < 0)
            return makeError(ErrorCode::StorageFailed, file.errorString(), path);
    }
    return file.flush() ? Result<void>() : Result<void>(makeError(ErrorCode::StorageFailed, file.errorString(), path));
}

/// Rows of one table, as they were written.
struct Table
{
    const char *name;
    const char *select;
    const char *insert;
    std::vector<std::vector<QByteArray>> rows = {};
};

Result<void> readRows(Database &database, Table &table)
{
    auto query = database.run(QString::fromLatin1(table.select));
    if (!query)
        return query.error();
    while ((*query)->next()) {
        std::vector<QByteArray> row;
        for (int i = 0; (*query)->value(i).isValid(); ++i)
            row.push_back((*query)->value(i).toByteArray());
        table.rows.push_back(std::move(row));
    }
    return {};
}

/// The very rows into an empty cache of the same schema, in one transaction.
Result<void> writeRaw(RawSqlite &raw, const std::vector<Table> &tables)
{
    if (auto begun = raw.execute("BEGIN"); !begun)
        return begun;
    for (const Table &table : tables) {
        auto insert = RawStatement::prepare(raw, table.insert);
        if (!insert)
            return insert.error();
        for (const auto &row : table.rows) {
            for (size_t i = 0; i < row.size(); ++i) {
                if (i + 1 == row.size())
                    insert->bindBlob(static_cast<int>(i) + 1, row[i]);
                else
                    insert->bindText(static_cast<int>(i) + 1, row[i]);
            }
            if (auto done = insert->step(); !done)
                return done;
        }
    }
    return raw.execute("COMMIT");
}

} // namespace

/// A file of 200,000 buildings, checked and registered as the import page does it.
Result<Outcome> importing(const Options &options)
{
    auto carried = Carried::read();
    if (!carried)
        return carried.error();
    const int count = options.small ? 20'000 : 200'000;
    const int repetitions = options.small ? options.repetitions() : 3; // each is minutes of work: README.md
    const QTemporaryDir folder(options.workFolder + QStringLiteral("/import-XXXXXX"));
    const BuildingFile file{folder.filePath(QStringLiteral("buildings.csv")), {}, kFields};
    if (auto written = writeFile(file.path, carried->gazetteer, count, options.seed); !written)
        return written.error();
    Actor actor{QStringLiteral("01900000-0000-7000-8000-0000000000b1"),
                QStringLiteral("sample"),
                QStringLiteral("Sample Person"),
                Role::Officer,
                {}};
    for (const Province &province : carried->gazetteer.provinces())
        actor.provinces.append(province.code);

    Figure ratio{QStringLiteral("registering, ours / raw writing"),
                 QStringLiteral("x"),
                 {},
                 Bound{Bound::Kind::AtMost, 10},
                 Bound{Bound::Kind::AtMost, 6}};
    Figure checking{QStringLiteral("ours, checking"), QStringLiteral("s"), {}, {}, {}};
    Figure registering{QStringLiteral("ours, registering"), QStringLiteral("s"), {}, {}, {}};
    Figure memory{QStringLiteral("ours, memory beyond what the program held"), QStringLiteral("MiB"), {}, {}, {}};
    Figure raws{QStringLiteral("raw"), QStringLiteral("s"), {}, {}, {}};
    for (int i = 0; i < repetitions; ++i) {
        const QString path = folder.filePath(QStringLiteral("ours%1.sqlite").arg(i));
        auto cache = Cache::open(path, *carried);
        if (!cache)
            return cache.error();
        ImportProgress progress;
        ImportBuildings import((*cache)->workspace, carried->gazetteer, progress);
        ImportCount found;
        const auto check = [&]() -> Result<void> {
            auto result = import.check(actor, file, [](const RowFault &, const CsvRow &) { return Result<void>(); });
            if (!result)
                return result.error();
            found = *result;
            return {};
        };
        const auto run = [&]() -> Result<void> {
            auto result = import.run(actor, file, found, true);
            return result ? Result<void>() : Result<void>(result.error());
        };
        Took checked;
        Took registered;
        const auto held = memoryOf([&]() -> Result<void> {
            auto first = timed(check);
            auto second = first ? timed(run) : first;
            if (!second)
                return second.error();
            checked = *first;
            registered = *second;
            return {};
        });
        if (!held)
            return held.error();
        if (found.good + found.alike != count) // a few stand beside another one by chance
            return makeError(ErrorCode::Internal, QStringLiteral("%1 rows are good").arg(found.good + found.alike));
        memory.values.append(*held);
        std::vector<Table> tables{
            {"owner", "SELECT id, data, sealed FROM owner ORDER BY rowid",
             "INSERT INTO owner (rev, id, data, sealed) VALUES (0, ?, ?, ?)"},
            {"building", "SELECT id, data FROM building ORDER BY rowid",
             "INSERT INTO building (rev, id, data) VALUES (0, ?, CAST(? AS TEXT))"},
            {"outbox", "SELECT op_id, entity, record, kind, made_at, author, payload FROM outbox ORDER BY position",
             "INSERT INTO outbox (base_rev, schema, op_id, entity, record, kind, made_at, author, payload) "
             "VALUES (0, 1, ?, ?, ?, ?, ?, ?, ?)"}};
        for (Table &table : tables) {
            if (auto read = readRows(*(*cache)->database, table); !read)
                return read.error();
        }
        const QString empty = folder.filePath(QStringLiteral("raw%1.sqlite").arg(i));
        if (auto made = Cache::open(empty, *carried); !made)
            return made.error();
        auto raw = RawSqlite::open(empty);
        if (!raw)
            return raw.error();
        auto plain = timed([&] { return writeRaw(*raw, tables); });
        if (!plain)
            return plain.error();
        ratio.values.append(registered.seconds / plain->seconds);
        checking.values.append(checked.seconds);
        registering.values.append(registered.seconds);
        raws.values.append(plain->seconds);
        cache->reset();
        for (const QString &done : {path, empty})
            QFile::remove(done);
    }
    return Outcome{QStringLiteral("import"),
                   QStringLiteral("A CSV file of %1 buildings with %2 owners: checked, then registered in one "
                                  "transaction with their changes for the server")
                       .arg(count)
                       .arg((count + 2) / 3),
                   QStringLiteral("sqlite3 in C writes the very rows into the same tables, nothing read or checked"),
                   {ratio, checking, registering, memory, raws},
                   {QStringLiteral("both read the whole file; the second checks it again while it writes")}};
}

} // namespace markaz::bench
