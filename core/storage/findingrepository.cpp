// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/findingrepository.h"

#include "core/storage/jsonlist.h"
#include "core/storage/liketext.h"

namespace markaz {
namespace {

/// The findings f of a building and of those that were merged into it; its id is bound twice.
const QString kOfBuilding = QStringLiteral("SELECT f.id FROM (SELECT ? AS id UNION SELECT id FROM building WHERE "
                                           "whole = ?) AS m CROSS JOIN finding AS f ON f.building = m.id WHERE ");

} // namespace

Result<QStringList> FindingRepository::read(const QString &sql, const QVariantList &values) const
{
    auto query = m_database.run(sql, values);
    if (!query)
        return query.error();
    QStringList ids;
    while ((*query)->next())
        ids.append((*query)->value(0).toString());
    return ids;
}

Result<QStringList> FindingRepository::ids(const FindingFilter &filter) const
{
    QStringList conditions{QStringLiteral("f.deleted = 0")};
    QVariantList values;
    const auto among = [&](const char *column, const QStringList &tokens) {
        if (tokens.isEmpty())
            return;
        conditions.append(QStringLiteral("f.%1 IN (SELECT value FROM json_each(?))").arg(QLatin1String(column)));
        values.append(jsonList(tokens));
    };
    among("state", filter.states);
    among("severity", filter.severities);
    if (const QString text = filter.text.trimmed(); !text.isEmpty()) {
        conditions.append(QStringLiteral("f.building IN (SELECT b.id FROM building AS b WHERE "
                                         "b.code LIKE ? ESCAPE '\\' OR b.name LIKE ? ESCAPE '\\')"));
        const QString pattern = likeHolding(text);
        values << pattern << pattern;
    }
    // The order of finding_by_due: nothing is sorted.
    return read(QStringLiteral("SELECT f.id FROM finding AS f WHERE %1 ORDER BY f.rank, f.due, f.id")
                    .arg(conditions.join(QLatin1String(" AND "))),
                values);
}

Result<QList<FindingRow>> FindingRepository::rows(const QStringList &ids) const
{
    auto query = m_database.run(
        QStringLiteral("SELECT f.id, f.inspection, f.building, b.code, b.name, c.name, f.item, f.severity, f.state, "
                       "f.due, EXISTS (SELECT 1 FROM outbox AS o WHERE o.record = f.id AND o.entity = 'finding' "
                       "AND o.state <> 'acknowledged'), b.city "
                       "FROM json_each(?) AS wanted CROSS JOIN finding AS f ON f.id = wanted.value "
                       "LEFT JOIN building AS b ON b.id = f.building LEFT JOIN city AS c ON c.id = b.city "
                       "ORDER BY wanted.key"),
        {jsonList(ids)});
    if (!query)
        return query.error();
    QList<FindingRow> rows;
    const QSqlQuery &cells = **query;
    while ((*query)->next()) {
        const auto severity = parse<Severity>(cells.value(7).toString());
        const auto state = parse<FindingState>(cells.value(8).toString());
        if (!severity || !state) {
            (*query)->finish();
            return severity ? state.error() : severity.error();
        }
        rows.append({cells.value(0).toString(), cells.value(1).toString(), cells.value(2).toString(),
                     cells.value(3).toString(), cells.value(4).toString(), cells.value(5).toString(),
                     cells.value(6).toString(), *severity, *state,
                     QDate::fromString(cells.value(9).toString(), Qt::ISODate), cells.value(10).toBool(),
                     cells.value(11).toInt()});
    }
    return rows;
}

Result<int> FindingRepository::count() const
{
    const auto found = m_database.row(QStringLiteral("SELECT count(*) FROM finding WHERE deleted = 0"), {});
    if (!found)
        return found.error();
    return found.value()->value(0).toInt();
}

Result<int> FindingRepository::overdue(const QDate &today) const
{
    const auto found =
        m_database.row(QStringLiteral("SELECT count(*) FROM finding WHERE deleted = 0 AND rank = 0 AND due < ?"),
                       {today.toString(Qt::ISODate)});
    if (!found)
        return found.error();
    return found.value()->value(0).toInt();
}

Result<QStringList> FindingRepository::ofItem(const QString &buildingId, const QString &item,
                                              const QString &inspectionId) const
{
    return read(kOfBuilding + QStringLiteral("f.item = ? AND f.deleted = 0 AND (f.state IN ('open', 'fixed') OR "
                                             "f.inspection = ?) ORDER BY f.rank, f.due, f.id"),
                {buildingId, buildingId, item, inspectionId});
}

Result<QStringList> FindingRepository::ofInspection(const QString &inspectionId) const
{
    return read(QStringLiteral("SELECT id FROM finding WHERE inspection = ? AND deleted = 0 ORDER BY rank, due, id"),
                {inspectionId});
}

Result<QStringList> FindingRepository::ofBuilding(const QString &buildingId) const
{
    return read(kOfBuilding + QStringLiteral("f.deleted = 0 ORDER BY f.rank, f.due, f.id"), {buildingId, buildingId});
}

Result<QStringList> FindingRepository::unsettledOf(const QString &buildingId) const
{
    return read(kOfBuilding + QStringLiteral("f.deleted = 0 AND f.state IN ('open', 'fixed') "
                                             "ORDER BY f.rank, f.due, f.id"),
                {buildingId, buildingId});
}

} // namespace markaz
