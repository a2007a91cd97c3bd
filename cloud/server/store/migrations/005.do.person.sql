-- People of headquarters belong to no site: small reference tables.
CREATE TABLE person (
  person_id    uuid PRIMARY KEY,
  name         text NOT NULL UNIQUE,
  display_name text NOT NULL,
  role         text NOT NULL,
  secret_hash  text NOT NULL
);

CREATE TABLE session (
  session_id      uuid PRIMARY KEY,
  person_id       uuid NOT NULL,
  token_sha256    text NOT NULL UNIQUE,
  previous_sha256 text,
  rotated_at      timestamptz NOT NULL,
  expires_at      timestamptz NOT NULL,
  ended_at        timestamptz
);
CREATE INDEX session_previous ON session (previous_sha256);

-- The columns that rate-limiter-flexible wants.
CREATE TABLE attempt (
  key    varchar(255) PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  expire bigint
);
