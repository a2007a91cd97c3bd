-- Codes that set up a tablet, as keyed digests: nobody who reads the file can use one. A used one stays until it is too
-- old, so that a tablet which did not hear the answer may ask again.
CREATE TABLE tablet_invitation (
  digest TEXT PRIMARY KEY,
  tablet_id TEXT NOT NULL,
  title TEXT NOT NULL,
  station TEXT,
  expires_at TEXT NOT NULL,
  used_epoch TEXT
) STRICT, WITHOUT ROWID;

-- Which numbers of a tablet's commands were received. No projection of the ledger (a refused command leaves nothing in
-- it): like the idempotency keys it says how far this file has come. It is written after the commands themselves, so
-- that it never says more than what is committed; a tablet then sends a few again, which does nothing twice.
CREATE TABLE tablet_epoch (
  tablet_id TEXT NOT NULL,
  epoch TEXT NOT NULL,
  ranges TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  PRIMARY KEY (tablet_id, epoch)
) STRICT, WITHOUT ROWID;
