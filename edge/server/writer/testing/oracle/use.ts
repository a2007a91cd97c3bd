import type { LedgerEvent } from '@flowviz/contract/event'
import { type LotMemory, learn, nothingKnown, type PlantMemory } from './memory.ts'
import { broken, type Told, wherever } from './told.ts'

export type Use = 'consume' | 'ship' | 'rework'

/** Why a lot may not be used on a day (design 8, invariant 5); null when nothing speaks against it. */
export function whyNot(lot: LotMemory, use: Use, { plans, day }: Pick<PlantMemory, 'plans'> & { day: string }) {
  if (lot.holds.size > 0) return 'it is held'
  if (lot.gone || lot.doomed) return 'nothing of it is left to use'
  if (lot.recalled) return 'it is recalled'
  if (lot.expired || (lot.last_day !== null && lot.last_day < day)) return `its last day was ${lot.last_day}`
  if (use === 'rework' && lot.rework_only) return null
  if (lot.failed.size > 0) return `gate ${[...lot.failed.keys()]} failed`
  if (lot.rework_only) return 'it is only for rework'
  if (use === 'rework') return null
  const needed = (plans.get(lot.plan)?.gates ?? [])
    .filter(gate => (use === 'consume' ? gate.before_consume : gate.before_ship).includes(lot.lot_type))
    .map(({ gate_no }) => gate_no)
  const last = Math.max(0, ...needed)
  return lot.gate < last ? `it has passed gate ${lot.gate} of ${last}` : null
}

/** The lots that an event uses. */
function usedBy({ type, data }: LedgerEvent): { use: Use; lot_ids: string[] } {
  switch (type) {
    case 'run.consumed':
      return { use: 'consume', lot_ids: [data.lot_id] }
    case 'lot.linked':
      return { use: 'consume', lot_ids: [data.source_lot_id] }
    case 'lot.merged':
      return { use: 'consume', lot_ids: data.source_lot_ids }
    case 'lot.reworked':
      return { use: 'rework', lot_ids: [data.source_lot_id] }
    case 'hu.packed':
      return { use: 'consume', lot_ids: data.postings.map(({ lot_id }) => lot_id) }
    case 'shipment.shipped':
      return { use: 'ship', lot_ids: data.postings.map(({ lot_id }) => lot_id) }
    default:
      return { use: 'consume', lot_ids: [] }
  }
}

/** The lots that an event makes of others. */
function madeBy({ type, data }: LedgerEvent): { from: string[]; into: string[] } {
  switch (type) {
    case 'lot.split':
      return { from: [data.source_lot_id], into: data.lot_ids }
    case 'lot.merged':
      return { from: data.source_lot_ids, into: [data.lot_id] }
    case 'lot.reworked':
      return { from: [data.source_lot_id], into: [data.lot_id] }
    default:
      return { from: [], into: [] }
  }
}

const FOREVER = '9999-12-31'
const lastDay = (lots: readonly (LotMemory | undefined)[]): string =>
  lots.map(lot => lot?.last_day ?? FOREVER).sort()[0] ?? FOREVER

/** Uses of lots that nobody should have used, and lots that became younger by being divided. */
export function useProblems(told: readonly Told[]): { problems: string[]; memory: PlantMemory } {
  const memory = nothingKnown()
  const problems = told.flatMap(({ event }) => {
    const { use, lot_ids } = usedBy(event)
    const day = event.recorded_at.slice(0, 10)
    const wrong = wherever(lot_ids, id => {
      const why = whyNot(memory.lots.get(id)!, use, { plans: memory.plans, day })
      return why === null ? null : broken(event, `${use} of ${id}: ${why}`)
    })
    const { from, into } = madeBy(event)
    const limit = lastDay(from.map(id => memory.lots.get(id)))
    const younger = wherever(into, id =>
      lastDay([memory.lots.get(id)]) > limit ? broken(event, `${id} lasts longer than what it is of`) : null,
    )
    learn(event, memory)
    return [...wrong, ...younger]
  })
  return { problems, memory }
}
