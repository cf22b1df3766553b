// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/dashboardrepository.h"

#include "core/domain/firesafety.h"
#include "core/storage/dashboardsql.h"
#include "core/support/clock.h"
#include "core/support/programmeday.h"

#include <QMap>

#include <algorithm>

namespace markaz {

using namespace dashboardsql;

namespace {

constexpr int kMostItems = 10;

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
    for (size_t i = 0; i < figures.funnel.size(); ++i) {
        const Piece buildings = reached(scope, static_cast<int>(i));
        const auto count = number(database, QStringLiteral("SELECT count(*)") + buildings.sql, buildings.values);
        if (!count)
            return count.error();
        figures.funnel[i] = *count;
    }
    figures.buildings = figures.funnel[0];

    const auto waiting = number(database,
                                QStringLiteral("SELECT count(*) FROM inspection AS x") + join() +
                                    QStringLiteral("WHERE x.deleted = 0 AND x.state = 'submitted'") + scope.where,
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
    const QDate day = QDate::fromString(scope.day, Qt::ISODate);
    for (int i = 0; i < kEndingMonths; ++i)
        figures.ending.append({QDate(day.year(), day.month(), 1).addMonths(i), 0, 0});
    const Piece certificates = inForce(scope);
    read = each(database,
                QStringLiteral("SELECT ") + newestInForce() +
                    QStringLiteral(", x.grade, x.seats, c.province, c.tier, c.id, x.valid_until, b.covered_area_sqft") +
                    certificates.sql,
                certificates.values, [&](const QSqlQuery &row) {
                    const bool provisional = row.value(1).toString() == QLatin1String("provisional");
                    ++figures.certified;
                    figures.provisional += provisional ? 1 : 0;
                    figures.seats += row.value(2).toLongLong();
                    figures.fireSafe += row.value(7).toLongLong() / kFireSqftPerPerson;
                    ++provinces[row.value(3).toString()].byTier[static_cast<size_t>(row.value(4).toInt() - 1)];
                    ++cities[row.value(5).toInt()];
                    const QDate last = QDate::fromString(row.value(6).toString(), Qt::ISODate);
                    const int month = (last.year() - day.year()) * 12 + last.month() - day.month();
                    if (month < kEndingMonths) // never below 0: it is in force
                        ++(provisional ? figures.ending[month].provisional : figures.ending[month].full);
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
            join() + QStringLiteral("WHERE x.deleted = 0 AND x.issued_at >= ? AND x.issued_at < ?") + scope.where +
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
    const Piece visits = scored(scope);
    return each(database,
                QStringLiteral("SELECT ") + bin() +
                    QStringLiteral(", sum(x.verdict = 'eligible'), sum(x.verdict = 'provisional'), "
                                   "sum(x.verdict = 'refused')") +
                    visits.sql + QStringLiteral(" GROUP BY 1"),
                visits.values, [&](const QSqlQuery &row) {
                    ScoreBin &bin = figures.scores[std::clamp(row.value(0).toInt(), 0, kBins - 1)];
                    bin.eligible = row.value(1).toInt();
                    bin.provisional = row.value(2).toInt();
                    bin.refused = row.value(3).toInt();
                });
}

Result<void> countFailing(Database &database, const Scope &scope, DashboardFigures &figures)
{
    const Piece visits = scored(scope);
    auto read = each(
        database,
        QStringLiteral("SELECT f.value, count(*) FROM (SELECT x.failed AS failed") + visits.sql +
            QStringLiteral(") AS v, json_each(v.failed) AS f GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT %1").arg(kMostItems),
        visits.values, [&](const QSqlQuery &row) {
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
    const auto answered = database.row(
        QStringLiteral("SELECT count(*), ") + sums.join(QLatin1String(", ")) + visits.sql, paths + visits.values);
    if (!answered)
        return answered.error();
    const int all = answered.value()->value(0).toInt();
    for (qsizetype i = 0; i < figures.failingMost.size(); ++i) {
        const int sheets = answered.value()->value(i + 1).toInt();
        figures.failingMost[i].inspections = sheets > 0 ? sheets : all;
    }
    return {};
}

Result<void> countLoans(Database &database, const Scope &scope, DashboardFigures &figures)
{
    if (scope.settled)
        return {};
    const Piece all = loans(scope);
    Result<void> counted;
    auto read = each(database,
                     QStringLiteral("SELECT x.state, x.data ->> 'policy_version', x.principal_paisa, "
                                    "coalesce(x.data ->> 'markup_bp', "
                                    "coalesce(x.data ->> 'spread_bp', 0) + coalesce(x.data ->> 'kibor_bp', 0)), "
                                    "x.data ->> 'tenor_months', x.data ->> 'grace_months', count(*)") +
                         all.sql + QStringLiteral(" AND x.state IS NOT NULL") + byTerms(),
                     all.values, [&](const QSqlQuery &row) {
                         auto group = loanGroupAt(row);
                         if (group)
                             figures.loans.append(*group);
                         else if (counted)
                             counted = group.error();
                     });
    return read ? counted : read;
}

/// The newest month of the period that a centre in scope reported on, and all that was reported of it.
Result<void> countOccupancy(Database &database, const DashboardFilter &filter, const Scope &scope, Occupancy &sum)
{
    const QString first = filter.from.isValid() ? filter.from.toString(QStringLiteral("yyyy-MM")) : QString();
    const QString last = QDate::fromString(scope.day, Qt::ISODate).toString(QStringLiteral("yyyy-MM"));
    QStringList months;
    auto read = each(database,
                     QStringLiteral("SELECT DISTINCT month FROM occupancy_report WHERE deleted = 0 AND month >= ? AND "
                                    "month <= ? ORDER BY month DESC"),
                     {first, last}, [&months](const QSqlQuery &row) { months.append(row.value(0).toString()); });
    // The first that a centre in scope reported on: seldom another than the newest of all.
    for (auto month = months.cbegin(); read && month != months.cend() && sum.centres == 0; ++month) {
        qint64 paid = 0;
        const Piece reports = reported(scope, *month);
        read = each(database,
                    QStringLiteral("SELECT ") + newestReport() +
                        QStringLiteral(", q.seats, q.seats_taken, q.data ->> 'freelancers', q.data ->> 'other_staff', "
                                       "q.data ->> 'seat_rate_paisa'") +
                        reports.sql,
                    reports.values, [&](const QSqlQuery &row) {
                        ++sum.centres;
                        sum.seats += row.value(1).toLongLong();
                        sum.taken += row.value(2).toLongLong();
                        sum.freelancers += row.value(3).toLongLong();
                        sum.otherStaff += row.value(4).toLongLong();
                        sum.mixed += row.value(4).toLongLong() > 0 ? 1 : 0;
                        paid += row.value(2).toLongLong() * row.value(5).toLongLong();
                    });
        if (sum.centres > 0)
            sum.month = QDate::fromString(*month + QStringLiteral("-01"), Qt::ISODate);
        if (sum.taken > 0)
            sum.ratePaisa = (2 * paid + sum.taken) / (2 * sum.taken);
    }
    return read;
}

} // namespace

QDate DashboardRepository::today() const
{
    return programmeDay(m_clock != nullptr ? m_clock->now() : QDateTime::currentDateTimeUtc());
}

Result<DashboardFigures> DashboardRepository::figures(const DashboardFilter &filter) const
{
    return filter.settled ? figuresFromRecords(filter) : figuresFromCells(filter);
}

Result<DashboardFigures> DashboardRepository::figuresFromRecords(const DashboardFilter &filter) const
{
    const Scope scope = scopeOf(filter, today());
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
    if (auto done = countLoans(m_database, scope, figures); !done)
        return done.error();
    if (auto done = countOccupancy(m_database, filter, scope, figures.occupancy); !done)
        return done.error();
    return figures;
}

} // namespace markaz
