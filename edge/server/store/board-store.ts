import { FINAL, type LotStatus, type LotType } from '@flowviz/contract/lot-word'
import type { Sqlite } from './open.ts'
import { uuidOfHex } from './uuid-bytes.ts'

/** Some of a lot in a place, whatever it is packed in there. */
export interface Standing {
  location_id: string
  weight_mg: number
  since: string
  since_seq: number
}

/** A lot of which there is some in the house. */
export interface HouseLot {
  lot_key: number
  lot_id: string
  lot_code: string
  lot_type: LotType
  /** Ledger number of its registration. */
  seq: number
  /** The base status (contract/lot-status.ts). */
  status: LotStatus
  holds: number
  gate_passed: number
  plan_id: string | null
  plan_version: number | null
  item_id: string | null
  expires_on: string | null
  /** At least one place. */
  places: Standing[]
}

type Row = Omit<HouseLot, 'lot_id' | 'places'> & { id_hex: string } & Standing

export type BoardStore = ReturnType<typeof boardStore>

/** What stands in the house. */
export function boardStore(db: Sqlite) {
  // From stock to lot, both in the order of the lot's key: neither is sorted, and what is used up is not looked at.
  const standing = db.prepare<[], Row>(
    `SELECT stock.lot_key, lower(hex(lot_id)) AS id_hex, lot_code, lot_type, seq, status, holds, gate_passed,
            plan_id, plan_version, item_id, expires_on, location_id,
            sum(stock.weight_mg) AS weight_mg, min(since) AS since, min(since_seq) AS since_seq
     FROM stock CROSS JOIN lot ON lot.lot_key = stock.lot_key
     GROUP BY stock.lot_key, location_id`,
  )
  const tooWarm = db
    .prepare<[], number>(
      `SELECT DISTINCT hold_lot.lot_key
       FROM record AS hold
       CROSS JOIN record AS deviation ON deviation.kind = 'deviation' AND deviation.id = hold.body ->> '$.deviation_id'
       CROSS JOIN hold_lot ON hold_lot.hold_id = unhex(hold.id, '-') AND hold_lot.open = 1
       WHERE hold.kind = 'hold' AND hold.state IN ('OPEN', 'UNDER_REVIEW', 'DISPOSITIONED')
         AND hold.body ->> '$.cause' = 'excursion'
         AND deviation.body ->> '$.unit' IN ('Cel', '[degF]') AND deviation.body ->> '$.limit' LIKE 'max %'`,
    )
    .pluck()
  return {
    /** Keys of the lots that are held because they were too warm. */
    heldTooWarm: (): ReadonlySet<number> => new Set(tooWarm.all()),
    /** Every lot in the house, by key. */
    *standing(): Generator<HouseLot> {
      let lot: HouseLot | null = null
      for (const { id_hex, location_id, weight_mg, since, since_seq, ...row } of standing.iterate()) {
        const place = { location_id, weight_mg, since, since_seq }
        if (lot?.lot_key === row.lot_key) {
          lot.places.push(place)
          continue
        }
        if (lot !== null) yield lot
        lot = FINAL.includes(row.status) ? null : { ...row, lot_id: uuidOfHex(id_hex), places: [place] }
      }
      if (lot !== null) yield lot
    },
  }
}
