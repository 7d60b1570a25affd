-- Which hosts run on this store: each says so every few seconds and takes its row away when it stops.
CREATE TABLE hosts (
    instance TEXT PRIMARY KEY,
    started_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL
) WITHOUT ROWID;

-- An administrator asked the hosts to read their configuration again.
CREATE TABLE rescans (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    asked_at INTEGER NOT NULL
);

-- What each host made of it: the record of what was changed while it ran.
CREATE TABLE rescan_answers (
    rescan INTEGER NOT NULL,
    instance TEXT NOT NULL,
    answered_at INTEGER NOT NULL,
    report TEXT NOT NULL,
    PRIMARY KEY (rescan, instance)
) WITHOUT ROWID;
