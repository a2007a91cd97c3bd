-- site_id stands first in every key, so that one site's rows can live together (hash partitions, Citus).
CREATE TABLE site (
  site_id     text PRIMARY KEY,
  name        text NOT NULL,
  -- The hash before the first row, of the first box's key; a later box of the site does not change it.
  genesis     bytea NOT NULL,
  enrolled_at timestamptz NOT NULL
);

CREATE TABLE box (
  site_id     text NOT NULL,
  public_key  text NOT NULL,
  enrolled_at timestamptz NOT NULL,
  revoked_at  timestamptz,
  PRIMARY KEY (site_id, public_key)
);

CREATE TABLE claim (
  site_id     text NOT NULL,
  code_sha256 text NOT NULL,
  made_by     uuid NOT NULL,
  expires_at  timestamptz NOT NULL,
  used_at     timestamptz,
  PRIMARY KEY (site_id, code_sha256)
);

-- Tokens of boxes that were used and have not yet expired.
CREATE TABLE used_token (
  site_id    text NOT NULL,
  jti        text NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (site_id, jti)
);
CREATE INDEX used_token_expiry ON used_token (site_id, expires_at);
