import type { HandlingUnit, Shipment } from '@flowviz/contract/logistics-view'
import type { Lot } from '@flowviz/contract/lot'
import type { NotUsable } from '../lot/judge-lot.ts'
import type { ShownEntry } from '../outbox/entry.ts'

/** What was scanned to be picked. */
export type Goods = { kind: 'lot'; lot: Lot } | { kind: 'unit'; unit: HandlingUnit; lots: readonly Lot[] }

/** Why goods are not picked. */
export type NotPicked =
  | { why: 'already' | 'scan_pallet' | 'pallet_unknown' }
  | { why: 'elsewhere'; code: string }
  | { why: 'may_not'; unusable: NotUsable }

type Picked = Pick<Shipment, 'shipment_id' | 'shipment_code' | 'state' | 'lines'>

interface Around {
  shipment_id: string
  /** All shipments that have not left, this one among them. */
  shipments: readonly Picked[]
  /** Picks of this tablet that are on their way, whatever they are for. */
  entries: readonly ShownEntry[]
  judge: (lot: Lot) => NotUsable | null
}

/** Whether goods may be picked, as this tablet knows them; null when nothing is known against it. Pure. */
export function judgePick(goods: Goods, around: Around): NotPicked | null {
  const lots = goods.kind === 'lot' ? [goods.lot] : goods.lots
  if (goods.kind === 'unit' && lots.length < goods.unit.contents.length) return { why: 'pallet_unknown' }
  for (const lot of lots) {
    const unusable = around.judge(lot)
    if (unusable !== null) return { why: 'may_not', unusable }
  }
  const isPacked =
    goods.kind === 'lot' && goods.lot.stock.length > 0 && goods.lot.stock.every(spot => spot.hu_id !== null)
  if (isPacked) return { why: 'scan_pallet' }
  return promised(goods, around)
}

const PICKS: ReadonlySet<string> = new Set(['pick-shipment', 'unpick-shipment'])

function promised(goods: Goods, { shipment_id, shipments, entries }: Around): NotPicked | null {
  const names = (body: { lot_id?: unknown; hu_id?: unknown }) =>
    goods.kind === 'lot' ? isLot(goods.lot, body) : body.hu_id === goods.unit.hu_id
  const last = entries.findLast(
    ({ command, state, body }) => PICKS.has(command) && ['queued', 'sending', 'parked'].includes(state) && names(body),
  )
  const isHere = last?.params.shipment_id === shipment_id
  if (isHere && last?.command === 'pick-shipment') return { why: 'already' }
  const here = shipments.filter(({ state }) => state === 'PICKING' || state === 'STAGED')
  // What was taken out here comes out before it is picked again: the appliance gets both in this order.
  const isInside = !isHere && here.some(one => one.shipment_id === shipment_id && one.lines.some(names))
  if (isInside) return { why: 'already' }
  const other = here.find(one => one.shipment_id !== shipment_id && one.lines.some(names))
  if (other === undefined || (goods.kind === 'lot' && freeMg(goods.lot, here) > 0)) return null
  return { why: 'elsewhere', code: other.shipment_code }
}

/** Loose stock of a lot that no shipment has: it may go out in parts, with several. */
function freeMg(lot: Lot, shipments: readonly Picked[]): number {
  const loose = lot.stock.filter(({ hu_id }) => hu_id === null)
  const taken = shipments.flatMap(({ lines }) => lines).filter(line => isLot(lot, line))
  const sum = (rows: readonly { weight_mg: number }[]) => rows.reduce((mg, { weight_mg }) => mg + weight_mg, 0)
  return sum(loose) - sum(taken)
}

const isLot = ({ lot_id, lot_code }: Lot, body: { lot_id?: unknown; hu_id?: unknown }): boolean =>
  (body.hu_id === undefined || body.hu_id === null) && (body.lot_id === lot_id || body.lot_id === lot_code)
