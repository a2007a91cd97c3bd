import { decimalOf } from '@flowviz/contract/decimal'
import type { LotPosting, LotPostings } from '@flowviz/contract/stock-view'
import type { Sqlite } from './open.ts'

type Row = Omit<LotPosting, 'weight_kg'>
type AccountSum = LotPostings['accounts'][number]

export type PostingStore = ReturnType<typeof postingStore>

/** The double entry of lots, to be read. */
export function postingStore(db: Sqlite) {
  const page = db.prepare<[number, number, number, number], Row>(
    `SELECT seq, n, from_account AS "from", to_account AS "to", weight_mg, count
     FROM posting
     WHERE lot_key = ? AND (seq, n) > (?, ?)
     ORDER BY seq, n
     LIMIT ?`,
  )
  const sums = db.prepare<[number, number], AccountSum>(
    `SELECT account, sum(in_mg) AS in_mg, sum(out_mg) AS out_mg
     FROM (
       SELECT to_account AS account, weight_mg AS in_mg, 0 AS out_mg FROM posting WHERE lot_key = ?
       UNION ALL
       SELECT from_account, 0, weight_mg FROM posting WHERE lot_key = ?
     )
     GROUP BY account
     ORDER BY account`,
  )
  return {
    /** Postings of a lot behind a place in the ledger, in their order. */
    page: (lotKey: number, after: { seq: number; n: number }, limit: number): LotPosting[] =>
      page.all(lotKey, after.seq, after.n, limit).map(({ seq, n, from, to, weight_mg, count }) => ({
        seq,
        n,
        from,
        to,
        weight_kg: decimalOf(weight_mg, 6),
        weight_mg,
        count,
      })),
    /** What went into each account of a lot, and what came out of it. */
    sums: (lotKey: number): AccountSum[] => sums.all(lotKey, lotKey),
  }
}
