// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/pullside.h"
#include "core/sync/syncpolicy.h"
#include "tests/bench/cache.h"
#include "tests/bench/figures.h"
#include "tests/bench/rawsqlite.h"

#include <QJsonDocument>
#include <QTemporaryDir>

namespace markaz::bench {
namespace {

constexpr int kPerTransaction = 100;

/// The feed's pages as they come out of the decompression.
QList<QByteArray> pagesOf(const QList<Record> &records)
{
    QList<QByteArray> pages;
    qint64 seq = 0;
    for (qsizetype at = 0; at < records.size(); at += syncpolicy::kPullLimit) {
        protocol::PullReply page;
        for (const Record &record : records.mid(at, syncpolicy::kPullLimit))
            page.changes.append({++seq, protocol::FeedKind::Put, record.entity, record.id, record.rev,
                                 QJsonDocument(record.fields).toJson(QJsonDocument::Compact)});
        page.cursor = QStringLiteral("cursor-%1").arg(seq);
        page.more = at + syncpolicy::kPullLimit < records.size();
        page.history = QStringLiteral("history");
        page.scopeVersion = QStringLiteral("1");
        pages.append(protocol::write(page));
    }
    return pages;
}

struct RawRow
{
    QByteArray id;
    qint64 rev = 0;
    QByteArray data;
    QByteArray sealed;
};

/// The rows that the cache holds, read back so that the reference writes exactly the same.
Result<QList<RawRow>> rowsIn(Database &database)
{
    auto query = database.run(QStringLiteral("SELECT id, rev, data, sealed FROM inspection ORDER BY id"));
    if (!query)
        return query.error();
    QList<RawRow> rows;
    while ((*query)->next())
        rows.append({(*query)->value(0).toByteArray(), (*query)->value(1).toLongLong(),
                     (*query)->value(2).toByteArray(), (*query)->value(3).toByteArray()});
    return rows;
}

Result<void> pullAll(Cache &cache, const QList<QByteArray> &pages)
{
    PullSide side(cache.parts);
    int changed = 0;
    for (const QByteArray &body : pages) {
        auto page = protocol::readPullReply(body);
        if (!page)
            return page.error();
        if (auto applied = side.apply(*page, changed); !applied)
            return applied.error();
    }
    return {};
}

Result<void> writeRaw(RawSqlite &raw, const QList<RawRow> &rows)
{
    auto upsert = RawStatement::prepare(
        raw, "INSERT INTO inspection (id, rev, data, sealed) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
             "rev = excluded.rev, deleted = 0, data = excluded.data, sealed = excluded.sealed");
    if (!upsert)
        return upsert.error();
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (i % kPerTransaction == 0) {
            if (auto begun = raw.execute("BEGIN IMMEDIATE"); !begun)
                return begun;
        }
        const RawRow &row = rows.at(i);
        upsert->bindText(1, row.id);
        upsert->bindNumber(2, row.rev);
        upsert->bindText(3, row.data);
        upsert->bindBlob(4, row.sealed);
        if (auto done = upsert->step(); !done)
            return done;
        if (i % kPerTransaction == kPerTransaction - 1 || i + 1 == rows.size()) {
            if (auto committed = raw.execute("COMMIT"); !committed)
                return committed;
        }
    }
    return {};
}

} // namespace

Result<Outcome> pull(const Options &options)
{
    auto carried = Carried::read();
    if (!carried)
        return carried.error();
    Workload workload(*carried, options.seed);
    const QList<Record> buildings = workload.buildings(options.inspections() / 4 + 1);
    const QList<Record> records = workload.inspections(options.inspections(), buildings, workload.nextId(), true);
    const QList<QByteArray> pages = pagesOf(records);
    const auto count = static_cast<double>(records.size());

    Figure share{QStringLiteral("throughput, ours / raw"),
                 QStringLiteral("%"),
                 {},
                 Bound{Bound::Kind::AtLeast, 50},
                 Bound{Bound::Kind::AtLeast, 75}};
    Figure ours{QStringLiteral("ours, inspections"), QStringLiteral("/s"), {}, {}, {}};
    Figure raws{QStringLiteral("raw, inspections"), QStringLiteral("/s"), {}, {}, {}};
    Figure processor{QStringLiteral("the same by processor time"), QStringLiteral("%"), {}, {}, {}};
    QList<RawRow> rows;
    for (int i = -1; i < options.repetitions(); ++i) { // the first warms up and gives the reference its rows
        const QTemporaryDir folder(options.workFolder + QStringLiteral("/pull-XXXXXX"));
        Took ownTime;
        Took rawTime;
        for (const bool own : {i % 2 != 0, i % 2 == 0}) {
            const QString path = folder.filePath(own ? QStringLiteral("cache.sqlite") : QStringLiteral("raw.sqlite"));
            auto cache = Cache::open(path, *carried);
            if (!cache)
                return cache.error();
            // The buildings are there already, so that each visit is counted in the figures as it comes.
            if (auto filled = (*cache)->fill(buildings); !filled)
                return filled.error();
            if (own) {
                auto took = timed([&] { return pullAll(**cache, pages); });
                if (!took)
                    return took.error();
                ownTime = *took;
                auto held = rowsIn(*(*cache)->database);
                if (!held || held->size() != records.size())
                    return makeError(ErrorCode::Internal, QStringLiteral("the pull did not bring every record"));
                rows = *held;
                continue;
            }
            cache->reset(); // the same tables and indexes, written by hand
            auto raw = RawSqlite::open(path);
            if (!raw)
                return raw.error();
            // What is kept of the figures is ours to pay for.
            for (const char *sql : {"DROP TRIGGER figure_inspection_comes", "DROP TRIGGER figure_inspection_changes",
                                    "DROP TRIGGER figure_inspection_goes"}) {
                if (auto dropped = raw->execute(sql); !dropped)
                    return dropped.error();
            }
            auto took = timed([&] { return writeRaw(*raw, rows); });
            if (!took)
                return took.error();
            rawTime = *took;
        }
        if (i < 0)
            continue;
        share.values.append(100 * rawTime.seconds / ownTime.seconds);
        processor.values.append(100 * rawTime.processor / ownTime.processor);
        ours.values.append(count / ownTime.seconds);
        raws.values.append(count / rawTime.seconds);
    }
    return Outcome{
        QStringLiteral("pull"),
        QStringLiteral(
            "A pull of inspections into a cache that has their buildings: JSON decoding, sealing, keys, figures "
            "and the transaction included"),
        QStringLiteral("sqlite3 in C: upsert of the same rows into the same table, %1 a transaction")
            .arg(kPerTransaction),
        {share, processor, ours, raws},
        {QStringLiteral("%1 inspections of %2 bytes in pages of %3")
             .arg(records.size())
             .arg(Workload::meanBytes(records))
             .arg(syncpolicy::kPullLimit)}};
}

} // namespace markaz::bench
