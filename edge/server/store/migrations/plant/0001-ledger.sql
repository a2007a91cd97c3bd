-- The ledger: written once, hashed as it is stored.
CREATE TABLE ledger (
  seq INTEGER PRIMARY KEY CHECK (seq >= 1),
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  body TEXT NOT NULL
) STRICT;

CREATE TRIGGER ledger_is_never_updated BEFORE UPDATE ON ledger
BEGIN
  SELECT RAISE(ABORT, 'the ledger is append-only: no row is ever updated');
END;

CREATE TRIGGER ledger_is_never_deleted BEFORE DELETE ON ledger
BEGIN
  SELECT RAISE(ABORT, 'the ledger is append-only: no row is ever deleted');
END;

-- INSERT OR REPLACE deletes without firing DELETE triggers unless recursive triggers are on: refuse it by number.
CREATE TRIGGER ledger_is_never_replaced BEFORE INSERT ON ledger
WHEN NEW.seq <= (SELECT coalesce(max(seq), 0) FROM ledger)
BEGIN
  SELECT RAISE(ABORT, 'the ledger is append-only: this number is taken');
END;

-- Where the chain and the Merkle tree stand; written in the transaction of the rows that moved them.
CREATE TABLE ledger_state (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  site TEXT NOT NULL,
  public_key TEXT NOT NULL,
  epoch INTEGER NOT NULL CHECK (epoch >= 1),
  seq INTEGER NOT NULL CHECK (seq >= 0),
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  frontier BLOB NOT NULL CHECK (length(frontier) % 32 = 0)
) STRICT;

-- Signed heads: the box's own note, and the one that headquarters countersigned.
CREATE TABLE checkpoint (
  size INTEGER PRIMARY KEY CHECK (size >= 1),
  note TEXT NOT NULL
) STRICT;

CREATE TABLE ack (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  epoch INTEGER,
  seq INTEGER,
  hash TEXT,
  readings_epoch INTEGER,
  readings_seq INTEGER,
  receipt TEXT,
  at TEXT NOT NULL
) STRICT;
