-- SPDX-FileCopyrightText: The Markaz developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Loans of owners (core/domain/loan.h) and the documents of each, which are evidence.

CREATE TABLE loan (
    id TEXT NOT NULL PRIMARY KEY,
    rev INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    building TEXT GENERATED ALWAYS AS (data ->> 'building') STORED,
    owner TEXT GENERATED ALWAYS AS (data ->> 'owner') STORED,
    bank TEXT GENERATED ALWAYS AS (data ->> 'bank') STORED,
    principal_paisa INTEGER GENERATED ALWAYS AS (data ->> 'principal_paisa') STORED,
    state TEXT GENERATED ALWAYS AS (data ->> 'state') STORED,
    state_at TEXT GENERATED ALWAYS AS (data ->> 'state_at') STORED,
    sealed BLOB,
    server TEXT,
    server_sealed BLOB,
    data TEXT NOT NULL,
    sheet TEXT
);
CREATE INDEX loan_by_building ON loan (building, state);
CREATE INDEX loan_by_state ON loan (state_at, id) WHERE deleted = 0;

ALTER TABLE evidence ADD COLUMN loan TEXT GENERATED ALWAYS AS (data ->> 'loan') VIRTUAL;
CREATE INDEX evidence_by_loan ON evidence (loan, id) WHERE loan IS NOT NULL;
