-- The line as the box sent it, and what it is looked up by; those columns are empty when this release cannot read it.
CREATE TABLE reading (
  site_id     text NOT NULL,
  epoch       bigint NOT NULL,
  seq         bigint NOT NULL,
  device_id   text,
  channel     text,
  received_at timestamptz,
  value       numeric,
  body        text NOT NULL,
  PRIMARY KEY (site_id, epoch, seq)
);
CREATE INDEX reading_channel ON reading (site_id, device_id, channel, received_at);

CREATE TABLE latest_reading (
  site_id   text NOT NULL,
  device_id text NOT NULL,
  channel   text NOT NULL,
  epoch     bigint NOT NULL,
  seq       bigint NOT NULL,
  body      text NOT NULL,
  PRIMARY KEY (site_id, device_id, channel)
);
