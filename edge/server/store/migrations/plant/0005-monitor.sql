-- Where the judging of readings stands. The readings are in another file with another writer, so this is no projection
-- of the ledger: it is written in the transaction of the events that follow from the readings, and a crash therefore
-- skips none and judges none twice.
CREATE TABLE monitor_cursor (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  seq INTEGER NOT NULL CHECK (seq >= 0)
) STRICT;

-- What the readings of a monitor have said so far; a confirmed excursion holds what enters its place.
CREATE TABLE monitor_state (
  monitor_id TEXT PRIMARY KEY,
  phase TEXT NOT NULL CHECK (phase IN ('inside', 'outside', 'confirmed')),
  state TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX monitor_confirmed ON monitor_state (monitor_id) WHERE phase = 'confirmed';

-- The curve of an excursion while it lasts.
CREATE TABLE excursion_point (
  monitor_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  at TEXT NOT NULL,
  value TEXT,
  PRIMARY KEY (monitor_id, seq)
) STRICT, WITHOUT ROWID;
