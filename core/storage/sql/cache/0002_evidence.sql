-- SPDX-FileCopyrightText: The Markaz developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The files of inspections: which there are, and which the server has. Their bytes lie beside the cache, sealed.

CREATE TABLE evidence (
    id TEXT NOT NULL PRIMARY KEY,
    rev INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    inspection TEXT GENERATED ALWAYS AS (data ->> 'inspection') STORED,
    item TEXT GENERATED ALWAYS AS (data ->> 'item') STORED,
    kind TEXT GENERATED ALWAYS AS (data ->> 'kind') STORED,
    sha256 TEXT GENERATED ALWAYS AS (data ->> 'sha256') STORED,
    size INTEGER GENERATED ALWAYS AS (data ->> 'size') STORED,
    media_type TEXT GENERATED ALWAYS AS (data ->> 'media_type') STORED,
    taken_at TEXT GENERATED ALWAYS AS (data ->> 'taken_at') STORED,
    received_at TEXT GENERATED ALWAYS AS (data ->> 'received_at') STORED,
    sealed BLOB,
    server TEXT,
    server_sealed BLOB,
    data TEXT NOT NULL
);
CREATE INDEX evidence_by_inspection ON evidence (inspection, item, id);
CREATE INDEX evidence_by_hash ON evidence (sha256);
-- What is not on the server yet.
CREATE INDEX evidence_awaited ON evidence (inspection, sha256) WHERE received_at IS NULL AND deleted = 0;
