-- One row a case. Whatever a person said, and every name, is in the two sealed columns; the rest is what queues are ordered by.
-- The sealed columns come last, so that reading a line of a queue does not walk through documents.
CREATE TABLE cases (
    id       BLOB    NOT NULL PRIMARY KEY,
    queue    INTEGER NOT NULL,
    state    INTEGER NOT NULL,
    risk     INTEGER NOT NULL,
    due      INTEGER NOT NULL,
    opened   INTEGER NOT NULL,
    holder   BLOB,
    version  INTEGER NOT NULL,
    key      BLOB    NOT NULL,
    summary  BLOB    NOT NULL,
    document BLOB    NOT NULL
) STRICT;

-- A list is a merge of lanes, one for each queue and state asked for, each of which is one walk along one of these.
CREATE INDEX cases_in_order ON cases (queue, state, risk, due, id);
CREATE INDEX cases_of_holder ON cases (holder, queue, state, risk, due, id) WHERE holder IS NOT NULL;

-- References belong to reports. The reference is kept as a keyed hash.
CREATE TABLE reports (
    id        BLOB NOT NULL PRIMARY KEY,
    "case"    BLOB NOT NULL REFERENCES cases (id),
    reference BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX reports_of_case ON reports ("case");
CREATE INDEX reports_by_reference ON reports (reference);

-- Who did what to what, when. No words, names or numbers.
CREATE TABLE audit (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    at      INTEGER NOT NULL,
    who     BLOB,
    action  TEXT    NOT NULL,
    subject BLOB,
    detail  TEXT
) STRICT;

CREATE INDEX audit_of_subject ON audit (subject, id);

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit record is only added to'); END;
CREATE TRIGGER audit_is_not_deleted BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit record is only added to'); END;

-- Staff accounts, one sealed document each. The name is found by its keyed hash; ready says that a password was set.
CREATE TABLE staff (
    id       BLOB    NOT NULL PRIMARY KEY,
    namehash BLOB    UNIQUE,
    ready    INTEGER NOT NULL,
    version  INTEGER NOT NULL,
    key      BLOB    NOT NULL,
    document BLOB    NOT NULL
) STRICT;

-- One-time set-up links, by the hash of what is in them.
CREATE TABLE links (
    hash    BLOB    NOT NULL PRIMARY KEY,
    staff   BLOB    NOT NULL REFERENCES staff (id),
    expires INTEGER NOT NULL,
    used    INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX links_of_staff ON links (staff);
