-- SPDX-FileCopyrightText: The Markaz developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What is to be mended in a building (core/domain/finding.h).

CREATE TABLE finding (
    id TEXT NOT NULL PRIMARY KEY,
    rev INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    inspection TEXT GENERATED ALWAYS AS (data ->> 'inspection') STORED,
    building TEXT GENERATED ALWAYS AS (data ->> 'building') STORED,
    item TEXT GENERATED ALWAYS AS (data ->> 'item') STORED,
    severity TEXT GENERATED ALWAYS AS (data ->> 'severity') STORED,
    due TEXT GENERATED ALWAYS AS (data ->> 'due') STORED,
    state TEXT GENERATED ALWAYS AS (data ->> 'state') STORED,
    -- Open findings come first, by their day: those that are overdue are the first of them.
    rank INTEGER GENERATED ALWAYS AS (CASE data ->> 'state' WHEN 'open' THEN 0 WHEN 'fixed' THEN 1 ELSE 2 END) STORED,
    sealed BLOB,
    server TEXT,
    server_sealed BLOB,
    data TEXT NOT NULL,
    sheet TEXT
);
CREATE INDEX finding_by_due ON finding (rank, due, id, state, severity, building) WHERE deleted = 0;
CREATE INDEX finding_by_building ON finding (building, item, state);
CREATE INDEX finding_by_inspection ON finding (inspection);
