-- What the hub tells those who follow it on the bus: written in the transaction of what it tells, one row for each contract and kind of moment in it, and gone when the broker has it.
CREATE TABLE events (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contract TEXT NOT NULL,
    code TEXT NOT NULL,
    body BLOB NOT NULL,
    claimed_at INTEGER NULL
);
