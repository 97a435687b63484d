-- Times are UTC, in units of 100 ns since the year 1, as .NET counts them.
CREATE TABLE thread (
  id          TEXT    PRIMARY KEY,
  opened      INTEGER NOT NULL,
  session     INTEGER NOT NULL,
  sent        INTEGER NOT NULL,
  wrapped     BLOB    NOT NULL,
  return_code BLOB
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX thread_by_return_code ON thread (return_code) WHERE return_code IS NOT NULL;
CREATE INDEX thread_unsent ON thread (opened) WHERE sent = 0;

-- The primary key is the lock of a thread and the check for a turn taken twice.
CREATE TABLE turn (
  thread   TEXT    NOT NULL,
  sequence INTEGER NOT NULL,
  at       INTEGER NOT NULL,
  body     BLOB    NOT NULL,
  PRIMARY KEY (thread, sequence)
) STRICT;

-- A file a person sent. Its encrypted parts lie in the evidence folder, under the id; a part whose key is null does not exist.
-- The details are under the copy's key, or the original's when there is no copy.
CREATE TABLE evidence (
  id       TEXT    PRIMARY KEY,
  thread   TEXT    NOT NULL,
  at       INTEGER NOT NULL,
  original BLOB,
  copy     BLOB,
  version  INTEGER NOT NULL,
  details  BLOB    NOT NULL,
  CHECK (original IS NOT NULL OR copy IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE INDEX evidence_of_thread ON evidence (thread);
