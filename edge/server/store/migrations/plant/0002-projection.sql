-- Everything in this file is written by project.ts alone and can be made again from the ledger.

-- Where each event stands, itself or brought back inside a later row.
CREATE TABLE event_place (
  event_id BLOB PRIMARY KEY CHECK (length(event_id) = 16),
  seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What the audit trail is searched by (docs/decisions/0012-audit-index.md). Exact, for what is touched seldom and lives
-- long: a lot, a handling unit. A lot's own registration is not in it: `lot` has its number.
CREATE TABLE event_about (
  subject TEXT NOT NULL,
  seq INTEGER NOT NULL,
  PRIMARY KEY (subject, seq)
) STRICT, WITHOUT ROWID;

-- By blocks of 64 rows and of 4,096, for what comes back all day: `by:` a person, `type:` of an event, `is:` its own
-- subject, or a `kind:id` that it names. The newest block stands last, so that all terms of it share a page; whoever
-- searches goes from block to block, and reads and judges the rows of those that have the term.
CREATE TABLE event_block (
  width INTEGER NOT NULL,
  block INTEGER NOT NULL,
  term TEXT NOT NULL,
  PRIMARY KEY (width, block, term)
) STRICT, WITHOUT ROWID;

-- Rows recorded earlier than the row before them: the clock was set back, or a lost history came back. Between two of
-- them time only rises, so a time is found by halving and needs no index.
CREATE TABLE clock_step (seq INTEGER PRIMARY KEY CHECK (seq >= 2)) STRICT;

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
  -- Quality, and what it is judged by: the base status, the open holds on it, the gates that have passed in their order.
  status TEXT NOT NULL,
  -- REWORK_ONLY or RECALLED once the lot has been that: it goes for what is left of it, whatever its status becomes.
  bound TEXT CHECK (bound IN ('REWORK_ONLY', 'RECALLED')),
  holds INTEGER NOT NULL DEFAULT 0 CHECK (holds >= 0),
  gate_passed INTEGER NOT NULL CHECK (gate_passed >= 0),
  plan_id TEXT,
  plan_version INTEGER,
  item_id TEXT,
  line TEXT,
  expires_on TEXT,
  UNIQUE (lot_code, tlc_source, code_rank)
) STRICT;
CREATE INDEX lot_by_day ON lot (day);
CREATE INDEX lot_by_line ON lot (line, lot_key) WHERE line IS NOT NULL;

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
  status TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'disabled')),
  seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The last reading that a `reading.sealed` put under the chain.
CREATE TABLE seal (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  to_seq INTEGER NOT NULL
) STRICT;
