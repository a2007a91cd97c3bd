import { type LotPlace, type LotRow, PLACE, placeOf } from './lot-store.ts'
import type { Sqlite } from './open.ts'
import { uuidText } from './uuid-bytes.ts'

export type RecallStore = ReturnType<typeof recallStore>

/** What left a lot for an account outside of the plant, less what came back from it. */
export interface NetRow {
  lot_key: number
  account: string
  weight_mg: number
}

/** What went to a customer (below zero: came back), and the event that says of which shipment. */
export interface ShippedRow {
  lot_key: number
  customer_id: string
  weight_mg: number
  seq: number
}

/** Questions about many lots at once; keys travel as one JSON array, so that a thousand lots are one statement. */
export function recallStore(db: Sqlite) {
  // UNION on the node alone: a diamond is walked once, and no depth is counted (food-domain F6).
  const forward = db
    .prepare<[string], number>(
      `WITH RECURSIVE scope (node) AS (
         SELECT value FROM json_each(?)
         UNION
         SELECT link.dst FROM scope JOIN link ON link.src = scope.node
       )
       SELECT node FROM scope WHERE node > 0 ORDER BY node`,
    )
    .pluck()
  const forwardOnce = db
    .prepare<[string], number>(
      `WITH RECURSIVE scope (node) AS (
         SELECT value FROM json_each(?)
         UNION
         SELECT link.dst FROM scope JOIN link ON link.src = scope.node WHERE link.kind <> 'REWORK'
       )
       SELECT node FROM scope WHERE node > 0 ORDER BY node`,
    )
    .pluck()
  const backward = db
    .prepare<[string], number>(
      `WITH RECURSIVE scope (node) AS (
         SELECT value FROM json_each(?)
         UNION
         SELECT link.src FROM scope JOIN link ON link.dst = scope.node
       )
       SELECT node FROM scope WHERE node > 0 ORDER BY node`,
    )
    .pluck()
  const backwardOnce = db
    .prepare<[string], number>(
      `WITH RECURSIVE scope (node) AS (
         SELECT value FROM json_each(?)
         UNION
         SELECT link.src FROM scope JOIN link ON link.dst = scope.node WHERE link.kind <> 'REWORK'
       )
       SELECT node FROM scope WHERE node > 0 ORDER BY node`,
    )
    .pluck()
  const lots = db.prepare<[string], LotRow>(
    `${PLACE} WHERE lot_key IN (SELECT value FROM json_each(?)) ORDER BY lot_key`,
  )
  const net = db.prepare<[{ keys: string }], NetRow>(
    `SELECT lot_key, account, sum(weight_mg) AS weight_mg
     FROM (
       SELECT lot_key, to_account AS account, weight_mg FROM posting
       WHERE lot_key IN (SELECT value FROM json_each(@keys)) AND to_account NOT LIKE 'location:%'
       UNION ALL
       SELECT lot_key, from_account, -weight_mg FROM posting
       WHERE lot_key IN (SELECT value FROM json_each(@keys)) AND from_account NOT LIKE 'location:%'
     )
     GROUP BY lot_key, account
     ORDER BY lot_key, account`,
  )
  const places = db.prepare<[string], { lot_key: number; location_id: string; weight_mg: number }>(
    `SELECT lot_key, location_id, sum(weight_mg) AS weight_mg FROM stock
     WHERE lot_key IN (SELECT value FROM json_each(?))
     GROUP BY lot_key, location_id
     ORDER BY lot_key, location_id`,
  )
  const shipped = db.prepare<[{ keys: string }], ShippedRow>(
    `SELECT lot_key, substr(to_account, 10) AS customer_id, weight_mg, seq FROM posting
     WHERE lot_key IN (SELECT value FROM json_each(@keys)) AND to_account LIKE 'customer:%'
     UNION ALL
     SELECT lot_key, substr(from_account, 10), -weight_mg, seq FROM posting
     WHERE lot_key IN (SELECT value FROM json_each(@keys)) AND from_account LIKE 'customer:%'
     ORDER BY seq, lot_key`,
  )
  const made = db.prepare<[string], { lot_key: number; run_id: Buffer | null; weight_mg: number }>(
    `SELECT link.dst AS lot_key, stage.run_id, sum(link.weight_mg) AS weight_mg
     FROM json_each(?) AS asked
     CROSS JOIN link ON link.dst = asked.value
     LEFT JOIN stage ON stage.stage_key = -link.src
     GROUP BY link.dst, stage.run_id`,
  )
  const ofItem = db.prepare<[string], number>('SELECT lot_key FROM lot WHERE item_id = +? ORDER BY lot_key').pluck()
  const ofTlc = db.prepare<[string], number>('SELECT lot_key FROM supplier_tlc WHERE tlc = +? ORDER BY lot_key').pluck()
  return {
    /** Keys of lots and of all that was made of them (or that they were made of), these themselves among them. */
    closure(keys: readonly number[], { way, rework }: { way: 'forward' | 'backward'; rework: boolean }): number[] {
      const walk = way === 'forward' ? (rework ? forward : forwardOnce) : rework ? backward : backwardOnce
      return walk.all(JSON.stringify(keys))
    },
    lots: (keys: readonly number[]): LotPlace[] => lots.all(JSON.stringify(keys)).map(placeOf),
    net: (keys: readonly number[]): NetRow[] => net.all({ keys: JSON.stringify(keys) }),
    places: (keys: readonly number[]) => places.all(JSON.stringify(keys)),
    shipped: (keys: readonly number[]): ShippedRow[] => shipped.all({ keys: JSON.stringify(keys) }),
    /** The runs that made lots, and what other lots became of them (run_id null). */
    made: (keys: readonly number[]) =>
      made
        .all(JSON.stringify(keys))
        .map(({ run_id, ...row }) => ({ ...row, run_id: run_id === null ? null : uuidText(run_id) })),
    ofItem: (itemId: string): number[] => ofItem.all(itemId),
    /** Lots that bear a supplier's code, whoever gave it. */
    ofTlc: (code: string): number[] => ofTlc.all(code),
  }
}
