-- A signal holds one or more moments: one situation is one signal.
ALTER TABLE moments ADD COLUMN signal_id TEXT NULL;
ALTER TABLE moments ADD COLUMN outcome TEXT NOT NULL DEFAULT 'signalled';
ALTER TABLE moments ADD COLUMN priority INTEGER NOT NULL DEFAULT 1;
ALTER TABLE moments ADD COLUMN counts_at INTEGER NULL;
ALTER TABLE moments ADD COLUMN expires_at INTEGER NULL;
ALTER TABLE moments ADD COLUMN fingerprint TEXT NOT NULL DEFAULT '';
-- JSON: the facts that it rests on.
ALTER TABLE moments ADD COLUMN grounds TEXT NOT NULL DEFAULT '[]';
-- JSON: the partners who may see it, and why they were chosen.
ALTER TABLE moments ADD COLUMN chosen TEXT NOT NULL DEFAULT '[]';
UPDATE moments SET signal_id = (SELECT s.id FROM signals s WHERE s.moment_id = moments.id ORDER BY s.issued_at DESC, s.id LIMIT 1), counts_at = occurred_at;
UPDATE moments SET chosen = coalesce((
    SELECT json_group_array(json_object('partner', d.recipient, 'destination', d.destination, 'worker', d.worker, 'reason', d.reason))
    FROM (SELECT DISTINCT recipient, destination, worker, reason FROM deliveries WHERE signal_id = moments.signal_id AND state <> 'refused') d), '[]');
CREATE INDEX moments_signal ON moments (signal_id) WHERE signal_id IS NOT NULL;

-- moment_id stays: the moment that a signal began with.
ALTER TABLE signals ADD COLUMN priority INTEGER NOT NULL DEFAULT 1;
ALTER TABLE signals ADD COLUMN expires_at INTEGER NOT NULL DEFAULT 0;
UPDATE signals SET expires_at = issued_at + 5184000000000;

-- What a delivery tells, and of which moment alone when it was refused for one.
ALTER TABLE deliveries ADD COLUMN kind TEXT NOT NULL DEFAULT 'issued';
ALTER TABLE deliveries ADD COLUMN moment_id TEXT NULL;
UPDATE deliveries SET kind = 'withdrawn' WHERE is_withdrawal;
ALTER TABLE deliveries DROP COLUMN is_withdrawal;
