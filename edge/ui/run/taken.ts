import type { LotType } from '@flowviz/contract/lot-word'
import type { RunWhole } from '@flowviz/contract/run'
import type { ShownEntry } from '../outbox/entry.ts'
import { mgOf } from './mass.ts'
import { entriesOf, isNewer } from './run-now.ts'

/** What went into a run of one lot, less what came back. */
export interface Taken {
  lot_id: string
  lot_code: string
  item_id: string | null
  lot_type: LotType | null
  weight_mg: number
  /** Milligrams of it that the appliance has not confirmed. */
  waiting_mg: number
  /** A scale is still to say how much of it. */
  is_weighed_later: boolean
}

/** What the appliance told of the material of a run, and when. */
export interface ToldMaterial {
  material: Pick<RunWhole, 'inputs' | 'returns' | 'outputs'>
  as_of: number
}

type KnownLot = Pick<Taken, 'lot_id' | 'lot_code' | 'item_id'> & { lot_type: LotType }

interface Known {
  told: ToldMaterial | null
  entries: readonly ShownEntry[] | null
  /** Lots by their id or code. */
  lot: (ref: string) => KnownLot | undefined
  /** What the display showed when a scale was asked, by the key of the command. */
  noted_kg?: (key: string) => string | undefined
}

/** Everything that is in a run, by lot, in the order in which it first came: as told, and what happened here since. */
export function takenOf(run: { run_id: string; run_code: string }, known: Known): Taken[] {
  const taken = new Map<string, Taken>()
  const add = (lot: Pick<Taken, 'lot_id' | 'lot_code' | 'item_id' | 'lot_type'>, change: Change) => {
    const before = taken.get(lot.lot_id) ?? { ...pick(lot), weight_mg: 0, waiting_mg: 0, is_weighed_later: false }
    taken.set(lot.lot_id, {
      ...before,
      weight_mg: before.weight_mg + change.mg,
      waiting_mg: before.waiting_mg + (change.waits ? change.mg : 0),
      is_weighed_later: before.is_weighed_later || change.later,
    })
  }
  const { inputs = [], returns = [] } = known.told?.material ?? {}
  for (const input of inputs) add(input, { mg: input.weight_mg, waits: false, later: false })
  for (const { lot_id, lot_code, weight_mg } of returns)
    add({ lot_id, lot_code, item_id: null, lot_type: null }, { mg: -weight_mg, waits: false, later: false })
  for (const entry of entriesOf(known.entries, run)) {
    const change = changeOf(entry, known)
    const ref = String(entry.body.lot_id)
    if (change !== null)
      add(known.lot(ref) ?? { lot_id: ref, lot_code: entry.about ?? ref, item_id: null, lot_type: null }, change)
  }
  return [...taken.values()].filter(({ weight_mg, is_weighed_later }) => weight_mg > 0 || is_weighed_later)
}

interface Change {
  mg: number
  waits: boolean
  later: boolean
}

/** What a command of this tablet adds to what was told; null for one that was told already, or that counts no more. */
function changeOf(entry: ShownEntry, { told, noted_kg }: Known): Change | null {
  const sign = { 'consume-lot': 1, 'return-material': -1 }[entry.command as string]
  if (sign === undefined || entry.state === 'given-up' || entry.state === 'rejected') return null
  if (entry.state === 'acked' && !isNewer(entry, told?.as_of ?? 0)) return null
  const said = entry.body.weight_kg ?? noted_kg?.(entry.key)
  const mg = said === undefined ? 0 : sign * mgOf(String(said))
  return { mg, waits: entry.state !== 'acked', later: said === undefined && entry.state !== 'acked' }
}

const pick = ({
  lot_id,
  lot_code,
  item_id,
  lot_type,
}: Pick<Taken, 'lot_id' | 'lot_code' | 'item_id' | 'lot_type'>) => ({
  lot_id,
  lot_code,
  item_id,
  lot_type,
})
