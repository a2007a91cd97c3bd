CREATE TABLE ledger (
  site_id     text NOT NULL,
  epoch       bigint NOT NULL,
  seq         bigint NOT NULL,
  hash        bytea NOT NULL,
  body        text NOT NULL,
  event_id    uuid NOT NULL,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (site_id, epoch, seq)
);
CREATE INDEX ledger_event ON ledger (site_id, event_id);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% on % is refused: what happened is never changed', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER ledger_keeps_rows BEFORE UPDATE OR DELETE ON ledger
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_keeps_all BEFORE TRUNCATE ON ledger
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
-- ALWAYS: a replica role must not switch them off.
ALTER TABLE ledger ENABLE ALWAYS TRIGGER ledger_keeps_rows;
ALTER TABLE ledger ENABLE ALWAYS TRIGGER ledger_keeps_all;

-- Where each site stands. Locked first by every transaction that appends, so that a site has one writer at a time.
CREATE TABLE site_head (
  site_id         text PRIMARY KEY,
  epoch           bigint NOT NULL,
  seq             bigint NOT NULL,
  hash            bytea NOT NULL,
  -- Roots of the perfect subtrees at seq (contract/merkle.ts), 32 bytes each, largest first.
  frontier        bytea NOT NULL,
  reading_epoch   bigint NOT NULL,
  reading_seq     bigint NOT NULL,
  ledger_at       timestamptz,
  reading_at      timestamptz,
  last_contact_at timestamptz,
  fork            text
);

-- Each epoch of a site: where it left the one before. Rows before first_seq belong to an earlier epoch.
CREATE TABLE epoch (
  site_id       text NOT NULL,
  epoch         bigint NOT NULL,
  first_seq     bigint NOT NULL,
  first_reading bigint NOT NULL,
  PRIMARY KEY (site_id, epoch)
);

CREATE TABLE checkpoint (
  site_id     text NOT NULL,
  epoch       bigint NOT NULL,
  size        bigint NOT NULL,
  note        text NOT NULL,
  receipt     text NOT NULL,
  frontier    bytea NOT NULL,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (site_id, epoch, size)
);
