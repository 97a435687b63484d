-- What each member of staff is entering, sealed under a key of its own; id is the member of staff, expires when it is deleted (UTC milliseconds).
CREATE TABLE entry (
    id       BLOB    NOT NULL PRIMARY KEY,
    version  INTEGER NOT NULL,
    expires  INTEGER NOT NULL,
    key      BLOB    NOT NULL,
    document BLOB    NOT NULL
) STRICT;

CREATE INDEX entry_by_end ON entry (expires);
