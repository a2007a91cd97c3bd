import type { EventData } from '@flowviz/contract/event'
import { shownStatus } from '@flowviz/contract/lot-status'
import type { TraceLot, TraceQuantities } from '@flowviz/contract/trace'
import { eventIn } from './event-body.ts'
import { registrationIn } from './lot-row.ts'
import type { TraceDetail, TracedGate, TracedLot, TracedPosting } from './trace-detail.ts'

/** What many lots of a trace have in common, looked up once. */
export interface SharedFacts {
  titles: Map<string, string | null>
  /** Ids of shipments by the number of the event that shipped. */
  shipments: Map<number, string | null>
}

/** The lots of some keys, in the order of the keys, with every fact that is joined to them. */
export function lotViews(
  keys: readonly number[],
  { detail, shared, wayOf }: { detail: TraceDetail; shared: SharedFacts; wayOf: (key: number) => TraceLot['way'] },
): TraceLot[] {
  const lots = detail.lots(keys)
  const stock = grouped(detail.stock(keys))
  const postings = grouped(detail.postings(keys))
  const gates = grouped(detail.gates(keys))
  const holds = grouped(detail.holds(keys))
  const registrations = detail.bodies(lots.filter(saysMore).map(({ seq }) => seq))
  learnTitles(lots, { detail, shared })
  learnShipments(postings, { detail, shared })
  return lots.map((lot): TraceLot => {
    const { lot_key, item_id } = lot
    const standing = stock.get(lot_key) ?? []
    const moved = postings.get(lot_key) ?? []
    const on_hand_mg = standing.reduce((sum, { weight_mg }) => sum + weight_mg, 0)
    const body = registrations.get(lot.seq)
    const origin = originOf(body === undefined ? null : registrationIn(body).data)
    return {
      lot_id: lot.lot_id,
      lot_code: lot.lot_code,
      tlc_source: lot.tlc_source,
      way: wayOf(lot_key),
      lot_type: lot.lot_type,
      item_id,
      product: origin.product ?? (item_id === null ? null : (shared.titles.get(item_id) ?? null)),
      line: lot.line,
      day: lot.day,
      expires_on: lot.expires_on,
      status: shownStatus(lot.status, lot.holds),
      open_holds: lot.holds,
      gate_passed: lot.gate_passed,
      supplier_id: origin.supplier_id,
      supplier: origin.supplier,
      supplier_lot_code: origin.supplier_lot_code,
      receipt_id: origin.receipt_id,
      quantities: quantitiesOf(moved, { registered_mg: lot.weight_mg, on_hand_mg }),
      stock: standing.map(({ location_id, hu_id, weight_mg, count }) => ({
        location_id,
        hu_id: hu_id === '' ? null : hu_id,
        weight_mg,
        count,
      })),
      gates: (gates.get(lot_key) ?? []).map(gateView),
      hold_ids: (holds.get(lot_key) ?? []).map(({ hold_id }) => hold_id),
      shipped: moved.flatMap(posting => shippedOf(posting, shared)),
    }
  })
}

export const gateView = ({ gate_no, ccp, decision, seq }: TracedGate) => ({ gate_no, ccp: ccp === 1, decision, seq })

/** What only the registration itself says is read for lots that came from outside, and for those without an item. */
const saysMore = ({ lot_type, item_id }: TracedLot): boolean =>
  item_id === null || lot_type === 'RAW' || lot_type === 'PACKAGING'

function originOf(data: EventData<'lot.registered'> | null) {
  return {
    product: data?.product ?? null,
    supplier: data?.supplier ?? null,
    supplier_lot_code: data?.supplier_lot_code ?? null,
    supplier_id: data?.more?.supplier_id ?? null,
    receipt_id: data?.more?.receipt_id ?? null,
  }
}

type Sum = Exclude<keyof TraceQuantities, 'registered_mg' | 'on_hand_mg'>
const SUM_OF: Readonly<Record<string, Sum>> = {
  run: 'consumed_mg',
  lot: 'into_lots_mg',
  customer: 'shipped_mg',
  return: 'shipped_mg',
  waste: 'waste_mg',
  sample: 'sample_mg',
}
function sumOf(account: string): Sum {
  const colon = account.indexOf(':')
  return SUM_OF[colon < 0 ? account : account.slice(0, colon)] ?? 'adjusted_mg'
}
const outside = (account: string): boolean => !account.startsWith('location:')

/** What was registered = what went each way + what is there; nothing is left over (food-domain F5). */
export function quantitiesOf(
  postings: readonly TracedPosting[],
  { registered_mg, on_hand_mg }: Pick<TraceQuantities, 'registered_mg' | 'on_hand_mg'>,
): TraceQuantities {
  const sums: TraceQuantities = {
    registered_mg,
    on_hand_mg,
    consumed_mg: 0,
    into_lots_mg: 0,
    shipped_mg: 0,
    waste_mg: 0,
    sample_mg: 0,
    adjusted_mg: 0,
  }
  for (const { from_account, to_account, weight_mg } of postings) {
    if (outside(to_account)) sums[sumOf(to_account)] += weight_mg
    if (outside(from_account)) sums[sumOf(from_account)] -= weight_mg
  }
  return sums
}

const CUSTOMER = 'customer:'

type Shipped = TraceLot['shipped'][number]

/** What went to a customer; what came back, below zero. */
function shippedOf(posting: TracedPosting, { shipments }: SharedFacts): Shipped[] {
  const { seq, from_account, to_account, weight_mg, count } = posting
  const out = to_account.startsWith(CUSTOMER)
  if (!out && !from_account.startsWith(CUSTOMER)) return NONE
  const sign = out ? 1 : -1
  return [
    {
      customer_id: (out ? to_account : from_account).slice(CUSTOMER.length),
      shipment_id: shipments.get(seq) ?? null,
      weight_mg: sign * weight_mg,
      count: count === null ? null : sign * count,
    },
  ]
}
const NONE: Shipped[] = []

function learnTitles(
  lots: readonly TracedLot[],
  { detail, shared }: { detail: TraceDetail; shared: SharedFacts },
): void {
  const unknown = new Set(
    lots.flatMap(({ item_id }) => (item_id === null || shared.titles.has(item_id) ? [] : [item_id])),
  )
  for (const id of unknown) shared.titles.set(id, null)
  for (const { id, body } of detail.records('item', [...unknown]))
    shared.titles.set(id, (body.item as { title?: string } | undefined)?.title ?? null)
}

function learnShipments(
  postings: ReadonlyMap<number, TracedPosting[]>,
  { detail, shared }: { detail: TraceDetail; shared: SharedFacts },
): void {
  const unknown = new Set<number>()
  for (const rows of postings.values())
    for (const { seq, from_account, to_account } of rows)
      if ((to_account.startsWith(CUSTOMER) || from_account.startsWith(CUSTOMER)) && !shared.shipments.has(seq))
        unknown.add(seq)
  for (const seq of unknown) shared.shipments.set(seq, null)
  for (const [seq, body] of detail.bodies([...unknown])) {
    const { data } = eventIn(body) as { data: { shipment_id?: string } }
    shared.shipments.set(seq, data.shipment_id ?? null)
  }
}

function grouped<Row extends { lot_key: number }>(rows: readonly Row[]): Map<number, Row[]> {
  const groups = new Map<number, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.lot_key)
    if (group === undefined) groups.set(row.lot_key, [row])
    else group.push(row)
  }
  return groups
}
