-- What the intake counted, by hour (hours since 1970; 0: before it was told apart), so that it can be held against the rows since any day, and so that it is known when a source usually sends.
-- gone: records that a complete export did not hold any more. Each of these and each accepted record is one revision of a row of records.
ALTER TABLE source_counts
    ADD COLUMN hour bigint NOT NULL DEFAULT 0,
    ADD COLUMN gone bigint NOT NULL DEFAULT 0;
ALTER TABLE source_counts DROP CONSTRAINT source_counts_pkey;
ALTER TABLE source_counts ADD PRIMARY KEY (source, hour, shard);
INSERT INTO source_counts (source, hour, shard, read_count, accepted, duplicate, quarantined, facts, minimised, gone)
SELECT s.name, 0, 0, 0, 0, 0, 0,
    coalesce((SELECT sum(b.facts) FROM batches b WHERE b.source = s.name), 0) - coalesce((SELECT sum(c.facts) FROM source_counts c WHERE c.source = s.name), 0), 0,
    coalesce((SELECT sum(r.revision) FROM records r WHERE r.source = s.id), 0) - coalesce((SELECT sum(c.accepted) FROM source_counts c WHERE c.source = s.name), 0)
FROM sources s WHERE true
ON CONFLICT (source, hour, shard) DO UPDATE SET facts = source_counts.facts + excluded.facts, gone = excluded.gone;

-- How many of its facts were erased since: rows there = facts - erased.
ALTER TABLE batches ADD COLUMN erased integer NOT NULL DEFAULT 0;

-- How many moments were ever found, and are not erased.
CREATE TABLE moment_counts (
    source text NOT NULL,
    shard integer NOT NULL,
    found bigint NOT NULL,
    PRIMARY KEY (source, shard)
);
INSERT INTO moment_counts (source, shard, found) SELECT source, 0, count(*) FROM moments GROUP BY source;

-- How many deliveries were decided of a signal, refusals and withdrawals included.
ALTER TABLE signals ADD COLUMN told integer NOT NULL DEFAULT 0;
UPDATE signals SET told = (SELECT count(*) FROM deliveries d WHERE d.signal_id = signals.id);

-- What a person should look at, from its start to its end; open once at a time, whichever host saw it.
CREATE TABLE alerts (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code text NOT NULL,
    detail text NOT NULL,
    started_at bigint NOT NULL,
    ended_at bigint NULL
);
CREATE UNIQUE INDEX alerts_open ON alerts (code) WHERE ended_at IS NULL;

-- When the consumer of a host was last connected to the bus, and when it last had a batch.
ALTER TABLE hosts
    ADD COLUMN connected_at bigint NULL,
    ADD COLUMN consumed_at bigint NULL;
