import 'fake-indexeddb/auto'
import type { CommandBody } from '@flowviz/contract/command'
import type { TabletAuth } from '@flowviz/contract/tablet'
import { uuidMaker } from '@flowviz/contract/uuid'
import { signal } from '@preact/signals'
import { createTablet } from '../../tablet/tablet-state.ts'
import type { Entry } from '../entry.ts'
import { createFloorDb, type FloorDb } from '../floor-db.ts'
import type { Outbox } from '../outbox.ts'
import { createOutbox } from '../outbox-state.ts'
import { type PretendedAppliance, someBytes } from './pretended-appliance.ts'

/** A second of a tab lasts a millisecond, but a deadline leaves a busy machine the time to answer. */
const HASTE = 1_000
const DEADLINE_MS = 8_000
const DEADLINE_REAL_MS = 1_000

export const newId = uuidMaker(() => Date.now(), someBytes)
export const ANA = newId()
export const BEN = newId()

export interface TabOptions {
  /** Tabs of one name share a store. */
  name: string
  appliance: PretendedAppliance
  /** False: a page without a secure context. */
  secure?: boolean
}

export type PretendedTab = ReturnType<typeof openTab>

/** A tab of a browser with a real IndexedDB protocol, locks and channels of node; it can be killed at any moment. */
export function openTab({ name, appliance, secure = true }: TabOptions) {
  let dead = false
  let die = () => {}
  const death = new Promise<void>(resolve => {
    die = resolve
  })
  const living = <T>(value: Promise<T>): Promise<T> =>
    value.then(async found => {
      await ice.thawed()
      return dead ? new Promise<T>(() => {}) : found
    })
  const lost = (kept: readonly Entry[]) => {
    outbox.begunAnew(kept)
    void tablet.resume()
  }
  const real = createFloorDb({ name, newId, remembered: () => outbox.remembered(), lost })
  const db: FloorDb = { ...real, run: work => (dead ? new Promise(() => {}) : living(real.run(work))) }
  const channels: BroadcastChannel[] = []
  const ice = createIce()
  const openChannel = (of: string) => {
    const channel = new BroadcastChannel(of)
    channels.push(channel)
    return channel
  }
  const asked = {
    fetch: (url: string, init: RequestInit) =>
      dead ? new Promise<never>(() => {}) : living(appliance.fetch(url, init)),
    monotonic: () => performance.now() * HASTE,
    after: (ms: number, call: () => void) => {
      const timer = setTimeout(() => dead || call(), ms === DEADLINE_MS ? DEADLINE_REAL_MS : ms / HASTE)
      return () => clearTimeout(timer)
    },
  }
  const person_id = signal<string | null>(ANA)
  const clock = { ahead_ms: 0, skew_ms: signal<number | null>(null) }
  const subtle = secure ? crypto.subtle : null
  const tablet = createTablet({ ...asked, db, subtle, openChannel })
  const outbox: Outbox = createOutbox({
    ...asked,
    db,
    tablet,
    openChannel,
    newId,
    randomBytes: someBytes,
    random: Math.random,
    wall: () => Date.now() + clock.ahead_ms,
    skew_ms: clock.skew_ms,
    person_id,
    auth: signal<TabletAuth>('online'),
    token: () => (person_id.value === null ? null : 'good'),
    refresh: async () => undefined,
    heard: () => undefined,
    locks: secure ? { request: lockRequest(death) } : null,
    frozen: ice.frozen,
  })
  return {
    outbox,
    tablet,
    person_id,
    /** Its own clock: how much it is ahead, and what is known of that. */
    clock,
    db,
    put: (lot_id: string, body: Record<string, unknown> = {}, command = 'move-stock') =>
      outbox.put({ command: command as 'move-stock', params: { lot_id }, body: body as CommandBody<'move-stock'> }),
    /** Stops it as a browser stops a page that nobody looks at; gives the way to let it go on. */
    freeze: ice.freeze,
    /** Ends it as a browser that is killed does: what runs never comes back, what is stored stays. */
    kill: () => {
      dead = true
      die()
      for (const channel of channels) channel.close()
    },
    close: async () => {
      await outbox.stop()
      for (const channel of channels) channel.close()
      await real.close()
    },
  }
}

/** What a browser does to a page that nobody looks at. */
function createIce() {
  const freezes = new EventTarget()
  let thaw: Promise<void> | null = null
  return {
    thawed: () => thaw,
    frozen: (call: () => void) => {
      freezes.addEventListener('freeze', call)
      return () => freezes.removeEventListener('freeze', call)
    },
    freeze: () => {
      const { promise, resolve } = Promise.withResolvers<void>()
      freezes.dispatchEvent(new Event('freeze'))
      thaw = promise
      return resolve
    },
  }
}

/** The locks of node; a tab that dies gives its own up. */
function lockRequest(death: Promise<void>): LockManager['request'] {
  const request = (name: string, options: LockOptions, work: (lock: Lock | null) => Promise<unknown>) =>
    navigator.locks.request(name, options, lock => Promise.race([work(lock), death]))
  return request as LockManager['request']
}

/** Waits until the condition holds. */
export function until(condition: () => boolean): Promise<void> {
  return new Promise(resolve => {
    const poll = setInterval(() => {
      if (!condition()) return
      clearInterval(poll)
      resolve()
    }, 1)
  })
}
