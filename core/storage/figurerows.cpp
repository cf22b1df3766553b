// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/figurerows.h"

#include "core/storage/dashboardsql.h"
#include "core/storage/jsonlist.h"
#include "core/support/clock.h"
#include "core/support/programmeday.h"

#include <QHash>

namespace markaz {

using namespace dashboardsql;

namespace {

QString monthText(const QDate &month)
{
    return month.toString(QStringLiteral("yyyy-MM"));
}

/// Selects the records' ids, in the order in which they are shown.
Piece idsOf(const FigureAsked &asked, const Scope &scope)
{
    using Figure = FigureAsked::Figure;
    switch (asked.figure) {
    case Figure::Reached: {
        const Piece buildings = reached(scope, asked.step);
        return {QStringLiteral("SELECT b.id") + buildings.sql + QStringLiteral(" ORDER BY b.code, b.id"),
                buildings.values};
    }
    case Figure::InForce:
    case Figure::Ending: {
        Piece certificates = inForce(scope);
        QString sql = QStringLiteral("SELECT id FROM (SELECT ") + newestInForce() +
                      QStringLiteral(" AS newest, x.id AS id, b.code AS code, x.valid_until AS until") +
                      certificates.sql + QStringLiteral(") WHERE newest <> ''");
        if (asked.figure == Figure::Ending) {
            sql += QStringLiteral(" AND until >= ? AND until < ?");
            certificates.values.append(asked.month.toString(Qt::ISODate));
            certificates.values.append(asked.month.addMonths(1).toString(Qt::ISODate));
        }
        return {sql + QStringLiteral(" ORDER BY code, id"), certificates.values};
    }
    case Figure::Scored:
    case Figure::Failed: {
        Piece visits = scored(scope);
        if (asked.figure == Figure::Scored) {
            visits.sql += QStringLiteral(" AND %1 = ?").arg(bin());
            visits.values.append(asked.fromBp / kBinWidth);
        } else {
            visits.sql += QStringLiteral(" AND EXISTS (SELECT 1 FROM json_each(x.failed) AS f WHERE f.value = ?)");
            visits.values.append(asked.item);
        }
        return {QStringLiteral("SELECT x.id") + visits.sql +
                    QStringLiteral(" ORDER BY b.code, x.counted_at DESC, x.id"),
                visits.values};
    }
    case Figure::Loans: {
        const Piece lent = loans(scope, asked.states);
        return {QStringLiteral("SELECT x.id") + lent.sql +
                    QStringLiteral(" AND x.state IS NOT NULL ORDER BY b.code, x.state_at DESC, x.id"),
                lent.values};
    }
    case Figure::Reported:
        break;
    }
    const Piece reports = reported(scope, monthText(asked.month));
    return {QStringLiteral("SELECT id FROM (SELECT ") + newestReport() +
                QStringLiteral(" AS newest, q.id AS id, b.code AS code") + reports.sql +
                QStringLiteral(") WHERE newest <> '' ORDER BY code, id"),
            reports.values};
}

const QString kPlace = QStringLiteral("b.id, b.code, b.name, c.id, c.name, c.province, c.tier, b.latitude_e6, "
                                      "b.longitude_e6");
constexpr int kOwn = 10; ///< the first column behind the record's id and the place

/// Selects the record's id, the place, and what the kind of record has of its own.
QString rowsOf(Entity entity)
{
    const QString ids = QStringLiteral(" WHERE x.id IN (SELECT value FROM json_each(?))");
    const QString start = QStringLiteral("SELECT x.id, ") + kPlace;
    switch (entity) {
    case Entity::Inspection:
        return start +
               QStringLiteral(
                   ", x.kind, x.counted_at, x.total_bp, x.verdict, x.state, x.sheet -> ? FROM inspection AS x") +
               join() + ids;
    case Entity::Certificate:
        return start +
               QStringLiteral(
                   ", x.number, x.grade, x.seats, x.issued_at, x.valid_until, x.state FROM certificate AS x") +
               join() + ids;
    case Entity::OccupancyReport:
        return start +
               QStringLiteral(", z.id, z.name, x.month, x.seats, x.seats_taken, x.data ->> 'freelancers', x.data ->> "
                              "'other_staff', x.data ->> 'seat_rate_paisa' FROM occupancy_report AS x JOIN centre AS z "
                              "ON z.id = x.centre JOIN building AS m ON m.id = z.building JOIN building AS b ON b.id = "
                              "m.whole JOIN city AS c ON c.id = b.city") +
               ids;
    case Entity::Loan:
        return start +
               QStringLiteral(", x.bank, x.principal_paisa, coalesce(x.data ->> 'markup_bp', coalesce(x.data ->> "
                              "'spread_bp', 0) + coalesce(x.data ->> 'kibor_bp', 0)), x.data ->> 'tenor_months', "
                              "x.state, x.state_at FROM loan AS x") +
               join() + ids;
    default:
        return start +
               QStringLiteral(", x.covered_area_sqft FROM building AS x JOIN building AS b ON b.id = x.id JOIN "
                              "city AS c ON c.id = b.city") +
               ids;
    }
}

FigureRow rowAt(const QSqlQuery &cells, Entity entity)
{
    FigureRow row;
    const auto text = [&cells](int at) { return cells.value(at).toString(); };
    row.id = text(0);
    row.buildingId = text(1);
    row.buildingCode = text(2);
    row.buildingName = text(3);
    row.cityId = cells.value(4).toInt();
    row.city = text(5);
    row.province = text(6);
    row.tier = cells.value(7).toInt();
    if (!cells.value(8).isNull() && !cells.value(9).isNull()) {
        if (const auto there = Position::make(cells.value(8).toLongLong(), cells.value(9).toLongLong()))
            row.position = *there;
    }
    switch (entity) {
    case Entity::Inspection:
        row.kind = text(kOwn);
        row.day = programmeDay(text(kOwn + 1));
        row.scoreBp = cells.value(kOwn + 2).toInt();
        row.verdict = text(kOwn + 3);
        row.state = text(kOwn + 4);
        row.answer = text(kOwn + 5);
        break;
    case Entity::Certificate:
        row.number = text(kOwn);
        row.grade = text(kOwn + 1);
        row.seats = cells.value(kOwn + 2).toInt();
        row.day = programmeDay(text(kOwn + 3));
        row.until = QDate::fromString(text(kOwn + 4), Qt::ISODate);
        row.state = text(kOwn + 5);
        break;
    case Entity::OccupancyReport:
        row.centreId = text(kOwn);
        row.centreName = text(kOwn + 1);
        row.month = text(kOwn + 2);
        row.seats = cells.value(kOwn + 3).toInt();
        row.taken = cells.value(kOwn + 4).toInt();
        row.freelancers = cells.value(kOwn + 5).toInt();
        row.otherStaff = cells.value(kOwn + 6).toInt();
        row.ratePaisa = cells.value(kOwn + 7).toLongLong();
        break;
    case Entity::Loan:
        row.bank = text(kOwn);
        row.principalPaisa = cells.value(kOwn + 1).toLongLong();
        row.markupBp = cells.value(kOwn + 2).toInt();
        row.tenorMonths = cells.value(kOwn + 3).toInt();
        row.state = text(kOwn + 4);
        row.day = programmeDay(text(kOwn + 5));
        break;
    default:
        row.areaSqft = cells.value(kOwn).toInt();
        break;
    }
    return row;
}

} // namespace

Entity FigureAsked::entity() const
{
    switch (figure) {
    case Figure::InForce:
    case Figure::Ending:
        return Entity::Certificate;
    case Figure::Scored:
    case Figure::Failed:
        return Entity::Inspection;
    case Figure::Reported:
        return Entity::OccupancyReport;
    case Figure::Loans:
        return Entity::Loan;
    case Figure::Reached:
        break;
    }
    return Entity::Building;
}

Result<QStringList> FigureRows::ids(const FigureAsked &asked) const
{
    const QDateTime now = m_clock != nullptr ? m_clock->now() : QDateTime::currentDateTimeUtc();
    const Piece found = idsOf(asked, scopeOf(asked.filter, programmeDay(now)));
    auto query = m_database.run(found.sql, found.values);
    if (!query)
        return query.error();
    QStringList ids;
    while ((*query)->next())
        ids.append((*query)->value(0).toString());
    return ids;
}

Result<QList<FigureRow>> FigureRows::rows(const FigureAsked &asked, const QStringList &ids) const
{
    const Entity entity = asked.entity();
    QVariantList values;
    if (entity == Entity::Inspection)
        values << QStringLiteral("$.answers.\"%1\"").arg(asked.item);
    values << jsonList(ids);
    auto query = m_database.run(rowsOf(entity), values);
    if (!query)
        return query.error();
    QHash<QString, FigureRow> found;
    while ((*query)->next()) {
        const FigureRow row = rowAt(**query, entity);
        found.insert(row.id, row);
    }
    QList<FigureRow> rows;
    for (const QString &id : ids) {
        if (const auto row = found.constFind(id); row != found.constEnd())
            rows.append(*row);
    }
    return rows;
}

} // namespace markaz
