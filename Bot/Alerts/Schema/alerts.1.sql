-- Who is on call when: ids and moments alone, as in absences. Times are UTC milliseconds since 1970.
CREATE TABLE shift (
    id      BLOB    NOT NULL PRIMARY KEY,
    staff   BLOB    NOT NULL,
    begins  INTEGER NOT NULL,
    ends    INTEGER NOT NULL,
    version INTEGER NOT NULL,
    -- The command that wrote it last, so that the same one again changes nothing.
    command BLOB    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX shift_by_end ON shift (ends);

-- Up to which line of the audit record it was decided what has to be alerted to.
CREATE TABLE progress (
    id   INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    line INTEGER NOT NULL
) STRICT;

-- Something that needs a person: of each case and kind one that is open.
CREATE TABLE alert (
    id     BLOB    NOT NULL PRIMARY KEY,
    "case" BLOB    NOT NULL,
    kind   INTEGER NOT NULL,
    queue  INTEGER NOT NULL,
    raised INTEGER NOT NULL,
    -- When the next people are told unless somebody comes; null once everybody was.
    next   INTEGER,
    closed INTEGER
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX alert_open ON alert ("case", kind) WHERE closed IS NULL;
CREATE INDEX alert_by_time ON alert (raised);

-- What has to go out, one line a way and person. It waits while due is set.
CREATE TABLE send (
    id       BLOB    NOT NULL PRIMARY KEY,
    alert    BLOB    NOT NULL REFERENCES alert (id),
    way      INTEGER NOT NULL,
    step     INTEGER NOT NULL,
    -- Who is told; null where a way does not tell people apart.
    staff    BLOB,
    made     INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    due      INTEGER,
    sent     INTEGER,
    failure  TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX send_by_due ON send (way, due) WHERE due IS NOT NULL;
CREATE INDEX send_of_alert ON send (alert);
CREATE INDEX send_by_time ON send (made);

-- The keys by which push services know this service, sealed under a key of their own.
CREATE TABLE push_key (
    id       INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    key      BLOB    NOT NULL,
    document BLOB    NOT NULL
) STRICT;
