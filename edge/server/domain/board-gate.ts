import type { BoardGate } from '@flowviz/contract/board'
import { GATE_LOTS_MAX } from '@flowviz/contract/board'
import { decimalOf } from '@flowviz/contract/decimal'
import type { LotStatus } from '@flowviz/contract/lot-word'
import type { QcGate } from '@flowviz/contract/plant/qc-plan'

/** A lot as it is judged on the board. */
export interface Urgent {
  /** The shown status. */
  shown: LotStatus
  expires_on: string | null
  /** Ledger number of its coming to where it stands. */
  since_seq: number
  since: string
  on_hand_mg: number
  too_warm: boolean
}

/** Nobody may use these, and somebody has to do something about them. */
const STOPPED: readonly LotStatus[] = ['HOLD', 'REJECTED', 'RECALLED']
export const isHeld = ({ shown }: Pick<Urgent, 'shown'>): boolean => STOPPED.includes(shown)

/** Days before its last one in which a lot is about to expire. */
const SOON_DAYS = 2
const DAY_MS = 86_400_000

/** The last day that is near, seen from a time (ms since 1970), `YYYY-MM-DD`. */
export const nearDay = (now_ms: number): string => new Date(now_ms + SOON_DAYS * DAY_MS).toISOString().slice(0, 10)

/** Held first, then what has expired or is about to (the earliest first), then what came first. */
function byUrgency(near: string): (a: Urgent, b: Urgent) => number {
  const rank = (lot: Urgent) => (isHeld(lot) ? 0 : lot.expires_on !== null && lot.expires_on <= near ? 1 : 2)
  return (a, b) => {
    const first = rank(a) - rank(b)
    if (first !== 0) return first
    if (rank(a) === 1 && a.expires_on !== b.expires_on) return a.expires_on! < b.expires_on! ? -1 : 1
    return a.since_seq - b.since_seq
  }
}

/** What waits for one gate. */
export interface GateQueue<Lot extends Urgent> {
  add(lot: Lot): void
  addRun(): void
  /** The most urgent ones, and all of them counted. */
  view(): { counted: Omit<BoardGate, 'lots'>; lots: Lot[] }
}

/** @param near what has its last day at it or before is about to expire */
export function gateQueue<Lot extends Urgent>(gate: QcGate, plan_id: string, near: string): GateQueue<Lot> {
  const { gate_no, gate_id, title, ccp } = gate
  const order = byUrgency(near)
  let lots: Lot[] = []
  let waiting_lots = 0
  let waiting_mg = 0
  let waiting_runs = 0
  let held_lots = 0
  let too_warm_lots = 0
  let oldest_since: string | null = null
  // Thousands may wait, and a dozen is shown: what cannot be among them is not kept.
  const cut = () => {
    lots = lots.sort(order).slice(0, GATE_LOTS_MAX)
  }
  return {
    add(lot) {
      waiting_lots += 1
      waiting_mg += lot.on_hand_mg
      if (isHeld(lot)) held_lots += 1
      if (lot.too_warm) too_warm_lots += 1
      if (oldest_since === null || lot.since < oldest_since) oldest_since = lot.since
      lots.push(lot)
      if (lots.length >= 8 * GATE_LOTS_MAX) cut()
    },
    addRun() {
      waiting_runs += 1
    },
    view() {
      cut()
      const waiting_kg = decimalOf(waiting_mg, 6)
      const what = { plan_id, gate_no, gate_id, title, ccp }
      return {
        counted: { ...what, waiting_lots, waiting_kg, waiting_runs, oldest_since, held_lots, too_warm_lots },
        lots,
      }
    },
  }
}
