-- Names and secrets stand outside the ledger, so that a person can be pseudonymised without breaking the chain.
-- A disabled person gives the name back; who was pseudonymised has neither name nor printed name.
CREATE TABLE person_profile (
  person_id TEXT PRIMARY KEY,
  name TEXT UNIQUE,
  display_name TEXT,
  secret_hash TEXT NOT NULL,
  must_change INTEGER NOT NULL DEFAULT 0 CHECK (must_change IN (0, 1)),
  created_at TEXT NOT NULL,
  secret_changed_at TEXT NOT NULL,
  signed_in_at TEXT
) STRICT, WITHOUT ROWID;

-- Keyed digests of badge numbers; that of a revoked badge is gone.
CREATE TABLE badge_number (
  digest TEXT PRIMARY KEY,
  badge_id TEXT NOT NULL UNIQUE
) STRICT, WITHOUT ROWID;

CREATE TABLE session (
  session_id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL,
  token_sha256 TEXT NOT NULL UNIQUE,
  station TEXT,
  address TEXT,
  started_at TEXT NOT NULL,
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_by_end ON session (expires_at);
CREATE INDEX session_by_person ON session (person_id);

-- Row ids rise with time, so the oldest keys are the first rows.
CREATE TABLE idempotency (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  digest TEXT NOT NULL,
  result TEXT NOT NULL,
  seq INTEGER NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT;
