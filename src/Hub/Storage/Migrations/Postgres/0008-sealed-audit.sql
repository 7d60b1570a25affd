-- Who did it, on whose data, for what purpose; and where in the sealed log it stands. An entry commits without a block (its transaction may last longer than those of later ids); the one sealer puts it in one.
-- What is there already was done by the hub.
ALTER TABLE audit ADD COLUMN actor text NOT NULL DEFAULT 'hub';
ALTER TABLE audit ADD COLUMN source text NOT NULL DEFAULT '';
ALTER TABLE audit ADD COLUMN purpose text NOT NULL DEFAULT '';
ALTER TABLE audit ADD COLUMN block bigint NULL;
ALTER TABLE audit ADD COLUMN position integer NULL;
CREATE INDEX audit_unsealed ON audit (id) WHERE block IS NULL;
CREATE INDEX audit_sealed ON audit (block, position) WHERE block IS NOT NULL;

-- entries: how many this block seals; total: how many up to and with it. mac: over all of the row, the entries, and the MAC of the block before. What is past its term goes by whole blocks from the
-- beginning, and the last that went stays as the anchor of what follows: with a MAC of its own, under anchor_key.
CREATE TABLE audit_blocks (
    block bigint PRIMARY KEY,
    entries integer NOT NULL,
    total bigint NOT NULL,
    sealed_at bigint NOT NULL,
    key_id text NOT NULL,
    mac bytea NOT NULL,
    anchor_key text NULL,
    anchor bytea NULL
);
