-- Since when a delivery that failed is tried again, because a person said so; created_at stays the time at which it was decided, by which a tool tells the older from the newer.
ALTER TABLE deliveries ADD COLUMN tried_since bigint NULL;
