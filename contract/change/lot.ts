import type { EventData } from '../event.ts'
import type { LinkKind } from '../lot-word.ts'
import type { Posting } from '../posting.ts'
import type { Change, NewLot, Told } from './change.ts'

/** Where a lot stands that says nothing of a place. */
export const RECEIVING = 'receiving'

const stock = (postings: readonly Posting[]): Change[] => postings.map(posting => ({ to: 'stock', posting }))

/** Stock that became part of another lot is also a link of the genealogy. */
function linked(postings: readonly Posting[], kind: LinkKind): Change[] {
  return postings.flatMap(({ lot_id, to, quantity }): Change[] => {
    if (!to.startsWith('lot:')) return []
    const { weight_mg, count } = quantity
    return [{ to: 'link', from: { lot_id }, into: { lot_id: to.slice('lot:'.length) }, kind, weight_mg, count }]
  })
}

export function newLotOf(data: EventData<'lot.registered'>): NewLot {
  const { more } = data
  return {
    lot_id: data.lot_id,
    tlc_source: data.tlc_source,
    lot_code: data.lot_code,
    lot_type: data.lot_type,
    weight_mg: data.weight_mg,
    count: more?.count ?? null,
    item_id: more?.item_id ?? null,
    line: data.line,
    expires_on: more?.expires_on ?? null,
    plan_id: more?.plan_id ?? null,
    plan_version: more?.plan_version ?? null,
    gate_passed: more?.gate_passed ?? 0,
    status: more?.status ?? 'PENDING_QC',
    location_id: more?.location_id ?? RECEIVING,
  }
}

/** What the events of lots and of stock change. */
export const LOT_CHANGES = {
  'lot.registered': ({ data }: Told<EventData<'lot.registered'>>): Change[] => [{ to: 'lot', lot: newLotOf(data) }],
  'lot.linked': ({ data }: Told<EventData<'lot.linked'>>): Change[] => [
    ...stock(data.postings),
    ...linked(data.postings, data.kind),
  ],
  'lot.split': ({ data }: Told<EventData<'lot.split'>>): Change[] => [
    ...stock(data.postings),
    ...linked(data.postings, 'SPLIT'),
  ],
  'lot.merged': ({ data }: Told<EventData<'lot.merged'>>): Change[] => [
    ...stock(data.postings),
    ...linked(data.postings, 'MERGE'),
  ],
  'lot.reworked': ({ data }: Told<EventData<'lot.reworked'>>): Change[] => [
    ...stock(data.postings),
    ...linked(data.postings, 'REWORK'),
  ],
  'lot.expired': ({ data }: Told<EventData<'lot.expired'>>): Change[] => [
    { to: 'lot-state', lot_id: data.lot_id, status: data.status },
  ],
  'lot.recalled': ({ data }: Told<EventData<'lot.recalled'>>): Change[] =>
    data.lot_ids.map(lot_id => ({ to: 'lot-state', lot_id, status: 'RECALLED' })),
  'lot.voided': ({ data }: Told<EventData<'lot.voided'>>): Change[] => [
    ...stock(data.postings),
    { to: 'lot-state', lot_id: data.lot_id, status: 'VOIDED' },
  ],
  'stock.moved': ({ data }: Told<EventData<'stock.moved'>>): Change[] => stock(data.postings),
  'stock.adjusted': ({ data }: Told<EventData<'stock.adjusted'>>): Change[] => stock(data.postings),
  'hu.created': ({ data: { hu_id, ...set } }: Told<EventData<'hu.created'>>): Change[] => [
    { to: 'record', of: 'hu', id: hu_id, parent: set.location_id, state: 'ACTIVE', set: { hu_id, ...set } },
  ],
  'hu.packed': ({ data }: Told<EventData<'hu.packed'>>): Change[] => stock(data.postings),
  'hu.unpacked': ({ data }: Told<EventData<'hu.unpacked'>>): Change[] => stock(data.postings),
  'hu.moved': ({ data: { hu_id, location_id, postings } }: Told<EventData<'hu.moved'>>): Change[] => [
    ...stock(postings),
    { to: 'record', of: 'hu', id: hu_id, parent: location_id, set: { location_id } },
  ],
}
