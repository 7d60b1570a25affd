-- Times are microseconds since 1970 UTC. Nothing in the clear names a person: citizens are random references, INSZs are keyed hashes, the rest is sealed.

CREATE TABLE contracts (
    id smallint PRIMARY KEY,
    name text NOT NULL UNIQUE
);
-- Fixed, because the index facts_caseload names it; the others are added at start.
INSERT INTO contracts (id, name) VALUES (1, 'support-file-opened');

CREATE TABLE sources (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL UNIQUE
);

CREATE TABLE snapshots (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source integer NOT NULL,
    scope text NOT NULL,
    name text NOT NULL,
    UNIQUE (source, scope, name)
);

CREATE TABLE citizens (
    ref uuid PRIMARY KEY,
    merged_into uuid NULL
);
CREATE INDEX citizens_merged ON citizens (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE citizen_keys (
    insz_hash bytea PRIMARY KEY,
    key_id text NOT NULL,
    ref uuid NOT NULL
);
CREATE INDEX citizen_keys_ref ON citizen_keys (ref);

-- One row a record, whatever its versions. citizens: the references of its facts, 16 bytes each. The snapshot is not indexed, so that re-reading an export stays a HOT update.
CREATE TABLE records (
    source integer NOT NULL,
    record_id text COLLATE "C" NOT NULL,
    version bigint NULL,
    content_hash bytea NOT NULL,
    revision integer NOT NULL,
    snapshot integer NULL,
    withdrawn boolean NOT NULL DEFAULT false,
    citizens bytea NOT NULL,
    PRIMARY KEY (source, record_id)
) WITH (fillfactor = 90);

-- Published and processed are marks on the batch, never on a fact.
CREATE TABLE batches (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source text NOT NULL,
    contract text NOT NULL,
    facts integer NOT NULL,
    created_at bigint NOT NULL,
    published_at bigint NULL,
    publisher text NULL,
    processed_at bigint NULL,
    failures integer NOT NULL DEFAULT 0,
    quarantined text NULL
);
CREATE INDEX batches_unpublished ON batches (id) WHERE published_at IS NULL AND processed_at IS NULL;
CREATE INDEX batches_in_flight ON batches (published_at) WHERE published_at IS NOT NULL AND processed_at IS NULL;

CREATE TABLE facts (
    batch_id bigint NOT NULL,
    ordinal integer NOT NULL,
    revision integer NOT NULL,
    citizen uuid NOT NULL,
    contract smallint NOT NULL,
    left_out boolean NOT NULL DEFAULT false,
    record_id text COLLATE "C" NOT NULL,
    fact_key text COLLATE "C" NOT NULL,
    clear text NOT NULL,
    sealed bytea NULL,
    key_id text NULL,
    PRIMARY KEY (batch_id, ordinal)
);
CREATE INDEX facts_citizen ON facts (citizen);
CREATE INDEX facts_caseload ON facts (citizen) WHERE contract = 1;

-- Only facts that name several people.
CREATE TABLE fact_members (
    citizen uuid NOT NULL,
    batch_id bigint NOT NULL,
    ordinal integer NOT NULL,
    PRIMARY KEY (citizen, batch_id, ordinal)
);
CREATE INDEX fact_members_fact ON fact_members (batch_id, ordinal);

CREATE TABLE checkpoints (
    source text PRIMARY KEY,
    value text NOT NULL,
    stored_at bigint NOT NULL
);

-- One entry a record and kind: the latest. Content is erased when the record was accepted after all.
CREATE TABLE quarantine (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source text NOT NULL,
    record_id text COLLATE "C" NOT NULL,
    kind text NOT NULL,
    reasons text NOT NULL,
    adapter_version text NOT NULL,
    quarantined_at bigint NOT NULL,
    resolved_at bigint NULL,
    sealed bytea NULL,
    key_id text NOT NULL,
    UNIQUE (source, record_id, kind)
);
CREATE INDEX quarantine_open ON quarantine (source) WHERE resolved_at IS NULL;

CREATE TABLE moments (
    id uuid PRIMARY KEY,
    rule text NOT NULL,
    code text NOT NULL,
    citizen uuid NOT NULL,
    source text NOT NULL,
    record_id text COLLATE "C" NOT NULL,
    fact_key text COLLATE "C" NOT NULL,
    contract text NOT NULL,
    occurred_at bigint NOT NULL,
    known_at bigint NOT NULL,
    detected_at bigint NOT NULL,
    withdrawn_at bigint NULL,
    UNIQUE (citizen, rule, source, record_id, fact_key)
);

CREATE TABLE signals (
    id uuid PRIMARY KEY,
    moment_id uuid NOT NULL,
    issued_at bigint NOT NULL,
    withdrawn_at bigint NULL
);
CREATE INDEX signals_moment ON signals (moment_id);
CREATE INDEX signals_newest ON signals (issued_at);

-- A refusal is a delivery that never was: state refused. A claim is a due time in the future; claimed_by is the host that has it, so that it can let go.
CREATE TABLE deliveries (
    id uuid PRIMARY KEY,
    signal_id uuid NOT NULL,
    is_withdrawal boolean NOT NULL,
    recipient text NOT NULL,
    destination text NOT NULL,
    worker text NULL,
    reason text NOT NULL,
    state text NOT NULL,
    attempts integer NOT NULL,
    created_at bigint NOT NULL,
    due_at bigint NOT NULL,
    claimed_by text NULL,
    settled_at bigint NULL,
    detail text NULL
);
CREATE INDEX deliveries_signal ON deliveries (signal_id);
CREATE INDEX deliveries_due ON deliveries (destination, due_at) WHERE state = 'pending';

CREATE TABLE rechecks (
    citizen uuid PRIMARY KEY,
    due_at bigint NOT NULL
);
CREATE INDEX rechecks_due ON rechecks (due_at);

CREATE TABLE runs (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source text NOT NULL,
    started_by text NOT NULL,
    started_at bigint NOT NULL,
    finished_at bigint NULL,
    result text NULL,
    reason text NULL,
    read_count bigint NOT NULL DEFAULT 0,
    accepted bigint NOT NULL DEFAULT 0,
    duplicate bigint NOT NULL DEFAULT 0,
    quarantined bigint NOT NULL DEFAULT 0,
    facts bigint NOT NULL DEFAULT 0,
    minimised bigint NOT NULL DEFAULT 0
);
CREATE INDEX runs_source ON runs (source, id);

-- Spread over shards, so that pushes to one source do not wait for each other's commit.
CREATE TABLE source_counts (
    source text NOT NULL,
    shard integer NOT NULL,
    read_count bigint NOT NULL,
    accepted bigint NOT NULL,
    duplicate bigint NOT NULL,
    quarantined bigint NOT NULL,
    facts bigint NOT NULL,
    minimised bigint NOT NULL,
    PRIMARY KEY (source, shard)
);

CREATE TABLE pauses (
    source text PRIMARY KEY,
    reason text NOT NULL,
    paused_at bigint NOT NULL,
    resume_at bigint NULL
);

CREATE TABLE source_state (
    source text NOT NULL,
    key_hash bytea NOT NULL,
    sealed bytea NOT NULL,
    key_id text NOT NULL,
    PRIMARY KEY (source, key_hash)
);

-- Append-only: who did what about whom, which fields, on what ground.
CREATE TABLE audit (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at bigint NOT NULL,
    kind text NOT NULL,
    recipient text NOT NULL,
    citizen uuid NOT NULL,
    signal_id uuid NOT NULL,
    delivery_id uuid NOT NULL,
    fields text NOT NULL,
    ground text NOT NULL,
    detail text NULL
);

-- What each key makes of a fixed text: a host with other keys would make everybody a second time, and is refused.
CREATE TABLE key_checks (
    key_id text PRIMARY KEY,
    value bytea NOT NULL
);
