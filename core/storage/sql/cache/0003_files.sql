-- SPDX-FileCopyrightText: The Markaz developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The files that are to be sent, and those that are to be fetched (core/storage/filerepository.h). A row that is to be
-- sent is written in the transaction of its evidence record; it stays when it is done, so that a server that was
-- restored from an older backup is offered the file again. A fetched file's row leaves.

CREATE TABLE file_queue (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    direction TEXT NOT NULL CHECK (direction IN ('up', 'down')),
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    done INTEGER NOT NULL DEFAULT 0,   -- bytes that the other side has confirmed
    url TEXT NOT NULL DEFAULT '',      -- where the upload goes on: a path on the server
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'refused')),
    asked INTEGER NOT NULL DEFAULT 0,  -- somebody waits for it in front of the screen
    attempts INTEGER NOT NULL DEFAULT 0,
    next_at TEXT,                      -- not before; NULL = at once
    error TEXT NOT NULL DEFAULT '',    -- the last failure's token
    UNIQUE (direction, sha256)
);
CREATE INDEX file_queue_waiting ON file_queue (asked DESC, direction DESC, id) WHERE state = 'waiting';
