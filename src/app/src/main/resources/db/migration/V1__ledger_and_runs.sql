-- The ledger: one row for each act, written in the act's own transaction, never changed or deleted.
CREATE TABLE chancery_ledger (
    entry_no          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    recorded_at       TIMESTAMP WITH TIME ZONE NOT NULL,
    event             VARCHAR(20) NOT NULL,
    case_id           VARCHAR(100) NOT NULL,
    instance_id       VARCHAR(64) NOT NULL,
    procedure_id      VARCHAR(100) NOT NULL,
    procedure_version VARCHAR(12) NOT NULL,
    reading           VARCHAR(100),
    simulated         BOOLEAN NOT NULL,
    step_id           VARCHAR(200),
    occurrence        INTEGER,
    act               VARCHAR(20),
    phase             VARCHAR(30),
    direction         VARCHAR(10),
    office            VARCHAR(100),
    agent             VARCHAR(500),
    on_behalf_of      VARCHAR(500),
    document_id       VARCHAR(100),
    registry_number   VARCHAR(200),
    historical_date   VARCHAR(200),
    earliest          DATE,
    latest            DATE,
    status            VARCHAR(20),
    disputed          BOOLEAN,
    marks             VARCHAR(4000),
    reason            VARCHAR(4000)
);

CREATE INDEX chancery_ledger_case ON chancery_ledger (case_id, entry_no);

-- Which instance runs which case: one for each version of the case and of the procedure.
CREATE TABLE chancery_run (
    instance_id       VARCHAR(64) PRIMARY KEY,
    case_id           VARCHAR(100) NOT NULL,
    case_hash         VARCHAR(64) NOT NULL,
    procedure_id      VARCHAR(100) NOT NULL,
    procedure_version VARCHAR(12) NOT NULL,
    simulated         BOOLEAN NOT NULL,
    path              VARCHAR(1000000) NOT NULL,
    recorded_at       TIMESTAMP WITH TIME ZONE NOT NULL,
    CONSTRAINT chancery_run_once UNIQUE (case_id, case_hash, procedure_version, simulated)
);
