-- SPDX-FileCopyrightText: The Markaz developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What the dashboard shows, counted while records change and not when somebody looks (core/storage/figurecells.h).
--
-- Triggers note in figure_due which record's part in the figures may be another one now; before the transaction is
-- committed settleFigures() takes the part that was counted of it (figure_part) out of the cells and puts its present
-- one in, as the views figure_of_* say it. So the cells are at any time the sum of the parts, and a part the function of
-- its record, its building and its city, whatever came before and in whatever order.
--
-- Days are Pakistan's, '2026-11-24', months '2026-11'; a city is the one of the whole building (0008_merged.sql).

CREATE TABLE figure_due (
    -- building (all that hangs on it), assignment, inspection, certificate; standing: from when to when the whole
    -- building has a certificate in force; centre: all that it reported; report: what it reported of a month ("id month",
    -- two laptops may have); everything: count anew.
    entity TEXT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (entity, id)
) WITHOUT ROWID;

-- The items' numbers in bit sets and counters. They stay.
CREATE TABLE figure_item (nr INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE);

-- What was counted of a record.
CREATE TABLE figure_part (
    entity TEXT NOT NULL,
    id TEXT NOT NULL,
    building TEXT NOT NULL,
    city INTEGER NOT NULL,
    day TEXT,                         -- by which the figures count it
    steps INTEGER NOT NULL,           -- 1 assigned, 2 inspected, 4 reviewed, 8 certified: what it proves of its building
    waiting INTEGER NOT NULL,         -- for review
    grade TEXT,                       -- of a certificate
    band INTEGER,                     -- of the score, 0 to 19; NULL: not scored, or taken back
    verdict TEXT,
    answered BLOB,                    -- bit sets of items, by settleFigures()
    failed BLOB,
    PRIMARY KEY (entity, id)
) WITHOUT ROWID;
CREATE INDEX figure_part_by_day ON figure_part (entity, city, day);

-- Numbers that add up: buildings and waiting (month ''), full and provisional by the month of issue.
CREATE TABLE figure_count (
    figure TEXT NOT NULL,
    month TEXT NOT NULL,
    city INTEGER NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (figure, month, city)
) WITHOUT ROWID;

-- The days on which a building reached a step, and how many parts say so. Step 1 has the day ''.
CREATE TABLE figure_reach (
    step INTEGER NOT NULL,
    building TEXT NOT NULL,
    day TEXT NOT NULL,
    city INTEGER NOT NULL,
    parts INTEGER NOT NULL,
    PRIMARY KEY (step, building, day)
) WITHOUT ROWID;
CREATE INDEX figure_reach_by_day ON figure_reach (step, city, day, building);

-- How many buildings reached the step in a month, by the last month before in which they did ('' = never). The
-- buildings that reached it between two months, each once, are those of these months whose `before` lies before them.
CREATE TABLE figure_distinct (
    step INTEGER NOT NULL,
    month TEXT NOT NULL,
    before TEXT NOT NULL,
    province TEXT NOT NULL,
    tier INTEGER NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (step, month, before, province, tier)
) WITHOUT ROWID;

-- Scored visits: numbers of 32 bits (core/storage/figurecounts.h), all of them, by band and verdict, by item.
CREATE TABLE figure_scored (
    month TEXT NOT NULL,
    province TEXT NOT NULL,
    tier INTEGER NOT NULL,
    counts BLOB NOT NULL,
    PRIMARY KEY (month, province, tier)
);

-- A building's newest certificate in force, from a day on until before another one.
CREATE TABLE figure_standing (
    building TEXT NOT NULL,
    since TEXT NOT NULL,
    until TEXT NOT NULL,
    city INTEGER NOT NULL,
    grade TEXT NOT NULL,
    seats INTEGER NOT NULL,
    valid_until TEXT NOT NULL,
    area INTEGER NOT NULL, -- the building's, in square feet
    PRIMARY KEY (building, since)
) WITHOUT ROWID;
CREATE INDEX figure_standing_by_city ON figure_standing (city, grade, since, until, seats, valid_until, area);

-- By how much the buildings in force became more on a day.
CREATE TABLE figure_turn (
    day TEXT NOT NULL,
    province TEXT NOT NULL,
    tier INTEGER NOT NULL,
    full INTEGER NOT NULL,
    provisional INTEGER NOT NULL,
    PRIMARY KEY (day, province, tier)
) WITHOUT ROWID;

-- What a centre reported of a month: of two reports the newer.
CREATE TABLE figure_report (
    centre TEXT NOT NULL,
    month TEXT NOT NULL,
    city INTEGER NOT NULL,
    seats INTEGER NOT NULL,
    taken INTEGER NOT NULL,
    freelancers INTEGER NOT NULL,
    other_staff INTEGER NOT NULL,
    paid INTEGER NOT NULL, -- paisa, for the seats taken
    PRIMARY KEY (centre, month)
) WITHOUT ROWID;

-- The same of all centres of a city, together.
CREATE TABLE figure_reported (
    month TEXT NOT NULL,
    city INTEGER NOT NULL,
    centres INTEGER NOT NULL,
    mixed INTEGER NOT NULL, -- of them: with other staff
    seats INTEGER NOT NULL,
    taken INTEGER NOT NULL,
    freelancers INTEGER NOT NULL,
    other_staff INTEGER NOT NULL,
    paid INTEGER NOT NULL,
    PRIMARY KEY (month, city)
) WITHOUT ROWID;

-- What a record adds to the figures as it stands now (core/storage/dashboardsql.h says the same of the rows behind them).
-- What belongs to a building that was merged counts as that of the one that it was merged into; what belongs to a removed
-- one counts nowhere.
CREATE VIEW figure_of_assignment AS
SELECT x.id AS id, b.id AS building, b.city AS city, NULL AS day, 1 AS steps, 0 AS waiting,
       NULL AS grade, NULL AS band, NULL AS verdict
FROM assignment AS x CROSS JOIN building AS m ON m.id = x.building CROSS JOIN building AS b ON b.id = m.whole
CROSS JOIN city AS c ON c.id = b.city
WHERE x.state <> 'cancelled' AND x.deleted = 0 AND b.deleted = 0;

-- A returned visit is replaced by its next revision: it was made, but its score does not stand.
CREATE VIEW figure_of_inspection AS
SELECT x.id AS id, b.id AS building, b.city AS city, date(x.counted_at, '+5 hours') AS day,
       CASE WHEN x.visit_outcome IS NOT 'done' OR x.state = 'draft' OR date(x.counted_at) IS NULL THEN 1
            WHEN x.state IN ('accepted', 'rejected') THEN 7 ELSE 3 END AS steps,
       coalesce(x.state = 'submitted', 0) AS waiting, NULL AS grade,
       CASE WHEN x.total_bp IS NOT NULL AND x.state IN ('submitted', 'accepted', 'rejected')
                 AND date(x.counted_at) IS NOT NULL
            THEN max(0, min(x.total_bp / 500, 19)) END AS band,
       x.verdict AS verdict
FROM inspection AS x CROSS JOIN building AS m ON m.id = x.building CROSS JOIN building AS b ON b.id = m.whole
CROSS JOIN city AS c ON c.id = b.city
WHERE x.deleted = 0 AND b.deleted = 0;

-- Whoever reached a later step counts in those before it.
CREATE VIEW figure_of_certificate AS
SELECT x.id AS id, b.id AS building, b.city AS city, date(x.issued_at, '+5 hours') AS day,
       CASE WHEN date(x.issued_at) IS NULL THEN 1 ELSE 15 END AS steps, 0 AS waiting,
       CASE WHEN date(x.issued_at) IS NOT NULL THEN x.grade END AS grade, NULL AS band, NULL AS verdict
FROM certificate AS x CROSS JOIN building AS m ON m.id = x.building CROSS JOIN building AS b ON b.id = m.whole
CROSS JOIN city AS c ON c.id = b.city
WHERE x.deleted = 0 AND b.deleted = 0;

-- From parts to cells.
CREATE TRIGGER figure_part_counts AFTER INSERT ON figure_part
BEGIN
    INSERT INTO figure_reach (step, building, day, city, parts)
    SELECT s.step, new.building, CASE s.step WHEN 1 THEN '' ELSE new.day END, new.city, 1
    FROM (SELECT 1 AS step UNION ALL SELECT 2 UNION ALL SELECT 4 UNION ALL SELECT 8) AS s
    WHERE new.steps & s.step
    ON CONFLICT (step, building, day) DO UPDATE SET parts = parts + 1;
    INSERT INTO figure_count (figure, month, city, n) SELECT 'waiting', '', new.city, 1 WHERE new.waiting
    ON CONFLICT (figure, month, city) DO UPDATE SET n = n + 1;
    INSERT INTO figure_count (figure, month, city, n)
    SELECT new.grade, substr(new.day, 1, 7), new.city, 1 WHERE new.grade IS NOT NULL
    ON CONFLICT (figure, month, city) DO UPDATE SET n = n + 1;
END;

CREATE TRIGGER figure_part_goes AFTER DELETE ON figure_part
BEGIN
    UPDATE figure_reach SET parts = parts - 1
    WHERE step IN (1, 2, 4, 8) AND building = old.building AND day IN ('', old.day)
        AND old.steps & step AND (step = 1) = (day = '');
    DELETE FROM figure_reach
    WHERE step IN (1, 2, 4, 8) AND building = old.building AND day IN ('', old.day) AND parts = 0;
    UPDATE figure_count SET n = n - 1
    WHERE old.waiting AND figure = 'waiting' AND month = '' AND city = old.city;
    UPDATE figure_count SET n = n - 1
    WHERE old.grade IS NOT NULL AND figure = old.grade AND month = substr(old.day, 1, 7) AND city = old.city;
END;

-- Where a month joins or leaves a building's months, the next one behind it has another one before it.
CREATE TRIGGER figure_reach_counts AFTER INSERT ON figure_reach
WHEN NOT EXISTS (SELECT 1 FROM figure_reach AS r WHERE r.step = new.step AND r.building = new.building
                 AND r.day >= substr(new.day, 1, 7) AND r.day < substr(new.day, 1, 7) || '~' AND r.day <> new.day)
BEGIN
    INSERT INTO figure_distinct (step, month, before, province, tier, n)
    SELECT new.step, CASE k.k WHEN 1 THEN substr(new.day, 1, 7) ELSE substr(n.after, 1, 7) END,
           CASE k.k WHEN 3 THEN substr(new.day, 1, 7) ELSE substr(n.before, 1, 7) END, c.province, c.tier,
           CASE k.k WHEN 2 THEN -1 ELSE 1 END
    FROM (SELECT coalesce((SELECT max(day) FROM figure_reach WHERE step = new.step AND building = new.building
                           AND day < substr(new.day, 1, 7)), '') AS before,
                 (SELECT min(day) FROM figure_reach WHERE step = new.step AND building = new.building
                  AND day >= substr(new.day, 1, 7) || '~') AS after) AS n
    CROSS JOIN city AS c CROSS JOIN (SELECT 1 AS k UNION ALL SELECT 2 UNION ALL SELECT 3) AS k
    WHERE c.id = new.city AND (k.k = 1 OR n.after IS NOT NULL)
    ON CONFLICT (step, month, before, province, tier) DO UPDATE SET n = n + excluded.n;
END;

CREATE TRIGGER figure_reach_goes AFTER DELETE ON figure_reach
WHEN NOT EXISTS (SELECT 1 FROM figure_reach AS r WHERE r.step = old.step AND r.building = old.building
                 AND r.day >= substr(old.day, 1, 7) AND r.day < substr(old.day, 1, 7) || '~')
BEGIN
    INSERT INTO figure_distinct (step, month, before, province, tier, n)
    SELECT old.step, CASE k.k WHEN 1 THEN substr(old.day, 1, 7) ELSE substr(n.after, 1, 7) END,
           CASE k.k WHEN 3 THEN substr(old.day, 1, 7) ELSE substr(n.before, 1, 7) END, c.province, c.tier,
           CASE k.k WHEN 2 THEN 1 ELSE -1 END
    FROM (SELECT coalesce((SELECT max(day) FROM figure_reach WHERE step = old.step AND building = old.building
                           AND day < substr(old.day, 1, 7)), '') AS before,
                 (SELECT min(day) FROM figure_reach WHERE step = old.step AND building = old.building
                  AND day >= substr(old.day, 1, 7) || '~') AS after) AS n
    CROSS JOIN city AS c CROSS JOIN (SELECT 1 AS k UNION ALL SELECT 2 UNION ALL SELECT 3) AS k
    WHERE c.id = old.city AND (k.k = 1 OR n.after IS NOT NULL)
    ON CONFLICT (step, month, before, province, tier) DO UPDATE SET n = n + excluded.n;
END;

CREATE TRIGGER figure_standing_counts AFTER INSERT ON figure_standing
BEGIN
    INSERT INTO figure_turn (day, province, tier, full, provisional)
    SELECT t.day, c.province, c.tier, t.n * (new.grade = 'full'), t.n * (new.grade = 'provisional')
    FROM city AS c CROSS JOIN (SELECT new.since AS day, 1 AS n UNION ALL SELECT new.until, -1) AS t
    WHERE c.id = new.city
    ON CONFLICT (day, province, tier)
    DO UPDATE SET full = full + excluded.full, provisional = provisional + excluded.provisional;
END;

CREATE TRIGGER figure_standing_goes AFTER DELETE ON figure_standing
BEGIN
    INSERT INTO figure_turn (day, province, tier, full, provisional)
    SELECT t.day, c.province, c.tier, t.n * (old.grade = 'full'), t.n * (old.grade = 'provisional')
    FROM city AS c CROSS JOIN (SELECT old.since AS day, -1 AS n UNION ALL SELECT old.until, 1) AS t
    WHERE c.id = old.city
    ON CONFLICT (day, province, tier)
    DO UPDATE SET full = full + excluded.full, provisional = provisional + excluded.provisional;
END;

CREATE TRIGGER figure_report_counts AFTER INSERT ON figure_report
BEGIN
    INSERT INTO figure_reported (month, city, centres, mixed, seats, taken, freelancers, other_staff, paid)
    VALUES (new.month, new.city, 1, (new.other_staff > 0), new.seats, new.taken, new.freelancers,
            new.other_staff, new.paid)
    ON CONFLICT (month, city) DO UPDATE SET centres = centres + excluded.centres, mixed = mixed + excluded.mixed,
        seats = seats + excluded.seats, taken = taken + excluded.taken,
        freelancers = freelancers + excluded.freelancers, other_staff = other_staff + excluded.other_staff,
        paid = paid + excluded.paid;
END;

CREATE TRIGGER figure_report_goes AFTER DELETE ON figure_report
BEGIN
    INSERT INTO figure_reported (month, city, centres, mixed, seats, taken, freelancers, other_staff, paid)
    VALUES (old.month, old.city, -1, -(old.other_staff > 0), -old.seats, -old.taken, -old.freelancers,
            -old.other_staff, -old.paid)
    ON CONFLICT (month, city) DO UPDATE SET centres = centres + excluded.centres, mixed = mixed + excluded.mixed,
        seats = seats + excluded.seats, taken = taken + excluded.taken,
        freelancers = freelancers + excluded.freelancers, other_staff = other_staff + excluded.other_staff,
        paid = paid + excluded.paid;
END;

-- From records to what is due. A building counts for itself at once; what hangs on it follows where it exists.
CREATE TRIGGER figure_building_comes AFTER INSERT ON building
BEGIN
    INSERT INTO figure_count (figure, month, city, n)
    SELECT 'buildings', '', new.city, 1 WHERE new.deleted = 0 AND new.merged_into IS NULL AND new.city IS NOT NULL
    ON CONFLICT (figure, month, city) DO UPDATE SET n = n + 1;
    INSERT INTO figure_due (entity, id)
    SELECT 'building', new.id
    WHERE EXISTS (SELECT 1 FROM inspection WHERE building = new.id)
       OR EXISTS (SELECT 1 FROM assignment WHERE building = new.id)
       OR EXISTS (SELECT 1 FROM certificate WHERE building = new.id)
       OR EXISTS (SELECT 1 FROM centre WHERE building = new.id)
       OR EXISTS (SELECT 1 FROM building WHERE whole = new.id AND id <> new.id)
    ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER figure_building_changes AFTER UPDATE OF data, deleted ON building
WHEN old.city IS NOT new.city OR old.deleted IS NOT new.deleted OR old.merged_into IS NOT new.merged_into
BEGIN
    UPDATE figure_count SET n = n - 1
    WHERE old.deleted = 0 AND old.merged_into IS NULL AND figure = 'buildings' AND month = '' AND city = old.city;
    INSERT INTO figure_count (figure, month, city, n)
    SELECT 'buildings', '', new.city, 1 WHERE new.deleted = 0 AND new.merged_into IS NULL AND new.city IS NOT NULL
    ON CONFLICT (figure, month, city) DO UPDATE SET n = n + 1;
    INSERT INTO figure_due (entity, id) VALUES ('building', new.id), ('standing', old.whole) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER figure_building_grows AFTER UPDATE OF data ON building
WHEN old.covered_area_sqft IS NOT new.covered_area_sqft
BEGIN
    INSERT INTO figure_due (entity, id) VALUES ('standing', new.id) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER figure_building_goes AFTER DELETE ON building
BEGIN
    UPDATE figure_count SET n = n - 1
    WHERE old.deleted = 0 AND old.merged_into IS NULL AND figure = 'buildings' AND month = '' AND city = old.city;
    INSERT INTO figure_due (entity, id) VALUES ('building', old.id), ('standing', old.whole) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER figure_assignment_comes AFTER INSERT ON assignment
BEGIN
    INSERT INTO figure_due (entity, id) VALUES ('assignment', new.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER figure_assignment_changes AFTER UPDATE OF data, deleted ON assignment
WHEN old.building IS NOT new.building OR old.state IS NOT new.state OR old.deleted IS NOT new.deleted
BEGIN
    INSERT INTO figure_due (entity, id) VALUES ('assignment', new.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER figure_assignment_goes AFTER DELETE ON assignment
BEGIN
    INSERT INTO figure_due (entity, id) VALUES ('assignment', old.id) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER figure_inspection_comes AFTER INSERT ON inspection
BEGIN
    INSERT INTO figure_due (entity, id) VALUES ('inspection', new.id) ON CONFLICT DO NOTHING;
END;
-- An answer of a draft leaves `data` as it is: nothing is taken from it here.
CREATE TRIGGER figure_inspection_changes AFTER UPDATE OF data, sheet, deleted ON inspection
WHEN old.deleted IS NOT new.deleted OR (new.total_bp IS NOT NULL AND old.sheet IS NOT new.sheet)
    OR (old.data IS NOT new.data
        AND (old.building IS NOT new.building OR old.state IS NOT new.state OR old.visit_outcome IS NOT new.visit_outcome
             OR old.counted_at IS NOT new.counted_at OR old.total_bp IS NOT new.total_bp
             OR old.verdict IS NOT new.verdict OR old.failed IS NOT new.failed))
BEGIN
    INSERT INTO figure_due (entity, id) VALUES ('inspection', new.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER figure_inspection_goes AFTER DELETE ON inspection
BEGIN
    INSERT INTO figure_due (entity, id) VALUES ('inspection', old.id) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER figure_certificate_comes AFTER INSERT ON certificate
BEGIN
    INSERT INTO figure_due (entity, id) VALUES ('certificate', new.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER figure_certificate_changes AFTER UPDATE OF data, deleted ON certificate
WHEN old.data IS NOT new.data OR old.deleted IS NOT new.deleted
BEGIN
    INSERT INTO figure_due (entity, id) VALUES ('certificate', new.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER figure_certificate_goes AFTER DELETE ON certificate
BEGIN
    INSERT INTO figure_due (entity, id) VALUES ('certificate', old.id) ON CONFLICT DO NOTHING;
END;

-- What officers decided says from when to when a certificate was in force (core/storage/inforce.h).
CREATE TRIGGER figure_decision_comes AFTER INSERT ON decision WHEN new.certificate IS NOT NULL
BEGIN
    INSERT INTO figure_due (entity, id) VALUES ('certificate', new.certificate) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER figure_decision_changes AFTER UPDATE OF rev, deleted, data ON decision
BEGIN
    INSERT INTO figure_due (entity, id) SELECT 'certificate', old.certificate WHERE old.certificate IS NOT NULL
    ON CONFLICT DO NOTHING;
    INSERT INTO figure_due (entity, id) SELECT 'certificate', new.certificate WHERE new.certificate IS NOT NULL
    ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER figure_decision_goes AFTER DELETE ON decision WHEN old.certificate IS NOT NULL
BEGIN
    INSERT INTO figure_due (entity, id) VALUES ('certificate', old.certificate) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER figure_centre_comes AFTER INSERT ON centre
BEGIN
    INSERT INTO figure_due (entity, id) VALUES ('centre', new.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER figure_occupancy_comes AFTER INSERT ON occupancy_report
WHEN new.centre IS NOT NULL AND new.month IS NOT NULL
BEGIN
    INSERT INTO figure_due (entity, id) VALUES ('report', new.centre || ' ' || new.month) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER figure_centre_goes AFTER DELETE ON centre
BEGIN
    INSERT INTO figure_due (entity, id) VALUES ('centre', old.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER figure_occupancy_goes AFTER DELETE ON occupancy_report
WHEN old.centre IS NOT NULL AND old.month IS NOT NULL
BEGIN
    INSERT INTO figure_due (entity, id) VALUES ('report', old.centre || ' ' || old.month) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER figure_centre_changes AFTER UPDATE OF data, deleted ON centre
WHEN old.building IS NOT new.building OR old.deleted IS NOT new.deleted
BEGIN
    INSERT INTO figure_due (entity, id) VALUES ('centre', new.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER figure_occupancy_changes AFTER UPDATE OF data, deleted ON occupancy_report
WHEN old.data IS NOT new.data OR old.deleted IS NOT new.deleted
BEGIN
    INSERT INTO figure_due (entity, id)
    SELECT 'report', old.centre || ' ' || old.month WHERE old.centre IS NOT NULL AND old.month IS NOT NULL
    ON CONFLICT DO NOTHING;
    INSERT INTO figure_due (entity, id)
    SELECT 'report', new.centre || ' ' || new.month WHERE new.centre IS NOT NULL AND new.month IS NOT NULL
    ON CONFLICT DO NOTHING;
END;

-- Cities give the figures their province and tier. They change with the program, and seldom: all is counted anew, as it
-- is of what stands here already; openCache settles it before anybody reads.
CREATE TRIGGER figure_city_comes AFTER INSERT ON city
BEGIN
    INSERT INTO figure_due (entity, id) VALUES ('everything', '') ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER figure_city_changes AFTER UPDATE ON city
BEGIN
    INSERT INTO figure_due (entity, id) VALUES ('everything', '') ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER figure_city_goes AFTER DELETE ON city
BEGIN
    INSERT INTO figure_due (entity, id) VALUES ('everything', '') ON CONFLICT DO NOTHING;
END;
INSERT INTO figure_due (entity, id) VALUES ('everything', '');
