import { spotOf } from '@flowviz/contract/posting'
import { eventIn } from '../store/event-body.ts'
import type { EventRow } from './column.ts'
import { type LotFacts, notesOf } from './lot-facts.ts'
import type { Place } from './place.ts'
import type { Source } from './source.ts'

/** Stock that went from one street address of the company to another: shipped there and received here (1.1310). */
export interface MoveRow extends EventRow {
  lot: LotFacts
  weight_mg: number
  count: number | null
  from: Place
  to: Place
}

/** A move inside one address is none of these. */
export function* moveRows(source: Source): Generator<MoveRow> {
  // Without a second address nothing can move to one.
  if (!source.locations().some(({ address }) => address !== undefined)) return
  const { store, fsma, upto_seq, lots, places, dayOf, zone } = source
  for (const { seq, lot_key, from_account, to_account, weight_mg, count } of fsma.moves(upto_seq)) {
    const from = places.of(spotOf(from_account)?.location_id ?? '')
    const to = places.of(spotOf(to_account)?.location_id ?? '')
    if (from.id === to.id) continue
    const lot = lots.byKey(lot_key)
    const { id, occurred_at: at } = eventIn(store.ledger.row(seq)!.body)
    if (lot === null || !source.isWantedDay(at) || !source.isWantedLot(lot)) continue
    yield {
      event_id: id,
      event: 'Move between addresses',
      ledger_seq: seq,
      at,
      day: dayOf(at),
      zone,
      documents: [{ type: 'database_record', number: `ledger row ${seq}` }],
      corrected: lot.corrected,
      notes: notesOf(lot),
      listed: lot.ftl_category !== null,
      lot,
      weight_mg,
      count,
      from,
      to,
    }
  }
}
