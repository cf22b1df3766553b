// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/dashboardsql.h"

#include "core/storage/inforce.h"
#include "core/storage/jsonlist.h"
#include "core/support/clock.h"
#include "core/support/programmeday.h"

namespace markaz::dashboardsql {
namespace {

const QString kNever = QStringLiteral("9999");

QString startOf(const QDate &day)
{
    return toIso(programmeInstant(day));
}

/// A visit x that stands: handed in, and not returned.
Piece standing(const Scope &scope)
{
    if (!scope.settled)
        return {QStringLiteral("x.state IN ('submitted', 'accepted', 'rejected')"), {}};
    return {visitStood("x"), {scope.after}};
}

/// A visit x that was accepted or rejected.
Piece decided(const Scope &scope)
{
    const QString now = QStringLiteral("x.state IN ('accepted', 'rejected')");
    if (!scope.settled)
        return {now, {}};
    return {now + QStringLiteral(" AND ") + visitTaken("x") +
                QStringLiteral(" AND NOT EXISTS (SELECT 1 FROM review AS r WHERE r.inspection = x.id AND r.deleted = 0 "
                               "AND r.decision IN ('accept', 'reject') AND (r.rev = 0 OR r.counted_at >= ?))"),
            {scope.after}};
}

Piece certifiedIn(const Scope &scope)
{
    return {QStringLiteral("SELECT x.building FROM certificate AS x WHERE x.deleted = 0 AND x.issued_at >= ? "
                           "AND x.issued_at < ?"),
            {scope.begin, scope.end}};
}

/// Ids of the buildings that were visited in the period, where \p what holds of the visit, or certified in it.
Piece visitedIn(const Scope &scope, const Piece &what)
{
    const Piece certified = certifiedIn(scope);
    return {
        QStringLiteral("SELECT x.building FROM inspection AS x WHERE x.deleted = 0 AND x.visit_outcome = 'done' AND "
                       "x.counted_at >= ? AND x.counted_at < ? AND ") +
            what.sql + QStringLiteral(" UNION ") + certified.sql,
        QVariantList{scope.begin, scope.end} + what.values + certified.values};
}

/// Ids of the buildings that an inspector was ever sent to, or that were visited or certified without.
Piece assigned(const Scope &scope)
{
    if (!scope.settled)
        return {QStringLiteral("SELECT a.building FROM assignment AS a WHERE a.state <> 'cancelled' AND a.deleted = 0 "
                               "UNION SELECT building FROM inspection WHERE deleted = 0 "
                               "UNION SELECT building FROM certificate WHERE deleted = 0"),
                {}};
    // Of a cancelled one the records do not say when it was: it was assigned.
    return {
        QStringLiteral("SELECT a.building FROM assignment AS a WHERE a.deleted = 0 AND a.rev > 0 AND ") +
            takenBefore("a") +
            QStringLiteral(" UNION SELECT v.building FROM inspection AS v WHERE v.deleted = 0 AND v.visit_outcome IS "
                           "NOT NULL AND v.counted_at < ? AND ") +
            visitTaken("v") +
            QStringLiteral(" UNION SELECT building FROM certificate WHERE deleted = 0 AND issued_at < ?"),
        {scope.after, scope.afterId, scope.after, scope.after}};
}

} // namespace

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
    if (!filter.cities.isEmpty()) {
        scope.where += QStringLiteral(" AND c.id IN (SELECT value FROM json_each(?))");
        scope.values.append(jsonList(filter.cities));
    }
    scope.begin = filter.from.isValid() ? startOf(filter.from) : QStringLiteral("0000");
    scope.end = filter.to.isValid() ? startOf(filter.to.addDays(1)) : kNever;
    const QDate day = filter.to.isValid() ? filter.to : today;
    scope.day = day.toString(Qt::ISODate);
    scope.after = startOf(day.addDays(1));
    scope.afterId = firstId(programmeInstant(day.addDays(1)));
    scope.settled = filter.settled;
    return scope;
}

QString join()
{
    return QStringLiteral(
        " JOIN building AS m ON m.id = x.building JOIN building AS b ON b.id = m.whole AND b.deleted = "
        "0 JOIN city AS c ON c.id = b.city ");
}

Piece reached(const Scope &scope, int step)
{
    if (step == 0) {
        Piece all{QStringLiteral(" FROM city AS c CROSS JOIN building AS b ON b.city = c.id "
                                 "WHERE b.deleted = 0 AND b.merged_into IS NULL"),
                  {}};
        if (scope.settled) { // whatever was reached later was reached before, too
            const Piece later = assigned(scope);
            all.sql +=
                QStringLiteral(" AND b.rev > 0 AND (%1 OR b.id IN (SELECT m.whole FROM (%2) AS x JOIN building AS "
                               "m ON m.id = x.building))")
                    .arg(takenBefore("b"), later.sql);
            all.values = QVariantList{scope.after, scope.afterId} + later.values;
        }
        return {all.sql + scope.where, scope.bound(all.values)};
    }
    const Piece handedIn = scope.settled ? Piece{visitTaken("x"), {}} : Piece{QStringLiteral("x.state <> 'draft'"), {}};
    const Piece ids = step == 1   ? assigned(scope)
                      : step == 2 ? visitedIn(scope, handedIn)
                      : step == 3 ? visitedIn(scope, decided(scope))
                                  : certifiedIn(scope);
    return {
        QStringLiteral(" FROM building AS b JOIN city AS c ON c.id = b.city WHERE b.deleted = 0 AND b.id IN (SELECT "
                       "m.whole FROM (%1) AS x JOIN building AS m ON m.id = x.building)")
                .arg(ids.sql) +
            scope.where,
        scope.bound(ids.values)};
}

Piece inForce(const Scope &scope)
{
    return {QStringLiteral(" FROM ") + inForceAtDay() + QStringLiteral(" CROSS JOIN certificate AS x") + join() +
                QStringLiteral("WHERE x.deleted = 0 AND ") + certificateInForce() + scope.where +
                QStringLiteral(" GROUP BY b.id"),
            scope.bound({scope.day, scope.after})};
}

QString newestInForce()
{
    return QStringLiteral("max(x.issued_at || x.id)");
}

Piece scored(const Scope &scope)
{
    const Piece stands = standing(scope);
    return {
        QStringLiteral(" FROM inspection AS x") + join() +
            QStringLiteral("WHERE x.total_bp IS NOT NULL AND x.deleted = 0 AND x.counted_at >= ? AND x.counted_at < "
                           "? AND ") +
            stands.sql + scope.where,
        scope.bound(QVariantList{scope.begin, scope.end} + stands.values)};
}

QString bin()
{
    return QStringLiteral("max(0, min(x.total_bp / %1, %2))").arg(kBinWidth).arg(kBins - 1);
}

Piece reported(const Scope &scope, const QString &month)
{
    return {
        QStringLiteral(" FROM occupancy_report AS q JOIN centre AS z ON z.id = q.centre AND z.deleted = 0 "
                       "JOIN building AS m ON m.id = z.building JOIN building AS b ON b.id = m.whole AND b.deleted = "
                       "0 JOIN city AS c ON c.id = b.city WHERE q.deleted = 0 AND q.month = ?") +
            scope.where + QStringLiteral(" GROUP BY z.id"),
        scope.bound({month})};
}

QString newestReport()
{
    return QStringLiteral("max(q.id)");
}

Piece loans(const Scope &scope, const QStringList &states)
{
    Piece all{QStringLiteral(" FROM loan AS x") + join() + QStringLiteral("WHERE x.deleted = 0"), {}};
    if (!states.isEmpty()) {
        all.sql += QStringLiteral(" AND x.state IN (SELECT value FROM json_each(?))");
        all.values.append(jsonList(states));
    }
    all.sql += scope.where;
    all.values += scope.values;
    return all;
}

QString byTerms()
{
    return QStringLiteral(" GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6");
}

Result<LoanGroup> loanGroupAt(const QSqlQuery &row)
{
    const auto state = parse<LoanState>(row.value(0).toString());
    if (!state)
        return state.error();
    return LoanGroup{*state,
                     row.value(1).toInt(),
                     row.value(2).toLongLong(),
                     row.value(3).toInt(),
                     row.value(4).toInt(),
                     row.value(5).toInt(),
                     row.value(6).toInt()};
}

QString firstId(const QDateTime &moment)
{
    const QString digits =
        QString::number(static_cast<quint64>(moment.toMSecsSinceEpoch()), 16).rightJustified(12, QLatin1Char('0'));
    return digits.left(8) + QLatin1Char('-') + digits.mid(8);
}

QString takenBefore(const char *alias)
{
    return QStringLiteral("CASE WHEN %1.received_at IS NOT NULL THEN %1.received_at < ? ELSE %1.id < ? END")
        .arg(QLatin1String(alias));
}

QString visitTaken(const char *alias)
{
    return QStringLiteral(
               "(%1.state <> 'draft' AND (%1.received_at IS NOT NULL OR (%1.rev > 0 AND %1.server IS NULL)))")
        .arg(QLatin1String(alias));
}

QString visitStood(const char *alias)
{
    return visitTaken(alias) +
           QStringLiteral(
               " AND (%1.state <> 'returned' OR EXISTS (SELECT 1 FROM review AS r WHERE r.inspection = %1.id "
               "AND r.deleted = 0 AND r.decision = 'return' AND (r.rev = 0 OR r.counted_at >= ?)))")
               .arg(QLatin1String(alias));
}

} // namespace markaz::dashboardsql
