-- All of this can be made again from the ledger (store/rebuild.ts).
CREATE TABLE lot (
  site_id           text NOT NULL,
  lot_id            uuid NOT NULL,
  tlc_source        text NOT NULL,
  lot_code          text NOT NULL,
  product           text,
  supplier_lot_code text,
  weight_mg         bigint NOT NULL,
  registered_at     timestamptz NOT NULL,
  code_conflict     boolean NOT NULL DEFAULT false,
  epoch             bigint NOT NULL,
  seq               bigint NOT NULL,
  hash              text NOT NULL,
  received_at       timestamptz NOT NULL,
  -- The rest of the lot as the API shows it.
  record            text NOT NULL,
  PRIMARY KEY (site_id, lot_id)
);
CREATE INDEX lot_code ON lot (site_id, tlc_source, lot_code);
CREATE INDEX lot_of_site ON lot (site_id, registered_at DESC, lot_id DESC);
CREATE INDEX lot_of_all ON lot (registered_at DESC, lot_id DESC);
CREATE INDEX lot_id ON lot (lot_id);

CREATE TABLE device (
  site_id   text NOT NULL,
  device_id text NOT NULL,
  config    text,
  retired   boolean NOT NULL DEFAULT false,
  state     text,
  reason    text,
  detail    text,
  since     timestamptz,
  epoch     bigint NOT NULL,
  seq       bigint NOT NULL,
  PRIMARY KEY (site_id, device_id)
);

CREATE TABLE dead_letter (
  site_id text NOT NULL,
  stream  text NOT NULL CHECK (stream IN ('ledger', 'reading')),
  epoch   bigint NOT NULL,
  seq     bigint NOT NULL,
  type    text NOT NULL,
  v       integer NOT NULL,
  cause   text NOT NULL,
  at      timestamptz NOT NULL,
  PRIMARY KEY (site_id, stream, epoch, seq)
);
