-- Each line of the audit record is chained to the one before by a keyed hash, so that none can be changed, taken out or put in unseen.
-- Lines from before the chain have none; the first that has one is bound to its own number, and so to how many there were.
ALTER TABLE audit ADD COLUMN hash BLOB;

CREATE INDEX audit_of_who ON audit (who, id) WHERE who IS NOT NULL;
