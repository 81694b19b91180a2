-- A book: the papers that no procedure describes, each with the acts that its marks attest and why no procedure was taken.
CREATE TABLE chancery_bare_path (
    entry_no     BIGINT PRIMARY KEY,
    recorded_at  TIMESTAMP WITH TIME ZONE NOT NULL,
    record_id    VARCHAR(64) NOT NULL,
    case_id      VARCHAR(100) NOT NULL,
    case_hash    VARCHAR(64) NOT NULL,
    title        VARCHAR(1000) NOT NULL,
    reading      VARCHAR(100) NOT NULL,
    procedure_id VARCHAR(100) NOT NULL,
    acts         BIGINT NOT NULL,
    path_hash    VARCHAR(12) NOT NULL,
    grounds      VARCHAR(4000) NOT NULL,
    path         VARCHAR(400000) NOT NULL
);

CREATE INDEX chancery_bare_path_case ON chancery_bare_path (case_id, entry_no);
CREATE INDEX chancery_bare_path_record ON chancery_bare_path (record_id);

-- An entry that speaks of such a path holds all of it.
ALTER TABLE chancery_ledger ALTER COLUMN content SET DATA TYPE VARCHAR(1000000);
