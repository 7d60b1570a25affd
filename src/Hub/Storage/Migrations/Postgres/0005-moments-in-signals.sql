-- A signal holds one or more moments: one situation is one signal.
ALTER TABLE moments
    ADD COLUMN signal_id uuid NULL,
    ADD COLUMN outcome text NOT NULL DEFAULT 'signalled',
    ADD COLUMN priority smallint NOT NULL DEFAULT 1,
    ADD COLUMN counts_at bigint NULL,
    ADD COLUMN expires_at bigint NULL,
    ADD COLUMN fingerprint text NOT NULL DEFAULT '',
    -- JSON: the facts that it rests on.
    ADD COLUMN grounds text NOT NULL DEFAULT '[]',
    -- JSON: the partners who may see it, and why they were chosen.
    ADD COLUMN chosen text NOT NULL DEFAULT '[]';
UPDATE moments SET signal_id = (SELECT s.id FROM signals s WHERE s.moment_id = moments.id ORDER BY s.issued_at DESC, s.id LIMIT 1), counts_at = occurred_at;
UPDATE moments SET chosen = coalesce((
    SELECT json_agg(DISTINCT jsonb_build_object('partner', d.recipient, 'destination', d.destination, 'worker', d.worker, 'reason', d.reason))::text
    FROM deliveries d WHERE d.signal_id = moments.signal_id AND d.state <> 'refused'), '[]');
CREATE INDEX moments_signal ON moments (signal_id) WHERE signal_id IS NOT NULL;

-- moment_id stays: the moment that a signal began with.
ALTER TABLE signals
    ADD COLUMN priority smallint NOT NULL DEFAULT 1,
    ADD COLUMN expires_at bigint NULL;
UPDATE signals SET expires_at = issued_at + 5184000000000;
ALTER TABLE signals ALTER COLUMN expires_at SET NOT NULL;

-- What a delivery tells, and of which moment alone when it was refused for one.
ALTER TABLE deliveries
    ADD COLUMN kind text NOT NULL DEFAULT 'issued',
    ADD COLUMN moment_id uuid NULL;
UPDATE deliveries SET kind = 'withdrawn' WHERE is_withdrawal;
ALTER TABLE deliveries DROP COLUMN is_withdrawal;
