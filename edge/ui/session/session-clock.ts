import { write } from '../disk/transaction.ts'
import type { ClockMark, SessionDb } from './session-db.ts'

export interface SessionClockParts {
  db: SessionDb
  /** The tablet's own clock, ms since 1970: anybody may set it. */
  wall: () => number
  /** Since this page began, ms. */
  monotonic: () => number
  after: (ms: number, call: () => void) => () => void
  locks: Pick<LockManager, 'request'>
  /** Calls when the browser stops this page; gives the way to end that. */
  frozen: (call: () => void) => () => void
}

/**
 * Two clocks that setting the tablet's own does not help against. The time of day never goes back: it is the highest
 * that was ever seen and goes on with the page, so a clock that is set back prolongs nothing. The running time counts
 * only while a page is open, in one tab at a time, so a clock that is set forward, a reload or a second tab shortens
 * no lock.
 */
export interface SessionClock {
  read: () => Promise<ClockMark>
  /** Takes the time that the appliance just told; only that sets the time of day back. */
  heard: (time_ms: number) => Promise<void>
  start: () => void
  stop: () => void
}

/** What a page that is killed loses of the running time. */
const KEPT_MS = 5_000

export function createSessionClock({ db, wall, monotonic, after, locks, frozen }: SessionClockParts): SessionClock {
  let counted: number | null = null
  let running = false
  let cancel = () => {}
  let unwatch = () => {}
  /** Ends the counting of this tab, or its waiting for that. */
  let leave: AbortController | null = null

  const change = async (set: (mark: ClockMark) => ClockMark): Promise<ClockMark> => {
    return write(await db.open(), ['clock'], async tx => {
      const store = tx.objectStore('clock')
      const kept = (await store.get('mark')) ?? { time_ms: 0, running_ms: 0 }
      const at = monotonic()
      const passed = counted === null ? 0 : Math.max(0, at - counted)
      if (counted !== null) counted = at
      const time_ms = Math.max(kept.time_ms + passed, wall())
      const mark = set({ time_ms, running_ms: kept.running_ms + passed })
      await store.put(mark, 'mark')
      return mark
    })
  }
  const read = () => change(mark => mark)
  const count = async () => {
    const mine = new AbortController()
    const { signal } = mine
    leave = mine
    const counting = () =>
      new Promise<void>(resolve => {
        if (signal.aborted) return resolve()
        counted = monotonic()
        signal.addEventListener('abort', () => {
          counted = null
          resolve()
        })
      })
    await locks.request(`${db.name}.clock`, { signal }, counting).catch(() => undefined)
  }
  const rest = () => {
    leave?.abort()
    leave = null
  }
  const beat = () => {
    if (leave === null) void count()
    cancel = after(KEPT_MS, () => {
      // A store that fails stands still, and what is locked stays so.
      void read().catch(() => undefined)
      if (running) beat()
    })
  }
  return {
    read,
    heard: async time_ms => void (await change(({ running_ms }) => ({ time_ms, running_ms }))),
    start: () => {
      if (running) return
      running = true
      // A tab that is stopped counts for nobody; when it goes on, it asks again.
      unwatch = frozen(rest)
      beat()
    },
    stop: () => {
      running = false
      cancel()
      unwatch()
      rest()
    },
  }
}
