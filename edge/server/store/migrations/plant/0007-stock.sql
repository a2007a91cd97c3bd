-- The lot codes of suppliers, to be found again: the same text may come from several sources, and each is another lot.
-- Written by the projector alone.
CREATE TABLE supplier_tlc (
  tlc TEXT NOT NULL,
  lot_key INTEGER NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (tlc, lot_key)
) STRICT, WITHOUT ROWID;

INSERT INTO supplier_tlc (tlc, lot_key, source)
SELECT ledger.body ->> '$.data.supplier_lot_code',
       lot.lot_key,
       coalesce(ledger.body ->> '$.data.more.supplier_tlc_source', ledger.body ->> '$.data.more.supplier_id',
                ledger.body ->> '$.data.supplier', '')
FROM lot JOIN ledger ON ledger.seq = lot.seq
WHERE ledger.body ->> '$.data.supplier_lot_code' IS NOT NULL;

-- A handling unit is found by what its label says.
CREATE INDEX record_by_sscc ON record (body ->> '$.sscc') WHERE kind = 'hu';
