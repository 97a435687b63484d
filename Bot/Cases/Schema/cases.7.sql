-- What is to be done about a case, by whom and by when: worked out from its history, as the clear columns are. What it is about stays sealed.
CREATE TABLE tasks (
    id     BLOB    NOT NULL PRIMARY KEY,
    "case" BLOB    NOT NULL REFERENCES cases (id),
    due    INTEGER NOT NULL,
    owner  BLOB,
    kind   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX tasks_of_owner ON tasks (owner, due, id) WHERE owner IS NOT NULL;
CREATE INDEX tasks_of_nobody ON tasks (due, id) WHERE owner IS NULL;
CREATE INDEX tasks_of_case ON tasks ("case");
