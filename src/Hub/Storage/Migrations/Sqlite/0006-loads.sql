-- Facts of a source that came all at once: its first load, or a day with far more than usual. What they bring to light raises no signal until a person answered.
-- day: of a jump, the Belgian day (days since 0001-01-01); 0 of a first load. One of each a source. from_at and until_at are times at which the hub knew the facts; without until_at more may come.
-- settled_at: when everybody with a held moment of it was due to be looked at again.
CREATE TABLE loads (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source TEXT NOT NULL,
    reason TEXT NOT NULL,
    day INTEGER NOT NULL,
    from_at INTEGER NOT NULL,
    until_at INTEGER NULL,
    opened_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    since INTEGER NULL,
    answered_at INTEGER NULL,
    settled_at INTEGER NULL,
    UNIQUE (source, reason, day)
);

-- What came each day outside loads. Spread over shards, as the counts are.
CREATE TABLE source_days (
    source TEXT NOT NULL,
    day INTEGER NOT NULL,
    shard INTEGER NOT NULL,
    facts INTEGER NOT NULL,
    PRIMARY KEY (source, day, shard)
) WITHOUT ROWID;

-- A source that was read before this has had its first load, and its usual days are known: to the hour of summer time, which changes nothing.
INSERT INTO loads (source, reason, day, from_at, until_at, opened_at, state, answered_at, settled_at) SELECT DISTINCT source, 'first-load', 0, 0, 0, 0, 'released', 0, 0 FROM batches;
INSERT INTO source_days (source, day, shard, facts) SELECT source, 719162 + (created_at + 3600000000) / 86400000000, 0, sum(facts) FROM batches GROUP BY 1, 2;

CREATE INDEX moments_held ON moments (source, citizen) WHERE outcome = 'held';
