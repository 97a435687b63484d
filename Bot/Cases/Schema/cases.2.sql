-- When somebody has to look at a case again by themselves: a reply that waits to be delivered. Worked out from the history; empty when nothing is to be done.
ALTER TABLE cases ADD COLUMN wake INTEGER;

CREATE INDEX cases_to_wake ON cases (wake, id) WHERE wake IS NOT NULL;
