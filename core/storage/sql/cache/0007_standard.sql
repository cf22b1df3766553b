-- SPDX-FileCopyrightText: The Markaz developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The published versions of the facility standard (core/standard/catalogue.h).

CREATE TABLE standard (
    id TEXT NOT NULL PRIMARY KEY,
    rev INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0,
    version INTEGER GENERATED ALWAYS AS (data ->> 'version') STORED,
    hash TEXT GENERATED ALWAYS AS (data ->> 'hash') STORED,
    sealed BLOB,
    server TEXT,
    server_sealed BLOB,
    data TEXT NOT NULL,
    sheet TEXT
);
