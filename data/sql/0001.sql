-- Schema 1. Run in one transaction, which then sets user_version to the file's number.
-- Comments inside a statement stay in the file: `.schema` in the sqlite3 shell shows them.
-- Stamps are milliseconds since 1970 in UTC; digests in BLOB columns are 32 raw bytes.
PRAGMA application_id = 0x46475053;

CREATE TABLE meta ( -- about this file: 'program' is the version that made its schema
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE tree ( -- every tree that a session used, as its file was
    digest TEXT PRIMARY KEY,
    id TEXT NOT NULL,
    version TEXT NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;

CREATE TABLE fact ( -- every facts file that a session used, as it was
    digest TEXT PRIMARY KEY,
    text TEXT NOT NULL
) STRICT;

CREATE TABLE session ( -- one row a session; from 'started_ms' on an index over its events
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE, -- 32 hex digits
    tree TEXT NOT NULL REFERENCES tree (digest),
    started_ms INTEGER NOT NULL,
    last_ms INTEGER NOT NULL,
    n_events INTEGER NOT NULL,
    n_answers INTEGER NOT NULL, -- questions with something said, "I don't know" included
    state TEXT NOT NULL, -- open, finished, decided
    title TEXT,
    outcome TEXT, -- of the verdict in force; none where open, or no path
    outcome_title TEXT,
    decided TEXT -- the outcome that the people chose; none where not decided, or no path
) STRICT;

CREATE INDEX session_by_state ON session (state);

CREATE TABLE session_fact ( -- the facts files of a session's tree, by the name that it uses
    session INTEGER NOT NULL REFERENCES session (number),
    name TEXT NOT NULL,
    digest TEXT NOT NULL REFERENCES fact (digest),
    PRIMARY KEY (session, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE event ( -- the record itself; all else is built from it. Nothing here is ever changed
    session INTEGER NOT NULL REFERENCES session (number),
    sequence INTEGER NOT NULL, -- from 1, without gaps
    kind TEXT NOT NULL,
    at_ms INTEGER NOT NULL,
    salt BLOB, -- with the payload NULL where erased
    payload TEXT, -- canonical JSON
    payload_hash BLOB NOT NULL,
    digest BLOB NOT NULL, -- chains the session's events
    PRIMARY KEY (session, sequence),
    CHECK ((salt IS NULL) = (payload IS NULL))
) STRICT;

CREATE TABLE ledger ( -- one row an event, over all sessions: shows what was taken away
    number INTEGER PRIMARY KEY, -- from 1, without gaps
    session INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    digest BLOB NOT NULL, -- chains the sessions' heads
    FOREIGN KEY (session, sequence) REFERENCES event (session, sequence)
) STRICT;

CREATE TABLE parent ( -- index: where a forked session came from
    session INTEGER NOT NULL REFERENCES session (number),
    position INTEGER NOT NULL,
    parent TEXT NOT NULL, -- a session's id; it may be of another history
    PRIMARY KEY (session, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE answer ( -- index: what is said to each question now, a row an option
    session INTEGER NOT NULL REFERENCES session (number),
    question TEXT NOT NULL,
    position INTEGER NOT NULL, -- in the order of the options
    option TEXT NOT NULL, -- an option or band; 'unknown': "I don't know"
    number TEXT, -- the number said, where it was one
    is_resting INTEGER NOT NULL, -- 1: the question is not asked; counts for nothing
    who TEXT, -- unknown: will find out
    due TEXT, -- unknown: by then, YYYY-MM-DD
    PRIMARY KEY (session, question, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE verdict ( -- index: the verdict in force
    session INTEGER PRIMARY KEY REFERENCES session (number),
    outcome TEXT, -- NULL: no path
    margin INTEGER,
    is_tie INTEGER NOT NULL,
    is_close_call INTEGER NOT NULL,
    engine TEXT NOT NULL,
    as_of TEXT NOT NULL,
    digest TEXT NOT NULL -- of its canonical JSON
) STRICT;

CREATE TABLE reason ( -- index: why, in tree order
    session INTEGER NOT NULL REFERENCES verdict (session),
    position INTEGER NOT NULL,
    effect TEXT NOT NULL, -- favour, disfavour, rule_out
    outcome TEXT NOT NULL,
    strength TEXT,
    points INTEGER,
    is_counted INTEGER NOT NULL, -- 0: a stronger one of its group stands for it
    because TEXT,
    question TEXT, -- with option: the answer that it comes from
    option TEXT,
    rule TEXT,
    PRIMARY KEY (session, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE citation ( -- index: the facts that a reason cites
    session INTEGER NOT NULL,
    reason INTEGER NOT NULL,
    position INTEGER NOT NULL,
    fact TEXT NOT NULL, -- a claim's id in the session's facts files
    PRIMARY KEY (session, reason, position),
    FOREIGN KEY (session, reason) REFERENCES reason (session, position)
) STRICT, WITHOUT ROWID;
