-- Documents and photos under the digest of their bytes: stored once, named by `attachment.added` in the plant's ledger.
-- The bytes stand last, so that a look at the rest of a row does not read them.
CREATE TABLE attachment (
  sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
  media_type TEXT NOT NULL,
  bytes BLOB NOT NULL CHECK (length(bytes) > 0)
) STRICT;
