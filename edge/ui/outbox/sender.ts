import type { Courier, Step } from './courier.ts'
import type { Entry } from './entry.ts'
import { pickBatch, settleLanes } from './lane.ts'
import { pause } from './lead.ts'
import type { OpenQueue, QueueStore } from './queue-store.ts'

export interface SenderParts {
  store: QueueStore
  courier: Courier
  /** False until it is known whether this tablet is enrolled. */
  ready: () => boolean
  /** True when it is known that this is no tablet. */
  alone: () => boolean
  person_id: () => string | null
  /** From 0 to 1. */
  random: () => number
  after: (ms: number, call: () => void) => () => void
  /** Entries were written. */
  changed: (entries: readonly Entry[]) => void
  /** This is all that is open in the store. */
  looked: (open: readonly Entry[]) => Promise<void>
  /** Forgets what is done long since. */
  tidy: () => Promise<void>
}

export interface Sender {
  /** Sends until the signal ends it; only ever in one tab. */
  run: (leading: AbortSignal) => Promise<void>
  /** Tries at once. `anew`: the appliance was away, and may have been restored from a backup. */
  wake: (anew: boolean) => void
}

/** Below the megabyte that an appliance takes as a body. */
const BATCH_SIZE_MAX = 400_000
const WAIT_FIRST_MS = 5_000
const WAIT_MAX_MS = 60_000

/** The wait after the n-th failure in a row: 5 s doubling to 60 s, half of it random. */
export function waitMs(failures: number, random: number): number {
  const full = Math.min(WAIT_MAX_MS, WAIT_FIRST_MS * 2 ** Math.min(Math.max(failures - 1, 0), 10))
  return Math.round(full / 2 + (full / 2) * random)
}

/** Takes what is queued to the appliance, batch after batch, for as long as this tab is the one that does. */
export function createSender(parts: SenderParts): Sender {
  const { store, courier } = parts
  let woken = new AbortController()
  let probeDue = true

  const step = async (): Promise<Step> => {
    if (!parts.ready()) return 'idle'
    const { open, head } = await settledQueue(parts)
    await parts.looked(open)
    await parts.tidy()
    const anybody = head.tablet_id !== null
    // A store that was cleared under the page of a tablet knows of none: nothing goes as if it were so.
    if (!anybody && !parts.alone()) return 'idle'
    if (anybody && probeDue) {
      // Before the probe: a wake that comes meanwhile asks for another one.
      probeDue = false
      return courier.probe(head)
    }
    const limits = { count: courier.limit(), size: BATCH_SIZE_MAX, person_id: parts.person_id(), head }
    const picked = pickBatch(open, limits)
    if (picked.length === 0) return 'idle'
    if (!anybody) return courier.carry(picked, head)
    const numbered = await store.number(picked.map(({ key }) => key))
    parts.changed(numbered)
    return courier.carry(numbered, head)
  }
  return {
    wake: anew => {
      probeDue ||= anew
      woken.abort()
    },
    run: async leading => {
      let failures = 0
      while (!leading.aborted) {
        woken = new AbortController()
        const done = await step()
        failures = done === 'failed' ? failures + 1 : 0
        // Whoever did not answer may have been restored meanwhile.
        probeDue ||= done === 'failed'
        if (done === 'more') continue
        const ms = done === 'idle' ? WAIT_MAX_MS : waitMs(failures, parts.random())
        await pause(parts.after, ms, AbortSignal.any([leading, woken.signal]))
      }
    },
  }
}

/** The open queue, with every lane as it should be. */
async function settledQueue({ store, changed }: SenderParts): Promise<OpenQueue> {
  let queue: OpenQueue | null = null
  const written = await store.change(found => {
    queue = found
    return { entries: settleLanes(found.open) }
  })
  changed(written)
  const { open, head } = queue! as OpenQueue
  const settled = new Map(written.map(entry => [entry.key, entry]))
  return { head, open: open.map(entry => settled.get(entry.key) ?? entry) }
}
