-- SPDX-FileCopyrightText: The Markaz developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Loans in the figures of the dashboard (0011_figures.sql has how they are kept): what was counted of each, under the
-- city of the whole building. Its terms stand here because the subsidy that was committed follows from them, and loans
-- of the same terms are read as one.

CREATE TABLE figure_loan (
    id TEXT NOT NULL PRIMARY KEY,
    city INTEGER NOT NULL,
    state TEXT NOT NULL,
    policy_version INTEGER NOT NULL,
    principal_paisa INTEGER NOT NULL,
    markup_bp INTEGER NOT NULL, -- the whole of it
    tenor_months INTEGER NOT NULL,
    grace_months INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX figure_loan_by_city ON figure_loan (city, state, policy_version, principal_paisa, markup_bp, tenor_months,
                                                 grace_months);

-- What a loan adds as it stands now. A record that was taken back in part may lack what every loan has.
CREATE VIEW figure_of_loan AS
SELECT x.id AS id, b.city AS city, x.state AS state, coalesce(x.data ->> 'policy_version', 0) AS policy_version,
       coalesce(x.principal_paisa, 0) AS principal_paisa,
       coalesce(x.data ->> 'markup_bp', coalesce(x.data ->> 'spread_bp', 0) + coalesce(x.data ->> 'kibor_bp', 0))
           AS markup_bp,
       coalesce(x.data ->> 'tenor_months', 0) AS tenor_months, coalesce(x.data ->> 'grace_months', 0) AS grace_months
FROM loan AS x CROSS JOIN building AS m ON m.id = x.building CROSS JOIN building AS b ON b.id = m.whole
CROSS JOIN city AS c ON c.id = b.city
WHERE x.deleted = 0 AND b.deleted = 0 AND x.state IS NOT NULL;

CREATE TRIGGER figure_loan_comes AFTER INSERT ON loan
BEGIN
    INSERT INTO figure_due (entity, id) VALUES ('loan', new.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER figure_loan_changes AFTER UPDATE OF data, deleted ON loan
WHEN old.data IS NOT new.data OR old.deleted IS NOT new.deleted
BEGIN
    INSERT INTO figure_due (entity, id) VALUES ('loan', new.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER figure_loan_goes AFTER DELETE ON loan
BEGIN
    INSERT INTO figure_due (entity, id) VALUES ('loan', old.id) ON CONFLICT DO NOTHING;
END;

-- A building that comes after its loan; figure_building_comes has the other kinds, and those that were merged into it.
CREATE TRIGGER figure_building_comes_to_loan AFTER INSERT ON building
WHEN EXISTS (SELECT 1 FROM loan WHERE building = new.id)
BEGIN
    INSERT INTO figure_due (entity, id) VALUES ('building', new.id) ON CONFLICT DO NOTHING;
END;

INSERT INTO figure_due (entity, id) SELECT 'loan', id FROM loan WHERE true ON CONFLICT DO NOTHING;
