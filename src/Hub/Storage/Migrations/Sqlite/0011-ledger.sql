-- What the intake counted, by hour (hours since 1970; 0: before it was told apart), so that it can be held against the rows since any day, and so that it is known when a source usually sends.
-- gone: records that a complete export did not hold any more. Each of these and each accepted record is one revision of a row of records.
ALTER TABLE source_counts RENAME TO source_counts_before;
CREATE TABLE source_counts (
    source TEXT NOT NULL,
    hour INTEGER NOT NULL DEFAULT 0,
    shard INTEGER NOT NULL,
    read_count INTEGER NOT NULL,
    accepted INTEGER NOT NULL,
    duplicate INTEGER NOT NULL,
    quarantined INTEGER NOT NULL,
    facts INTEGER NOT NULL,
    minimised INTEGER NOT NULL,
    gone INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (source, hour, shard)
) WITHOUT ROWID;
INSERT INTO source_counts (source, shard, read_count, accepted, duplicate, quarantined, facts, minimised)
SELECT source, shard, read_count, accepted, duplicate, quarantined, facts, minimised FROM source_counts_before;
DROP TABLE source_counts_before;
INSERT INTO source_counts (source, hour, shard, read_count, accepted, duplicate, quarantined, facts, minimised, gone)
SELECT s.name, 0, 0, 0, 0, 0, 0,
    coalesce((SELECT sum(b.facts) FROM batches b WHERE b.source = s.name), 0) - coalesce((SELECT sum(c.facts) FROM source_counts c WHERE c.source = s.name), 0), 0,
    coalesce((SELECT sum(r.revision) FROM records r WHERE r.source = s.id), 0) - coalesce((SELECT sum(c.accepted) FROM source_counts c WHERE c.source = s.name), 0)
FROM sources s WHERE true
ON CONFLICT (source, hour, shard) DO UPDATE SET facts = source_counts.facts + excluded.facts, gone = excluded.gone;

-- How many of its facts were erased since: rows there = facts - erased.
ALTER TABLE batches ADD COLUMN erased INTEGER NOT NULL DEFAULT 0;

-- How many moments were ever found, and are not erased.
CREATE TABLE moment_counts (
    source TEXT NOT NULL,
    shard INTEGER NOT NULL,
    found INTEGER NOT NULL,
    PRIMARY KEY (source, shard)
) WITHOUT ROWID;
INSERT INTO moment_counts (source, shard, found) SELECT source, 0, count(*) FROM moments GROUP BY source;

-- How many deliveries were decided of a signal, refusals and withdrawals included.
ALTER TABLE signals ADD COLUMN told INTEGER NOT NULL DEFAULT 0;
UPDATE signals SET told = (SELECT count(*) FROM deliveries d WHERE d.signal_id = signals.id);

-- What a person should look at, from its start to its end; open once at a time, whichever host saw it.
CREATE TABLE alerts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL,
    detail TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER NULL
);
CREATE UNIQUE INDEX alerts_open ON alerts (code) WHERE ended_at IS NULL;

-- When the consumer of a host was last connected to the bus, and when it last had a batch.
ALTER TABLE hosts ADD COLUMN connected_at INTEGER NULL;
ALTER TABLE hosts ADD COLUMN consumed_at INTEGER NULL;
