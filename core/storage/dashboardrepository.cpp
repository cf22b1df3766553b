// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/dashboardrepository.h"

#include "core/storage/inforce.h"
#include "core/storage/jsonlist.h"
#include "core/support/clock.h"
#include "core/support/programmeday.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>

#include <algorithm>

namespace markaz {
namespace {

constexpr int kBinWidth = 500;
constexpr int kBins = 20;
constexpr int kMostItems = 10;

/// The filter as SQL over the aliases b (building) and c (city), and as moments.
struct Scope
{
    QString where; ///< starts with " AND" or is empty
    QVariantList values;
    QString begin; ///< first moment of the period
    QString end;   ///< first moment behind it
    QString day;   ///< at whose end a certificate is in force
    QString after; ///< first moment behind that day

    QVariantList bound(const QVariantList &before) const { return before + values; }
};

QString startOf(const QDate &day)
{
    return toIso(programmeInstant(day));
}

Scope scopeOf(const DashboardFilter &filter, const QDate &today)
{
    Scope scope;
    if (!filter.provinces.isEmpty()) {
        scope.where += QStringLiteral(" AND c.province IN (SELECT value FROM json_each(?))");
        scope.values.append(jsonList(filter.provinces));
    }
    if (!filter.tiers.isEmpty()) {
        scope.where += QStringLiteral(" AND c.tier IN (SELECT value FROM json_each(?))");
        scope.values.append(jsonList(filter.tiers));
    }
    scope.begin = filter.from.isValid() ? startOf(filter.from) : QStringLiteral("0000");
    scope.end = filter.to.isValid() ? startOf(filter.to.addDays(1)) : QStringLiteral("9999");
    const QDate day = filter.to.isValid() ? filter.to : today;
    scope.day = day.toString(Qt::ISODate);
    scope.after = startOf(day.addDays(1));
    return scope;
}

/// What belongs to a building that was merged counts as that of the one that it was merged into.
const QString kJoin = QStringLiteral(" JOIN building AS m ON m.id = x.building JOIN building AS b ON b.id = m.whole "
                                     "JOIN city AS c ON c.id = b.city ");
/// Inspections that were scored and stand: a returned one is replaced by its next revision.
const QString kScored = QStringLiteral("x.total_bp IS NOT NULL AND x.state IN ('submitted', 'accepted', 'rejected') "
                                       "AND x.finished_at >= ? AND x.finished_at < ?");

/// Runs \p sql and hands each row to \p take.
template <class Take>
Result<void> each(Database &database, const QString &sql, const QVariantList &values, Take take)
{
    auto query = database.run(sql, values);
    if (!query)
        return query.error();
    while ((*query)->next())
        take(std::as_const(**query));
    return {};
}

Result<int> number(Database &database, const QString &sql, const QVariantList &values)
{
    const auto found = database.row(sql, values);
    if (!found)
        return found.error();
    return found.value()->value(0).toInt();
}

Result<void> countFunnel(Database &database, const Scope &scope, DashboardFigures &figures)
{
    const auto reached = [&](const QString &buildings, const QVariantList &values) {
        return number(database,
                      QStringLiteral("SELECT count(DISTINCT b.id) FROM (%1) AS x").arg(buildings) + kJoin +
                          QStringLiteral("WHERE b.deleted = 0") + scope.where,
                      scope.bound(values));
    };
    const QString certified = QStringLiteral("SELECT building FROM certificate WHERE issued_at >= ? AND issued_at < ?");
    const QString visited = QStringLiteral("SELECT building FROM inspection WHERE visit_outcome = 'done' "
                                           "AND finished_at >= ? AND finished_at < ? AND %1 UNION ") +
                            certified;
    const QVariantList period{scope.begin, scope.end};
    const auto all = number(database,
                            QStringLiteral("SELECT count(*) FROM city AS c CROSS JOIN building AS b ON b.city = c.id "
                                           "WHERE b.deleted = 0 AND b.merged_into IS NULL") +
                                scope.where,
                            scope.values);
    if (!all)
        return all.error();
    figures.buildings = figures.funnel[0] = *all;
    const std::array<std::pair<QString, QVariantList>, 4> steps{
        std::pair{QStringLiteral("SELECT building FROM assignment WHERE state <> 'cancelled' UNION "
                                 "SELECT building FROM inspection GROUP BY building UNION "
                                 "SELECT building FROM certificate GROUP BY building"),
                  QVariantList()},
        std::pair{visited.arg(QStringLiteral("state IN ('submitted', 'returned', 'accepted', 'rejected')")),
                  period + period},
        std::pair{visited.arg(QStringLiteral("state IN ('accepted', 'rejected')")), period + period},
        std::pair{certified + QStringLiteral(" GROUP BY building"), period}};
    for (size_t i = 0; i < steps.size(); ++i) {
        const auto count = reached(steps[i].first, steps[i].second);
        if (!count)
            return count.error();
        figures.funnel[i + 1] = *count;
    }

    const auto waiting = number(database,
                                QStringLiteral("SELECT count(*) FROM inspection AS x") + kJoin +
                                    QStringLiteral("WHERE x.state = 'submitted'") + scope.where,
                                scope.values);
    if (!waiting)
        return waiting.error();
    figures.waitingForReview = *waiting;
    return {};
}

Result<void> countInForce(Database &database, const DashboardFilter &filter, const Scope &scope,
                          DashboardFigures &figures)
{
    QMap<QString, ProvinceCount> provinces;
    auto read = each(database, QStringLiteral("SELECT code FROM province"), {}, [&](const QSqlQuery &row) {
        const QString code = row.value(0).toString();
        if (filter.provinces.isEmpty() || filter.provinces.contains(code))
            provinces[code].province = code;
    });
    if (!read)
        return read;
    QMap<int, int> cities;
    // With one max() SQLite takes the other columns from that row: a building's newest certificate in force.
    read = each(database,
                QStringLiteral("SELECT max(x.issued_at || x.id), x.grade, x.seats, c.province, c.tier, c.id "
                               "FROM ") +
                    inForceAtDay() + QStringLiteral(" CROSS JOIN certificate AS x") + kJoin + QStringLiteral("WHERE ") +
                    certificateInForce() + scope.where + QStringLiteral(" GROUP BY b.id"),
                scope.bound({scope.day, scope.after}), [&](const QSqlQuery &row) {
                    ++figures.certified;
                    figures.provisional += row.value(1).toString() == QLatin1String("provisional") ? 1 : 0;
                    figures.seats += row.value(2).toLongLong();
                    ++provinces[row.value(3).toString()].byTier[static_cast<size_t>(row.value(4).toInt() - 1)];
                    ++cities[row.value(5).toInt()];
                });
    if (!read)
        return read;
    figures.certifiedByProvince = provinces.values();
    for (auto it = cities.begin(); it != cities.end(); ++it)
        figures.byCity.append({it.key(), it.value()});
    return {};
}

Result<void> countMonths(Database &database, const Scope &scope, DashboardFigures &figures)
{
    QMap<QDate, MonthCount> months;
    auto read = each(
        database,
        QStringLiteral(
            "SELECT strftime('%Y-%m', x.issued_at, '+5 hours'), sum(x.grade = 'full'), sum(x.grade = 'provisional') "
            "FROM certificate AS x") +
            kJoin + QStringLiteral("WHERE x.issued_at >= ? AND x.issued_at < ?") + scope.where +
            QStringLiteral(" GROUP BY 1"),
        scope.bound({scope.begin, scope.end}), [&](const QSqlQuery &row) {
            const QDate month = QDate::fromString(row.value(0).toString() + QStringLiteral("-01"), Qt::ISODate);
            months.insert(month, {month, row.value(1).toInt(), row.value(2).toInt()});
        });
    if (!read || months.isEmpty())
        return read;
    for (QDate month = months.firstKey(); month <= months.lastKey(); month = month.addMonths(1))
        figures.certifiedByMonth.append(months.value(month, {month, 0, 0}));
    return {};
}

Result<void> countScores(Database &database, const Scope &scope, DashboardFigures &figures)
{
    for (int i = 0; i < kBins; ++i)
        figures.scores.append({i * kBinWidth, 0, 0, 0});
    return each(database,
                QStringLiteral("SELECT min(x.total_bp / %1, %2), sum(x.verdict = 'eligible'), "
                               "sum(x.verdict = 'provisional'), sum(x.verdict = 'refused') FROM inspection AS x")
                        .arg(kBinWidth)
                        .arg(kBins - 1) +
                    kJoin + QStringLiteral("WHERE ") + kScored + scope.where + QStringLiteral(" GROUP BY 1"),
                scope.bound({scope.begin, scope.end}), [&](const QSqlQuery &row) {
                    ScoreBin &bin = figures.scores[std::clamp(row.value(0).toInt(), 0, kBins - 1)];
                    bin.eligible = row.value(1).toInt();
                    bin.provisional = row.value(2).toInt();
                    bin.refused = row.value(3).toInt();
                });
}

Result<void> countFailing(Database &database, const Scope &scope, DashboardFigures &figures)
{
    const QVariantList period = scope.bound({scope.begin, scope.end});
    auto read = each(database,
                     QStringLiteral("SELECT f.value, count(*) FROM inspection AS x") + kJoin +
                         QStringLiteral(", json_each(x.failed) AS f WHERE ") + kScored + scope.where +
                         QStringLiteral(" GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT %1").arg(kMostItems),
                     period, [&](const QSqlQuery &row) {
                         figures.failingMost.append({row.value(0).toString(), row.value(1).toInt(), 0});
                     });
    if (!read || figures.failingMost.isEmpty())
        return read;

    // One walk over the answer sheets for all ten: SQLite parses a sheet once for all the paths that are asked of it.
    QStringList sums;
    QVariantList paths;
    for (int i = 0; i < kMostItems; ++i) {
        sums.append(QStringLiteral("sum(coalesce(json_type(x.sheet, ?), json_type(x.sheet, ?)) IS NOT NULL)"));
        const QString code = i < figures.failingMost.size() ? figures.failingMost[i].code : QString();
        paths << QStringLiteral("$.answers.\"%1\".value").arg(code)
              << QStringLiteral("$.answers.\"%1\".rows").arg(code);
    }
    const auto answered =
        database.row(QStringLiteral("SELECT count(*), %1 FROM inspection AS x").arg(sums.join(QLatin1String(", "))) +
                         kJoin + QStringLiteral("WHERE ") + kScored + scope.where,
                     paths + period);
    if (!answered)
        return answered.error();
    const int all = answered.value()->value(0).toInt();
    for (qsizetype i = 0; i < figures.failingMost.size(); ++i) {
        const int sheets = answered.value()->value(i + 1).toInt();
        figures.failingMost[i].inspections = sheets > 0 ? sheets : all;
    }
    return {};
}

} // namespace

Result<DashboardFigures> DashboardRepository::figures(const DashboardFilter &filter) const
{
    const QDateTime now = m_clock != nullptr ? m_clock->now() : QDateTime::currentDateTimeUtc();
    const Scope scope = scopeOf(filter, programmeDay(now));
    DashboardFigures figures;
    if (auto done = countFunnel(m_database, scope, figures); !done)
        return done.error();
    if (auto done = countInForce(m_database, filter, scope, figures); !done)
        return done.error();
    if (auto done = countMonths(m_database, scope, figures); !done)
        return done.error();
    if (auto done = countScores(m_database, scope, figures); !done)
        return done.error();
    if (auto done = countFailing(m_database, scope, figures); !done)
        return done.error();
    return figures;
}

Result<QList<MonthCount>> DashboardRepository::inForceAt(const DashboardFilter &filter, const QList<QDate> &days) const
{
    QJsonArray asked;
    QList<MonthCount> counts;
    for (const QDate &day : days) {
        asked.append(QJsonArray{day.toString(Qt::ISODate), startOf(day.addDays(1)), counts.size()});
        counts.append({day, 0, 0});
    }
    const Scope scope = scopeOf(filter, {});
    // As in countInForce: max() picks the building's newest certificate in force, here once for each day. The outer
    // query reads it, or SQLite would be free to leave it out, and with it the choice of the row.
    const auto read =
        each(m_database,
             QStringLiteral(
                 "SELECT nth, sum(newest <> '' AND grade = 'full'), sum(newest <> '' AND grade = 'provisional') "
                 "FROM (SELECT max(x.issued_at || x.id) AS newest, x.grade AS grade, at.nth AS nth "
                 "FROM (SELECT value ->> 0 AS day, value ->> 1 AS behind, value ->> 2 AS nth FROM json_each(?)) AS at "
                 "CROSS JOIN certificate AS x") +
                 kJoin + QStringLiteral("WHERE ") + certificateInForce() + scope.where +
                 QStringLiteral(" GROUP BY nth, b.id) GROUP BY nth"),
             scope.bound({QString::fromUtf8(QJsonDocument(asked).toJson(QJsonDocument::Compact))}),
             [&](const QSqlQuery &row) {
                 MonthCount &count = counts[row.value(0).toInt()];
                 count.full = row.value(1).toInt();
                 count.provisional = row.value(2).toInt();
             });
    if (!read)
        return read.error();
    return counts;
}

} // namespace markaz
