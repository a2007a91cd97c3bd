import { uuidMaker } from '@flowviz/contract/uuid'
import { signal } from '@preact/signals'
import type { Entry } from '../../edge/ui/outbox/entry.ts'
import { createFloorDb } from '../../edge/ui/outbox/floor-db.ts'
import type { Intent } from '../../edge/ui/outbox/outbox.ts'
import { createOutbox } from '../../edge/ui/outbox/outbox-state.ts'
import { createTablet } from '../../edge/ui/tablet/tablet-state.ts'

// A finger that is far quicker than a person's: the queue of the floor screen itself, on the store that the screen of
// this page has open, put into a page by a test. It never sends: the screen does, through its own lock.

/** What somebody does at the tablet; `about` tells it from everything else. */
export interface Driven {
  person_id: string
  intent: Intent & { about: string }
}

export interface Drive {
  /** Puts these in, one behind the other; tells of each when it is kept. */
  put: (driven: readonly Driven[]) => Promise<void>
  /** Everything that the store of this tablet holds. */
  entries: () => Promise<Entry[]>
  /** How many of them may still be sent by themselves. */
  queued: () => Promise<number>
}

declare global {
  interface Window {
    drive: Drive
    /** Given by the test: what was kept is known at once, whatever becomes of the page. */
    keptOne: (about: string, key: string) => Promise<void>
  }
}

const newId = uuidMaker(
  () => Date.now(),
  count => crypto.getRandomValues(new Uint8Array(count)),
)

function open() {
  const db = createFloorDb({ newId })
  const person_id = signal<string | null>(null)
  const asked = {
    db,
    fetch: (url: string, init: RequestInit) => fetch(url, init),
    monotonic: () => performance.now(),
    after: (ms: number, call: () => void) => {
      const timer = setTimeout(call, ms)
      return () => clearTimeout(timer)
    },
    openChannel: (name: string) => new BroadcastChannel(name),
  }
  const outbox = createOutbox({
    ...asked,
    tablet: createTablet({ ...asked, subtle: crypto.subtle }),
    locks: null,
    frozen: () => () => undefined,
    newId,
    random: () => Math.random(),
    randomBytes: count => crypto.getRandomValues(new Uint8Array(count)),
    wall: () => Date.now(),
    skew_ms: signal(0),
    person_id,
    auth: signal('offline-pin' as const),
    token: () => null,
    refresh: async () => undefined,
    heard: () => undefined,
  })
  return { db, outbox, person_id }
}

let opened: ReturnType<typeof open> | null = null
const own = () => {
  opened ??= open()
  return opened
}

window.drive = {
  put: async driven => {
    const { outbox, person_id } = own()
    for (const { person_id: person, intent } of driven) {
      person_id.value = person
      const { key } = await outbox.put(intent)
      await window.keptOne(intent.about, key)
    }
  },
  entries: () => own().db.run(db => db.getAll('entry')),
  queued: () => own().db.run(db => db.countFromIndex('entry', 'by_state', 'queued')),
}
