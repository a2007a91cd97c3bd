-- Everything in this file is written by project.ts alone and can be made again from the ledger.

-- Where each event stands. An event that a later row brought back has no type here: it is found by id and subject.
CREATE TABLE event_place (
  event_id BLOB PRIMARY KEY CHECK (length(event_id) = 16),
  seq INTEGER NOT NULL,
  type TEXT,
  subject TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- Lots are most of the ledger and do not pay for these two: one lot is found by its id, and the ledger read backwards
-- gives them all.
CREATE INDEX event_place_by_subject ON event_place (subject, seq) WHERE type IS NOT 'lot.registered';
CREATE INDEX event_place_by_type ON event_place (type, seq) WHERE type <> 'lot.registered';

-- What a lot is found by; the rest of it stays in the ledger row `seq`, in one place only.
-- code_rank is 0 for the first lot with a code; a restored history can bring a second one, which gets the next rank.
CREATE TABLE lot (
  lot_key INTEGER PRIMARY KEY,
  lot_id BLOB NOT NULL UNIQUE CHECK (length(lot_id) = 16),
  tlc_source TEXT NOT NULL,
  lot_code TEXT NOT NULL,
  code_rank INTEGER NOT NULL DEFAULT 0,
  code_conflict INTEGER NOT NULL DEFAULT 0 CHECK (code_conflict IN (0, 1)),
  lot_type TEXT NOT NULL,
  weight_mg INTEGER NOT NULL CHECK (weight_mg > 0),
  day TEXT NOT NULL,
  seq INTEGER NOT NULL,
  UNIQUE (lot_code, tlc_source, code_rank)
) STRICT;
CREATE INDEX lot_by_day ON lot (day);

-- The last number of generated codes, by day and line.
CREATE TABLE lot_number (
  day TEXT NOT NULL,
  line TEXT NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (day, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE device (
  device_id TEXT PRIMARY KEY,
  config TEXT NOT NULL,
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1)),
  seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
  person_id TEXT PRIMARY KEY,
  role TEXT NOT NULL,
  seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The last reading that a `reading.sealed` put under the chain.
CREATE TABLE seal (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  to_seq INTEGER NOT NULL
) STRICT;
