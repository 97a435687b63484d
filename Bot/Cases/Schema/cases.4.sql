-- What cases are found by, as keyed hashes of whole values: newest first, so that a page of them is one walk.
CREATE TABLE finds (
    hash   BLOB    NOT NULL,
    opened INTEGER NOT NULL,
    "case" BLOB    NOT NULL REFERENCES cases (id),
    PRIMARY KEY (hash, opened, "case")
) STRICT, WITHOUT ROWID;

-- How many cases there are in each queue and state: of all (scope empty), of those nobody has (0), that went up (1), whose promise was
-- missed (2), and of each member of staff (their id). Counting by walking would cost more the more cases there are.
CREATE TABLE counts (
    scope  BLOB    NOT NULL,
    queue  INTEGER NOT NULL,
    state  INTEGER NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (scope, queue, state)
) STRICT, WITHOUT ROWID;

-- Each case once for every scope it counts in.
CREATE VIEW counted AS
    SELECT id, x'' AS scope, queue, state FROM cases
    UNION ALL SELECT id, x'00', queue, state FROM cases WHERE holder IS NULL
    UNION ALL SELECT id, x'01', queue, state FROM cases WHERE level > 0
    UNION ALL SELECT id, x'02', queue, state FROM cases WHERE missed = 1
    UNION ALL SELECT id, holder, queue, state FROM cases WHERE holder IS NOT NULL;

INSERT INTO counts SELECT scope, queue, state, count(*) FROM counted GROUP BY scope, queue, state;

CREATE TRIGGER cases_count_in AFTER INSERT ON cases BEGIN
    INSERT INTO counts SELECT scope, queue, state, 1 FROM counted WHERE id = NEW.id
        ON CONFLICT DO UPDATE SET number = number + 1;
END;

CREATE TRIGGER cases_count_out BEFORE UPDATE OF queue, state, holder, level, missed ON cases
WHEN OLD.queue <> NEW.queue OR OLD.state <> NEW.state OR OLD.holder IS NOT NEW.holder OR OLD.level <> NEW.level OR OLD.missed <> NEW.missed BEGIN
    UPDATE counts SET number = number - 1
        WHERE (scope, queue, state) IN (SELECT scope, queue, state FROM counted WHERE id = OLD.id);
END;

CREATE TRIGGER cases_count_on AFTER UPDATE OF queue, state, holder, level, missed ON cases
WHEN OLD.queue <> NEW.queue OR OLD.state <> NEW.state OR OLD.holder IS NOT NEW.holder OR OLD.level <> NEW.level OR OLD.missed <> NEW.missed BEGIN
    INSERT INTO counts SELECT scope, queue, state, 1 FROM counted WHERE id = NEW.id
        ON CONFLICT DO UPDATE SET number = number + 1;
END;

-- The clock looks at every case once more, so that those from before can be found too.
UPDATE cases SET acts = 0;

CREATE INDEX absences_by_end ON absences (ends);
