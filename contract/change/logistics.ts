import type { EventData } from '../event.ts'
import { type Posting, spotOf } from '../posting.ts'
import type { Change, Told } from './change.ts'

const stock = (postings: readonly Posting[]): Change[] => postings.map(posting => ({ to: 'stock', posting }))

/** Handling units that left with what was in them. */
const gone = (postings: readonly Posting[]): Change[] => {
  const ids = postings.flatMap(({ from }) => spotOf(from)?.hu_id ?? [])
  return [...new Set(ids)].map(id => ({ to: 'record', of: 'hu', id, state: 'SHIPPED', set: {} }))
}

/** What comes and what goes. */
export const LOGISTICS_CHANGES = {
  'receipt.recorded': ({ data, actor }: Told<EventData<'receipt.recorded'>>): Change[] => [
    {
      to: 'record',
      of: 'receipt',
      id: data.receipt_id,
      parent: data.supplier_id,
      state: 'RECEIVED',
      set: { ...data, received_by: actor.id },
    },
  ],
  'shipment.planned': ({ data, recorded_at }: Told<EventData<'shipment.planned'>>): Change[] => [
    {
      to: 'record',
      of: 'shipment',
      id: data.shipment_id,
      parent: data.customer_id,
      state: 'PLANNED',
      set: { ...data, state: 'PLANNED', planned_at: recorded_at },
    },
  ],
  'shipment.picked': ({ data }: Told<EventData<'shipment.picked'>>): Change[] => [
    { to: 'record', of: 'shipment', id: data.shipment_id, state: 'PICKING', set: { state: 'PICKING' } },
    {
      to: 'record',
      of: 'shipment_line',
      id: data.line_id,
      parent: data.shipment_id,
      state: 'PICKED',
      set: { ...data },
    },
  ],
  'shipment.unpicked': ({ data: { shipment_id, line_ids, state } }: Told<EventData<'shipment.unpicked'>>): Change[] => [
    { to: 'record', of: 'shipment', id: shipment_id, state, set: { state, staged_at: null } },
    ...line_ids.map(
      (id): Change => ({ to: 'record', of: 'shipment_line', id, parent: shipment_id, state: 'UNPICKED', set: {} }),
    ),
  ],
  'shipment.staged': ({ data, recorded_at }: Told<EventData<'shipment.staged'>>): Change[] => [
    {
      to: 'record',
      of: 'shipment',
      id: data.shipment_id,
      state: 'STAGED',
      set: { state: 'STAGED', staged_at: recorded_at },
    },
  ],
  'shipment.shipped': ({ data, recorded_at }: Told<EventData<'shipment.shipped'>>): Change[] => [
    ...stock(data.postings),
    ...gone(data.postings),
    {
      to: 'record',
      of: 'shipment',
      id: data.shipment_id,
      state: 'SHIPPED',
      set: {
        state: 'SHIPPED',
        shipped_at: data.shipped_at,
        shipped_recorded_at: recorded_at,
        documents: data.documents,
      },
    },
  ],
  'shipment.voided': ({ data, recorded_at }: Told<EventData<'shipment.voided'>>): Change[] => [
    ...stock(data.postings),
    {
      to: 'record',
      of: 'shipment',
      id: data.shipment_id,
      state: 'VOIDED',
      set: { state: 'VOIDED', voided_at: recorded_at },
    },
  ],
  'shipment.returned': ({ data, recorded_at }: Told<EventData<'shipment.returned'>>): Change[] => [
    ...stock(data.postings),
    {
      to: 'record',
      of: 'shipment',
      id: data.shipment_id,
      state: 'RETURNED',
      set: { state: 'RETURNED', returned_at: recorded_at },
    },
    ...data.postings.map(
      ({ lot_id, to, quantity }): Change => ({
        to: 'record',
        of: 'shipment_line',
        // A return has one posting and one hold of its own.
        id: data.hold_id,
        parent: data.shipment_id,
        state: 'RETURNED',
        set: {
          shipment_id: data.shipment_id,
          line_id: data.hold_id,
          lot_id,
          hu_id: null,
          location_id: spotOf(to)?.location_id ?? null,
          quantity,
        },
      }),
    ),
  ],
}
