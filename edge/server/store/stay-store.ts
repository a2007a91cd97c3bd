import type { LotStatus, LotType } from '@flowviz/contract/lot-word'
import type { Sqlite } from './open.ts'
import { uuidText } from './uuid-bytes.ts'

/** A lot in a place from a time until another one; until null: it still stands there. */
interface StayRow {
  lot_key: number
  location_id: string
  since: string
  until: string | null
}

export interface NamedLot {
  lot_id: string
  lot_code: string
  lot_type: LotType
  status: LotStatus
  holds: number
}

export type StayStore = ReturnType<typeof stayStore>

/** Who stood where, and when. */
export function stayStore(db: Sqlite) {
  const ofLots = db.prepare<{ lots: string }, StayRow>(
    `SELECT stay.lot_key, location_id, since, until
     FROM json_each(:lots) AS asked CROSS JOIN stay ON stay.lot_key = asked.value
     UNION ALL
     SELECT stock.lot_key, location_id, since, NULL
     FROM json_each(:lots) AS asked CROSS JOIN stock ON stock.lot_key = asked.value`,
  )
  const inPlace = db.prepare<{ place: string; from: string; to: string; limit: number }, StayRow>(
    `SELECT lot_key, location_id, since, NULL AS until FROM stock WHERE location_id = :place AND since < :to
     UNION ALL
     SELECT lot_key, location_id, since, until FROM stay
     WHERE location_id = :place AND until > :from AND since < :to
     LIMIT :limit`,
  )
  const parents = db.prepare<[], { id: string; parent_id: string }>(
    `SELECT id, body ->> '$.location.parent_id' AS parent_id FROM record
     WHERE kind = 'location' AND body ->> '$.location.parent_id' IS NOT NULL`,
  )
  const named = db.prepare<[string], Omit<NamedLot, 'lot_id'> & { lot_key: number; lot_id: Buffer }>(
    `SELECT lot.lot_key, lot_id, lot_code, lot_type, status, holds
     FROM json_each(?) AS node CROSS JOIN lot ON lot.lot_key = node.value`,
  )
  return {
    /** Every stay of some lots, the present ones included. */
    ofLots: (lots: readonly number[]): StayRow[] => ofLots.all({ lots: JSON.stringify(lots) }),
    /** Who stood in a place at any moment between two times; at most `limit` stays. */
    inPlace: (place: string, { from, to, limit }: { from: string; to: string; limit: number }): StayRow[] =>
      inPlace.all({ place, from, to, limit }),
    /** The place that each place stands in; what is not here stands in no other one. */
    parents: (): Map<string, string> => new Map(parents.all().map(({ id, parent_id }) => [id, parent_id])),
    named: (lots: readonly number[]): Map<number, NamedLot> =>
      new Map(
        named
          .all(JSON.stringify(lots))
          .map(({ lot_key, lot_id, ...lot }) => [lot_key, { ...lot, lot_id: uuidText(lot_id) }]),
      ),
  }
}
