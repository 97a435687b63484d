-- A list may be narrowed by who has a case, by that it went up and by that a promise was missed, all at once: each combination is a walk of
-- its own. What is marked is little, so these are small.
DROP INDEX cases_by_level;
CREATE INDEX cases_up ON cases (queue, state, risk, due, id) WHERE level > 0;
CREATE INDEX cases_up_missed ON cases (queue, state, risk, due, id) WHERE level > 0 AND missed = 1;
CREATE INDEX cases_of_holder_up ON cases (holder, queue, state, risk, due, id) WHERE holder IS NOT NULL AND level > 0;
CREATE INDEX cases_of_holder_missed ON cases (holder, queue, state, risk, due, id) WHERE holder IS NOT NULL AND missed = 1;
CREATE INDEX cases_of_holder_up_missed ON cases (holder, queue, state, risk, due, id) WHERE holder IS NOT NULL AND level > 0 AND missed = 1;
CREATE INDEX cases_unheld_up ON cases (queue, state, risk, due, id) WHERE holder IS NULL AND level > 0;
CREATE INDEX cases_unheld_missed ON cases (queue, state, risk, due, id) WHERE holder IS NULL AND missed = 1;
CREATE INDEX cases_unheld_up_missed ON cases (queue, state, risk, due, id) WHERE holder IS NULL AND level > 0 AND missed = 1;

-- How many there are of each: who has them (empty for everybody's, 0 for nobody's, or an id), and their marks, 1 for those that went up and 2
-- for those whose promise was missed. A case counts for each set of marks it has all of, the empty set among them.
DROP TRIGGER cases_count_in;
DROP TRIGGER cases_count_out;
DROP TRIGGER cases_count_on;
DROP VIEW counted;
DROP TABLE counts;

CREATE TABLE counts (
    who    BLOB    NOT NULL,
    marks  INTEGER NOT NULL,
    queue  INTEGER NOT NULL,
    state  INTEGER NOT NULL,
    risk   INTEGER NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (who, marks, queue, state, risk)
) STRICT, WITHOUT ROWID;

CREATE VIEW marksets AS SELECT 0 AS marks UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3;

-- Each case once for everything it counts as.
CREATE VIEW counted AS
    SELECT iif(w.marks, ifnull(c.holder, x'00'), x'') AS who, m.marks, c.queue, c.state, c.risk
    FROM cases c, marksets m, marksets w
    WHERE m.marks & ~((c.level > 0) | (c.missed << 1)) = 0 AND w.marks < 2;

INSERT INTO counts SELECT who, marks, queue, state, risk, count(*) FROM counted GROUP BY who, marks, queue, state, risk;

CREATE TRIGGER cases_count_in AFTER INSERT ON cases BEGIN
    INSERT INTO counts SELECT iif(w.marks, ifnull(NEW.holder, x'00'), x''), m.marks, NEW.queue, NEW.state, NEW.risk, 1 FROM marksets m, marksets w
        WHERE m.marks & ~((NEW.level > 0) | (NEW.missed << 1)) = 0 AND w.marks < 2
        ON CONFLICT DO UPDATE SET number = number + 1;
END;

CREATE TRIGGER cases_count_on AFTER UPDATE OF queue, state, risk, holder, level, missed ON cases
WHEN OLD.queue <> NEW.queue OR OLD.state <> NEW.state OR OLD.risk <> NEW.risk OR OLD.holder IS NOT NEW.holder OR OLD.level <> NEW.level OR OLD.missed <> NEW.missed BEGIN
    UPDATE counts SET number = number - 1 WHERE (who, marks, queue, state, risk) IN (
        SELECT iif(w.marks, ifnull(OLD.holder, x'00'), x''), m.marks, OLD.queue, OLD.state, OLD.risk FROM marksets m, marksets w
        WHERE m.marks & ~((OLD.level > 0) | (OLD.missed << 1)) = 0 AND w.marks < 2);
    INSERT INTO counts SELECT iif(w.marks, ifnull(NEW.holder, x'00'), x''), m.marks, NEW.queue, NEW.state, NEW.risk, 1 FROM marksets m, marksets w
        WHERE m.marks & ~((NEW.level > 0) | (NEW.missed << 1)) = 0 AND w.marks < 2
        ON CONFLICT DO UPDATE SET number = number + 1;
END;
