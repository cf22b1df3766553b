// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/searchrepository.h"

#include "core/domain/citynames.h"
#include "core/storage/jsonlist.h"
#include "core/storage/liketext.h"
#include "core/support/programmeday.h"

namespace markaz {
namespace {

constexpr int kShortest = 2; ///< characters: one alone finds nearly everything

/// Columns of every query: id, code, name, place, kind, state, day, owed; of that for buildings and centres the city's
/// id and name behind them.
Result<void> collect(Database &database, Entity entity, const QString &sql, const QVariantList &values,
                     QList<SearchHit> &hits)
{
    auto found = database.run(sql, values);
    if (!found)
        return found.error();
    const QSqlQuery &cells = **found;
    while ((*found)->next()) {
        SearchHit hit;
        hit.entity = entity;
        hit.id = cells.value(0).toString();
        hit.code = cells.value(1).toString();
        hit.name = cells.value(2).toString();
        hit.place = cells.value(3).toString();
        hit.kind = cells.value(4).toString();
        hit.state = cells.value(5).toString();
        const QString when = cells.value(6).toString(); // an instant, or the day by which a finding is due
        hit.day = when.endsWith(QLatin1Char('Z')) ? programmeDay(when) : QDate::fromString(when, Qt::ISODate);
        hit.owed = cells.value(7).toBool();
        if (entity == Entity::Building || entity == Entity::Centre) {
            hit.cityId = cells.value(8).toInt();
            hit.city = cells.value(9).toString();
        }
        hits.append(hit);
    }
    return {};
}

} // namespace

Result<QList<SearchHit>> SearchRepository::find(const QString &text, int most) const
{
    QList<SearchHit> hits;
    const QString typed = text.trimmed();
    if (typed.size() < kShortest)
        return hits;
    const QString holding = likeHolding(typed);
    const QString code = typed.toUpper();
    // The codes that begin with it come from their index, those of merged buildings too; the rest stops at the first
    // that are enough.
    static const QString building =
        QStringLiteral("SELECT b.id, b.code, b.name, b.address, NULL, "
                       "(SELECT t.code FROM building AS t WHERE t.id = b.merged_into), NULL, 0, b.city, c.name "
                       "FROM building AS b LEFT JOIN city AS c ON c.id = b.city WHERE b.deleted = 0 AND %1 LIMIT ?");
    static const QString byCode =
        building.arg(QStringLiteral("b.code >= ? AND b.code < ? || char(1114111) ORDER BY b.code, b.id"));
    static const QString byWords = building.arg(QStringLiteral(
        "b.merged_into IS NULL AND NOT (b.code >= ? AND b.code < ? || char(1114111)) AND (b.code LIKE ? ESCAPE '\\' "
        "OR b.name LIKE ? ESCAPE '\\' OR b.address LIKE ? ESCAPE '\\' OR b.owner IN "
        "(SELECT id FROM owner WHERE deleted = 0 AND name LIKE ? ESCAPE '\\'))"));
    if (auto done = collect(m_database, Entity::Building, byCode, {code, code, most}, hits); !done)
        return done.error();
    if (const auto left = most - static_cast<int>(hits.size()); left > 0) {
        if (auto done = collect(m_database, Entity::Building, byWords,
                                {code, code, holding, holding, holding, holding, left}, hits);
            !done)
            return done.error();
    }
    if (auto done = collect(m_database, Entity::Owner,
                            QStringLiteral("SELECT id, NULL, name, province, data ->> 'kind', NULL, NULL, 0 FROM owner "
                                           "WHERE deleted = 0 AND name LIKE ? ESCAPE '\\' "
                                           "ORDER BY name COLLATE NOCASE LIMIT ?"),
                            {holding, most}, hits);
        !done)
        return done.error();
    if (auto done = collect(
            m_database, Entity::Inspection,
            QStringLiteral("SELECT i.id, b.code, b.name, NULL, i.kind, i.state, i.started_at, "
                           "EXISTS (SELECT 1 FROM outbox AS o WHERE o.record = i.id AND o.entity = 'inspection' "
                           "AND o.state <> 'acknowledged') FROM inspection AS i "
                           "JOIN building AS b ON b.id = i.building WHERE i.deleted = 0 AND "
                           "(b.code LIKE ? ESCAPE '\\' OR b.name LIKE ? ESCAPE '\\') "
                           "ORDER BY i.started_at DESC, i.id DESC LIMIT ?"),
            {holding, holding, most}, hits);
        !done)
        return done.error();
    // By the item too: "C-02" finds where exits are locked. What was found is sealed.
    if (auto done =
            collect(m_database, Entity::Finding,
                    QStringLiteral("SELECT f.id, b.code, b.name, f.item, f.severity, f.state, f.due, "
                                   "EXISTS (SELECT 1 FROM outbox AS o WHERE o.record = f.id AND o.entity = 'finding' "
                                   "AND o.state <> 'acknowledged') FROM finding AS f "
                                   "JOIN building AS b ON b.id = f.building WHERE f.deleted = 0 AND "
                                   "(b.code LIKE ? ESCAPE '\\' OR b.name LIKE ? ESCAPE '\\' OR f.item = ?) "
                                   "ORDER BY f.rank, f.due, f.id LIMIT ?"),
                    {holding, holding, code, most}, hits);
        !done)
        return done.error();
    if (auto done =
            collect(m_database, Entity::Certificate,
                    QStringLiteral("SELECT t.id, t.number, coalesce(b.name, t.data ->> 'building_name'), b.code, "
                                   "t.grade, t.state, t.issued_at, 0 FROM certificate AS t "
                                   "LEFT JOIN building AS b ON b.id = t.building WHERE t.deleted = 0 AND "
                                   "(t.number LIKE ? ESCAPE '\\' OR b.code LIKE ? ESCAPE '\\' OR "
                                   "b.name LIKE ? ESCAPE '\\') ORDER BY t.issued_at DESC, t.id DESC LIMIT ?"),
                    {holding, holding, holding, most}, hits);
        !done)
        return done.error();
    if (auto done =
            collect(m_database, Entity::Centre,
                    QStringLiteral("SELECT z.id, b.code, z.name, c.name, NULL, z.closed_on, NULL, "
                                   "EXISTS (SELECT 1 FROM outbox AS o WHERE o.record = z.id AND o.entity = 'centre' "
                                   "AND o.state <> 'acknowledged'), b.city, c.name FROM centre AS z "
                                   "LEFT JOIN building AS b ON b.id = z.building LEFT JOIN city AS c ON c.id = b.city "
                                   "WHERE z.deleted = 0 AND (z.name LIKE ? ESCAPE '\\' OR b.code LIKE ? ESCAPE '\\' "
                                   "OR c.name LIKE ? ESCAPE '\\' OR b.city IN (SELECT value FROM json_each(?))) "
                                   "ORDER BY z.closed_on IS NOT NULL, z.name COLLATE NOCASE, z.id LIMIT ?"),
                    {holding, holding, holding, jsonList(citiesCalled(typed)), most}, hits);
        !done)
        return done.error();
    if (auto done = collect(
            m_database, Entity::Loan,
            QStringLiteral("SELECT l.id, b.code, b.name, l.bank, NULL, l.state, l.state_at, "
                           "EXISTS (SELECT 1 FROM outbox AS o WHERE o.record = l.id AND o.entity = 'loan' "
                           "AND o.state <> 'acknowledged') FROM loan AS l "
                           "LEFT JOIN building AS b ON b.id = l.building LEFT JOIN owner AS w ON w.id = l.owner "
                           "WHERE l.deleted = 0 AND (b.code LIKE ? ESCAPE '\\' OR b.name LIKE ? ESCAPE '\\' "
                           "OR w.name LIKE ? ESCAPE '\\' OR l.bank LIKE ? ESCAPE '\\') "
                           "ORDER BY l.state IN ('closed', 'declined'), l.state_at DESC, l.id DESC LIMIT ?"),
            {holding, holding, holding, holding, most}, hits);
        !done)
        return done.error();
    return hits;
}

} // namespace markaz
