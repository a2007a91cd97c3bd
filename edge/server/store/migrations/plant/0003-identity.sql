-- Names and secrets stand outside the ledger, so that a person can be pseudonymised without breaking the chain.
CREATE TABLE person_profile (
  person_id TEXT PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  display_name TEXT NOT NULL,
  secret_hash TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  session_id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL,
  token_sha256 TEXT NOT NULL UNIQUE,
  station TEXT,
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_by_end ON session (expires_at);

-- Row ids rise with time, so the oldest keys are the first rows.
CREATE TABLE idempotency (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  digest TEXT NOT NULL,
  result TEXT NOT NULL,
  seq INTEGER NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT;
