-- Values that are typed together are found together, as a keyed hash of both: the clock looks at every case once more for it.
UPDATE cases SET acts = 0;
