import type { Shipment } from '@flowviz/contract/logistics-view'
import { isOpen, type ShownEntry } from '../outbox/entry.ts'
import { isNewer } from '../run/run-now.ts'

type State = Shipment['state']

/** A pick that the appliance has not confirmed. */
export interface PendingPick {
  key: string
  /** What was scanned: a lot or a pallet, in words. */
  title: string
  refused: boolean
}

/** A shipment as this tablet knows it, with what waits here for it. */
export interface ShipmentNow {
  shipment: Shipment
  /** Where it stands once what waits here has arrived; never beyond STAGED. */
  state: State
  picks: readonly PendingPick[]
  /** Ids of lines that this tablet takes out again, and the appliance has not said so yet. */
  out: ReadonlySet<string>
  /** It is on its way to be let go: it stands here until the appliance has said yes. */
  is_leaving: boolean
  refused: readonly ShownEntry[]
}

export const entriesOfShipment = (entries: readonly ShownEntry[] | null, shipment_id: string): ShownEntry[] =>
  (entries ?? []).filter(({ params }) => params.shipment_id === shipment_id)

/** @param as_of when the shipment was told, by the appliance's clock. */
export function shipmentNow(told: Shipment, entries: readonly ShownEntry[] | null, as_of: number): ShipmentNow {
  const mine = entriesOfShipment(entries, told.shipment_id)
  const newer = mine.filter(entry => isNewer(entry, as_of))
  const shipment = newer.reduce((newest, { answer }) => shipmentIn(answer) ?? newest, told)
  const open = mine.filter(isOpen)
  const sent = open.filter(entry => entry.state !== 'parked')
  const state = sent.reduce<State>((at, { command }) => {
    if (command === 'pick-shipment' && at === 'PLANNED') return 'PICKING'
    if (command === 'unpick-shipment' && at === 'STAGED') return 'PICKING'
    return command === 'stage-shipment' && at === 'PICKING' ? 'STAGED' : at
  }, shipment.state)
  const { waiting, out } = replayed(mine, shipment)
  return {
    shipment,
    state,
    picks: waiting.map(({ key, about, state: at }) => ({ key, title: about ?? key, refused: at === 'rejected' })),
    out,
    is_leaving: sent.some(({ command }) => command === 'ship-shipment'),
    refused: mine.filter(entry => entry.state === 'rejected'),
  }
}

/** Picks that wait, and lines that come out, once what was done here one after the other has arrived. */
function replayed(mine: readonly ShownEntry[], { lines }: Pick<Shipment, 'lines'>) {
  const waiting: ShownEntry[] = []
  const out = new Set<string>()
  for (const entry of mine) {
    if (entry.command === 'pick-shipment' && (isOpen(entry) || entry.state === 'rejected')) waiting.push(entry)
    if (entry.command !== 'unpick-shipment' || !isOpen(entry)) continue
    const at = waiting.findLastIndex(({ state, body }) => state !== 'rejected' && isSame(body, entry.body))
    if (at >= 0) waiting.splice(at, 1)
    else for (const id of linesOut(lines, entry.body, out)) out.add(id)
  }
  return { waiting, out }
}

const isSame = (a: ShownEntry['body'], b: ShownEntry['body']) =>
  b.line_id === undefined && a.lot_id === b.lot_id && a.hu_id === b.hu_id

/** A pallet comes out whole; of a lot it is the last pick. */
function linesOut(lines: Shipment['lines'], body: ShownEntry['body'], out: ReadonlySet<string>): string[] {
  const found = lines.findLast(
    ({ line_id, lot_id, lot_code, hu_id, state }) =>
      state === 'PICKED' &&
      !out.has(line_id) &&
      (line_id === body.line_id ||
        (body.hu_id !== undefined && hu_id === body.hu_id) ||
        (hu_id === null && (lot_id === body.lot_id || lot_code === body.lot_id))),
  )
  if (found === undefined) return []
  const { line_id, hu_id } = found
  return hu_id === null ? [line_id] : lines.filter(one => one.hu_id === hu_id).map(one => one.line_id)
}

/** The shipment in an answer of the appliance: by itself, or with what it warns of. */
function shipmentIn(answer: unknown): Shipment | null {
  const { shipment, shipment_code } = (answer ?? {}) as { shipment?: Shipment; shipment_code?: string }
  if (shipment !== undefined) return shipment
  return shipment_code === undefined ? null : (answer as Shipment)
}
