// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/assignmentrepository.h"

#include "core/storage/assignmentrows.h"
#include "core/storage/jsonlist.h"
#include "core/storage/liketext.h"

namespace markaz {
namespace {

constexpr int kSoonDays = 7; // as My work's "This week" has it

QString iso(const QDate &day)
{
    return day.toString(Qt::ISODate);
}

/// Conditions on the assignment a, and their values in order.
struct Where
{
    QStringList conditions{QStringLiteral("a.deleted = 0")};
    QVariantList values;

    void among(const char *column, const QStringList &tokens)
    {
        if (tokens.isEmpty())
            return;
        conditions.append(QStringLiteral("a.%1 IN (SELECT value FROM json_each(?))").arg(QLatin1String(column)));
        values.append(jsonList(tokens));
    }
    QString sql() const { return conditions.join(QLatin1String(" AND ")); }
};

/// What the filter says beside states and day.
Where whereOf(const AssignmentFilter &filter)
{
    Where where;
    where.among("inspector", filter.inspectors);
    where.among("kind", filter.kinds);
    if (const QString text = filter.text.trimmed(); !text.isEmpty()) {
        where.conditions.append(
            QStringLiteral("(a.building IN (SELECT b.id FROM building AS b WHERE b.code LIKE ? ESCAPE '\\' OR "
                           "b.name LIKE ? ESCAPE '\\') OR a.inspector IN (SELECT p.id FROM account AS p WHERE "
                           "p.display_name LIKE ? ESCAPE '\\'))"));
        const QString pattern = likeHolding(text);
        where.values << pattern << pattern << pattern;
    }
    return where;
}

Result<int> number(Database &database, const QString &sql, const QVariantList &values)
{
    const auto found = database.row(sql, values);
    if (!found)
        return found.error();
    return found.value()->value(0).toInt();
}

} // namespace

Result<QList<ListedAssignment>> assignmentRows(Database &database, const QString &source, const QString &rest,
                                               const QVariantList &values)
{
    auto query = database.run(
        QStringLiteral("SELECT a.id, a.building, b.code, b.name, b.address, c.name, c.tier, a.kind, a.due, "
                       "a.data ->> 'instructions', a.inspector, p.display_name, (SELECT i.id FROM inspection AS i "
                       "WHERE i.building = a.building "
                       "AND i.inspector = a.inspector AND i.state = 'draft' AND i.deleted = 0 AND i.assignment = a.id "
                       "ORDER BY i.started_at DESC, i.id DESC LIMIT 1), a.state, b.city " // as draftFor()
                       "FROM %1 LEFT JOIN building AS b ON b.id = a.building "
                       "LEFT JOIN city AS c ON c.id = b.city LEFT JOIN account AS p ON p.id = a.inspector %2")
            .arg(source, rest),
        values);
    if (!query)
        return query.error();
    QList<ListedAssignment> rows;
    const QSqlQuery &cells = **query;
    while ((*query)->next()) {
        ListedAssignment row;
        row.id = cells.value(0).toString();
        row.buildingId = cells.value(1).toString();
        row.buildingCode = cells.value(2).toString();
        row.buildingName = cells.value(3).toString();
        row.address = cells.value(4).toString();
        row.city = cells.value(5).toString();
        row.tier = cells.isNull(6) ? 3 : cells.value(6).toInt();
        row.kind = cells.value(7).toString();
        row.due = QDate::fromString(cells.value(8).toString(), Qt::ISODate);
        row.instructions = cells.value(9).toString();
        row.inspectorId = cells.value(10).toString();
        row.inspectorName = cells.value(11).toString();
        row.draftId = cells.value(12).toString();
        row.state = cells.value(13).toString();
        row.cityId = cells.value(14).toInt();
        rows.append(row);
    }
    return rows;
}

Result<QList<ListedAssignment>> AssignmentRepository::rows(const QStringList &ids) const
{
    return assignmentRows(m_database,
                          QStringLiteral("json_each(?) AS wanted CROSS JOIN assignment AS a ON a.id = wanted.value"),
                          QStringLiteral("ORDER BY wanted.key"), {jsonList(ids)});
}

Result<QStringList> AssignmentRepository::ids(const AssignmentFilter &filter, const QDate &today) const
{
    Where where = whereOf(filter);
    if (!filter.states.isEmpty()) {
        where.conditions.append(QStringLiteral("(a.state IN (SELECT value FROM json_each(?)) OR "
                                               "(? AND a.state = 'open' AND a.due < ?))"));
        where.values << jsonList(filter.states) << (filter.states.contains(kOverdue) ? 1 : 0) << iso(today);
    }
    if (filter.due.isValid()) {
        where.conditions.append(QStringLiteral("a.due = ?"));
        where.values << iso(filter.due);
    }
    auto query = m_database.run(QStringLiteral("SELECT a.id FROM assignment AS a WHERE %1 ORDER BY a.state <> 'open', "
                                               "CASE a.state WHEN 'open' THEN a.due END, a.due DESC, a.id")
                                    .arg(where.sql()),
                                where.values);
    if (!query)
        return query.error();
    QStringList ids;
    while ((*query)->next())
        ids.append((*query)->value(0).toString());
    return ids;
}

Result<int> AssignmentRepository::count() const
{
    return number(m_database, QStringLiteral("SELECT count(*) FROM assignment WHERE deleted = 0"), {});
}

Result<int> AssignmentRepository::overdue(const QDate &today) const
{
    return number(m_database,
                  QStringLiteral("SELECT count(*) FROM assignment WHERE deleted = 0 AND state = 'open' AND due < ?"),
                  {iso(today)});
}

Result<QMap<QDate, int>> AssignmentRepository::dueByDay(const AssignmentFilter &filter, const QDate &first,
                                                        const QDate &last) const
{
    const Where where = whereOf(filter);
    auto query = m_database.run(QStringLiteral("SELECT a.due, count(*) FROM assignment AS a WHERE %1 AND "
                                               "a.state = 'open' AND a.due BETWEEN ? AND ? GROUP BY a.due")
                                    .arg(where.sql()),
                                where.values + QVariantList{iso(first), iso(last)});
    if (!query)
        return query.error();
    QMap<QDate, int> days;
    while ((*query)->next())
        days.insert(QDate::fromString((*query)->value(0).toString(), Qt::ISODate), (*query)->value(1).toInt());
    return days;
}

Result<QList<InspectorLoad>> AssignmentRepository::inspectors(const QDate &today) const
{
    auto query = m_database.run(
        QStringLiteral(
            "SELECT who.id, p.display_name, p.data -> '$.provinces', coalesce(p.data ->> 'active', 0), "
            "coalesce(w.open, 0), coalesce(w.late, 0), coalesce(w.soon, 0) "
            "FROM (SELECT id FROM account WHERE role = 'inspector' AND deleted = 0 "
            "UNION SELECT inspector FROM assignment WHERE state = 'open' AND deleted = 0) AS who "
            "LEFT JOIN account AS p ON p.id = who.id AND p.deleted = 0 "
            "LEFT JOIN (SELECT inspector, count(*) AS open, sum(due < ?) AS late, sum(due BETWEEN ? AND ?) AS soon "
            "FROM assignment WHERE state = 'open' AND deleted = 0 GROUP BY inspector) AS w ON w.inspector = who.id "
            "WHERE w.open > 0 OR (p.role = 'inspector' AND p.data ->> 'active' = 1) "
            "ORDER BY p.display_name IS NULL, p.display_name COLLATE NOCASE, who.id"),
        {iso(today), iso(today), iso(today.addDays(kSoonDays))});
    if (!query)
        return query.error();
    QList<InspectorLoad> all;
    const QSqlQuery &cells = **query;
    while ((*query)->next()) {
        InspectorLoad load;
        load.id = cells.value(0).toString();
        load.name = cells.value(1).toString();
        const QJsonArray provinces = QJsonDocument::fromJson(cells.value(2).toString().toUtf8()).array();
        for (const auto &province : provinces)
            load.provinces.append(province.toString());
        load.active = cells.value(3).toBool();
        load.open = cells.value(4).toInt();
        load.overdue = cells.value(5).toInt();
        load.soon = cells.value(6).toInt();
        all.append(load);
    }
    return all;
}

Result<std::optional<QString>> AssignmentRepository::openOn(const QString &buildingId, const QString &kind) const
{
    const auto found = m_database.row(
        QStringLiteral(
            "SELECT a.id FROM (SELECT ? AS id UNION SELECT id FROM building WHERE whole = ?) AS m CROSS JOIN "
            "assignment AS a ON a.building = m.id WHERE a.state = 'open' AND a.kind = ? AND a.deleted = 0 "
            "ORDER BY a.due, a.id LIMIT 1"),
        {buildingId, buildingId, kind});
    if (!found)
        return found.error();
    return found.value() ? std::optional<QString>(found.value()->value(0).toString()) : std::nullopt;
}

Result<bool> AssignmentRepository::isBegun(const QString &assignmentId) const
{
    const auto found = number(m_database,
                              QStringLiteral("SELECT EXISTS (SELECT 1 FROM assignment AS a JOIN inspection AS i ON "
                                             "i.building = a.building AND i.inspector = a.inspector WHERE a.id = ? "
                                             "AND i.assignment = a.id AND i.state = 'draft' AND i.deleted = 0)"),
                              {assignmentId});
    if (!found)
        return found.error();
    return *found > 0;
}

} // namespace markaz
