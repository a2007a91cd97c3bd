-- What the plants' events change, as contract/change.ts says it. All of it can be made again from the ledger.
-- There are no foreign keys: a row may name what comes later, or what this release could not read.

-- A lot as it was registered, with what it is looked up by. What changes of it stands in lot_standing.
ALTER TABLE lot
  ADD COLUMN item_id    text,
  ADD COLUMN line       text,
  ADD COLUMN expires_on text,
  ADD COLUMN count      bigint;

-- A lot as it is now: narrow, because it is written again at every gate. A lot can have one before it has a row in lot.
CREATE TABLE lot_standing (
  site_id     text NOT NULL,
  lot_id      uuid NOT NULL,
  -- Below any hold.
  status      text NOT NULL,
  gate_passed integer NOT NULL,
  -- Holds on it that are open.
  holds       integer NOT NULL,
  -- contract/lot-status.ts, shownStatus.
  shown       text NOT NULL,
  -- The event that last said its status.
  epoch       bigint NOT NULL,
  seq         bigint NOT NULL,
  PRIMARY KEY (site_id, lot_id)
) WITH (fillfactor = 80);
-- Of the lots that somebody asks for by their status; the usual ways of a lot touch no index.
CREATE INDEX lot_standing_shown ON lot_standing (site_id, shown) WHERE shown NOT IN ('AVAILABLE', 'PENDING_QC');

CREATE TABLE hold_lot (
  site_id text NOT NULL,
  hold_id uuid NOT NULL,
  lot_id  uuid NOT NULL,
  open    boolean NOT NULL,
  epoch   bigint NOT NULL,
  seq     bigint NOT NULL,
  PRIMARY KEY (site_id, hold_id, lot_id)
);
CREATE INDEX hold_lot_of_lot ON hold_lot (site_id, lot_id);

-- Sums of postings. The appliance never lets one fall below zero; here one can, where a restored plant's history
-- contradicts the one that it lost. A lot that left a place keeps its row of zeros there.
CREATE TABLE stock (
  site_id     text NOT NULL,
  lot_id      uuid NOT NULL,
  location_id text NOT NULL,
  -- Empty: on no handling unit.
  hu_id       text NOT NULL,
  weight_mg   bigint NOT NULL,
  count       bigint NOT NULL,
  PRIMARY KEY (site_id, lot_id, location_id, hu_id)
) WITH (fillfactor = 80);

-- An end is a lot (stage 0) or a stage of a run, counted from 1.
CREATE TABLE link (
  site_id    text NOT NULL,
  event_id   uuid NOT NULL,
  n          integer NOT NULL,
  from_id    uuid NOT NULL,
  from_stage integer NOT NULL,
  into_id    uuid NOT NULL,
  into_stage integer NOT NULL,
  kind       text NOT NULL,
  weight_mg  bigint NOT NULL,
  count      bigint,
  PRIMARY KEY (site_id, event_id, n)
);
CREATE INDEX link_from ON link (site_id, from_id, from_stage);
CREATE INDEX link_into ON link (site_id, into_id, into_stage);

-- What a decision is found by; the rest of it is read from the ledger row that holds it, itself or inside.
CREATE TABLE gate (
  site_id       text NOT NULL,
  event_id      uuid NOT NULL,
  epoch         bigint NOT NULL,
  seq           bigint NOT NULL,
  held_epoch    bigint NOT NULL,
  held_seq      bigint NOT NULL,
  lot_id        uuid,
  run_id        uuid,
  line          text,
  gate_no       integer NOT NULL,
  ccp           boolean NOT NULL,
  decision      text NOT NULL,
  instrument_id text,
  PRIMARY KEY (site_id, event_id)
);
CREATE INDEX gate_of_site ON gate (site_id, epoch, seq);
CREATE INDEX gate_of_line ON gate (site_id, line, epoch, seq) WHERE line IS NOT NULL;
CREATE INDEX gate_not_passed ON gate (site_id, decision, epoch, seq) WHERE decision <> 'PASS';

-- Every lot that a decision says something of.
CREATE TABLE gate_lot (
  site_id  text NOT NULL,
  lot_id   uuid NOT NULL,
  event_id uuid NOT NULL,
  PRIMARY KEY (site_id, lot_id, event_id)
);

-- Records of one current state each.
CREATE TABLE record (
  site_id text NOT NULL,
  kind    text NOT NULL,
  id      text NOT NULL,
  parent  text,
  state   text,
  -- Their order: a version, or the number of the event that first said something of it.
  at      bigint NOT NULL,
  epoch   bigint NOT NULL,
  seq     bigint NOT NULL,
  -- JSON as text: it is read whole, and keeps what no jsonb holds.
  body    text NOT NULL,
  PRIMARY KEY (site_id, kind, id)
);
CREATE INDEX record_in_order ON record (site_id, kind, at, id);
CREATE INDEX record_of_parent ON record (site_id, kind, parent, at, id) WHERE parent IS NOT NULL;
CREATE INDEX record_open ON record (site_id, kind) WHERE kind IN ('hold', 'deviation') AND state <> 'CLOSED';
CREATE INDEX record_in_state ON record (site_id, kind, state, at, id) WHERE kind IN ('hold', 'deviation', 'alarm', 'run');

-- Events that were projected out of a `ledger.recovered`, because no row here had been them.
CREATE TABLE recovered_event (
  site_id  text NOT NULL,
  event_id uuid NOT NULL,
  PRIMARY KEY (site_id, event_id)
);
