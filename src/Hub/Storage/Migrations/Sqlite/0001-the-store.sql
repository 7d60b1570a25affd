-- Times are microseconds since 1970 UTC. Nothing in the clear names a person: citizens are random references, INSZs are keyed hashes, the rest is sealed.
-- References and ids are lower-case UUIDs of 36 characters.

CREATE TABLE contracts (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);
-- Fixed, because the index facts_caseload names it; the others are added at start.
INSERT INTO contracts (id, name) VALUES (1, 'support-file-opened');

CREATE TABLE sources (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE
);

CREATE TABLE snapshots (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source INTEGER NOT NULL,
    scope TEXT NOT NULL,
    name TEXT NOT NULL,
    UNIQUE (source, scope, name)
);

CREATE TABLE citizens (
    ref TEXT PRIMARY KEY,
    merged_into TEXT NULL
) WITHOUT ROWID;
CREATE INDEX citizens_merged ON citizens (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE citizen_keys (
    insz_hash BLOB PRIMARY KEY,
    key_id TEXT NOT NULL,
    ref TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX citizen_keys_ref ON citizen_keys (ref);

-- One row a record, whatever its versions. citizens: the references of its facts, 16 bytes each. The snapshot is not indexed.
CREATE TABLE records (
    source INTEGER NOT NULL,
    record_id TEXT NOT NULL,
    version INTEGER NULL,
    content_hash BLOB NOT NULL,
    revision INTEGER NOT NULL,
    snapshot INTEGER NULL,
    withdrawn INTEGER NOT NULL DEFAULT 0,
    citizens BLOB NOT NULL,
    PRIMARY KEY (source, record_id)
) WITHOUT ROWID;

-- Published and processed are marks on the batch, never on a fact.
CREATE TABLE batches (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source TEXT NOT NULL,
    contract TEXT NOT NULL,
    facts INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    published_at INTEGER NULL,
    publisher TEXT NULL,
    processed_at INTEGER NULL,
    failures INTEGER NOT NULL DEFAULT 0,
    quarantined TEXT NULL
);
CREATE INDEX batches_unpublished ON batches (id) WHERE published_at IS NULL AND processed_at IS NULL;
CREATE INDEX batches_in_flight ON batches (published_at) WHERE published_at IS NOT NULL AND processed_at IS NULL;

CREATE TABLE facts (
    batch_id INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    citizen TEXT NOT NULL,
    contract INTEGER NOT NULL,
    left_out INTEGER NOT NULL DEFAULT 0,
    record_id TEXT NOT NULL,
    fact_key TEXT NOT NULL,
    clear TEXT NOT NULL,
    sealed BLOB NULL,
    key_id TEXT NULL,
    PRIMARY KEY (batch_id, ordinal)
) WITHOUT ROWID;
CREATE INDEX facts_citizen ON facts (citizen);
CREATE INDEX facts_caseload ON facts (citizen) WHERE contract = 1;

-- Only facts that name several people.
CREATE TABLE fact_members (
    citizen TEXT NOT NULL,
    batch_id INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,
    PRIMARY KEY (citizen, batch_id, ordinal)
) WITHOUT ROWID;
CREATE INDEX fact_members_fact ON fact_members (batch_id, ordinal);

CREATE TABLE checkpoints (
    source TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    stored_at INTEGER NOT NULL
) WITHOUT ROWID;

-- One entry a record and kind: the latest. Content is erased when the record was accepted after all.
CREATE TABLE quarantine (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source TEXT NOT NULL,
    record_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    reasons TEXT NOT NULL,
    adapter_version TEXT NOT NULL,
    quarantined_at INTEGER NOT NULL,
    resolved_at INTEGER NULL,
    sealed BLOB NULL,
    key_id TEXT NOT NULL,
    UNIQUE (source, record_id, kind)
);
CREATE INDEX quarantine_open ON quarantine (source) WHERE resolved_at IS NULL;

CREATE TABLE moments (
    id TEXT PRIMARY KEY,
    rule TEXT NOT NULL,
    code TEXT NOT NULL,
    citizen TEXT NOT NULL,
    source TEXT NOT NULL,
    record_id TEXT NOT NULL,
    fact_key TEXT NOT NULL,
    contract TEXT NOT NULL,
    occurred_at INTEGER NOT NULL,
    known_at INTEGER NOT NULL,
    detected_at INTEGER NOT NULL,
    withdrawn_at INTEGER NULL,
    UNIQUE (citizen, rule, source, record_id, fact_key)
);

CREATE TABLE signals (
    id TEXT PRIMARY KEY,
    moment_id TEXT NOT NULL,
    issued_at INTEGER NOT NULL,
    withdrawn_at INTEGER NULL
);
CREATE INDEX signals_moment ON signals (moment_id);
CREATE INDEX signals_newest ON signals (issued_at);

-- A refusal is a delivery that never was: state refused. A claim is a due time in the future; claimed_by is the host that has it, so that it can let go.
CREATE TABLE deliveries (
    id TEXT PRIMARY KEY,
    signal_id TEXT NOT NULL,
    is_withdrawal INTEGER NOT NULL,
    recipient TEXT NOT NULL,
    destination TEXT NOT NULL,
    worker TEXT NULL,
    reason TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    claimed_by TEXT NULL,
    settled_at INTEGER NULL,
    detail TEXT NULL
);
CREATE INDEX deliveries_signal ON deliveries (signal_id);
CREATE INDEX deliveries_due ON deliveries (destination, due_at) WHERE state = 'pending';

CREATE TABLE rechecks (
    citizen TEXT PRIMARY KEY,
    due_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX rechecks_due ON rechecks (due_at);

CREATE TABLE runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source TEXT NOT NULL,
    started_by TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    finished_at INTEGER NULL,
    result TEXT NULL,
    reason TEXT NULL,
    read_count INTEGER NOT NULL DEFAULT 0,
    accepted INTEGER NOT NULL DEFAULT 0,
    duplicate INTEGER NOT NULL DEFAULT 0,
    quarantined INTEGER NOT NULL DEFAULT 0,
    facts INTEGER NOT NULL DEFAULT 0,
    minimised INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX runs_source ON runs (source, id);

-- Spread over shards, so that pushes to one source do not wait for each other's commit.
CREATE TABLE source_counts (
    source TEXT NOT NULL,
    shard INTEGER NOT NULL,
    read_count INTEGER NOT NULL,
    accepted INTEGER NOT NULL,
    duplicate INTEGER NOT NULL,
    quarantined INTEGER NOT NULL,
    facts INTEGER NOT NULL,
    minimised INTEGER NOT NULL,
    PRIMARY KEY (source, shard)
) WITHOUT ROWID;

CREATE TABLE pauses (
    source TEXT PRIMARY KEY,
    reason TEXT NOT NULL,
    paused_at INTEGER NOT NULL,
    resume_at INTEGER NULL
) WITHOUT ROWID;

CREATE TABLE source_state (
    source TEXT NOT NULL,
    key_hash BLOB NOT NULL,
    sealed BLOB NOT NULL,
    key_id TEXT NOT NULL,
    PRIMARY KEY (source, key_hash)
) WITHOUT ROWID;

-- Append-only: who did what about whom, which fields, on what ground.
CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    recipient TEXT NOT NULL,
    citizen TEXT NOT NULL,
    signal_id TEXT NOT NULL,
    delivery_id TEXT NOT NULL,
    fields TEXT NOT NULL,
    ground TEXT NOT NULL,
    detail TEXT NULL
);

-- What each key makes of a fixed text: a host with other keys would make everybody a second time, and is refused.
CREATE TABLE key_checks (
    key_id TEXT PRIMARY KEY,
    value BLOB NOT NULL
);
