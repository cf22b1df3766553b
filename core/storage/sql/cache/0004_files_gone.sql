-- SPDX-FileCopyrightText: The Markaz developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Content whose record has gone: by a tombstone, because it left the scope, or because a removal was agreed to. Only such
-- content is swept from this laptop. What merely has no record here, because a damaged cache was set aside or an older
-- copy of it was taken back, is somebody's unsent work and stays.

CREATE TABLE file_gone (sha256 TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID;

CREATE TRIGGER evidence_gone AFTER DELETE ON evidence
BEGIN
    INSERT OR IGNORE INTO file_gone (sha256) VALUES (old.sha256);
END;
