-- Everything in this file is written by the projector alone and can be made again from the ledger.

-- Stock inside the plant: a row where there is some. hu_id is '' for what stands in no handling unit.
CREATE TABLE stock (
  lot_key INTEGER NOT NULL,
  location_id TEXT NOT NULL,
  hu_id TEXT NOT NULL,
  weight_mg INTEGER NOT NULL CHECK (weight_mg > 0),
  count INTEGER CHECK (count >= 0),
  since TEXT NOT NULL,
  since_seq INTEGER NOT NULL,
  PRIMARY KEY (lot_key, location_id, hu_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX stock_by_location ON stock (location_id, since_seq);

-- When a lot stood in a place, once it has left: an excursion holds what was there while it lasted.
CREATE TABLE stay (
  lot_key INTEGER NOT NULL,
  location_id TEXT NOT NULL,
  hu_id TEXT NOT NULL,
  since TEXT NOT NULL,
  until TEXT NOT NULL,
  seq INTEGER NOT NULL
) STRICT;
CREATE INDEX stay_by_location ON stay (location_id, until);
CREATE INDEX stay_by_lot ON stay (lot_key);

-- Double entry: every posting of every event, in order. What a registration brings in stands in `lot`.
CREATE TABLE posting (
  seq INTEGER NOT NULL,
  n INTEGER NOT NULL,
  lot_key INTEGER NOT NULL,
  from_account TEXT NOT NULL,
  to_account TEXT NOT NULL,
  weight_mg INTEGER NOT NULL,
  count INTEGER,
  PRIMARY KEY (seq, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX posting_by_lot ON posting (lot_key, seq);
CREATE INDEX posting_out ON posting (to_account, seq) WHERE substr(to_account, 1, 9) <> 'location:';

-- A stage of a run stands in the genealogy beside the lots: its node is the negative of its key.
CREATE TABLE stage (
  stage_key INTEGER PRIMARY KEY,
  run_id BLOB NOT NULL CHECK (length(run_id) = 16),
  stage INTEGER NOT NULL CHECK (stage >= 1),
  UNIQUE (run_id, stage)
) STRICT;

-- The genealogy, from what went in to what came of it; both directions are covering.
CREATE TABLE link (
  src INTEGER NOT NULL,
  dst INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  n INTEGER NOT NULL,
  kind TEXT NOT NULL,
  weight_mg INTEGER NOT NULL,
  count INTEGER,
  CHECK (src <> dst),
  PRIMARY KEY (src, dst, seq, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_back ON link (dst, src);

-- QC decisions; the values stand in the ledger row.
CREATE TABLE gate (
  seq INTEGER PRIMARY KEY,
  lot_key INTEGER,
  run_id BLOB,
  line TEXT,
  gate_no INTEGER NOT NULL,
  ccp INTEGER NOT NULL CHECK (ccp IN (0, 1)),
  decision TEXT NOT NULL CHECK (decision IN ('PASS', 'HOLD', 'FAIL')),
  instrument_id TEXT
) STRICT;
CREATE INDEX gate_by_lot ON gate (lot_key, seq) WHERE lot_key IS NOT NULL;
CREATE INDEX gate_by_run ON gate (run_id, seq) WHERE run_id IS NOT NULL;
CREATE INDEX gate_by_line ON gate (line, gate_no, seq) WHERE line IS NOT NULL;
CREATE INDEX gate_by_instrument ON gate (instrument_id, seq) WHERE instrument_id IS NOT NULL;

-- Which hold holds which lot. Overlapping holds are counted: a lot is free when none is open.
CREATE TABLE hold_lot (
  lot_key INTEGER NOT NULL,
  hold_id BLOB NOT NULL CHECK (length(hold_id) = 16),
  open INTEGER NOT NULL CHECK (open IN (0, 1)),
  PRIMARY KEY (lot_key, hold_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX hold_lot_by_hold ON hold_lot (hold_id, lot_key);

-- Records as they are read: runs, holds, deviations, master data. `at` is their order: a version or a ledger number.
CREATE TABLE record (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  parent TEXT,
  state TEXT,
  at INTEGER NOT NULL,
  seq INTEGER NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_by_parent ON record (kind, parent, at) WHERE parent IS NOT NULL;
CREATE INDEX record_by_state ON record (kind, state, at);
