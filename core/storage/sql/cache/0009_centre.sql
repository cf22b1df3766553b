-- SPDX-FileCopyrightText: The Markaz developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Centres and what they report month by month (core/domain/centre.h).

CREATE TABLE centre (
    id TEXT NOT NULL PRIMARY KEY,
    rev INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    building TEXT GENERATED ALWAYS AS (data ->> 'building') STORED,
    name TEXT GENERATED ALWAYS AS (data ->> 'name') STORED,
    seats INTEGER GENERATED ALWAYS AS (data ->> 'seats') STORED,
    seat_rate_paisa INTEGER GENERATED ALWAYS AS (data ->> 'seat_rate_paisa') STORED,
    closed_on TEXT GENERATED ALWAYS AS (data ->> 'closed_on') STORED,
    sealed BLOB,
    server TEXT,
    server_sealed BLOB,
    data TEXT NOT NULL,
    sheet TEXT
);
CREATE INDEX centre_by_name ON centre (name COLLATE NOCASE, id, building) WHERE deleted = 0;
CREATE INDEX centre_by_building ON centre (building);

CREATE TABLE occupancy_report (
    id TEXT NOT NULL PRIMARY KEY,
    rev INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    centre TEXT GENERATED ALWAYS AS (data ->> 'centre') STORED,
    month TEXT GENERATED ALWAYS AS (data ->> 'month') STORED,
    seats INTEGER GENERATED ALWAYS AS (data ->> 'seats') STORED,
    seats_taken INTEGER GENERATED ALWAYS AS (data ->> 'seats_taken') STORED,
    sealed BLOB,
    server TEXT,
    server_sealed BLOB,
    data TEXT NOT NULL,
    sheet TEXT
);
-- Not unique: two laptops may have reported a month offline; the server takes one and says so to the other.
CREATE INDEX occupancy_report_by_centre ON occupancy_report (centre, month, id, deleted, seats, seats_taken);
