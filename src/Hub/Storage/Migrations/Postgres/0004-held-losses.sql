-- A complete export that lost more than the hub takes for granted. Nothing was withdrawn at its end: a person confirms the loss, or the next export of its scope takes the place of this one.
CREATE TABLE held_losses (
    source integer NOT NULL,
    scope text NOT NULL,
    snapshot integer NOT NULL,
    gone bigint NOT NULL,
    known bigint NOT NULL,
    held_at bigint NOT NULL,
    PRIMARY KEY (source, scope)
);
