import { accountOf, type Posting, type Spot, spotOf } from '@flowviz/contract/posting'
import type { Sqlite } from './open.ts'

/** Stock of one lot in one place. */
export interface StockRow {
  lot_key: number
  location_id: string
  /** '' for stock in no handling unit. */
  hu_id: string
  weight_mg: number
  count: number | null
  /** Since when it has stood there, by the server's clock. */
  since: string
  since_seq: number
}

/** When and where in the ledger a posting is written. */
export interface PostedAt {
  recorded_at: string
  seq: number
  n: number
  /** A history that came back may take more than is there any more: it takes what there is. */
  lenient: boolean
}

const ROW = 'SELECT lot_key, location_id, hu_id, weight_mg, count, since, since_seq FROM stock'

export type StockStore = ReturnType<typeof stockStore>

/** Stock by lot and place, the stays that ended, and every posting. */
export function stockStore(db: Sqlite) {
  const at = db.prepare<[number, string, string], StockRow>(
    `${ROW} WHERE lot_key = ? AND location_id = ? AND hu_id = ?`,
  )
  // `= +?`: for `= ?` beside an ORDER BY, SQLite 3.54 prepares the statement anew for every value, which takes 14 us.
  const ofLot = db.prepare<[number], StockRow>(`${ROW} WHERE lot_key = +? ORDER BY location_id, hu_id`)
  const inLocation = db.prepare<[string], StockRow>(`${ROW} WHERE location_id = +? ORDER BY since_seq, lot_key`)
  const inHu = db.prepare<[string, string], StockRow>(`${ROW} WHERE location_id = +? AND hu_id = +? ORDER BY lot_key`)
  const add = db.prepare<[number, string, string, number, number | null, string, number]>(
    `INSERT INTO stock (lot_key, location_id, hu_id, weight_mg, count, since, since_seq) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (lot_key, location_id, hu_id)
     DO UPDATE SET weight_mg = weight_mg + excluded.weight_mg, count = count + excluded.count`,
  )
  const take = db.prepare<[number, number | null, number, string, string]>(
    'UPDATE stock SET weight_mg = weight_mg - ?, count = count - ? WHERE lot_key = ? AND location_id = ? AND hu_id = ?',
  )
  const remove = db.prepare<[number, string, string]>(
    'DELETE FROM stock WHERE lot_key = ? AND location_id = ? AND hu_id = ?',
  )
  const left = db.prepare<[number, string, string, string, string, number]>(
    'INSERT INTO stay (lot_key, location_id, hu_id, since, until, seq) VALUES (?, ?, ?, ?, ?, ?)',
  )
  const post = db.prepare<[number, number, number, string, string, number, number | null]>(
    'INSERT INTO posting (seq, n, lot_key, from_account, to_account, weight_mg, count) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const onHand = db.prepare<[number], number>('SELECT coalesce(sum(weight_mg), 0) FROM stock WHERE lot_key = ?').pluck()
  const filled = db.prepare<[string], { weight_mg: number; lots: number }>(
    `SELECT coalesce(sum(weight_mg), 0) AS weight_mg, count(DISTINCT lot_key) AS lots FROM stock WHERE location_id = ?`,
  )
  // Who stood there at any moment from a time to a time: those who still do, and those who left after it began.
  const present = db
    .prepare<[string, string, string, string, string], number>(
      `SELECT lot_key FROM stock WHERE location_id = ? AND since <= ?
       UNION
       SELECT lot_key FROM stay WHERE location_id = ? AND until > ? AND since <= ?
       ORDER BY lot_key`,
    )
    .pluck()

  function takeFrom(lotKey: number, spot: Spot, posted: { weight_mg: number; count: number | null } & PostedAt): void {
    const hu = spot.hu_id ?? ''
    const row = at.get(lotKey, spot.location_id, hu)
    const most = row?.weight_mg ?? 0
    if (row === undefined || (most < posted.weight_mg && !posted.lenient)) {
      if (posted.lenient) return
      // The rules refuse before; this is the constraint behind them.
      throw new RangeError(`lot ${lotKey} has ${most} mg in ${accountOf(spot)}, and ${posted.weight_mg} mg are taken`)
    }
    if (posted.weight_mg >= most) {
      remove.run(lotKey, spot.location_id, hu)
      left.run(lotKey, spot.location_id, hu, row.since, posted.recorded_at, posted.seq)
      return
    }
    const pieces = row.count === null || posted.count === null ? null : Math.min(row.count, posted.count)
    take.run(posted.weight_mg, row.count === null ? null : (pieces ?? 0), lotKey, spot.location_id, hu)
  }

  return {
    /** A lot's first stock, at its registration. */
    enter: (row: StockRow): void =>
      void add.run(row.lot_key, row.location_id, row.hu_id, row.weight_mg, row.count, row.since, row.since_seq),
    /** @throws RangeError when more is taken from a place than is there. */
    post(lotKey: number, { from, to, quantity }: Omit<Posting, 'lot_id'>, when: PostedAt): void {
      const { weight_mg, count } = quantity
      const source = spotOf(from)
      const target = spotOf(to)
      if (source !== null) takeFrom(lotKey, source, { ...when, weight_mg, count })
      if (target !== null)
        add.run(lotKey, target.location_id, target.hu_id ?? '', weight_mg, count, when.recorded_at, when.seq)
      post.run(when.seq, when.n, lotKey, from, to, weight_mg, count)
    },
    at: (lotKey: number, { location_id, hu_id }: Spot): StockRow | null =>
      at.get(lotKey, location_id, hu_id ?? '') ?? null,
    ofLot: (lotKey: number): StockRow[] => ofLot.all(lotKey),
    inLocation: (locationId: string): StockRow[] => inLocation.all(locationId),
    inHu: (locationId: string, huId: string): StockRow[] => inHu.all(locationId, huId),
    onHandMg: (lotKey: number): number => onHand.get(lotKey) ?? 0,
    filled: (locationId: string): { weight_mg: number; lots: number } => filled.get(locationId)!,
    /** Keys of the lots that stood in a place at any moment between two times. */
    present: (locationId: string, from: string, to: string): number[] =>
      present.all(locationId, to, locationId, from, to),
  }
}
