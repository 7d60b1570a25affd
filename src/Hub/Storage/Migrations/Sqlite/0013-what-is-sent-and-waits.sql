-- Since when a batch waits, when that is not since it came: it was tried again from quarantine, or the store was restored.
ALTER TABLE batches ADD COLUMN waiting_since INTEGER NULL;

-- What an attempt that is under way shows, as JSON without content: who, which fields, what ground. It is stored before anything is sent and goes when the attempt is settled; what a host that died
-- leaves here becomes an audit entry.
ALTER TABLE deliveries ADD COLUMN sending TEXT NULL;
CREATE INDEX deliveries_sending ON deliveries (due_at) WHERE sending IS NOT NULL;
