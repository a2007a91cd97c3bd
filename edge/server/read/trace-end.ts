import type { Party } from '@flowviz/contract/plant/party'
import type { TraceConsignee, TraceHold, TraceLot, TraceShipment, TraceSupplier } from '@flowviz/contract/trace'
import type { TraceDetail } from '../store/trace-detail.ts'

/** What the answer says last, gathered on the way. */
export interface Gathered {
  lotIds: Map<number, string>
  stages: Map<number, { run_id: string; stage: number }>
  holdIds: Set<string>
  shipmentIds: Set<string>
  consignees: Map<string, Share>
  suppliers: Map<string, Share>
}

interface Share {
  lots: Set<string>
  weight_mg: number
}

export const nothingGathered = (): Gathered => ({
  lotIds: new Map(),
  stages: new Map(),
  holdIds: new Set(),
  shipmentIds: new Set(),
  consignees: new Map(),
  suppliers: new Map(),
})

export function gather(lot: TraceLot, { key, gathered }: { key: number; gathered: Gathered }): void {
  const { lot_id, hold_ids, shipped, supplier_id, quantities } = lot
  gathered.lotIds.set(key, lot_id)
  for (const id of hold_ids) gathered.holdIds.add(id)
  for (const { customer_id, shipment_id, weight_mg } of shipped) {
    if (shipment_id !== null) gathered.shipmentIds.add(shipment_id)
    add(gathered.consignees, customer_id, { lot_id, weight_mg })
  }
  if (supplier_id !== null) add(gathered.suppliers, supplier_id, { lot_id, weight_mg: quantities.registered_mg })
}

function add(shares: Map<string, Share>, id: string, { lot_id, weight_mg }: { lot_id: string; weight_mg: number }) {
  const share = shares.get(id) ?? { lots: new Set(), weight_mg: 0 }
  share.lots.add(lot_id)
  share.weight_mg += weight_mg
  shares.set(id, share)
}

export function holdViews(ids: readonly string[], detail: TraceDetail): TraceHold[] {
  return detail.records('hold', ids).map(({ id, state, body }) => {
    const { cause, reason, placed_at } = body as Omit<TraceHold, 'hold_id' | 'state'>
    return { hold_id: id, state: state as TraceHold['state'], cause, reason, placed_at }
  })
}

export function shipmentViews(ids: readonly string[], detail: TraceDetail): TraceShipment[] {
  return detail.records('shipment', ids).map(({ id, state, body }) => {
    const { shipment_code, customer_id, ship_to, shipped_at } = body as unknown as TraceShipment
    return {
      shipment_id: id,
      shipment_code: shipment_code ?? null,
      state,
      customer_id,
      ship_to: ship_to ?? null,
      shipped_at: shipped_at ?? null,
    }
  })
}

export const consigneeViews = ({ consignees }: Gathered, detail: TraceDetail): TraceConsignee[] =>
  shareViews(consignees, detail).map(({ id, ...share }) => ({ customer_id: id, ...share }))

export const supplierViews = ({ suppliers }: Gathered, detail: TraceDetail): TraceSupplier[] =>
  shareViews(suppliers, detail).map(({ id, ...share }) => ({ supplier_id: id, ...share }))

function shareViews(shares: ReadonlyMap<string, Share>, detail: TraceDetail) {
  const parties = detail.records('party', [...shares.keys()])
  const known = new Map(parties.map(({ id, body }) => [id, body.party as Partial<Party>]))
  return [...shares].map(([id, { lots, weight_mg }]) => {
    const party = known.get(id) ?? {}
    return {
      id,
      title: party.title ?? null,
      gln: party.gln ?? null,
      phone: party.phone ?? null,
      street: party.street ?? null,
      postal_code: party.postal_code ?? null,
      city: party.city ?? null,
      region: party.region ?? null,
      country: party.country ?? null,
      lot_count: lots.size,
      weight_mg,
    }
  })
}
