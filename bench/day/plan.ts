import { arrivals } from './curve.ts'

/** A day of a plant: its lots and people, and how long it lasts when it is paced. */
export interface Day {
  lots: number
  /** Sixteen hours become so many. */
  seconds: number
  /** Tablets of the paced day, each with a session and a connection of its own. */
  stations: number
  /** Connections of the day that runs flat out, one request in flight on each. */
  connections: number
  sample_ms: number
}

export const FULL: Day = { lots: 20_000, seconds: 150, stations: 40, connections: 64, sample_ms: 1_000 }
/** Shows that every part works; its figures mean nothing. */
export const QUICK: Day = { lots: 120, seconds: 1, stations: 8, connections: 16, sample_ms: 50 }

/** Places of the plant beside receiving, where lots begin. */
export const PLACES = {
  'cold-room': { title: 'Cold room', kind: 'storage' },
  'wip-store': { title: 'Store of work in process', kind: 'storage' },
  'finished-goods': { title: 'Finished goods', kind: 'storage' },
  'dispatch-bay': { title: 'Dispatch bay', kind: 'dispatch' },
} as const
export type Place = keyof typeof PLACES

/** One request of a lot; `at` is when the plan wants it, ms from the start. */
export type Step = { at: number } & (
  | { kind: 'register' }
  | { kind: 'gate'; gate: number }
  | { kind: 'move'; to: Place }
  /** So much of another lot becomes part of this one. */
  | { kind: 'link'; source: number; grams: number }
)
export type StepKind = Step['kind']

/** A lot's day: its steps one after the other. A lot is known by its number. */
export interface Course {
  type: 'RAW' | 'WIP' | 'FG'
  grams: number
  steps: Step[]
}

/** Share of the day in which new lots come; the rest is for what they still go through. */
const ARRIVING = 0.85
/** Longest time between two steps of a lot, as a share of the day: ten minutes of sixteen hours. */
const GAP = 0.01
/** A lot goes into at most so many others, each time by a share of its weight that leaves some. */
const USES_MAX = 6
const TAKEN = 1 / 8

const GRAMS = { RAW: 400_000, WIP: 200_000, FG: 60_000 } as const
const GATES = { RAW: 1, WIP: 4, FG: 7 } as const

/** Numbers from 0 up to 1 that are the same in every run. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Lots that have gone through everything that they need before they go into others, in order. */
interface Ready {
  lot: number
  from: number
  uses: number
}

/** The courses of a day's lots, in the order in which they begin; a lot is made of lots before it alone. */
export function planDay({ lots, seconds }: Pick<Day, 'lots' | 'seconds'>): Course[] {
  const random = seeded(lots)
  const day_ms = seconds * 1_000
  const ready: Record<Course['type'], Ready[]> = { RAW: [], WIP: [], FG: [] }
  return arrivals(lots, day_ms * ARRIVING).map((start, lot) => {
    const type = typeOf(random())
    const grams = GRAMS[type] + Math.floor(random() * 10_000)
    const steps: Step[] = [{ kind: 'register', at: start }]
    let at = start
    const later = () => {
      at += (0.2 + 0.8 * random()) * GAP * day_ms
      return at
    }
    for (const source of sourcesOf(type, ready, { at: start, random }))
      steps.push({ kind: 'link', at: later(), source, grams: Math.floor(sourceGrams(type) * TAKEN) })
    for (let gate = 1; gate <= GATES[type]; gate++) steps.push({ kind: 'gate', at: later(), gate })
    for (const to of placesOf(type)) steps.push({ kind: 'move', at: later(), to })
    ready[type].push({ lot, from: later(), uses: 0 })
    return { type, grams, steps }
  })
}

const typeOf = (drawn: number): Course['type'] => (drawn < 0.6 ? 'RAW' : drawn < 0.85 ? 'WIP' : 'FG')
const sourceGrams = (type: Course['type']) => (type === 'FG' ? GRAMS.WIP : GRAMS.RAW)

function placesOf(type: Course['type']): Place[] {
  if (type === 'RAW') return ['cold-room']
  return type === 'WIP' ? ['wip-store'] : ['finished-goods', 'dispatch-bay']
}

/** What a lot is made of: two raw lots or one in process, of those that are ready; early in the day there are none. */
function sourcesOf(
  type: Course['type'],
  ready: Record<Course['type'], Ready[]>,
  { at, random }: { at: number; random: () => number },
): number[] {
  if (type === 'RAW') return []
  const wanted = type === 'WIP' ? 2 : 1
  // The recent ones, as a plant uses them.
  const able = ready[type === 'WIP' ? 'RAW' : 'WIP']
    .slice(-1_000)
    .filter(({ from, uses }) => from <= at && uses < USES_MAX)
  const taken = new Set(Array.from({ length: wanted }, () => able[Math.floor(random() * able.length)]))
  taken.delete(undefined)
  return [...taken].map(one => {
    one!.uses++
    return one!.lot
  })
}
