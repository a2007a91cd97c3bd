import { isSafe } from '@flowviz/contract/command-lane'
import type { Entry, ShownEntry } from './entry.ts'
import { isNumbered } from './envelope.ts'
import type { Head } from './floor-db.ts'

/** What makes the plant safer waits behind nothing. */
export const isSafeEntry = ({ key, command, params, body }: Entry | ShownEntry): boolean =>
  isSafe({ key, command, params, body })

/**
 * The entries of which the state has to change so that each lane is as it should be: behind a rejected one everything
 * is parked that is not safe, and nothing else is parked. `open` is in the order of the tablet.
 */
export function settleLanes(open: readonly Entry[]): Entry[] {
  const blocked = new Set<string>()
  const changed: Entry[] = []
  for (const entry of open) {
    if (entry.state === 'rejected') blocked.add(entry.lane)
    else {
      const state = blocked.has(entry.lane) && !isSafeEntry(entry) ? 'parked' : 'queued'
      if (state !== entry.state) changed.push({ ...entry, state, problem: null })
    }
  }
  return changed
}

export interface PickLimits {
  count: number
  /** Characters of all commands together. */
  size: number
  /** Who is signed in: without an enrolled tablet only their own entries can go. */
  person_id: string | null
  head: Head
}

/**
 * The next entries to send, in the order of the tablet. What has a number already goes first, the lowest before the
 * others, because the appliance takes a number that is passed over for a loss; then the front of every lane in turn, so
 * that a long lane starves none.
 */
export function pickBatch(open: readonly Entry[], limits: PickLimits): Entry[] {
  const lanes = [...Map.groupBy(sendable(open, limits), ({ lane }) => lane).values()]
  const numberOf = (entry: Entry) => (isNumbered(entry, limits.head) ? entry.seq! : Number.POSITIVE_INFINITY)
  const picked: Entry[] = []
  let size = 0
  while (picked.length < limits.count && lanes.length > 0) {
    const lane = lanes.reduce((best, other) => (numberOf(other[0]!) < numberOf(best[0]!) ? other : best))
    const next = lane.shift()!
    size += sizeOf(next)
    if (size > limits.size && picked.length > 0) break
    picked.push(next)
    // The lane goes to the end of the turn.
    lanes.splice(lanes.indexOf(lane), 1)
    if (lane.length > 0) lanes.push(lane)
  }
  return picked.sort((a, b) => a.rank - b.rank)
}

/** What can go now: one that waits for its person keeps those behind it in its lane; a safe one goes round it. */
function sendable(open: readonly Entry[], { person_id, head }: PickLimits): Entry[] {
  const waiting = new Set<string>()
  return open.filter(entry => {
    if (entry.state !== 'queued') return false
    const mine = head.tablet_id !== null || entry.person_id === person_id
    if (!mine) waiting.add(entry.lane)
    return mine && (isSafeEntry(entry) || !waiting.has(entry.lane))
  })
}

const ENVELOPE_LENGTH = 700
const sizeOf = ({ params, body }: Entry) => JSON.stringify([params, body]).length + ENVELOPE_LENGTH
