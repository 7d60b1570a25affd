-- own_hash: of what the source itself says in a record, whatever the configuration names of it; null of a source with versions of its own, and of a record that was not read since this column is there.
-- erased: what of the record was erased: null for nothing, '*' for all of it, else the keys of those facts (a JSON array). While the source says the same, none of it comes back.
ALTER TABLE records ADD COLUMN own_hash BLOB NULL;
ALTER TABLE records ADD COLUMN erased TEXT NULL;

-- Whoever erases a citizen keeps every page out meanwhile, and reads no whole table.
CREATE INDEX audit_citizen ON audit (citizen);
CREATE INDEX source_state_key ON source_state (key_hash);
