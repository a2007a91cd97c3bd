import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Entry, ShownEntry } from './entry.ts'
import { SHOWN_CLOSED_MAX } from './queue-store.ts'

export interface QueueViewParts {
  sending: ReadonlySignal<ReadonlySet<string>>
  /** Whose entries can go now; null: everybody's. */
  only_of: ReadonlySignal<{ person_id: string | null } | null>
}

/** The queue as screens see it: a copy in memory of what the store was last known to hold. */
export interface QueueView {
  entries: ReadonlySignal<readonly ShownEntry[] | null>
  waiting: ReadonlySignal<number>
  oldest_at: ReadonlySignal<number | null>
  attention: ReadonlySignal<readonly ShownEntry[]>
  entry: (key: string) => ShownEntry | undefined
  /** What is not closed, as it is kept, in its order. */
  open: () => Entry[]
  /** Takes entries as they were written. */
  take: (entries: readonly Entry[]) => void
  /** Of all that is open in the store: what stands otherwise here. */
  unlike: (open: readonly Entry[]) => Entry[]
  /** Keys of what is open here and in the store is not. */
  gone: (open: readonly Entry[]) => string[]
  /** The store was read: from here on nothing of it is missing. */
  loaded: () => void
  /** Waits until the entry is decided, whoever writes it. */
  decided: (key: string) => Promise<ShownEntry>
}

const isClosed = ({ state }: Entry | ShownEntry) => state === 'acked' || state === 'given-up'
const isDecided = (entry: Entry | ShownEntry) => isClosed(entry) || entry.state === 'rejected'

export function createQueueView({ sending, only_of }: QueueViewParts): QueueView {
  const kept = signal<ReadonlyMap<string, Entry>>(new Map())
  const isLoaded = signal(false)
  const waiters = new Map<string, ((entry: ShownEntry) => void)[]>()

  const shown = (entry: Entry): ShownEntry => {
    const only = only_of.value
    const away = only !== null && only.person_id !== entry.person_id && entry.state === 'queued'
    const isSent = sending.value.has(entry.key) && entry.state === 'queued'
    return { ...entry, state: isSent ? 'sending' : entry.state, blocked_by: away ? 'sign-in' : null }
  }
  const entries = computed(() => {
    if (!isLoaded.value) return null
    return [...kept.value.values()].sort((a, b) => a.rank - b.rank).map(shown)
  })
  const open = computed(() => (entries.value ?? []).filter(entry => !isClosed(entry)))
  const waiting = computed(() => open.value.filter(({ state }) => state !== 'rejected'))

  const answerWaiters = (taken: readonly Entry[]) => {
    for (const entry of taken) {
      if (!isDecided(entry)) continue
      for (const answer of waiters.get(entry.key) ?? []) answer({ ...entry, blocked_by: null })
      waiters.delete(entry.key)
    }
  }
  return {
    entries,
    waiting: computed(() => waiting.value.length),
    oldest_at: computed(() => {
      const times = waiting.value.map(({ occurred_at }) => Date.parse(occurred_at))
      return times.length === 0 ? null : Math.min(...times)
    }),
    attention: computed(() => open.value.filter(({ state }) => state === 'rejected' || state === 'parked')),
    entry: key => {
      const found = kept.value.get(key)
      return found === undefined ? undefined : shown(found)
    },
    open: () => [...kept.peek().values()].filter(entry => !isClosed(entry)).sort((a, b) => a.rank - b.rank),
    take: taken => {
      if (taken.length === 0) return
      const next = new Map(kept.peek())
      for (const entry of taken) next.set(entry.key, entry)
      kept.value = trimmed(next)
      answerWaiters(taken)
    },
    unlike: open => open.filter(({ key, state }) => kept.peek().get(key)?.state !== state),
    gone: open => {
      const there = new Set(open.map(({ key }) => key))
      return [...kept.peek().values()].filter(entry => !isClosed(entry) && !there.has(entry.key)).map(({ key }) => key)
    },
    loaded: () => {
      isLoaded.value = true
    },
    decided: key => {
      const found = kept.peek().get(key)
      if (found !== undefined && isDecided(found)) return Promise.resolve({ ...found, blocked_by: null })
      return new Promise(resolve => waiters.set(key, [...(waiters.get(key) ?? []), resolve]))
    },
  }
}

/** Without the oldest of the closed ones, once there are many. */
function trimmed(entries: Map<string, Entry>): Map<string, Entry> {
  if (entries.size <= SHOWN_CLOSED_MAX) return entries
  const closed = [...entries.values()].filter(isClosed).sort((a, b) => b.rank - a.rank)
  for (const { key } of closed.slice(SHOWN_CLOSED_MAX)) entries.delete(key)
  return entries
}
