-- What the last try of a delivery showed, as a hash of who, which fields and what ground: a later try that shows the same is no second disclosure. Null while nothing was sent.
ALTER TABLE deliveries ADD COLUMN disclosed TEXT NULL;
