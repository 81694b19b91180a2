-- What used to be the whole ledger becomes one of the books that the ledger vouches for: the acts.
ALTER TABLE chancery_ledger RENAME TO chancery_act;
ALTER INDEX chancery_ledger_case RENAME TO chancery_act_case;
ALTER TABLE chancery_act ALTER COLUMN entry_no DROP IDENTITY;
ALTER TABLE chancery_act ADD COLUMN particulars VARCHAR(4000);
CREATE INDEX chancery_act_instance ON chancery_act (instance_id, entry_no);

-- The chain: one entry for each row of a book, as canonical JSON that names the hash of the entry before it.
CREATE TABLE chancery_ledger (
    entry_no BIGINT PRIMARY KEY,
    content  VARCHAR(60000) NOT NULL,
    hash     VARCHAR(64) NOT NULL
);

-- The end of the chain, one row; locked last by whoever appends.
CREATE TABLE chancery_ledger_head (
    id        INTEGER PRIMARY KEY CHECK (id = 1),
    ledger_id VARCHAR(36) NOT NULL,
    size      BIGINT NOT NULL,
    hash      VARCHAR(64) NOT NULL
);
