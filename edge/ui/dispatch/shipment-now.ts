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
    return command === 'stage-shipment' && at === 'PICKING' ? 'STAGED' : at
  }, shipment.state)
  const waiting = mine.filter(
    entry => entry.command === 'pick-shipment' && (isOpen(entry) || entry.state === 'rejected'),
  )
  return {
    shipment,
    state,
    picks: waiting.map(({ key, about, state: at }) => ({ key, title: about ?? key, refused: at === 'rejected' })),
    is_leaving: sent.some(({ command }) => command === 'ship-shipment'),
    refused: mine.filter(entry => entry.state === 'rejected'),
  }
}

/** The shipment in an answer of the appliance: by itself, or with what it warns of. */
function shipmentIn(answer: unknown): Shipment | null {
  const { shipment, shipment_code } = (answer ?? {}) as { shipment?: Shipment; shipment_code?: string }
  if (shipment !== undefined) return shipment
  return shipment_code === undefined ? null : (answer as Shipment)
}
