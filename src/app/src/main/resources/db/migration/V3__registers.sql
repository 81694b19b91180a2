-- The number series and where each stands; the row is locked while a number is drawn.
CREATE TABLE chancery_series (
    series_id    VARCHAR(100) PRIMARY KEY,
    office       VARCHAR(100) NOT NULL,
    direction    VARCHAR(10) NOT NULL,
    prefix       VARCHAR(50) NOT NULL,
    suffix       VARCHAR(50) NOT NULL,
    reset        VARCHAR(10) NOT NULL,
    first_number BIGINT NOT NULL,
    valid_from   DATE,
    valid_until  DATE,
    complete     BOOLEAN NOT NULL,
    source       VARCHAR(1000) NOT NULL,
    period       VARCHAR(12) NOT NULL,
    next_number  BIGINT NOT NULL,
    closed       BOOLEAN NOT NULL
);

-- A book: the entries of all registers. A correction is a further row that names the entry it corrects.
-- "corrects" is 0 where a number of a series is entered first, and NULL for what is observed on documents: a number is
-- given out once and an entry corrected once, but two documents may claim one number.
CREATE TABLE chancery_register_entry (
    entry_no        BIGINT PRIMARY KEY,
    recorded_at     TIMESTAMP WITH TIME ZONE NOT NULL,
    series_id       VARCHAR(100),
    period          VARCHAR(12) NOT NULL,
    number_value    BIGINT,
    number_text     VARCHAR(200) NOT NULL,
    status          VARCHAR(10) NOT NULL,
    origin          VARCHAR(10) NOT NULL,
    direction       VARCHAR(10),
    office          VARCHAR(100) NOT NULL,
    case_id         VARCHAR(100),
    instance_id     VARCHAR(64),
    document_id     VARCHAR(100),
    title           VARCHAR(1000),
    correspondent   VARCHAR(500),
    historical_date VARCHAR(200),
    agent           VARCHAR(500),
    corrects        BIGINT,
    reason          VARCHAR(4000),
    CONSTRAINT chancery_register_once UNIQUE (series_id, period, number_value, corrects)
);

CREATE INDEX chancery_register_corrects ON chancery_register_entry (corrects);
CREATE INDEX chancery_register_instance ON chancery_register_entry (instance_id);
CREATE INDEX chancery_register_case ON chancery_register_entry (case_id);

-- A book: what is said of a series as such: opened, closed, complete, a gap reviewed.
CREATE TABLE chancery_register_note (
    entry_no    BIGINT PRIMARY KEY,
    recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
    event       VARCHAR(10) NOT NULL,
    series_id   VARCHAR(100) NOT NULL,
    period      VARCHAR(12) NOT NULL,
    from_number BIGINT,
    to_number   BIGINT,
    agent       VARCHAR(500),
    reason      VARCHAR(4000) NOT NULL
);

CREATE INDEX chancery_register_note_series ON chancery_register_note (series_id, period);

-- A book: which copy went to whom, and what became of it. Each row "follows" the last one about the same copy, 0 the
-- first: a copy that is out returns or is burned once.
CREATE TABLE chancery_copy (
    entry_no      BIGINT PRIMARY KEY,
    recorded_at   TIMESTAMP WITH TIME ZONE NOT NULL,
    event         VARCHAR(10) NOT NULL,
    case_id       VARCHAR(100) NOT NULL,
    instance_id   VARCHAR(64),
    document_id   VARCHAR(100) NOT NULL,
    copy_number   BIGINT NOT NULL,
    stated        BIGINT,
    recipient     VARCHAR(500),
    due_back      DATE,
    agent         VARCHAR(500),
    act_reference VARCHAR(500),
    reason        VARCHAR(4000),
    follows       BIGINT NOT NULL,
    CONSTRAINT chancery_copy_once UNIQUE (case_id, document_id, copy_number, follows)
);
