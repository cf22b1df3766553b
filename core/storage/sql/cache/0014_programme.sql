-- SPDX-FileCopyrightText: The Markaz developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What the programme was tried with, and the registered freelancers by city (core/domain/demand.h).

CREATE TABLE scenario (
    id TEXT NOT NULL PRIMARY KEY,
    rev INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    name TEXT GENERATED ALWAYS AS (data ->> 'name') STORED,
    author TEXT GENERATED ALWAYS AS (data ->> 'author') STORED,
    made_at TEXT GENERATED ALWAYS AS (data ->> 'made_at') STORED,
    sealed BLOB,
    server TEXT,
    server_sealed BLOB,
    data TEXT NOT NULL,
    sheet TEXT
);

CREATE TABLE demand (
    id TEXT NOT NULL PRIMARY KEY,
    rev INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    as_of TEXT GENERATED ALWAYS AS (data ->> 'as_of') STORED,
    made_at TEXT GENERATED ALWAYS AS (data ->> 'made_at') STORED,
    sealed BLOB,
    server TEXT,
    server_sealed BLOB,
    data TEXT NOT NULL,
    sheet TEXT
);
