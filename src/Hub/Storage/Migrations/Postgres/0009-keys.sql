-- Which keys the store uses: the store says so and not each host, so that a rotation counts for all of them from one transaction on.
-- kind: 'citizens' (the hashes of citizen_keys) or 'seal' (every sealed column). With the current one is written; with the others there are still rows.
CREATE TABLE keys_in_use (
    kind text NOT NULL,
    key_id text NOT NULL,
    is_current boolean NOT NULL,
    since bigint NOT NULL,
    PRIMARY KEY (kind, key_id)
);
CREATE UNIQUE INDEX keys_in_use_current ON keys_in_use (kind) WHERE is_current;
INSERT INTO keys_in_use (kind, key_id, is_current, since) SELECT DISTINCT 'citizens', key_id, true, 0 FROM citizen_keys;
INSERT INTO keys_in_use (kind, key_id, is_current, since)
    SELECT 'seal', key_id, false, 0 FROM (SELECT key_id FROM facts UNION SELECT key_id FROM quarantine UNION SELECT key_id FROM source_state) AS used WHERE key_id IS NOT NULL;

-- The store's own key, for hashes that never change (record ids, contents, keys of source state), sealed as everything is.
CREATE TABLE store_keys (
    name text PRIMARY KEY,
    sealed bytea NOT NULL,
    key_id text NOT NULL
);

-- Ids of the keys that each host has.
ALTER TABLE hosts ADD COLUMN keys text NOT NULL DEFAULT '';
