import { setImmediate } from 'node:timers/promises'
import type { Json } from '@flowviz/contract/epcis/finding'
import type { EpcisReader, SaidRow } from '../store/epcis-reader.ts'

/** Rows that are looked at before other requests get their turn. */
const STEP_ROWS = 200

/** An event and its place in the order of the ledger: the row, and which of its events it is. */
export interface Placed {
  seq: number
  at: number
  event: Json
}

/** A stretch of the ledger in the words of EPCIS, and the number of rows that were looked at. */
export interface Stretch {
  placed: Placed[]
  rows: number
  last: number
}

/** All that the plant tells from a row on, stretch by stretch; between two of them other requests are served. */
export async function* walk(reader: EpcisReader, fromSeq: number): AsyncGenerator<Stretch> {
  for (let seq = fromSeq; ; ) {
    const rows = reader.rows(seq, STEP_ROWS)
    const last = rows.at(-1)?.seq
    if (last === undefined) return
    yield stretchOf(rows, last)
    if (rows.length < STEP_ROWS) return
    seq = last + 1
    await setImmediate()
  }
}

/** The same of the rows alone that may name one of some goods. */
export async function* walkNaming(
  reader: EpcisReader,
  goods: readonly string[],
  fromSeq: number,
): AsyncGenerator<Stretch> {
  const seqs = reader.naming(goods).filter(seq => seq >= fromSeq)
  for (let at = 0; at < seqs.length; at += STEP_ROWS) {
    const step = seqs.slice(at, at + STEP_ROWS)
    yield stretchOf(reader.rowsOf(step), step.at(-1)!)
    await setImmediate()
  }
}

const stretchOf = (rows: readonly SaidRow[], last: number): Stretch => ({
  placed: rows.flatMap(({ seq, events }) => events.map((event, at) => ({ seq, at, event }))),
  rows: rows.length,
  last,
})
