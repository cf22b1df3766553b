-- SPDX-FileCopyrightText: The Markaz developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- When the server took a record, as its own word says it (`received_at`), and the moment by which figures count it
-- (`counted_at`): the server's, and the laptop's for what came before the server said it or has not come to it yet.

ALTER TABLE building ADD COLUMN received_at TEXT GENERATED ALWAYS AS (data ->> 'received_at') VIRTUAL;
ALTER TABLE assignment ADD COLUMN received_at TEXT GENERATED ALWAYS AS (data ->> 'received_at') VIRTUAL;
ALTER TABLE inspection ADD COLUMN received_at TEXT GENERATED ALWAYS AS (data ->> 'received_at') VIRTUAL;
ALTER TABLE inspection ADD COLUMN counted_at TEXT
    GENERATED ALWAYS AS (coalesce(data ->> 'received_at', data ->> 'finished_at')) VIRTUAL;
ALTER TABLE review ADD COLUMN counted_at TEXT
    GENERATED ALWAYS AS (coalesce(data ->> 'received_at', data ->> 'made_at')) VIRTUAL;
ALTER TABLE decision ADD COLUMN counted_at TEXT
    GENERATED ALWAYS AS (coalesce(data ->> 'received_at', data ->> 'made_at')) VIRTUAL;

-- Figures read nothing but these: inspection_scored stays for the order of a building's last score.
CREATE INDEX inspection_counted ON inspection (building, counted_at, state, total_bp, verdict)
    WHERE total_bp IS NOT NULL AND deleted = 0;
CREATE INDEX inspection_visited ON inspection (visit_outcome, counted_at, state, building)
    WHERE visit_outcome IS NOT NULL AND deleted = 0;
CREATE INDEX occupancy_report_by_month ON occupancy_report (month, centre, id) WHERE deleted = 0;
