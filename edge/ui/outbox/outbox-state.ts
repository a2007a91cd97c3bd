import type { TabletAuth } from '@flowviz/contract/tablet'
import { timestampOf } from '@flowviz/contract/time'
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import type { Tablet } from '../tablet/tablet.ts'
import { createCourier } from './courier.ts'
import type { DoorParts } from './door.ts'
import type { Entry, ShownEntry } from './entry.ts'
import { entryOf, timed } from './envelope.ts'
import type { FloorDb } from './floor-db.ts'
import { settleLanes } from './lane.ts'
import { type LeadParts, lead } from './lead.ts'
import { type Intent, type Outbox, OutboxRefusal, type OutboxTrouble } from './outbox.ts'
import { ownTrouble } from './own-trouble.ts'
import { createQueueStore, type QueueStore } from './queue-store.ts'
import { createQueueView, type QueueView } from './queue-view.ts'
import { createSender } from './sender.ts'
import { createTabs, type OpenChannel } from './tabs.ts'

export interface OutboxParts extends DoorParts, Omit<LeadParts, 'now'> {
  db: FloorDb
  tablet: Pick<Tablet, 'standing' | 'sign' | 'renew'>
  /** Who is signed in at this tablet, and how they were known. */
  person_id: ReadonlySignal<string | null>
  auth: ReadonlySignal<TabletAuth>
  /** The tablet's own clock, ms since 1970; it orders nothing. */
  wall: () => number
  /** Tablet minus appliance, as last measured. */
  skew_ms: ReadonlySignal<number | null>
  /** From 0 to 1. */
  random: () => number
  randomBytes: (count: number) => Uint8Array
  openChannel: OpenChannel
}

const DAY_MS = 86_400_000
/** A server that is restored from a backup of this age gets back what it had acked. */
const KEPT_MS = 7 * DAY_MS

const NOBODY = ownTrouble('nobody_signed_in')

/** The queue of this tablet over its store, its key and its two doors. Call `start` once. */
export function createOutbox(parts: OutboxParts): Outbox {
  const { db, tablet, person_id, wall } = parts
  const store = createQueueStore(db)
  const serverNow = () => wall() - (parts.skew_ms.peek() ?? 0)
  const changed = (entries: readonly Entry[]) => {
    if (entries.length === 0) return
    view.take(entries)
    tabs.tell(entries.map(({ key }) => key))
  }
  const courier = createCourier({ store, door: parts, sign: tablet.sign, renew: tablet.renew, serverNow, changed })
  const ready = () => tablet.standing.peek() !== 'unknown'
  const alone = () => tablet.standing.peek() === 'none' || tablet.standing.peek() === 'insecure'
  const sender = createSender({
    ...parts,
    store,
    tidy: createTidying(parts, { store, serverNow }),
    courier,
    ready,
    alone,
    changed,
    person_id: () => person_id.peek(),
    // The word of another tab may be lost, or that of a commit when the browser ends a connection behind it.
    looked: async open => {
      view.take(view.unlike(open))
      const gone = view.gone(open)
      if (gone.length > 0) view.take(await store.get(gone))
    },
  })
  const view = createQueueView({
    sending: courier.sending,
    only_of: computed(() => (tablet.standing.value === 'enrolled' ? null : { person_id: person_id.value })),
  })
  const tabs = createTabs(db.name, parts.openChannel, keys => {
    void store.get(keys).then(view.take, () => undefined)
    sender.wake(false)
  })
  const desk = createDesk(parts, { store, view, serverNow, wake: sender.wake, changed })
  const runner = createRunner(parts, {
    begin: async () => {
      view.take(await store.load())
      view.loaded()
    },
    run: sender.run,
    wake: sender.wake,
    end: tabs.close,
  })
  return {
    entries: view.entries,
    waiting: view.waiting,
    oldest_at: view.oldest_at,
    attention: view.attention,
    entry: view.entry,
    doer: desk.doer,
    put: desk.put,
    settled: async key => {
      if (view.entry(key) === undefined) view.take(await store.get([key]))
      return view.decided(key)
    },
    retry: desk.retry,
    discard: desk.discard,
    redecide: desk.redecide,
    wake: () => sender.wake(true),
    remembered: view.open,
    begunAnew: changed,
    trouble: computed(() => db.trouble.value ?? desk.refusal.value ?? courier.trouble.value),
    exportQueue: async passphrase => {
      const { exportQueue } = await import('./export-queue.ts')
      return exportQueue(store, passphrase, { ...parts, sign: tablet.sign, exported_at: timestampOf(serverNow()) })
    },
    ...runner,
  }
}

/** Once a day, and never by a clock of which nothing is known: one that is ahead would forget what was done just now. */
function createTidying({ skew_ms }: OutboxParts, { store, serverNow }: Pick<DeskParts, 'store' | 'serverNow'>) {
  let tidied = Number.NEGATIVE_INFINITY
  return async (): Promise<void> => {
    const now = serverNow()
    if (skew_ms.peek() === null || Math.abs(now - tidied) < DAY_MS) return
    await store.prune(timestampOf(now - KEPT_MS))
    tidied = now
  }
}

interface DeskParts {
  store: QueueStore
  view: QueueView
  serverNow: () => number
  wake: (anew: boolean) => void
  changed: (entries: readonly Entry[]) => void
}

type Desk = Pick<Outbox, 'doer' | 'put' | 'retry' | 'discard' | 'redecide'> & {
  refusal: ReadonlySignal<OutboxTrouble | null>
}

/** Where people hand commands in, and decide about those that were refused. */
function createDesk(parts: OutboxParts, { store, view, serverNow, wake, changed }: DeskParts): Desk {
  const boot_id = parts.newId()
  const refusal = signal<OutboxTrouble | null>(null)

  const doer = () => {
    const person_id = parts.person_id.peek()
    return person_id === null ? null : { person_id, auth: parts.auth.peek() }
  }
  const keep = async (intent: Intent, closes?: Entry): Promise<ShownEntry> => {
    try {
      const by = intent.by ?? doer()
      if (by === null) throw new OutboxRefusal(NOBODY)
      const isSigned = parts.tablet.standing.peek() === 'enrolled'
      const entry = entryOf(isSigned ? intent : timed(intent, timestampOf(serverNow())), {
        key: parts.newId(),
        ...by,
        wall: parts.wall(),
        mono_ms: parts.monotonic(),
        boot_id,
        skew_ms: parts.skew_ms.peek(),
      })
      changed(await store.add(entry, closes))
      refusal.value = null
      wake(false)
      return view.entry(entry.key)!
    } catch (error) {
      if (error instanceof OutboxRefusal) refusal.value = error.trouble
      throw error
    }
  }
  /** Changes one rejected entry, and its lane with it. */
  const decide = async (key: string, change: (entry: Entry) => Entry) => {
    const written = await store.change(({ open }) => {
      const found = open.find(entry => entry.key === key)
      if (found?.state !== 'rejected') return { entries: [] }
      const next = change(found)
      const left = open.map(entry => (entry === found ? next : entry)).filter(({ state }) => state !== 'given-up')
      return { entries: [next, ...settleLanes(left)] }
    })
    changed(written)
    wake(false)
  }
  const givenUp = (entry: Entry, reason: string): Entry => ({
    ...entry,
    state: 'given-up',
    given_up: reason,
    closed_at: timestampOf(serverNow()),
  })
  return {
    doer,
    refusal,
    put: intent => keep(intent as Intent),
    retry: key => decide(key, entry => ({ ...entry, state: 'queued', problem: null })),
    discard: (key, reason) => decide(key, entry => givenUp(entry, reason)),
    redecide: async (key, intent) => {
      const [old] = await store.get([key])
      if (old?.state !== 'rejected') throw new TypeError('only a rejected command is decided anew')
      return keep({ ...(intent as Intent), lane: intent.lane ?? old.lane }, givenUp(old, 'decided anew'))
    },
  }
}

interface Running {
  begin: () => Promise<void>
  run: (leading: AbortSignal) => Promise<void>
  wake: (anew: boolean) => void
  end: () => void
}

/** Start and stop: the leading tab sends, every tab shows. */
function createRunner(parts: OutboxParts, { begin, run, wake, end }: Running): Pick<Outbox, 'start' | 'stop'> {
  let running: { stop: AbortController; done: Promise<void> } | null = null
  return {
    start: () => {
      if (running !== null) return
      const stop = new AbortController()
      // A store that cannot be read is on the screen as `trouble`; the sender tries it again.
      const begun = begin().catch(() => undefined)
      const done = begun.then(() => lead({ ...parts, now: parts.wall }, stop.signal, run))
      running = { stop, done }
      const unwatch = effect(() => {
        // Whoever signs in may have entries that wait for them; a tablet that is set up sends everybody's.
        // What this tablet is comes first: nothing goes while that is unknown, and each time that it is known again is a try.
        if (parts.tablet.standing.value !== 'unknown' || parts.person_id.value !== null) wake(false)
      })
      stop.signal.addEventListener('abort', unwatch)
    },
    stop: async () => {
      running?.stop.abort()
      await running?.done
      end()
    },
  }
}
