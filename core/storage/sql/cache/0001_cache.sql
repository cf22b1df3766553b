-- SPDX-FileCopyrightText: The Markaz developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The laptop's cache: the records of the account's scope, the changes that it owes the server, and a few named values.
-- Frozen once released: a later change is a file of its own, 0002_*.sql.
--
-- Every record table has one shape (core/storage/recordrepository.h):
--   id, rev, deleted      the record's id, the server's revision (0 = never seen by it), removed here but not there yet
--   generated columns     what lists filter, sort and join by, taken from `data`; never written by hand
--   sealed                BLOB: JSON of the fields that core/domain/recordspec.cpp marks as sealed, enciphered
--   server, server_sealed the server's last fields, only while local changes wait
--   data                  JSON of the fields that are not sealed
-- The generated columns stand before the long columns, so that reading them never walks through an answer sheet.
-- SQLite's planner does not see that an index covers a query of generated columns, though the engine then reads nothing
-- but the index. So queries say GROUP BY or ORDER BY in an index's own order, where they want it walked.

CREATE TABLE owner (
    id TEXT NOT NULL PRIMARY KEY,
    rev INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    name TEXT GENERATED ALWAYS AS (data ->> 'name') STORED,
    province TEXT GENERATED ALWAYS AS (data ->> 'province') STORED,
    sealed BLOB,
    server TEXT,
    server_sealed BLOB,
    data TEXT NOT NULL
);
CREATE INDEX owner_by_name ON owner (name COLLATE NOCASE);

CREATE TABLE building (
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
    sealed BLOB,
    server TEXT,
    server_sealed BLOB,
    data TEXT NOT NULL
);
-- Partial or with `deleted`, so that a list that hides what is deleted here reads nothing but the index.
-- Not unique: two laptops may have given the same code offline; the server decides and the feed brings its word.
CREATE INDEX building_by_code ON building (code, id, city, deleted);
CREATE INDEX building_by_name ON building (name COLLATE NOCASE, id, city) WHERE deleted = 0;
CREATE INDEX building_by_city ON building (city, code, id) WHERE deleted = 0;
CREATE INDEX building_by_area ON building (covered_area_sqft, id, city) WHERE deleted = 0;
CREATE INDEX building_by_idle ON building (idle_since, id, city) WHERE deleted = 0;
CREATE INDEX building_by_place ON building (latitude_e6, longitude_e6) WHERE deleted = 0;
CREATE INDEX building_by_owner ON building (owner);

CREATE TABLE assignment (
    id TEXT NOT NULL PRIMARY KEY,
    rev INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    building TEXT GENERATED ALWAYS AS (data ->> 'building') STORED,
    inspector TEXT GENERATED ALWAYS AS (data ->> 'inspector') STORED,
    kind TEXT GENERATED ALWAYS AS (data ->> 'kind') STORED,
    due TEXT GENERATED ALWAYS AS (data ->> 'due') STORED,
    state TEXT GENERATED ALWAYS AS (data ->> 'state') STORED,
    sealed BLOB,
    server TEXT,
    server_sealed BLOB,
    data TEXT NOT NULL
);
CREATE INDEX assignment_by_building ON assignment (building, state);
CREATE INDEX assignment_by_inspector ON assignment (inspector, state, due);

CREATE TABLE inspection (
    id TEXT NOT NULL PRIMARY KEY,
    rev INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    building TEXT GENERATED ALWAYS AS (data ->> 'building') STORED,
    inspector TEXT GENERATED ALWAYS AS (data ->> 'inspector') STORED,
    assignment TEXT GENERATED ALWAYS AS (data ->> 'assignment') STORED,
    previous TEXT GENERATED ALWAYS AS (data ->> 'previous') STORED,
    kind TEXT GENERATED ALWAYS AS (data ->> 'kind') STORED,
    state TEXT GENERATED ALWAYS AS (data ->> 'state') STORED,
    revision INTEGER GENERATED ALWAYS AS (data ->> 'revision') STORED,
    visit_outcome TEXT GENERATED ALWAYS AS (data ->> 'visit_outcome') STORED,
    started_at TEXT GENERATED ALWAYS AS (data ->> 'started_at') STORED,
    finished_at TEXT GENERATED ALWAYS AS (data ->> 'finished_at') STORED,
    standard_hash TEXT GENERATED ALWAYS AS (data ->> 'standard_hash') STORED,
    total_bp INTEGER GENERATED ALWAYS AS (data ->> '$.score.total_bp') STORED,
    verdict TEXT GENERATED ALWAYS AS (data ->> '$.score.verdict') STORED,
    failed TEXT GENERATED ALWAYS AS (data -> '$.score.failed') STORED,
    -- What the office said of a visit that took place: passed, refused, or nothing yet.
    decided TEXT GENERATED ALWAYS AS (
        CASE
            WHEN data ->> 'visit_outcome' IS NOT 'done' THEN NULL
            WHEN data ->> 'state' = 'rejected' THEN 'refused'
            WHEN data ->> 'state' = 'accepted' THEN
                CASE WHEN data ->> '$.score.verdict' = 'refused' THEN 'refused' ELSE 'passed' END
        END) STORED,
    sealed BLOB,
    server TEXT,
    server_sealed BLOB,
    data TEXT NOT NULL
);
CREATE INDEX inspection_by_building ON inspection (building, started_at, id);
CREATE INDEX inspection_by_state ON inspection (state, started_at, id);
CREATE INDEX inspection_by_inspector ON inspection (inspector, state, started_at);
CREATE INDEX inspection_by_previous ON inspection (previous) WHERE previous IS NOT NULL;
CREATE INDEX inspection_submitted ON inspection (building) WHERE state = 'submitted';
CREATE INDEX inspection_draft ON inspection (building, inspector, started_at, id) WHERE state = 'draft';
CREATE INDEX inspection_returned ON inspection (building) WHERE state = 'returned';
CREATE INDEX inspection_decided ON inspection (building, finished_at, id, decided) WHERE decided IS NOT NULL;
CREATE INDEX inspection_scored ON inspection (building, finished_at, state, total_bp, verdict)
    WHERE total_bp IS NOT NULL;

CREATE TABLE review (
    id TEXT NOT NULL PRIMARY KEY,
    rev INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    inspection TEXT GENERATED ALWAYS AS (data ->> 'inspection') STORED,
    reviewer TEXT GENERATED ALWAYS AS (data ->> 'reviewer') STORED,
    decision TEXT GENERATED ALWAYS AS (data ->> 'decision') STORED,
    made_at TEXT GENERATED ALWAYS AS (data ->> 'made_at') STORED,
    sealed BLOB,
    server TEXT,
    server_sealed BLOB,
    data TEXT NOT NULL
);
CREATE INDEX review_by_inspection ON review (inspection, made_at, id);

CREATE TABLE decision (
    id TEXT NOT NULL PRIMARY KEY,
    rev INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    kind TEXT GENERATED ALWAYS AS (data ->> 'kind') STORED,
    inspection TEXT GENERATED ALWAYS AS (data ->> 'inspection') STORED,
    certificate TEXT GENERATED ALWAYS AS (data ->> 'certificate') STORED,
    made_at TEXT GENERATED ALWAYS AS (data ->> 'made_at') STORED,
    sealed BLOB,
    server TEXT,
    server_sealed BLOB,
    data TEXT NOT NULL
);
CREATE INDEX decision_by_inspection ON decision (inspection) WHERE inspection IS NOT NULL;
CREATE INDEX decision_by_certificate ON decision (certificate) WHERE certificate IS NOT NULL;

CREATE TABLE certificate (
    id TEXT NOT NULL PRIMARY KEY,
    rev INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    number TEXT GENERATED ALWAYS AS (data ->> 'number') STORED,
    building TEXT GENERATED ALWAYS AS (data ->> 'building') STORED,
    inspection TEXT GENERATED ALWAYS AS (data ->> 'inspection') STORED,
    grade TEXT GENERATED ALWAYS AS (data ->> 'grade') STORED,
    seats INTEGER GENERATED ALWAYS AS (data ->> 'seats') STORED,
    valid_from TEXT GENERATED ALWAYS AS (data ->> 'valid_from') STORED,
    valid_until TEXT GENERATED ALWAYS AS (data ->> 'valid_until') STORED,
    state TEXT GENERATED ALWAYS AS (data ->> 'state') STORED,
    state_at TEXT GENERATED ALWAYS AS (data ->> 'state_at') STORED,
    issued_at TEXT GENERATED ALWAYS AS (data ->> 'issued_at') STORED,
    sealed BLOB,
    server TEXT,
    server_sealed BLOB,
    data TEXT NOT NULL
);
CREATE INDEX certificate_by_number ON certificate (number);
CREATE INDEX certificate_by_building ON certificate (building, issued_at, id);
CREATE INDEX certificate_by_inspection ON certificate (inspection, issued_at, id);
CREATE INDEX certificate_in_force ON certificate (building, grade, valid_until) WHERE state = 'issued';
CREATE INDEX certificate_by_issue ON certificate (issued_at, building, grade);

CREATE TABLE policy (
    id TEXT NOT NULL PRIMARY KEY,
    rev INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    version INTEGER GENERATED ALWAYS AS (data ->> 'version') STORED,
    sealed BLOB,
    server TEXT,
    server_sealed BLOB,
    data TEXT NOT NULL
);

CREATE TABLE account (
    id TEXT NOT NULL PRIMARY KEY,
    rev INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    display_name TEXT GENERATED ALWAYS AS (data ->> 'display_name') STORED,
    role TEXT GENERATED ALWAYS AS (data ->> 'role') STORED,
    sealed BLOB,
    server TEXT,
    server_sealed BLOB,
    data TEXT NOT NULL
);

CREATE TABLE conflict (
    id TEXT NOT NULL PRIMARY KEY,
    rev INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    entity TEXT GENERATED ALWAYS AS (data ->> 'entity') STORED,
    record TEXT GENERATED ALWAYS AS (data ->> 'record') STORED,
    author TEXT GENERATED ALWAYS AS (data ->> 'author') STORED,
    state TEXT GENERATED ALWAYS AS (data ->> 'state') STORED,
    made_at TEXT GENERATED ALWAYS AS (data ->> 'made_at') STORED,
    sealed BLOB,
    server TEXT,
    server_sealed BLOB,
    data TEXT NOT NULL
);
CREATE INDEX conflict_by_record ON conflict (record, state);
CREATE INDEX conflict_by_state ON conflict (state, made_at);

-- The gazetteer that the program carries, written by openCache when it differs.
CREATE TABLE province (
    code TEXT NOT NULL PRIMARY KEY,
    name_en TEXT NOT NULL,
    name_ur TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE city (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    province TEXT NOT NULL REFERENCES province (code) DEFERRABLE INITIALLY DEFERRED,
    prefix TEXT NOT NULL UNIQUE,
    tier INTEGER NOT NULL CHECK (tier BETWEEN 1 AND 3),
    population INTEGER NOT NULL,
    latitude_e6 INTEGER NOT NULL,
    longitude_e6 INTEGER NOT NULL
);
CREATE INDEX city_by_name ON city (name, province, tier);
CREATE INDEX city_by_tier ON city (tier, name, province);

-- The changes that this laptop owes the server, in the order of making. `payload` is sealed: it holds fields' values.
CREATE TABLE outbox (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    op_id TEXT NOT NULL UNIQUE,
    entity TEXT NOT NULL,
    record TEXT NOT NULL,
    kind TEXT NOT NULL,
    base_rev INTEGER NOT NULL,
    schema INTEGER NOT NULL,
    made_at TEXT NOT NULL,
    author TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting'
        CHECK (state IN ('waiting', 'sent', 'held', 'dead', 'acknowledged')),
    outcome TEXT,
    code TEXT NOT NULL DEFAULT '',
    field TEXT NOT NULL DEFAULT '',
    message TEXT NOT NULL DEFAULT '',
    attempts INTEGER NOT NULL DEFAULT 0,
    settled_at TEXT,
    payload BLOB NOT NULL
);
CREATE INDEX outbox_owed ON outbox (position) WHERE state IN ('waiting', 'sent', 'held');
CREATE INDEX outbox_of_record ON outbox (record, entity, position) WHERE state <> 'acknowledged';
CREATE INDEX outbox_blocking ON outbox (record, entity, position) WHERE state IN ('held', 'dead');
CREATE INDEX outbox_by_state ON outbox (state, settled_at);

CREATE TABLE sync_state (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- Where a building stands, derived from its records and stored nowhere. The first that holds:
--   certified, provisional  a certificate is issued and its validity reaches the asked day (full before provisional)
--   under_review            an inspection is submitted
--   inspected               the newest decided visit passed, and no certificate was made of it yet
--   assigned                an assignment is open, a draft exists, or a returned inspection waits to be taken up again
--   refused                 the newest decided visit was rejected, or accepted with the verdict refused
--   lapsed                  there is a certificate, but it is expired, suspended or revoked, or its validity has passed
--   identified              none of these
-- A visit that could not take place (no entry, owner absent ...) decides nothing. `full_until` and `provisional_until`
-- hold the last days of validity; the day itself is the reader's, so the first case is in
-- core/storage/buildingrepository.cpp and `later_stage` holds the others.
CREATE VIEW building_row AS
SELECT
    b.id AS id, b.code AS code, b.name AS name, b.address AS address, b.city AS city,
    b.covered_area_sqft AS covered_area_sqft, b.idle_since AS idle_since, b.sample AS sample,
    (SELECT max(c.valid_until) FROM certificate c
     WHERE c.building = b.id AND c.state = 'issued' AND c.grade = 'full') AS full_until,
    (SELECT max(c.valid_until) FROM certificate c
     WHERE c.building = b.id AND c.state = 'issued' AND c.grade = 'provisional') AS provisional_until,
    CASE
        WHEN EXISTS (SELECT 1 FROM inspection i WHERE i.building = b.id AND i.state = 'submitted') THEN 'under_review'
        ELSE
            CASE (SELECT CASE WHEN i.decided = 'passed'
                                   AND EXISTS (SELECT 1 FROM certificate c WHERE c.inspection = i.id) THEN 'used'
                              ELSE i.decided END
                  FROM inspection i WHERE i.building = b.id AND i.decided IS NOT NULL
                  ORDER BY i.finished_at DESC, i.id DESC LIMIT 1)
                WHEN 'passed' THEN 'inspected'
                WHEN 'refused' THEN
                    CASE WHEN EXISTS (SELECT 1 FROM building_at_work w WHERE w.building = b.id) THEN 'assigned'
                         ELSE 'refused' END
                WHEN 'used' THEN
                    CASE WHEN EXISTS (SELECT 1 FROM building_at_work w WHERE w.building = b.id) THEN 'assigned'
                         ELSE 'lapsed' END
                ELSE
                    CASE WHEN EXISTS (SELECT 1 FROM building_at_work w WHERE w.building = b.id) THEN 'assigned'
                         WHEN EXISTS (SELECT 1 FROM certificate c WHERE c.building = b.id) THEN 'lapsed'
                         ELSE 'identified' END
            END
    END AS later_stage,
    (SELECT i.total_bp FROM inspection i
     WHERE i.building = b.id AND i.total_bp IS NOT NULL
     ORDER BY i.finished_at DESC LIMIT 1) AS last_score_bp
FROM building b
WHERE b.deleted = 0;

-- Buildings that an inspector has work with.
CREATE VIEW building_at_work AS
SELECT a.building AS building FROM assignment a WHERE a.state = 'open'
UNION ALL
SELECT i.building FROM inspection i WHERE i.state = 'draft'
UNION ALL
SELECT i.building FROM inspection i
WHERE i.state = 'returned' AND NOT EXISTS (SELECT 1 FROM inspection n WHERE n.previous = i.id);
