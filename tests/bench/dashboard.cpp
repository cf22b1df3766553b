// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/dashboardrepository.h"
#include "core/storage/figurecells.h"
#include "core/storage/inforce.h"
#include "core/support/programmeday.h"
#include "core/workflow/loanpolicy.h"
#include "tests/bench/dashboarddata.h"
#include "tests/bench/figures.h"
#include "tests/bench/rawsqlite.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

namespace markaz::bench {
namespace {

const QDate kToday(2026, 11, 23);

/// What a person looks at, one after the other; the first kWhole of them the reference counts too.
QList<DashboardFilter> looks(const Gazetteer &gazetteer)
{
    const DashboardFilter all{{}, {}, {}, {}};
    const DashboardFilter lastMonths{{}, {}, QDate(2025, 12, 1), {}};
    QList<DashboardFilter> filters{
        all, lastMonths, {{QStringLiteral("PK-PB")}, {}, QDate(2025, 1, 1), QDate(2025, 12, 31)}};
    for (const Province &province : gazetteer.provinces())
        filters.append({{province.code}, {}, QDate(2026, 1, 1), {}});
    for (const int tier : {1, 2, 3})
        filters.append({{}, {tier}, {}, {}});
    filters.append({{}, {}, QDate(2026, 2, 17), QDate(2026, 9, 9)}); // parts of months
    for (const char *prefix : {"LHE", "KHI"}) {
        if (const City *city = gazetteer.cityOfPrefix(QLatin1String(prefix)))
            filters.append({{}, {}, {}, {}, {city->id}});
    }
    return filters;
}
constexpr int kWhole = 3;

QList<QDate> monthEnds()
{
    QList<QDate> days;
    for (QDate first(2025, 12, 1); first < kToday; first = first.addMonths(1))
        days.append(std::min(first.addMonths(1).addDays(-1), kToday));
    return days;
}

/// What the page asks when somebody looks at it.
Result<int> look(const Workspace &workspace, const DashboardRepository &repository, const DashboardFilter &filter)
{
    const auto figures = repository.figures(filter);
    const auto months = repository.inForceAt(filter, monthEnds());
    if (!figures || !months)
        return figures ? months.error() : figures.error();
    if (const auto subsidy = subsidyCommitted(workspace, figures->loans); !subsidy)
        return subsidy.error();
    return figures->funnel[1];
}

/// The buildings in force at the ends of months, in one statement over the certificates.
Result<void> rawMonths(Database &database, const DashboardFilter &filter)
{
    QJsonArray asked;
    for (const QDate &day : monthEnds())
        asked.append(QJsonArray{day.toString(Qt::ISODate), toIso(programmeInstant(day.addDays(1)))});
    QString sql =
        QStringLiteral("SELECT day, sum(newest <> '' AND grade = 'full'), sum(newest <> '' AND grade = 'provisional') "
                       "FROM (SELECT max(x.issued_at || x.id) AS newest, x.grade AS grade, at.day AS day "
                       "FROM (SELECT value ->> 0 AS day, value ->> 1 AS behind FROM json_each(?)) AS at "
                       "CROSS JOIN certificate AS x JOIN building AS m ON m.id = x.building JOIN building AS b "
                       "ON b.id = m.whole AND b.deleted = 0 JOIN city AS c ON c.id = b.city WHERE x.deleted = 0 AND ") +
        certificateInForce();
    QVariantList values{QString::fromUtf8(QJsonDocument(asked).toJson(QJsonDocument::Compact))};
    if (!filter.provinces.isEmpty()) {
        sql += QStringLiteral(" AND c.province = ?");
        values.append(filter.provinces.first());
    }
    auto query = database.run(sql + QStringLiteral(" GROUP BY day, b.id) GROUP BY day"), values);
    if (!query)
        return query.error();
    while ((*query)->next())
        continue;
    return {};
}

Result<int> rawLook(Database &database, const DashboardRepository &repository, const DashboardFilter &filter)
{
    const auto figures = repository.figuresFromRecords(filter);
    if (!figures)
        return figures.error();
    if (auto months = rawMonths(database, filter); !months)
        return months.error();
    return figures->funnel[1];
}

/// Visits whose score stands, as one writes it who asks the cache with sqlite3.
constexpr const char *kRawFailing =
    "WITH v AS (SELECT failed, sheet FROM inspection WHERE total_bp IS NOT NULL AND deleted = 0 "
    "AND state IN ('submitted', 'accepted', 'rejected')), "
    "f AS (SELECT j.value AS code, count(*) AS failed FROM v, json_each(v.failed) AS j GROUP BY 1 "
    "ORDER BY 2 DESC, 1 LIMIT 10), "
    "a AS (SELECT j.key AS code, count(*) AS answered FROM v, json_each(v.sheet, '$.answers') AS j "
    "WHERE j.value LIKE '{%\"value\":%' OR j.value LIKE '{%\"rows\":%' GROUP BY 1) "
    "SELECT f.code, f.failed, coalesce(a.answered, (SELECT count(*) FROM v)) FROM f LEFT JOIN a ON a.code = f.code "
    "ORDER BY 2 DESC, 1";

Result<QStringList> rawFailing(RawStatement &statement)
{
    QStringList found;
    auto read = statement.read([&found](sqlite3_stmt *row) {
        const auto *code = reinterpret_cast<const char *>(sqlite3_column_text(row, 0));
        found.append(QStringLiteral("%1 %2 %3")
                         .arg(QLatin1String(code))
                         .arg(sqlite3_column_int(row, 1))
                         .arg(sqlite3_column_int(row, 2)));
    });
    return read ? Result<QStringList>(found) : Result<QStringList>(read.error());
}

struct Prepared
{
    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<Carried> carried;
    std::unique_ptr<Cache> cache;
    QString path;
    double anew = 0;
    QStringList notes;
};

Result<Prepared> prepare(const Options &options)
{
    auto carried = Carried::read();
    if (!carried)
        return carried.error();
    ProgrammeSize size;
    if (options.small)
        size = {500, 2'500, 10'000, 3};
    Prepared ready;
    ready.carried = std::make_unique<Carried>(std::move(*carried));
    ready.folder = std::make_unique<QTemporaryDir>(options.workFolder + QStringLiteral("/dashboard-XXXXXX"));
    ready.path = ready.folder->filePath(QStringLiteral("cache.sqlite"));
    auto cache = Cache::open(ready.path, *ready.carried);
    if (!cache)
        return cache.error();
    ready.cache = std::move(*cache);
    Workload workload(*ready.carried, options.seed);
    if (auto filled = fillProgramme(*ready.cache, workload, size); !filled)
        return filled.error();
    auto anew = timed([&] { return countFiguresAnew(*ready.cache->database); });
    if (!anew)
        return anew.error();
    ready.anew = anew->seconds;
    const auto cells = ready.cache->database->row(
        QStringLiteral("SELECT (SELECT count(*) FROM figure_distinct) + (SELECT count(*) FROM figure_count) + "
                       "(SELECT count(*) FROM figure_scored) + (SELECT count(*) FROM figure_turn)"));
    if (!cells)
        return cells.error();
    ready.notes = {
        QStringLiteral(
            "%1 buildings, %2 of them centres with a certificate and a loan; %3 inspections, %4 answers, which "
            "lie in their inspections' sheets (JSON); %5 cells")
            .arg(size.buildings)
            .arg(size.centres)
            .arg(size.inspections)
            .arg(size.inspections * 80)
            .arg((*cells)->first().toInt()),
        QStringLiteral("the reference is the SQL that one writes over the records, json_each() for the "
                       "answers: there is no table of answers to scan")};
    return ready;
}

} // namespace

/// What opening the dashboard and changing its filters costs.
Result<Outcome> dashboard(const Options &options)
{
    auto ready = prepare(options);
    if (!ready)
        return ready.error();
    Database &database = *ready->cache->database;
    const DashboardRepository repository(database, &ready->cache->clock);
    const QList<DashboardFilter> filters = looks(ready->carried->gazetteer);

    Figure share{QStringLiteral("all, twelve months, a province's year: ours / raw"),
                 QStringLiteral("x"),
                 {},
                 Bound{Bound::Kind::AtMost, 1.0 / 8},
                 {}};
    Figure slowest{
        QStringLiteral("one look, p95 of all filters"), QStringLiteral("ms"), {}, {}, Bound{Bound::Kind::AtMost, 50}};
    Figure middle{QStringLiteral("one look, p50 of all filters"), QStringLiteral("ms"), {}, {}, {}};
    Figure raws{QStringLiteral("raw, the three together"), QStringLiteral("ms"), {}, {}, {}};
    for (int i = -1; i < options.repetitions(); ++i) { // the first warms up
        double ours = 0;
        double raw = 0;
        QList<double> each;
        for (qsizetype nth = 0; nth < filters.size(); ++nth) {
            int seen = 0;
            int counted = 0;
            auto took = timed([&]() -> Result<void> {
                auto found = look(ready->cache->workspace, repository, filters.at(nth));
                if (!found)
                    return found.error();
                seen = *found;
                return {};
            });
            if (!took)
                return took.error();
            each.append(1000 * took->seconds);
            if (nth >= kWhole)
                continue;
            ours += took->seconds;
            auto took2 = timed([&]() -> Result<void> {
                auto found = rawLook(database, repository, filters.at(nth));
                if (!found)
                    return found.error();
                counted = *found;
                return {};
            });
            if (!took2)
                return took2.error();
            raw += took2->seconds;
            if (seen != counted)
                return makeError(ErrorCode::Internal, QStringLiteral("the cells say something else than the records"));
        }
        if (i < 0)
            continue;
        share.values.append(ours / raw);
        raws.values.append(1000 * raw);
        slowest.values.append(percentile(each, 0.95));
        middle.values.append(percentile(each, 0.5));
    }
    const Figure anew{QStringLiteral("everything counted anew"), QStringLiteral("ms"), {1000 * ready->anew}, {}, {}};
    return Outcome{
        QStringLiteral("dashboard"),
        QStringLiteral("All figures of the dashboard and the buildings in force at the ends of twelve months"),
        QStringLiteral("the same figures by grouped SQL over the records of the same cache"),
        {share, slowest, middle, raws, anew},
        ready->notes};
}

/// The items that fail most.
Result<Outcome> failingItems(const Options &options)
{
    auto ready = prepare(options);
    if (!ready)
        return ready.error();
    Database &database = *ready->cache->database;
    const DashboardRepository repository(database, &ready->cache->clock);
    auto raw = RawSqlite::open(ready->path);
    if (!raw)
        return raw.error();
    auto statement = RawStatement::prepare(*raw, kRawFailing);
    if (!statement)
        return statement.error();
    Figure share{QStringLiteral("ours / raw scan"),
                 QStringLiteral("x"),
                 {},
                 Bound{Bound::Kind::AtMost, 1.0 / 50},
                 Bound{Bound::Kind::AtMost, 1.0 / 200}};
    Figure ours{QStringLiteral("ours"), QStringLiteral("ms"), {}, {}, {}};
    Figure raws{QStringLiteral("raw scan"), QStringLiteral("ms"), {}, {}, {}};
    for (int i = -1; i < options.repetitions(); ++i) { // the first warms up
        QStringList counted;
        QStringList kept;
        auto took = timed([&]() -> Result<void> {
            const auto items = repository.failingMost({});
            if (!items)
                return items.error();
            for (const FailingItem &item : *items)
                kept.append(QStringLiteral("%1 %2 %3").arg(item.code).arg(item.failed).arg(item.inspections));
            return {};
        });
        auto scanned = timed([&]() -> Result<void> {
            auto found = rawFailing(*statement);
            if (!found)
                return found.error();
            counted = *found;
            return {};
        });
        if (!took || !scanned)
            return took ? scanned.error() : took.error();
        if (kept != counted || kept.isEmpty())
            return makeError(ErrorCode::Internal,
                             QStringLiteral("the scan counts other items: %1 and not %2")
                                 .arg(counted.join(QLatin1Char(',')), kept.join(QLatin1Char(','))));
        if (i < 0)
            continue;
        share.values.append(took->seconds / scanned->seconds);
        ours.values.append(1000 * took->seconds);
        raws.values.append(1000 * scanned->seconds);
    }
    return Outcome{QStringLiteral("failing-items"),
                   QStringLiteral("The ten items that fail most, and how many answered them"),
                   QStringLiteral("sqlite3 in C: one statement over the same cache, json_each() of every answer sheet"),
                   {share, ours, raws},
                   ready->notes};
}

} // namespace markaz::bench
