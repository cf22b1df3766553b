-- SPDX-FileCopyrightText: The Markaz developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The shape of the record tables gains a column: `sheet`, JSON of the fields that are merged member by member (the
-- answers of an inspection), which until now stood in `data`. No generated column is made of it, so that an answer that
-- is written moves none of the ten indexes of its table.

ALTER TABLE owner ADD COLUMN sheet TEXT;
ALTER TABLE building ADD COLUMN sheet TEXT;
ALTER TABLE assignment ADD COLUMN sheet TEXT;
ALTER TABLE inspection ADD COLUMN sheet TEXT;
ALTER TABLE evidence ADD COLUMN sheet TEXT;
ALTER TABLE review ADD COLUMN sheet TEXT;
ALTER TABLE decision ADD COLUMN sheet TEXT;
ALTER TABLE certificate ADD COLUMN sheet TEXT;
ALTER TABLE policy ADD COLUMN sheet TEXT;
ALTER TABLE account ADD COLUMN sheet TEXT;
ALTER TABLE conflict ADD COLUMN sheet TEXT;

UPDATE inspection
SET sheet = json_object('answers', json(data -> '$.answers')), data = json_remove(data, '$.answers')
WHERE data -> '$.answers' IS NOT NULL;
