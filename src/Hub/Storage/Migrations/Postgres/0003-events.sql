-- What the hub tells those who follow it on the bus: written in the transaction of what it tells, one row for each contract and kind of moment in it, and gone when the broker has it.
CREATE TABLE events (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    contract text NOT NULL,
    code text NOT NULL,
    body bytea NOT NULL,
    claimed_at bigint NULL
);
-- Soon gone: not worth compressing.
ALTER TABLE events ALTER COLUMN body SET STORAGE EXTERNAL;
