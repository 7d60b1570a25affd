-- The source's own version of a record that waits in quarantine, where it has one: an older one that is read or rejected later does not take its place. Null of what came before this column was there.
ALTER TABLE quarantine ADD COLUMN version INTEGER NULL;

-- Since when the oldest delivery of a destination waits is asked every minute, however many wait.
CREATE INDEX deliveries_waiting ON deliveries (destination, coalesce(tried_since, created_at)) WHERE state = 'pending';
