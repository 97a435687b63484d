-- Names are found in more spellings than before (Łukasz as Lukasz, Smith-Jones as Smith): the clock looks at every case once more for it.
UPDATE cases SET acts = 0;
