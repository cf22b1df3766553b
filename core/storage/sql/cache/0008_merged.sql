-- SPDX-FileCopyrightText: The Markaz developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- A building may be another one once more: `merged_into` names that one, and `whole` is the building that all of both
-- belongs to, the building itself where it is not merged. Lists walk indexes that leave the merged ones out. The table
-- is made anew, so that the two stand before the long columns and are no work to read.

DROP VIEW building_row;

CREATE TABLE building_new (
    id TEXT NOT NULL PRIMARY KEY,
    rev INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    code TEXT GENERATED ALWAYS AS (data ->> 'code') STORED,
    name TEXT GENERATED ALWAYS AS (data ->> 'name') STORED,
    address TEXT GENERATED ALWAYS AS (data ->> 'address') STORED,
    city INTEGER GENERATED ALWAYS AS (data ->> 'city') STORED,
    owner TEXT GENERATED ALWAYS AS (data ->> 'owner') STORED,
    covered_area_sqft INTEGER GENERATED ALWAYS AS (data ->> 'covered_area_sqft') STORED,
    idle_since TEXT GENERATED ALWAYS AS (data ->> 'idle_since') STORED,
    latitude_e6 INTEGER GENERATED ALWAYS AS (data ->> 'latitude_e6') STORED,
    longitude_e6 INTEGER GENERATED ALWAYS AS (data ->> 'longitude_e6') STORED,
    sample INTEGER GENERATED ALWAYS AS (coalesce(data ->> 'sample', 0)) STORED,
    merged_into TEXT GENERATED ALWAYS AS (data ->> 'merged_into') STORED,
    whole TEXT GENERATED ALWAYS AS (coalesce(data ->> 'merged_into', id)) STORED,
    sealed BLOB,
    server TEXT,
    server_sealed BLOB,
    data TEXT NOT NULL,
    sheet TEXT
);
INSERT INTO building_new (id, rev, deleted, sealed, server, server_sealed, data, sheet)
SELECT id, rev, deleted, sealed, server, server_sealed, data, sheet FROM building ORDER BY rowid;
DROP TABLE building;
ALTER TABLE building_new RENAME TO building;

CREATE INDEX building_by_code ON building (code, id, city, deleted, merged_into);
CREATE INDEX building_by_name ON building (name COLLATE NOCASE, id, city) WHERE deleted = 0 AND merged_into IS NULL;
CREATE INDEX building_by_city ON building (city, code, id) WHERE deleted = 0 AND merged_into IS NULL;
CREATE INDEX building_by_area ON building (covered_area_sqft, id, city) WHERE deleted = 0 AND merged_into IS NULL;
CREATE INDEX building_by_idle ON building (idle_since, id, city) WHERE deleted = 0 AND merged_into IS NULL;
CREATE INDEX building_by_place ON building (latitude_e6, longitude_e6) WHERE deleted = 0 AND merged_into IS NULL;
CREATE INDEX building_by_owner ON building (owner);
CREATE INDEX building_by_whole ON building (whole, id);
CREATE INDEX city_by_province ON city (province, name);

-- As in 0001, where the order of the cases stands, but of all that belongs to the building and to what was merged into
-- it. A merged one has nothing of its own any more.
CREATE VIEW building_row AS
SELECT
    b.id AS id, b.code AS code, b.name AS name, b.address AS address, b.city AS city,
    b.covered_area_sqft AS covered_area_sqft, b.idle_since AS idle_since, b.sample AS sample,
    b.merged_into AS merged_into,
    (SELECT max(c.valid_until) FROM building m CROSS JOIN certificate c ON c.building = m.id
     WHERE m.whole = b.id AND c.state = 'issued' AND c.grade = 'full') AS full_until,
    (SELECT max(c.valid_until) FROM building m CROSS JOIN certificate c ON c.building = m.id
     WHERE m.whole = b.id AND c.state = 'issued' AND c.grade = 'provisional') AS provisional_until,
    CASE
        WHEN EXISTS (SELECT 1 FROM building m CROSS JOIN inspection i ON i.building = m.id
                     WHERE m.whole = b.id AND i.state = 'submitted') THEN 'under_review'
        ELSE
            CASE (SELECT CASE WHEN i.decided = 'passed'
                                   AND EXISTS (SELECT 1 FROM certificate c WHERE c.inspection = i.id) THEN 'used'
                              ELSE i.decided END
                  FROM building m CROSS JOIN inspection i ON i.building = m.id
                  WHERE m.whole = b.id AND i.decided IS NOT NULL
                  ORDER BY i.finished_at DESC, i.id DESC LIMIT 1)
                WHEN 'passed' THEN 'inspected'
                WHEN 'refused' THEN
                    CASE WHEN EXISTS (SELECT 1 FROM building m CROSS JOIN building_at_work w ON w.building = m.id
                                      WHERE m.whole = b.id) THEN 'assigned'
                         ELSE 'refused' END
                WHEN 'used' THEN
                    CASE WHEN EXISTS (SELECT 1 FROM building m CROSS JOIN building_at_work w ON w.building = m.id
                                      WHERE m.whole = b.id) THEN 'assigned'
                         ELSE 'lapsed' END
                ELSE
                    CASE WHEN EXISTS (SELECT 1 FROM building m CROSS JOIN building_at_work w ON w.building = m.id
                                      WHERE m.whole = b.id) THEN 'assigned'
                         WHEN EXISTS (SELECT 1 FROM building m CROSS JOIN certificate c ON c.building = m.id
                                      WHERE m.whole = b.id) THEN 'lapsed'
                         ELSE 'identified' END
            END
    END AS later_stage,
    (SELECT i.total_bp FROM building m CROSS JOIN inspection i ON i.building = m.id
     WHERE m.whole = b.id AND i.total_bp IS NOT NULL
     ORDER BY i.finished_at DESC LIMIT 1) AS last_score_bp
FROM building b
WHERE b.deleted = 0;
