// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/buildingrepository.h"

#include "core/domain/buildingcode.h"
#include "core/storage/buildingsbycity.h"
#include "core/storage/buildingstages.h"
#include "core/storage/jsonlist.h"
#include "core/storage/liketext.h"
#include "core/storage/numberlist.h"
#include "core/support/programmeday.h"

#include <QHash>
#include <QMap>

#include <algorithm>
#include <array>

namespace markaz {
namespace {

constexpr std::array kStages{std::pair{Stage::Identified, "identified"}, std::pair{Stage::Assigned, "assigned"},
                             std::pair{Stage::Inspected, "inspected"},   std::pair{Stage::UnderReview, "under_review"},
                             std::pair{Stage::Certified, "certified"},   std::pair{Stage::Provisional, "provisional"},
                             std::pair{Stage::Refused, "refused"},       std::pair{Stage::Lapsed, "lapsed"}};

/// Whether a building is more than identified: asked first, for it spares nearly all rows the many questions
/// of stage and score.
const QString kIsTouched = QStringLiteral("EXISTS (SELECT 1 FROM building AS m WHERE m.whole = b.id AND ("
                                          "EXISTS (SELECT 1 FROM inspection AS i WHERE i.building = m.id) OR "
                                          "EXISTS (SELECT 1 FROM assignment AS a WHERE a.building = m.id) OR "
                                          "EXISTS (SELECT 1 FROM certificate AS k WHERE k.building = m.id)))");
/// SQL text that is the same for every value of a filter, so that it is prepared once; the values in its order.
QString conditionsOf(const BuildingFilter &filter, QVariantList &values)
{
    QStringList conditions{QStringLiteral("b.deleted = 0")};
    if (const auto code = BuildingCode::parse(filter.text.trimmed().toUpper()); code.ok()) {
        conditions.append(QStringLiteral("(b.merged_into IS NULL OR b.code = ?)"));
        values.append(code->toString());
    } else {
        conditions.append(QStringLiteral("b.merged_into IS NULL"));
    }
    if (!filter.provinces.isEmpty() || !filter.tiers.isEmpty()) {
        QStringList inner;
        if (!filter.provinces.isEmpty()) {
            inner.append(QStringLiteral("province IN (SELECT value FROM json_each(?))"));
            values.append(jsonList(filter.provinces));
        }
        if (!filter.tiers.isEmpty()) {
            inner.append(QStringLiteral("tier IN (SELECT value FROM json_each(?))"));
            values.append(jsonList(filter.tiers));
        }
        conditions.append(
            QStringLiteral("b.city IN (SELECT id FROM city WHERE %1)").arg(inner.join(QLatin1String(" AND "))));
    }
    if (!filter.cities.isEmpty()) {
        conditions.append(QStringLiteral("b.city IN (SELECT value FROM json_each(?))"));
        values.append(jsonList(filter.cities));
    }
    if (filter.keys) {
        conditions.append(QStringLiteral("b.rowid IN (SELECT value FROM json_each(?))"));
        values.append(jsonList(*filter.keys));
    }
    if (const QString text = filter.text.trimmed(); !text.isEmpty()) {
        conditions.append(QStringLiteral("(b.code LIKE ? ESCAPE '\\' OR b.name LIKE ? ESCAPE '\\' "
                                         "OR b.address LIKE ? ESCAPE '\\' OR b.owner IN (SELECT id FROM owner "
                                         "WHERE deleted = 0 AND name LIKE ? ESCAPE '\\'))"));
        const QString pattern = likeHolding(text);
        values << pattern << pattern << pattern << pattern;
    }
    return conditions.join(QLatin1String(" AND "));
}

/// FROM ... WHERE %1 ORDER BY: each order is that of an index, so that nothing is sorted. Missing values come last in
/// both directions.
QString orderedBy(BuildingSort sort, bool descending)
{
    const QString way = descending ? QStringLiteral(" DESC") : QString();
    const QString last = way + QStringLiteral(" NULLS LAST");
    const QString alone = QStringLiteral(" FROM building AS b WHERE %1 ORDER BY ");
    const QString byCity =
        QStringLiteral(" FROM city AS c CROSS JOIN building AS b ON b.city = c.id WHERE %1 ORDER BY ");
    switch (sort) {
    case BuildingSort::Name:
        return alone + QStringLiteral("b.name COLLATE NOCASE%1, b.id%1").arg(way);
    case BuildingSort::City:
        return byCity + QStringLiteral("c.name%1, c.id%1, b.code%1, b.id%1").arg(way);
    case BuildingSort::Tier:
        return byCity + QStringLiteral("c.tier%1, c.name%1, c.id%1, b.code%1, b.id%1").arg(way);
    case BuildingSort::Province:
        return byCity + QStringLiteral("c.province%1, c.name%1, c.id%1, b.code%1, b.id%1").arg(way);
    case BuildingSort::Address: // sorted, not walked: seldom asked for, and an index of it would be as large as the
                                // data
        return alone + QStringLiteral("b.address COLLATE NOCASE%1, b.id%1").arg(way);
    case BuildingSort::Area:
        return alone + QStringLiteral("b.covered_area_sqft%1, b.id%2").arg(last, way);
    case BuildingSort::IdleSince:
        return alone + QStringLiteral("b.idle_since%1, b.id%2").arg(last, way);
    case BuildingSort::Code:
    case BuildingSort::Stage:     // from the records of the few buildings that have any: see ids()
    case BuildingSort::LastScore: // likewise
        break;
    }
    return alone + QStringLiteral("b.code%1, b.id%1").arg(way);
}

Result<QStringList> idsOf(Database &database, const QString &sql, const QVariantList &values)
{
    auto found = database.run(sql, values);
    if (!found)
        return found.error();
    QStringList ids;
    while ((*found)->next())
        ids.append((*found)->value(0).toString());
    return ids;
}

Result<QList<qint64>> keysOf(Database &database, const QString &sql, const QVariantList &values)
{
    auto found = database.run(sql, values);
    if (!found)
        return found.error();
    QList<qint64> keys;
    while ((*found)->next())
        keys.append((*found)->value(0).toLongLong());
    return keys;
}

Result<QHash<qint64, int>> lastScores(Database &database)
{
    auto found = database.run(QStringLiteral(
        "SELECT r.rowid, x.total_bp, x.finished_at FROM (SELECT building, total_bp, finished_at FROM inspection "
        "WHERE total_bp IS NOT NULL ORDER BY building, finished_at) AS x CROSS JOIN building AS m ON m.id = "
        "x.building CROSS JOIN building AS r ON r.id = m.whole"));
    if (!found)
        return found.error();
    QHash<qint64, int> scores;
    QHash<qint64, QString> newest;
    while ((*found)->next()) {
        const qint64 building = (*found)->value(0).toLongLong();
        const QString at = (*found)->value(2).toString();
        if (QString &last = newest[building]; last <= at) {
            last = at;
            scores.insert(building, (*found)->value(1).toInt());
        }
    }
    return scores;
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
    return programmeDay(now).toString(Qt::ISODate);
}

Result<QStringList> BuildingRepository::ids(const BuildingFilter &filter, BuildingSort sort, bool descending) const
{
    const auto found = keys(filter, sort, descending);
    return found ? idsAt(*found) : Result<QStringList>(found.error());
}

Result<QList<qint64>> BuildingRepository::keys(const BuildingFilter &filter, BuildingSort sort, bool descending,
                                               const QList<int> &cities) const
{
    QVariantList values;
    const QString conditions = conditionsOf(filter, values);
    const bool byCity = sort == BuildingSort::City || sort == BuildingSort::Tier || sort == BuildingSort::Province;
    auto keys = byCity && !cities.isEmpty()
                    ? keysByCities(m_database, conditions, values, sort, descending, cities)
                    : keysOf(m_database, QStringLiteral("SELECT b.rowid") + orderedBy(sort, descending).arg(conditions),
                             values);
    if (!keys)
        return keys.error();
    if (byCity && cities.isEmpty()) {
        // A city that only a newer program knows: its buildings come last, but they come.
        const auto strays =
            keysOf(m_database,
                   QStringLiteral("SELECT b.rowid FROM building AS b WHERE b.city NOT IN (SELECT id FROM city) "
                                  "AND %1 ORDER BY b.code, b.id")
                       .arg(conditions),
                   values);
        if (!strays)
            return strays.error();
        keys->append(*strays);
    }
    if (!filter.stages.isEmpty() || sort == BuildingSort::Stage) {
        const auto stages = stagesOfTouched(m_database, today());
        if (!stages)
            return stages.error();
        std::array<QList<qint64>, kStages.size()> byStage;
        QList<qint64> kept;
        for (const qint64 key : std::as_const(*keys)) {
            const Stage stage = stages->value(key, Stage::Identified);
            if (!filter.stages.isEmpty() && !filter.stages.contains(stage))
                continue;
            (sort == BuildingSort::Stage ? byStage[static_cast<size_t>(stage)] : kept).append(key);
        }
        if (descending)
            std::reverse(byStage.begin(), byStage.end());
        for (const QList<qint64> &group : byStage)
            kept.append(group);
        keys = kept;
    }
    if (sort == BuildingSort::LastScore) {
        const auto scores = lastScores(m_database);
        if (!scores)
            return scores.error();
        QList<std::pair<int, qint64>> scored;
        QList<qint64> never; // last in both directions
        for (const qint64 key : std::as_const(*keys)) {
            const auto score = scores->constFind(key);
            if (score == scores->constEnd())
                never.append(key);
            else
                scored.append({descending ? -*score : *score, key});
        }
        std::stable_sort(scored.begin(), scored.end(), [](const auto &x, const auto &y) { return x.first < y.first; });
        QList<qint64> ordered;
        for (const auto &entry : std::as_const(scored))
            ordered.append(entry.second);
        keys = ordered + never;
    }
    return keys;
}

Result<int> BuildingRepository::count(const BuildingFilter &filter) const
{
    if (!filter.stages.isEmpty()) {
        const auto found = keys(filter, BuildingSort::Code, false);
        return found ? Result<int>(static_cast<int>(found->size())) : Result<int>(found.error());
    }
    QVariantList values;
    const QString conditions = conditionsOf(filter, values);
    const auto found = m_database.row(QStringLiteral("SELECT count(*) FROM building AS b WHERE ") + conditions, values);
    if (!found)
        return found.error();
    return found.value()->value(0).toInt();
}

Result<QList<BuildingRow>> BuildingRepository::rows(const QStringList &ids) const
{
    return rowsOf(QStringLiteral("b.id = wanted.value"), jsonList(ids));
}

Result<QList<BuildingRow>> BuildingRepository::rows(const QList<qint64> &keys) const
{
    return rowsOf(QStringLiteral("b.rowid = wanted.value"), jsonList(keys));
}

Result<QList<BuildingRow>> BuildingRepository::rowsOf(const QString &join, const QString &wanted) const
{
    const QString day = today();
    // The stage and the last score as one value: what they need to know is asked once, and of nearly all rows not at
    // all. Put in order here: SQLite would copy each row into a sorter.
    auto found =
        m_database.run(QStringLiteral("SELECT b.id, b.code, b.name, b.address, b.city, c.name, c.province, c.tier, "
                                      "CASE WHEN %3 THEN (SELECT %1 || ' ' || coalesce(s.last_score_bp, -1) "
                                      "FROM building_row AS s WHERE s.id = b.id) END, "
                                      "b.covered_area_sqft, b.idle_since, b.sample, "
                                      "(SELECT t.code FROM building AS t WHERE t.id = b.merged_into), wanted.key "
                                      "FROM json_each(?) AS wanted CROSS JOIN building AS b ON %2 "
                                      "LEFT JOIN city AS c ON c.id = b.city WHERE b.deleted = 0")
                           .arg(stageOnDay(), join, kIsTouched),
                       {day, day, wanted});
    if (!found)
        return found.error();
    QMap<int, BuildingRow> rows; // by their place among the wanted
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
        if (const QString touched = cells.value(8).toString(); !touched.isEmpty()) {
            const qsizetype space = touched.indexOf(QLatin1Char(' '));
            const auto stage = parseStage(touched.left(space));
            if (!stage) {
                (*found)->finish();
                return stage.error();
            }
            row.stage = *stage;
            row.lastScoreBp = QStringView(touched).mid(space + 1).toInt();
        }
        row.areaSqft = cells.value(9).toInt();
        row.idleSince = QDate::fromString(cells.value(10).toString(), Qt::ISODate);
        row.sample = cells.value(11).toBool();
        row.mergedInto = cells.value(12).toString();
        rows.insert(cells.value(13).toInt(), row);
    }
    return rows.values();
}

Result<PlacedBuildings> BuildingRepository::places(const BuildingFilter &filter) const
{
    // Rows are named by their key, the rowid: with no filter all of it then stands in one small index, which is walked
    // without touching the table.
    const auto stages = stagesOfTouched(m_database, today());
    if (!stages)
        return stages.error();
    QVariantList values;
    const QString conditions = conditionsOf(filter, values);
    // All keys come as one text and all places as another, latitude and longitude as one number: two values of
    // QSqlQuery for each row are what a map of 100,000 would take its time for.
    const QString index = values.isEmpty() ? QStringLiteral(" INDEXED BY building_by_place") : QString();
    const auto found = m_database.row(
        QStringLiteral("SELECT CAST(group_concat(b.rowid) AS BLOB), "
                       "CAST(group_concat(coalesce((b.latitude_e6 << 32) + b.longitude_e6, '-')) AS BLOB) "
                       "FROM building AS b%1 WHERE %2")
            .arg(index, conditions),
        values);
    if (!found)
        return found.error();
    const QByteArray allKeys = found.value()->value(0).toByteArray();
    const QByteArray allPlaces = found.value()->value(1).toByteArray();
    PlacedBuildings placed;
    placed.points.reserve(allKeys.count(','));
    NumberList keys(allKeys);
    NumberList places(allPlaces);
    while (!keys.atEnd()) {
        const qint64 key = keys.next().value_or(0);
        const auto packed = places.next();
        const Stage stage = stages->value(key, Stage::Identified);
        if (!filter.stages.isEmpty() && !filter.stages.contains(stage))
            continue;
        if (!packed) {
            ++placed.unplaced;
            continue;
        }
        const auto longitude = static_cast<qint32>(*packed);
        const auto latitude = static_cast<int>((*packed - longitude) >> 32);
        placed.points.append({key, latitude, longitude, static_cast<int>(stage)});
    }
    return placed;
}

Result<std::optional<qint64>> BuildingRepository::keyOf(const QString &id) const
{
    const auto found = m_database.row(QStringLiteral("SELECT rowid FROM building WHERE id = ?"), {id});
    if (!found)
        return found.error();
    return found.value() ? std::optional(found.value()->value(0).toLongLong()) : std::nullopt;
}

Result<QStringList> BuildingRepository::idsAt(const QList<qint64> &keys) const
{
    return idsOf(m_database,
                 QStringLiteral("SELECT b.id FROM json_each(?) AS wanted CROSS JOIN building AS b "
                                "ON b.rowid = wanted.value WHERE b.deleted = 0 ORDER BY wanted.key"),
                 {jsonList(keys)});
}

Result<QSet<QString>> BuildingRepository::registeredHere() const
{
    auto found =
        m_database.run(QStringLiteral("SELECT record FROM outbox WHERE entity = 'building' AND kind = 'create'"), {});
    if (!found)
        return found.error();
    QSet<QString> ids;
    while ((*found)->next())
        ids.insert((*found)->value(0).toString());
    return ids;
}

Result<bool> BuildingRepository::holdsSample() const
{
    const auto found = m_database.row(QStringLiteral("SELECT EXISTS (SELECT 1 FROM building WHERE sample = 1)"), {});
    if (!found)
        return found.error();
    return found.value() && found.value()->value(0).toBool();
}

Result<QString> BuildingRepository::provinceOf(const QString &buildingId) const
{
    const auto found =
        m_database.row(QStringLiteral("SELECT c.province FROM building AS b JOIN city AS c ON c.id = b.city "
                                      "WHERE b.id = ?"),
                       {buildingId});
    if (!found)
        return found.error();
    if (!found.value())
        return makeError(ErrorCode::NotFound, QStringLiteral("no building %1").arg(buildingId),
                         QStringLiteral("building"));
    return found.value()->value(0).toString();
}

Result<QStringList> BuildingRepository::mergedInto(const QString &buildingId) const
{
    return idsOf(m_database,
                 QStringLiteral("SELECT id FROM building WHERE whole = ? AND merged_into IS NOT NULL AND deleted = 0 "
                                "ORDER BY code, id"),
                 {buildingId});
}

Result<QStringList> BuildingRepository::movedAheadOfTheServer(const QString &fromId, const QString &intoId) const
{
    return idsOf(m_database,
                 QStringLiteral("SELECT id FROM building WHERE whole = ? AND merged_into IS NOT NULL AND "
                                "server ->> 'merged_into' = ? ORDER BY id"),
                 {intoId, fromId});
}

Result<QString> BuildingRepository::wholeOf(const QString &buildingId) const
{
    const auto found = m_database.row(QStringLiteral("SELECT whole FROM building WHERE id = ?"), {buildingId});
    if (!found)
        return found.error();
    return found.value() ? found.value()->value(0).toString() : buildingId;
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
        QStringLiteral(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9999) "
            "SELECT i FROM n WHERE NOT EXISTS (SELECT 1 FROM building WHERE code = printf('%s-%04d', ?, i)) LIMIT 1"),
        {prefix});
    if (!gap)
        return gap.error();
    if (!gap.value())
        return makeError(ErrorCode::Exists, QStringLiteral("all codes of %1 are taken").arg(prefix),
                         QStringLiteral("code"));
    return gap.value()->value(0).toInt();
}

} // namespace markaz
