// SPDX-FileCopyrightText: The Markaz developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/figurestanding.h"

#include "core/storage/inforce.h"

namespace markaz {
namespace {

/// What a building has in force can become another thing on these days alone: a certificate's first day, the one behind
/// its last, and those of its moves and of the decisions on it. On each of them it is asked as for any day; with one
/// max() SQLite takes the other columns from that row, and the outer query reads `newest`, or it would be free to leave
/// it out, and with it the choice of the row.
QString standingNow()
{
    return QStringLiteral(R"(
INSERT INTO figure_standing (building, since, until, city, grade, seats, valid_until, area)
WITH paper (building, city, area, id) AS MATERIALIZED (
    SELECT b.id, b.city, b.covered_area_sqft, x.id FROM figure_due AS d CROSS JOIN building AS b ON b.id = d.id
    CROSS JOIN city AS c ON c.id = b.city CROSS JOIN building AS m ON m.whole = b.id
    CROSS JOIN certificate AS x ON x.building = m.id
    WHERE d.entity = 'standing' AND b.deleted = 0 AND x.deleted = 0
), turn (building, day) AS (
    SELECT p.building, x.valid_from FROM paper AS p CROSS JOIN certificate AS x ON x.id = p.id
    UNION SELECT p.building, date(x.valid_until, '+1 day') FROM paper AS p CROSS JOIN certificate AS x ON x.id = p.id
    UNION SELECT p.building, date(x.state_at, '+5 hours') FROM paper AS p CROSS JOIN certificate AS x ON x.id = p.id
    UNION SELECT p.building, date(d.counted_at, '+5 hours') FROM paper AS p
    CROSS JOIN decision AS d ON d.certificate = p.id
), at (building, day, behind) AS MATERIALIZED (
    SELECT building, day, strftime('%Y-%m-%dT%H:%M:%fZ', day, '+1 day', '-5 hours') FROM turn WHERE day IS NOT NULL
), held (building, day, newest, city, area, grade, seats, last) AS MATERIALIZED (
    SELECT at.building, at.day, max(x.issued_at || x.id), p.city, p.area, x.grade, x.seats, x.valid_until
    FROM at CROSS JOIN paper AS p ON p.building = at.building CROSS JOIN certificate AS x ON x.id = p.id
    WHERE )") +
           certificateInForce() + QStringLiteral(R"( GROUP BY at.building, at.day
), span (building, since, until, newest, city, area, grade, seats, last) AS (
    SELECT at.building, at.day, lead(at.day) OVER (PARTITION BY at.building ORDER BY at.day), h.newest, h.city, h.area,
           h.grade, h.seats, h.last
    FROM at LEFT JOIN held AS h ON h.building = at.building AND h.day = at.day
)
SELECT building, since, coalesce(until, '9999-12-31'), city, coalesce(grade, ''), coalesce(seats, 0), last,
       coalesce(area, 0)
FROM span WHERE newest <> '')");
}

} // namespace

Result<void> renewStanding(Database &database)
{
    const auto due = database.row(QStringLiteral("SELECT 1 FROM figure_due WHERE entity = 'standing' LIMIT 1"));
    if (!due)
        return due.error();
    if (!due->has_value())
        return {};
    const auto gone = database.run(QStringLiteral("DELETE FROM figure_standing WHERE building IN "
                                                  "(SELECT id FROM figure_due WHERE entity = 'standing')"));
    if (!gone)
        return gone.error();
    static const QString sql = standingNow();
    const auto written = database.run(sql);
    return written ? Result<void>() : Result<void>(written.error());
}

} // namespace markaz
