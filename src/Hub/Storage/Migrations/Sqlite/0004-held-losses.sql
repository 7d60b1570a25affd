-- A complete export that lost more than the hub takes for granted. Nothing was withdrawn at its end: a person confirms the loss, or the next export of its scope takes the place of this one.
CREATE TABLE held_losses (
    source INTEGER NOT NULL,
    scope TEXT NOT NULL,
    snapshot INTEGER NOT NULL,
    gone INTEGER NOT NULL,
    known INTEGER NOT NULL,
    held_at INTEGER NOT NULL,
    PRIMARY KEY (source, scope)
) WITHOUT ROWID;
