-- One row a month of London's calendar, 202611 for November 2026: how often each answer was given in it, sealed under a key of its own.
-- There is no row, no time and no id of anyone who answered.
CREATE TABLE month (
    id      INTEGER NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    key     BLOB    NOT NULL,
    totals  BLOB    NOT NULL
) STRICT;
