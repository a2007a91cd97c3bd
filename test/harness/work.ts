import type { Driven } from '../drive-page/main.ts'

/** What becomes of it: a refused one waits for a person, and what is parked behind it goes when that has decided. */
export type Fate = 'done' | 'refused' | 'parked'

export interface Work extends Driven {
  fate: Fate
  lot_code: string
  /** True for what waits behind nothing. */
  safe: boolean
  /** The one event of its kind that it becomes in the ledger. */
  event: string
}

export interface WorkPlan {
  /** Begins the lot codes, so that two shifts have no lot in common. */
  name: string
  count: number
  people: readonly string[]
  random: () => number
}

const LOTS = 40
/** Lots that somebody moves to a place that there is not, so that the appliance refuses it. */
const BAD_LOTS = 3

interface LotWork {
  lot_code: string
  bad: boolean
  steps: number
  /** Nothing that is not safe gets through any more. */
  blocked: boolean
}

/** A shift with 40 lots: they come in, are moved, inspected and held, by several people, all in one another's way. */
export function workPlan({ name, count, people, random }: WorkPlan): Work[] {
  const lots = Array.from({ length: LOTS }, (_, n): LotWork => {
    const lot_code = `${name}-${String(n + 1).padStart(2, '0')}`
    return { lot_code, bad: n < BAD_LOTS, steps: 0, blocked: false }
  })
  return Array.from({ length: count }, (_, n) => {
    const lot = lots[Math.floor(random() * LOTS)]!
    const person_id = people[Math.floor(random() * people.length)]!
    const { intent, event, safe, refused } = nextStep(lot, random)
    lot.steps += 1
    lot.blocked ||= refused
    const fate: Fate = refused ? 'refused' : lot.blocked && !safe ? 'parked' : 'done'
    const { lot_code } = lot
    const about = `${lot_code} step ${lot.steps} (${n + 1})`
    return { person_id, intent: { ...intent, lane: `lot:${lot_code}`, about }, fate, lot_code, safe, event }
  })
}

interface Step {
  intent: Driven['intent'] extends infer I ? Omit<I, 'about' | 'lane'> : never
  event: string
  safe: boolean
  refused: boolean
}

function nextStep(lot: LotWork, random: () => number): Step {
  const { lot_code, bad, steps, blocked } = lot
  if (steps === 0) {
    const body = { lot_type: 'RAW', lot_code, weight_kg: '500.000', manual_reason: 'no scale here' } as const
    return { intent: { command: 'register-lot', body }, event: 'lot.registered', safe: false, refused: false }
  }
  if (steps === 1) {
    const body = { lot_id: lot_code, gate_id: 'receiving', decision: 'HOLD', reason: 'seal torn' } as const
    return { intent: { command: 'decide-gate', body }, event: 'gate.decided', safe: true, refused: false }
  }
  if (random() < 0.15) {
    const body = { lot_ids: [lot_code], reason: `it smells, step ${steps}` }
    return { intent: { command: 'place-hold', body }, event: 'hold.placed', safe: true, refused: false }
  }
  const refused = bad && !blocked && steps > 2
  const to_location_id = refused ? 'nowhere' : 'cold-1'
  const body = { to_location_id, from_location_id: 'receiving', weight_kg: '0.250' }
  const intent = { command: 'move-stock', params: { lot_id: lot_code }, body } as const
  return { intent, event: 'stock.moved', safe: false, refused }
}
