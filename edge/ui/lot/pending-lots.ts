import type { Lot } from '@flowviz/contract/lot'
import type { ShownEntry } from '../outbox/entry.ts'

/** A lot that was registered on this tablet and that the appliance has not confirmed yet. */
export interface PendingLot {
  pending: true
  key: string
  /** Null: the appliance gives the code. */
  lot_code: string | null
  lot_type: string | null
  item_id: string | null
  product: string | null
  supplier_id: string | null
  /** Null: a scale says it when the registration arrives. */
  weight_kg: string | null
  by_hand: boolean
  person_id: string
  registered_at: string
  /** A person has to decide about it. */
  rejected: boolean
}

/** A lot as lists and cards show it, whoever knows of it. */
export type KnownLot = (Lot & { pending?: undefined }) | PendingLot

type Body = Record<string, unknown>
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/**
 * The lots of the shelf with those that wait on this tablet, newest first. One that the shelf has by its code is that
 * one; one that was undone here, or given up, is none. Pure.
 */
export function withPending(
  lots: readonly Lot[],
  entries: readonly ShownEntry[],
  item_type: (item_id: string) => string | null,
): KnownLot[] {
  const codes = new Set(lots.map(({ lot_code }) => lot_code))
  const undone = new Set(entries.filter(isUndo).map(({ params }) => text(params.lot_id)))
  const pending = entries
    .filter(({ state }) => state !== 'acked' && state !== 'given-up')
    .flatMap(entry => pendingOf(entry, item_type))
    .filter(({ lot_code }) => lot_code === null || (!codes.has(lot_code) && !undone.has(lot_code)))
  return [...pending.reverse(), ...lots]
}

const isUndo = ({ command, state }: ShownEntry) =>
  (command === 'undo-lot' || command === 'void-lot') && state !== 'rejected' && state !== 'given-up'

function pendingOf(entry: ShownEntry, item_type: (item_id: string) => string | null): PendingLot[] {
  const bodies = entry.command === 'receive-goods' ? linesOf(entry.body) : isMaking(entry) ? [entry.body] : []
  return bodies.map(body => {
    const item_id = text(body.item_id)
    return {
      pending: true,
      key: entry.key,
      lot_code: text(body.lot_code),
      lot_type: text(body.lot_type) ?? (item_id === null ? null : item_type(item_id)),
      item_id,
      product: text(body.product),
      supplier_id: text(body.supplier_id) ?? text(entry.body.supplier_id),
      weight_kg: body.weight_kg === undefined ? null : String(body.weight_kg),
      by_hand: body.manual_reason !== undefined,
      person_id: entry.person_id,
      registered_at: entry.occurred_at,
      rejected: entry.state === 'rejected' || entry.state === 'parked',
    }
  })
}

const isMaking = ({ command }: ShownEntry) => command === 'register-lot' || command === 'produce-lot'

const linesOf = ({ lines }: Body): Body[] => (Array.isArray(lines) ? (lines as Body[]) : [])
