-- Who did it, on whose data, for what purpose; and where in the sealed log it stands. An entry commits without a block; the one sealer puts it in one.
-- What is there already was done by the hub.
ALTER TABLE audit ADD COLUMN actor TEXT NOT NULL DEFAULT 'hub';
ALTER TABLE audit ADD COLUMN source TEXT NOT NULL DEFAULT '';
ALTER TABLE audit ADD COLUMN purpose TEXT NOT NULL DEFAULT '';
ALTER TABLE audit ADD COLUMN block INTEGER NULL;
ALTER TABLE audit ADD COLUMN position INTEGER NULL;
CREATE INDEX audit_unsealed ON audit (id) WHERE block IS NULL;
CREATE INDEX audit_sealed ON audit (block, position) WHERE block IS NOT NULL;

-- entries: how many this block seals; total: how many up to and with it. mac: over all of the row, the entries, and the MAC of the block before. What is past its term goes by whole blocks from the
-- beginning, and the last that went stays as the anchor of what follows: with a MAC of its own, under anchor_key.
CREATE TABLE audit_blocks (
    block INTEGER PRIMARY KEY,
    entries INTEGER NOT NULL,
    total INTEGER NOT NULL,
    sealed_at INTEGER NOT NULL,
    key_id TEXT NOT NULL,
    mac BLOB NOT NULL,
    anchor_key TEXT NULL,
    anchor BLOB NULL
);
