// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/scoperepository.h"

namespace markaz {
namespace {

// Owners and buildings name their place themselves; everything else hangs on a building, some of it by way of an
// inspection or a certificate, and a conflict on the record that it is about.
const QString kAll = QStringLiteral(R"(
WITH building_place (id, province) AS (
    SELECT b.id, c.province FROM building b LEFT JOIN city c ON c.id = coalesce(b.server ->> 'city', b.city)
), place (entity, id, rev, province) AS (
    SELECT 'owner', o.id, o.rev, coalesce(o.server ->> 'province', o.province) FROM owner o
    UNION ALL
    SELECT 'building', b.id, b.rev, p.province FROM building b JOIN building_place p ON p.id = b.id
    UNION ALL
    SELECT 'assignment', a.id, a.rev, p.province FROM assignment a LEFT JOIN building_place p ON p.id = a.building
    UNION ALL
    SELECT 'inspection', i.id, i.rev, p.province FROM inspection i LEFT JOIN building_place p ON p.id = i.building
    UNION ALL
    SELECT 'certificate', c.id, c.rev, p.province FROM certificate c LEFT JOIN building_place p ON p.id = c.building
    UNION ALL
    SELECT 'evidence', e.id, e.rev, p.province FROM evidence e
        LEFT JOIN inspection i ON i.id = e.inspection LEFT JOIN loan l ON l.id = e.loan
        LEFT JOIN building_place p ON p.id = coalesce(i.building, l.building)
    UNION ALL
    SELECT 'review', r.id, r.rev, p.province FROM review r
        LEFT JOIN inspection i ON i.id = r.inspection LEFT JOIN building_place p ON p.id = i.building
    UNION ALL
    SELECT 'decision', d.id, d.rev, p.province FROM decision d
        LEFT JOIN inspection i ON i.id = d.inspection
        LEFT JOIN certificate c ON c.id = d.certificate
        LEFT JOIN building_place p ON p.id = coalesce(i.building, c.building)
    UNION ALL
    SELECT 'finding', f.id, f.rev, p.province FROM finding f LEFT JOIN building_place p ON p.id = f.building
    UNION ALL
    SELECT 'centre', z.id, z.rev, p.province FROM centre z LEFT JOIN building_place p ON p.id = z.building
    UNION ALL
    SELECT 'occupancy_report', m.id, m.rev, p.province FROM occupancy_report m
        LEFT JOIN centre z ON z.id = m.centre LEFT JOIN building_place p ON p.id = z.building
    UNION ALL
    SELECT 'loan', l.id, l.rev, p.province FROM loan l LEFT JOIN building_place p ON p.id = l.building
    UNION ALL
    SELECT 'conflict', k.id, k.rev, coalesce(o.server ->> 'province', o.province, p.province) FROM conflict k
        LEFT JOIN owner o ON k.entity = 'owner' AND o.id = k.record
        LEFT JOIN assignment a ON k.entity = 'assignment' AND a.id = k.record
        LEFT JOIN evidence e ON k.entity = 'evidence' AND e.id = k.record
        LEFT JOIN finding f ON k.entity = 'finding' AND f.id = k.record
        LEFT JOIN occupancy_report m ON k.entity = 'occupancy_report' AND m.id = k.record
        LEFT JOIN centre z ON z.id = CASE k.entity WHEN 'centre' THEN k.record ELSE m.centre END
        LEFT JOIN inspection i ON i.id = CASE k.entity WHEN 'inspection' THEN k.record ELSE e.inspection END
        LEFT JOIN loan l ON l.id = CASE k.entity WHEN 'loan' THEN k.record ELSE e.loan END
        LEFT JOIN building_place p
            ON p.id = coalesce(a.building, i.building, f.building, z.building, l.building, k.record)
    UNION ALL
    SELECT 'policy', y.id, y.rev, NULL FROM policy y
    UNION ALL
    SELECT 'standard', s.id, s.rev, NULL FROM standard s
    UNION ALL
    SELECT 'scenario', t.id, t.rev, NULL FROM scenario t
    UNION ALL
    SELECT 'demand', q.id, q.rev, NULL FROM demand q
    UNION ALL
    SELECT 'account', n.id, n.rev, NULL FROM account n
)
SELECT entity, id, rev, coalesce(province, '') FROM place WHERE rev >= ?)");

} // namespace

Result<QList<PlacedRecord>> ScopeRepository::known() const
{
    return read(1);
}

Result<QList<PlacedRecord>> ScopeRepository::everything() const
{
    return read(0);
}

Result<QList<PlacedRecord>> ScopeRepository::read(qint64 leastRev) const
{
    auto query = m_database.run(kAll, {leastRev});
    if (!query)
        return query.error();
    QList<PlacedRecord> records;
    while ((*query)->next()) {
        auto entity = parse<Entity>((*query)->value(0).toString());
        if (!entity) {
            (*query)->finish();
            return entity.error();
        }
        records.append(
            {*entity, (*query)->value(1).toString(), (*query)->value(2).toLongLong(), (*query)->value(3).toString()});
    }
    return records;
}

Result<int> ScopeRepository::openConflicts(const QString &authorId) const
{
    const auto found = m_database.row(
        QStringLiteral("SELECT count(*) FROM conflict WHERE state = 'open' AND author = ? AND deleted = 0"),
        {authorId});
    if (!found)
        return found.error();
    return found.value()->value(0).toInt();
}

Result<QStringList> ScopeRepository::openConflictIds(const QString &authorId) const
{
    auto query = m_database.run(QStringLiteral("SELECT id FROM conflict WHERE state = 'open' AND deleted = 0 "
                                               "AND (? = '' OR author = ?) ORDER BY made_at, id"),
                                {authorId, authorId});
    if (!query)
        return query.error();
    QStringList ids;
    while ((*query)->next())
        ids.append((*query)->value(0).toString());
    return ids;
}

Result<QSet<QString>> ScopeRepository::settledConflictOps() const
{
    auto query = m_database.run(
        QStringLiteral("SELECT data ->> 'op_id' FROM conflict WHERE state <> 'open' AND deleted = 0"), {});
    if (!query)
        return query.error();
    QSet<QString> ops;
    while ((*query)->next())
        ops.insert((*query)->value(0).toString());
    return ops;
}

} // namespace markaz
