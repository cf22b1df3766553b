// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/buildingrepository.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

namespace markaz {
namespace {

constexpr std::array kStages{std::pair{Stage::Identified, "identified"},   std::pair{Stage::Assigned, "assigned"},
                             std::pair{Stage::Inspected, "inspected"},     std::pair{Stage::UnderReview, "under_review"},
                             std::pair{Stage::Certified, "certified"},     std::pair{Stage::Provisional, "provisional"},
                             std::pair{Stage::Refused, "refused"},         std::pair{Stage::Lapsed, "lapsed"}};

/// The one part of the stage that depends on the day, which is bound twice; the rest is in the view.
const QString kStage = QStringLiteral("CASE WHEN full_until >= ? THEN 'certified' WHEN provisional_until >= ? "
                                      "THEN 'provisional' ELSE later_stage END");
const QString kStageOrder = QStringLiteral("CASE %1 WHEN 'identified' THEN 0 WHEN 'assigned' THEN 1 WHEN 'inspected' THEN 2 "
                                           "WHEN 'under_review' THEN 3 WHEN 'certified' THEN 4 WHEN 'provisional' THEN 5 "
                                           "WHEN 'refused' THEN 6 ELSE 7 END")
                                .arg(kStage);

template <class List>
QString jsonList(const List &values)
{
    QJsonArray array;
    for (const auto &value : values)
        array.append(value);
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QString likePattern(QString text)
{
    text.replace(QLatin1Char('\\'), QLatin1String("\\\\"));
    text.replace(QLatin1Char('%'), QLatin1String("\\%"));
    text.replace(QLatin1Char('_'), QLatin1String("\\_"));
    return QLatin1Char('%') + text + QLatin1Char('%');
}

/// SQL text that is the same for every value of a filter, so that it is prepared once, and the values in its order.
struct Query
{
    QString sql;
    QVariantList values;
};

bool needsStage(const BuildingFilter &filter, std::optional<BuildingSort> sort)
{
    return !filter.stages.isEmpty() || sort == BuildingSort::Stage || sort == BuildingSort::LastScore;
}

Query fromWhere(const BuildingFilter &filter, std::optional<BuildingSort> sort, const QString &day)
{
    Query query;
    const bool byCity = sort == BuildingSort::City || sort == BuildingSort::Tier;
    query.sql = needsStage(filter, sort) ? QStringLiteral(" FROM building_row AS b") : QStringLiteral(" FROM building AS b");
    if (byCity)
        query.sql += QStringLiteral(" LEFT JOIN city AS c ON c.id = b.city");
    QStringList conditions;
    if (!needsStage(filter, sort))
        conditions.append(QStringLiteral("b.deleted = 0"));
    if (!filter.provinces.isEmpty() || !filter.tiers.isEmpty()) {
        QStringList inner;
        if (!filter.provinces.isEmpty()) {
            inner.append(QStringLiteral("province IN (SELECT value FROM json_each(?))"));
            query.values.append(jsonList(filter.provinces));
        }
        if (!filter.tiers.isEmpty()) {
            inner.append(QStringLiteral("tier IN (SELECT value FROM json_each(?))"));
            query.values.append(jsonList(filter.tiers));
        }
        conditions.append(QStringLiteral("b.city IN (SELECT id FROM city WHERE %1)").arg(inner.join(QLatin1String(" AND "))));
    }
    if (!filter.cities.isEmpty()) {
        conditions.append(QStringLiteral("b.city IN (SELECT value FROM json_each(?))"));
        query.values.append(jsonList(filter.cities));
    }
    if (const QString text = filter.text.trimmed(); !text.isEmpty()) {
        conditions.append(QStringLiteral("(b.code LIKE ? ESCAPE '\\' OR b.name LIKE ? ESCAPE '\\' "
                                         "OR b.address LIKE ? ESCAPE '\\')"));
        const QString pattern = likePattern(text);
        query.values << pattern << pattern << pattern;
    }
    if (!filter.stages.isEmpty()) {
        QStringList stages;
        for (const Stage stage : filter.stages)
            stages.append(token(stage));
        conditions.append(kStage + QStringLiteral(" IN (SELECT value FROM json_each(?))"));
        query.values << day << day << jsonList(stages);
    }
    if (!conditions.isEmpty())
        query.sql += QStringLiteral(" WHERE ") + conditions.join(QLatin1String(" AND "));
    return query;
}

/// Missing values come last in both directions; equal ones by code.
QString orderBy(BuildingSort sort, bool descending)
{
    const QString way = descending ? QStringLiteral(" DESC") : QString();
    const QString last = way + QStringLiteral(" NULLS LAST");
    switch (sort) {
    case BuildingSort::Code: return QStringLiteral("b.code%1, b.id%1").arg(way);
    case BuildingSort::Name: return QStringLiteral("b.name COLLATE NOCASE%1, b.id%1").arg(way);
    case BuildingSort::City: return QStringLiteral("c.name%1, b.code%1, b.id%1").arg(way);
    case BuildingSort::Tier: return QStringLiteral("c.tier%1, b.code%1, b.id%1").arg(way);
    case BuildingSort::Stage: return kStageOrder + QStringLiteral("%1, b.code%1, b.id%1").arg(way);
    case BuildingSort::Area: return QStringLiteral("b.covered_area_sqft%1, b.id%2").arg(last, way);
    case BuildingSort::IdleSince: return QStringLiteral("b.idle_since%1, b.id%2").arg(last, way);
    case BuildingSort::LastScore: return QStringLiteral("b.last_score_bp%1, b.code%2, b.id%2").arg(last, way);
    }
    return {};
}

} // namespace

QString token(Stage stage)
{
    return QLatin1String(kStages[static_cast<size_t>(stage)].second);
}

Result<Stage> parseStage(const QString &text)
{
    for (const auto &[stage, name] : kStages) {
        if (text == QLatin1String(name))
            return stage;
    }
    return makeError(ErrorCode::InvalidValue, QStringLiteral("\"%1\" is no stage").arg(text.left(40)));
}

QString BuildingRepository::today() const
{
    const QDateTime now = m_clock != nullptr ? m_clock->now() : QDateTime::currentDateTimeUtc();
    return now.toUTC().date().toString(Qt::ISODate);
}

Result<QStringList> BuildingRepository::ids(const BuildingFilter &filter, BuildingSort sort, bool descending) const
{
    const QString day = today();
    Query query = fromWhere(filter, sort, day);
    if (sort == BuildingSort::Stage)
        query.values << day << day;
    auto found = m_database.run(QStringLiteral("SELECT b.id%1 ORDER BY %2").arg(query.sql, orderBy(sort, descending)),
                                query.values);
    if (!found)
        return found.error();
    QStringList ids;
    while ((*found)->next())
        ids.append((*found)->value(0).toString());
    return ids;
}

Result<int> BuildingRepository::count(const BuildingFilter &filter) const
{
    const Query query = fromWhere(filter, std::nullopt, today());
    const auto found = m_database.row(QStringLiteral("SELECT count(*)") + query.sql, query.values);
    if (!found)
        return found.error();
    return found.value()->value(0).toInt();
}

Result<QList<BuildingRow>> BuildingRepository::rows(const QStringList &ids) const
{
    const QString day = today();
    auto found = m_database.run(
        QStringLiteral("SELECT b.id, b.code, b.name, b.address, b.city, c.name, c.province, c.tier, %1, "
                       "b.covered_area_sqft, b.idle_since, b.last_score_bp, b.sample "
                       "FROM json_each(?) AS wanted CROSS JOIN building_row AS b ON b.id = wanted.value "
                       "LEFT JOIN city AS c ON c.id = b.city ORDER BY wanted.key")
            .arg(kStage),
        {day, day, jsonList(ids)});
    if (!found)
        return found.error();
    QList<BuildingRow> rows;
    const QSqlQuery &cells = **found;
    while ((*found)->next()) {
        BuildingRow row;
        row.id = cells.value(0).toString();
        row.code = cells.value(1).toString();
        row.name = cells.value(2).toString();
        row.address = cells.value(3).toString();
        row.cityId = cells.value(4).toInt();
        row.city = cells.value(5).toString();
        row.province = cells.value(6).toString();
        row.tier = cells.isNull(7) ? 3 : cells.value(7).toInt();
        const auto stage = parseStage(cells.value(8).toString());
        if (!stage) {
            (*found)->finish();
            return stage.error();
        }
        row.stage = *stage;
        row.areaSqft = cells.value(9).toInt();
        row.idleSince = QDate::fromString(cells.value(10).toString(), Qt::ISODate);
        row.lastScoreBp = cells.isNull(11) ? -1 : cells.value(11).toInt();
        row.sample = cells.value(12).toBool();
        rows.append(row);
    }
    return rows;
}

Result<QString> BuildingRepository::provinceOf(const QString &buildingId) const
{
    const auto found = m_database.row(QStringLiteral("SELECT c.province FROM building AS b JOIN city AS c ON c.id = b.city "
                                                     "WHERE b.id = ?"),
                                      {buildingId});
    if (!found)
        return found.error();
    if (!found.value())
        return makeError(ErrorCode::NotFound, QStringLiteral("no building %1").arg(buildingId), QStringLiteral("building"));
    return found.value()->value(0).toString();
}

Result<int> BuildingRepository::nextNumber(const QString &prefix) const
{
    const auto found = m_database.row(QStringLiteral("SELECT max(code) FROM building WHERE code BETWEEN ? AND ?"),
                                      {prefix + QStringLiteral("-0000"), prefix + QStringLiteral("-9999")});
    if (!found)
        return found.error();
    const int highest = found.value()->value(0).toString().mid(4).toInt();
    if (highest < 9999)
        return highest + 1;
    // The highest is taken: the lowest that was left free.
    const auto gap = m_database.row(
        QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9999) "
                       "SELECT i FROM n WHERE NOT EXISTS (SELECT 1 FROM building WHERE code = printf('%s-%04d', ?, i)) LIMIT 1"),
        {prefix});
    if (!gap)
        return gap.error();
    if (!gap.value())
        return makeError(ErrorCode::Exists, QStringLiteral("all codes of %1 are taken").arg(prefix), QStringLiteral("code"));
    return gap.value()->value(0).toInt();
}

} // namespace markaz
