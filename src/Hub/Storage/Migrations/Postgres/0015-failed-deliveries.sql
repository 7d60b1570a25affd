-- Which destinations do not get what is theirs is asked every minute. Few deliveries fail.
CREATE INDEX deliveries_failed ON deliveries (settled_at) WHERE state = 'failed';
