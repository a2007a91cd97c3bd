CREATE TABLE channel (
  channel_key INTEGER PRIMARY KEY,
  device_id TEXT NOT NULL,
  channel TEXT NOT NULL,
  latest_seq INTEGER NOT NULL DEFAULT 0,
  UNIQUE (device_id, channel)
) STRICT;

CREATE TABLE reading (
  seq INTEGER PRIMARY KEY CHECK (seq >= 1),
  channel_key INTEGER NOT NULL REFERENCES channel (channel_key),
  value TEXT,
  unit TEXT,
  quality TEXT NOT NULL,
  reason TEXT NOT NULL,
  weight TEXT,
  raw BLOB,
  verdict TEXT NOT NULL,
  measured_at TEXT NOT NULL,
  received_at TEXT NOT NULL,
  source TEXT NOT NULL,
  -- A bad reading has no number, ever.
  CHECK (quality <> 'bad' OR value IS NULL)
) STRICT;
-- The same source twice is one reading.
CREATE UNIQUE INDEX reading_by_source ON reading (channel_key, source);
CREATE INDEX reading_by_time ON reading (channel_key, received_at);
