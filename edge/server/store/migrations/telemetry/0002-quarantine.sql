CREATE TABLE quarantine (
  id INTEGER PRIMARY KEY,
  received_at TEXT NOT NULL,
  identity TEXT NOT NULL,
  topic TEXT NOT NULL,
  cause TEXT NOT NULL,
  payload BLOB NOT NULL
) STRICT;

-- How much is held, and how much of the oldest was dropped to keep it bounded.
CREATE TABLE quarantine_size (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  held INTEGER NOT NULL,
  held_bytes INTEGER NOT NULL,
  dropped INTEGER NOT NULL
) STRICT;
INSERT INTO quarantine_size (one, held, held_bytes, dropped) VALUES (1, 0, 0, 0);
