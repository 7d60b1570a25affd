-- Which hosts run on this store: each says so every few seconds and takes its row away when it stops.
CREATE TABLE hosts (
    instance text PRIMARY KEY,
    started_at bigint NOT NULL,
    seen_at bigint NOT NULL
);

-- An administrator asked the hosts to read their configuration again.
CREATE TABLE rescans (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    asked_at bigint NOT NULL
);

-- What each host made of it: the record of what was changed while it ran.
CREATE TABLE rescan_answers (
    rescan bigint NOT NULL,
    instance text NOT NULL,
    answered_at bigint NOT NULL,
    report text NOT NULL,
    PRIMARY KEY (rescan, instance)
);
