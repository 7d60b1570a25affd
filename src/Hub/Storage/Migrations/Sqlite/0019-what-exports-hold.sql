-- What was read of a complete export (SnapshotHolds): 0 nothing that could be read, 1 only what was not known and is not believed yet, 2 something that was known, or believed at its end.
-- Of those that are there already somebody may be reading the rest: they count as the last.
ALTER TABLE snapshots ADD COLUMN holds INTEGER NOT NULL DEFAULT 0;
UPDATE snapshots SET holds = 2;
