-- How far up a case has gone, whether a promise was missed, and when its clock acts next: worked out from its history, as the other clear columns are.
ALTER TABLE cases ADD COLUMN level INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cases ADD COLUMN missed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cases ADD COLUMN acts INTEGER;

-- The clock looks at every case that was here before it, once.
UPDATE cases SET acts = 0;

CREATE INDEX cases_by_act ON cases (acts, id) WHERE acts IS NOT NULL;
CREATE INDEX cases_unheld ON cases (queue, state, risk, due, id) WHERE holder IS NULL;
CREATE INDEX cases_by_level ON cases (level, queue, state, risk, due, id) WHERE level > 0;
CREATE INDEX cases_missed ON cases (queue, state, risk, due, id) WHERE missed = 1;

-- Who is away when. The clock moves their cases once, when it begins.
CREATE TABLE absences (
    id     BLOB    NOT NULL PRIMARY KEY,
    staff  BLOB    NOT NULL REFERENCES staff (id),
    begins INTEGER NOT NULL,
    ends   INTEGER NOT NULL,
    deputy BLOB,
    who    BLOB    NOT NULL,
    moved  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX absences_to_move ON absences (begins, id) WHERE moved = 0;
CREATE INDEX absences_of_staff ON absences (staff, ends);
