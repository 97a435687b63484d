-- Which cases are walled off from whom, because of a conflict of interest: worked out from their histories. Every list leaves them out by
-- looking here, by both values of the key.
CREATE TABLE walls (
    staff  BLOB NOT NULL,
    "case" BLOB NOT NULL REFERENCES cases (id),
    PRIMARY KEY (staff, "case")
) STRICT, WITHOUT ROWID;

CREATE INDEX walls_of_case ON walls ("case");

-- Cases are connected by whole addresses and whole names besides what they are searched by: the clock looks at every case once more for it.
UPDATE cases SET acts = 0;
