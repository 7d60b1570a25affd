-- reason: what entries are grouped by, the place and code of the first of their reasons, without the line. Of an entry of before: the place as it stands there.
-- An entry is open without resolved_at; discarded, with who did it and why, with discarded_by; accepted after all otherwise. content_hash: keyed, so that bytes that were discarded are known when they come again.
ALTER TABLE quarantine ADD COLUMN reason text NOT NULL DEFAULT '';
ALTER TABLE quarantine ADD COLUMN content_hash bytea NULL;
ALTER TABLE quarantine ADD COLUMN discarded_by text NULL;
ALTER TABLE quarantine ADD COLUMN discarded_because text NULL;
UPDATE quarantine SET reason = coalesce((reasons::json->0->>'code') || ' ', '') || coalesce((reasons::json->0->>'field'), '');
CREATE INDEX batches_quarantined ON batches (id) WHERE quarantined IS NOT NULL;
