import { isSafe } from '@flowviz/contract/command-lane'
import type { Entry, ShownEntry } from './entry.ts'
import { isNumbered } from './envelope.ts'
import type { Head } from './floor-db.ts'

/** What makes the plant safer waits behind nothing. */
export const isSafeEntry = ({ key, command, params, body }: Entry | ShownEntry): boolean =>
  isSafe({ key, command, params, body })

/** The lanes in which others follow it: its own, and that of a lot that it makes. */
function lanesBehind({ lane, body }: Entry): string[] {
  return typeof body.lot_code === 'string' ? [lane, `lot:${body.lot_code}`] : [lane]
}

const lanesOf = (entry: Entry): string[] => [...lanesBehind(entry), ...(entry.after ?? [])]

/** True for what is safe and came before its lot: it has to be sent again behind that. */
const isEarly = (entry: Entry): boolean => isSafeEntry(entry) && entry.problem?.code === 'lot_not_found'

/** True for a refusal of what is safe that ends when one of those before it, which are open still, is done. */
export function comesTooEarly(entry: Entry, before: readonly Entry[]): boolean {
  const lanes = new Set(lanesOf(entry))
  return isEarly(entry) && before.some(one => lanesBehind(one).some(lane => lanes.has(lane)))
}

/**
 * The entries of which the state has to change so that each lane is as it should be: behind a rejected one everything
 * is parked that is not safe, and nothing else is parked. `open` is in the order of the tablet.
 */
export function settleLanes(open: readonly Entry[]): Entry[] {
  const blocked = new Set<string>()
  const changed: Entry[] = []
  for (const entry of open) {
    const next = entry.state === 'rejected' ? entry : settled(entry, blocked)
    if (next.state !== 'queued') for (const lane of lanesBehind(next)) blocked.add(lane)
    if (next !== entry) changed.push(next)
  }
  return changed
}

function settled(entry: Entry, blocked: ReadonlySet<string>): Entry {
  const waits = (!isSafeEntry(entry) || isEarly(entry)) && lanesOf(entry).some(lane => blocked.has(lane))
  const state = waits ? 'parked' : 'queued'
  if (state === entry.state) return entry
  return { ...entry, state, problem: waits && isEarly(entry) ? entry.problem : null }
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

/**
 * What can go now: one that waits for its person keeps those behind it in its lanes; a safe one goes round it. The
 * appliance does the lanes of a batch side by side, so one that comes after another lane goes in a later batch.
 */
function sendable(open: readonly Entry[], { person_id, head }: PickLimits): Entry[] {
  const waiting = new Set<string>()
  const going = new Map<string, Entry>()
  return open.filter(entry => {
    if (entry.state !== 'queued') return false
    const safe = isSafeEntry(entry)
    const lanes = lanesOf(entry)
    const isMine = head.tablet_id !== null || entry.person_id === person_id
    // What failed may fail again: a safe one does not wait for it.
    const before = lanes.flatMap(lane => going.get(lane) ?? []).filter(one => !safe || one.problem === null)
    const isFree = safe || !lanes.some(lane => waiting.has(lane))
    const goes = isMine && isFree && before.every(({ lane }) => lane === entry.lane)
    for (const lane of lanes)
      if (goes) going.set(lane, entry)
      else waiting.add(lane)
    return goes
  })
}

const ENVELOPE_LENGTH = 700
const sizeOf = ({ params, body }: Entry) => JSON.stringify([params, body]).length + ENVELOPE_LENGTH
