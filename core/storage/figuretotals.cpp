// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/figuretotals.h"

#include "core/domain/firesafety.h"
#include "core/storage/dashboardsql.h"
#include "core/storage/figurecells.h"
#include "core/storage/figureitems.h"
#include "core/storage/jsonlist.h"

#include <iterator>

namespace markaz {
namespace {

/// As texts they stand before and behind every day and month, and the first behind the `before` of a first month, which
/// is empty.
const QString kBeginning = QStringLiteral("0");
const QString kEnd = QStringLiteral("9999-99");

QString monthOf(const QDate &day)
{
    return day.toString(QStringLiteral("yyyy-MM"));
}

QDate firstOf(const QDate &day)
{
    return {day.year(), day.month(), 1};
}

QDate lastOf(const QDate &day)
{
    return firstOf(day).addMonths(1).addDays(-1);
}

QDate dayOf(const QString &month)
{
    return QDate::fromString(month + QStringLiteral("-01"), Qt::ISODate);
}

void addTo(GradeCount &count, const QString &grade, int n)
{
    (grade == QLatin1String("full") ? count.full : count.provisional) += n;
}

/// The loose days, which are bound first, in each of the cities c.
const QString kLoose = QStringLiteral("FROM json_each(?) AS span CROSS JOIN city AS c ");

QString withinLoose(const char *alias)
{
    return QStringLiteral("%1.city = c.id AND %1.day >= span.value ->> 0 AND %1.day <= span.value ->> 1 ")
        .arg(QLatin1String(alias));
}

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

} // namespace

FigureTotals::FigureTotals(Database &database, const FigureScope &scope)
    : m_database(database)
    , m_scope(scope)
    , m_first(kEnd)
    , m_last(kBeginning)
{
    if (!scope.provinces.isEmpty())
        m_places.append(jsonList(scope.provinces));
    if (!scope.tiers.isEmpty())
        m_places.append(jsonList(scope.tiers));
    if (!scope.cities.isEmpty())
        m_places.append(jsonList(scope.cities));

    const QDate &from = scope.from;
    const QDate &to = scope.to;
    const bool bounded = from.isValid() && to.isValid();
    if (bounded && from > to)
        return; // no day at all
    const bool cutBegin = from.isValid() && from != firstOf(from);
    const bool cutEnd = to.isValid() && to != lastOf(to);
    QJsonArray loose;
    const auto addLoose = [&loose](const QString &first, const QString &last) {
        loose.append(QJsonArray{first, last});
    };
    const QString first = from.isValid() ? from.toString(Qt::ISODate) : kBeginning;
    const QString last = to.isValid() ? to.toString(Qt::ISODate) : kEnd;
    if (!scope.cities.isEmpty() || (bounded && (cutBegin || cutEnd) && firstOf(from) == firstOf(to))) {
        addLoose(first, last);
    } else {
        m_first = from.isValid() ? monthOf(cutBegin ? lastOf(from).addDays(1) : from) : kBeginning;
        m_last = to.isValid() ? monthOf(cutEnd ? firstOf(to).addDays(-1) : to) : kEnd;
        if (cutBegin)
            addLoose(first, lastOf(from).toString(Qt::ISODate));
        if (cutEnd)
            addLoose(firstOf(to).toString(Qt::ISODate), last);
    }
    if (!loose.isEmpty())
        m_looseDays = QString::fromUtf8(QJsonDocument(loose).toJson(QJsonDocument::Compact));
}

Result<void> FigureTotals::settle() const
{
    return settleFigures(m_database);
}

QString FigureTotals::places(const QString &alias, const QString &cityId) const
{
    QString sql;
    if (!m_scope.provinces.isEmpty())
        sql += QStringLiteral(" AND %1.province IN (SELECT value FROM json_each(?))").arg(alias);
    if (!m_scope.tiers.isEmpty())
        sql += QStringLiteral(" AND %1.tier IN (SELECT value FROM json_each(?))").arg(alias);
    if (!m_scope.cities.isEmpty())
        sql += QStringLiteral(" AND %1 IN (SELECT value FROM json_each(?))").arg(cityId);
    return sql;
}

QString FigureTotals::cities() const
{
    return places(QStringLiteral("c"), QStringLiteral("c.id"));
}

Result<int> FigureTotals::count(const QString &figure) const
{
    return number(m_database,
                  QStringLiteral("SELECT coalesce(sum(f.n), 0) FROM figure_count AS f CROSS JOIN city AS c "
                                 "ON c.id = f.city WHERE f.figure = ? AND f.month = ''") +
                      cities(),
                  QVariantList{figure} + m_places);
}

Result<int> FigureTotals::buildings() const
{
    return count(QStringLiteral("buildings"));
}

Result<int> FigureTotals::waiting() const
{
    return count(QStringLiteral("waiting"));
}

Result<int> FigureTotals::everReached(FigureStep step) const
{
    const QVariantList values = QVariantList{static_cast<int>(step)} + m_places;
    if (m_scope.cities.isEmpty())
        return number(m_database,
                      QStringLiteral("SELECT coalesce(sum(f.n), 0) FROM figure_distinct AS f WHERE f.step = ? "
                                     "AND f.before = ''") +
                          places(QStringLiteral("f"), {}),
                      values);
    return number(m_database,
                  QStringLiteral("SELECT count(DISTINCT r.building) FROM city AS c CROSS JOIN figure_reach AS r "
                                 "ON r.step = ? AND r.city = c.id WHERE true") +
                      cities(),
                  values);
}

Result<int> FigureTotals::reached(FigureStep step) const
{
    if (step == FigureStep::Assigned)
        return everReached(step);
    const int code = static_cast<int>(step);
    int buildings = 0;
    if (hasWholeMonths()) {
        const auto cells = number(m_database,
                                  QStringLiteral("SELECT coalesce(sum(f.n), 0) FROM figure_distinct AS f "
                                                 "WHERE f.step = ? AND f.month >= ? AND f.month <= ? "
                                                 "AND f.before < ?") +
                                      places(QStringLiteral("f"), {}),
                                  QVariantList{code, m_first, m_last, m_first} + m_places);
        if (!cells)
            return cells;
        buildings = *cells;
    }
    if (m_looseDays.isEmpty())
        return buildings;
    // Those of the loose days that did not reach it in the whole months.
    const auto loose =
        number(m_database,
               QStringLiteral("SELECT count(DISTINCT r.building) ") + kLoose +
                   QStringLiteral("CROSS JOIN figure_reach AS r ON r.step = ? AND ") + withinLoose("r") +
                   QStringLiteral("WHERE NOT EXISTS (SELECT 1 FROM figure_reach AS w WHERE w.step = r.step "
                                  "AND w.building = r.building AND w.day >= ? AND w.day < ? || '~')") +
                   cities(),
               QVariantList{m_looseDays, code, m_first, m_last} + m_places);
    if (!loose)
        return loose;
    return buildings + *loose;
}

Result<QMap<QDate, GradeCount>> FigureTotals::issued() const
{
    QMap<QDate, GradeCount> months;
    const auto take = [&months](const QSqlQuery &row) {
        if (const int n = row.value(2).toInt(); n != 0)
            addTo(months[dayOf(row.value(0).toString())], row.value(1).toString(), n);
    };
    Result<void> read;
    if (hasWholeMonths())
        read = each(m_database,
                    QStringLiteral("SELECT f.month, f.figure, sum(f.n) FROM figure_count AS f CROSS JOIN city AS c "
                                   "ON c.id = f.city WHERE f.figure IN ('full', 'provisional') AND f.month >= ? "
                                   "AND f.month <= ?") +
                        cities() + QStringLiteral(" GROUP BY f.figure, f.month"),
                    QVariantList{m_first, m_last} + m_places, take);
    if (read && !m_looseDays.isEmpty())
        read = each(m_database,
                    QStringLiteral("SELECT substr(p.day, 1, 7), p.grade, count(*) ") + kLoose +
                        QStringLiteral("CROSS JOIN figure_part AS p ON p.entity = 'certificate' AND ") +
                        withinLoose("p") + QStringLiteral("WHERE p.grade IN ('full', 'provisional')") + cities() +
                        QStringLiteral(" GROUP BY 1, 2"),
                    QVariantList{m_looseDays} + m_places, take);
    if (!read)
        return read.error();
    return months;
}

Result<FigureCounts> FigureTotals::scored() const
{
    FigureCounts counts;
    Result<void> read;
    if (hasWholeMonths())
        read = each(m_database,
                    QStringLiteral("SELECT f.counts FROM figure_scored AS f WHERE f.month >= ? AND f.month <= ?") +
                        places(QStringLiteral("f"), {}),
                    QVariantList{m_first, m_last} + m_places,
                    [&counts](const QSqlQuery &row) { counts.addAll(row.value(0).toByteArray()); });
    if (read && !m_looseDays.isEmpty())
        read = each(m_database,
                    QStringLiteral("SELECT p.band, p.verdict, p.answered, p.failed ") + kLoose +
                        QStringLiteral("CROSS JOIN figure_part AS p ON p.entity = 'inspection' AND ") +
                        withinLoose("p") + QStringLiteral("WHERE p.band IS NOT NULL") + cities(),
                    QVariantList{m_looseDays} + m_places, [&counts](const QSqlQuery &row) {
                        counts.addVisit(row.value(0).toInt(), row.value(1).toString(), row.value(2).toByteArray(),
                                        row.value(3).toByteArray(), 1);
                    });
    if (!read)
        return read.error();
    return counts;
}

Result<QHash<int, QString>> FigureTotals::items() const
{
    return FigureItems(m_database).codes();
}

Result<QList<FigureStanding>> FigureTotals::standing(const QDate &day) const
{
    const QString asked = day.toString(Qt::ISODate);
    QList<FigureStanding> found;
    auto read = each(
        m_database,
        QStringLiteral(
            "SELECT c.id, c.province, c.tier, f.grade, count(*), sum(f.seats), sum(f.area / ?) FROM city AS c "
            "CROSS JOIN figure_standing AS f ON f.city = c.id WHERE f.since <= ? "
            "AND f.until > ?") +
            cities() + QStringLiteral(" GROUP BY c.id, f.grade"),
        QVariantList{kFireSqftPerPerson, asked, asked} + m_places, [&found](const QSqlQuery &row) {
            found.append({row.value(0).toInt(), row.value(1).toString(), row.value(2).toInt(), row.value(3).toString(),
                          row.value(4).toInt(), row.value(5).toLongLong(), row.value(6).toLongLong()});
        });
    if (!read)
        return read.error();
    return found;
}

Result<QMap<QDate, GradeCount>> FigureTotals::ending(const QDate &day, const QDate &end) const
{
    const QString asked = day.toString(Qt::ISODate);
    QMap<QDate, GradeCount> months;
    auto read = each(m_database,
                     QStringLiteral("SELECT substr(f.valid_until, 1, 7), f.grade, count(*) FROM city AS c "
                                    "CROSS JOIN figure_standing AS f ON f.city = c.id WHERE f.since <= ? "
                                    "AND f.until > ? AND f.valid_until < ?") +
                         cities() + QStringLiteral(" GROUP BY 1, 2"),
                     QVariantList{asked, asked, end.toString(Qt::ISODate)} + m_places, [&months](const QSqlQuery &row) {
                         addTo(months[dayOf(row.value(0).toString())], row.value(1).toString(), row.value(2).toInt());
                     });
    if (!read)
        return read.error();
    return months;
}

/// By how much there are more on a day than on the one before.
Result<QMap<QString, GradeCount>> FigureTotals::turns() const
{
    QMap<QString, GradeCount> turns;
    const auto take = [&turns](const QSqlQuery &row) {
        GradeCount &turn = turns[row.value(0).toString()];
        turn.full += row.value(1).toInt();
        turn.provisional += row.value(2).toInt();
    };
    Result<void> read;
    if (m_scope.cities.isEmpty()) {
        read = each(m_database,
                    QStringLiteral("SELECT f.day, sum(f.full), sum(f.provisional) FROM figure_turn AS f WHERE true") +
                        places(QStringLiteral("f"), {}) + QStringLiteral(" GROUP BY f.day"),
                    m_places, take);
    } else {
        for (const auto &[day, sign] : {std::pair{"since", ""}, std::pair{"until", "-"}}) {
            if (!read)
                break;
            read = each(m_database,
                        QStringLiteral("SELECT f.%1, %2sum(f.grade = 'full'), %2sum(f.grade = 'provisional') "
                                       "FROM city AS c CROSS JOIN figure_standing AS f ON f.city = c.id WHERE true")
                                .arg(QLatin1String(day), QLatin1String(sign)) +
                            cities() + QStringLiteral(" GROUP BY 1"),
                        m_places, take);
        }
    }
    if (!read)
        return read.error();
    return turns;
}

Result<QList<GradeCount>> FigureTotals::standingOn(const QList<QDate> &days) const
{
    auto sums = turns();
    if (!sums)
        return sums.error();
    GradeCount sum;
    for (GradeCount &turn : *sums) {
        sum.full += turn.full;
        sum.provisional += turn.provisional;
        turn = sum;
    }
    QList<GradeCount> counts;
    for (const QDate &day : days) {
        const auto behind = std::as_const(*sums).upperBound(day.toString(Qt::ISODate));
        counts.append(behind == sums->constBegin() ? GradeCount() : *std::prev(behind));
    }
    return counts;
}

Result<FigureReported> FigureTotals::reported(const QDate &day) const
{
    FigureReported sum;
    auto read =
        each(m_database,
             QStringLiteral("SELECT f.month, sum(f.centres), sum(f.mixed), sum(f.seats), sum(f.taken), "
                            "sum(f.freelancers), sum(f.other_staff), sum(f.paid) FROM figure_reported AS f "
                            "CROSS JOIN city AS c ON c.id = f.city WHERE f.month >= ? AND f.month <= ?") +
                 cities() + QStringLiteral(" GROUP BY f.month HAVING sum(f.centres) > 0 ORDER BY f.month DESC LIMIT 1"),
             QVariantList{m_scope.from.isValid() ? monthOf(m_scope.from) : kBeginning, monthOf(day)} + m_places,
             [&sum](const QSqlQuery &row) {
                 sum = {dayOf(row.value(0).toString()), row.value(1).toInt(),      row.value(2).toInt(),
                        row.value(3).toLongLong(),      row.value(4).toLongLong(), row.value(5).toLongLong(),
                        row.value(6).toLongLong(),      row.value(7).toLongLong()};
             });
    if (!read)
        return read.error();
    return sum;
}

Result<QList<LoanGroup>> FigureTotals::loans() const
{
    QList<LoanGroup> groups;
    Result<void> grouped;
    auto read = each(m_database,
                     QStringLiteral("SELECT f.state, f.policy_version, f.principal_paisa, f.markup_bp, f.tenor_months, "
                                    "f.grace_months, count(*) FROM city AS c CROSS JOIN figure_loan AS f "
                                    "ON f.city = c.id WHERE true") +
                         cities() + dashboardsql::byTerms(),
                     m_places, [&](const QSqlQuery &row) {
                         auto group = dashboardsql::loanGroupAt(row);
                         if (group)
                             groups.append(*group);
                         else if (grouped)
                             grouped = group.error();
                     });
    if (!read)
        return read.error();
    if (!grouped)
        return grouped.error();
    return groups;
}

} // namespace markaz
