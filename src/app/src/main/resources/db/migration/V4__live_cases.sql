-- The cases worked on in the system. The engine's business keys are not unique; these are.
CREATE TABLE chancery_live_case (
    case_id           VARCHAR(100) PRIMARY KEY,
    instance_id       VARCHAR(64) NOT NULL UNIQUE,
    procedure_id      VARCHAR(100) NOT NULL,
    procedure_version VARCHAR(12) NOT NULL,
    title             VARCHAR(1000) NOT NULL,
    begun_at          TIMESTAMP WITH TIME ZONE NOT NULL
);
