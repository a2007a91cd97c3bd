import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { type AskParts, ask, type Heard } from './ask.ts'

/** How the appliance is reached: by what was last heard of it, never by what the browser thinks of its network. */
export type Reach = 'connecting' | 'online' | 'slow' | 'offline' | 'wrong-network'

export interface ReachParts extends AskParts {
  /** The tablet's own clock, ms since 1970. */
  wall: () => number
  /** The site that this tablet belongs to, when it belongs to one: another appliance is the wrong network. */
  site: ReadonlySignal<string | null>
  /** The appliance answers again after it did not. */
  back: () => void
}

export interface ReachState {
  reach: ReadonlySignal<Reach>
  /** Tablet minus appliance, ms, as best measured; null when it never was. */
  skew_ms: ReadonlySignal<number | null>
  /** Takes what any request came to. */
  heard: (heard: Heard) => void
  /** A sign of life on the live stream: a message or a comment. */
  alive: () => void
  start: () => void
  stop: () => void
}

/** A heartbeat is due when nothing was heard for that long. */
const BEAT_MS = 5_000
const BEAT_DEADLINE_MS = 8_000
const SLOW_AFTER_MS = 2_000
/** How long an answer takes is asked so often, whatever the live stream says: it speaks on a slow network too. */
const TIMED_MS = 30_000
/** A clock that goes so much otherwise than time itself was set, or the tablet slept. */
const SET_MS = 1_000
/** A measurement of the clock is replaced by a worse one when it is this old. */
const SKEW_KEPT_MS = 300_000

export function createReachState(parts: ReachParts): ReachState {
  const reach = signal<Reach>('connecting')
  const clock = createSkew(parts)
  let lastGood = Number.NEGATIVE_INFINITY
  let lastAnswer = Number.NEGATIVE_INFINITY
  let stopped = true
  let cancel = () => {}

  const become = (next: Reach) => {
    const wasAway = reach.peek() === 'offline' || reach.peek() === 'wrong-network'
    reach.value = next
    if (wasAway && (next === 'online' || next === 'slow')) parts.back()
  }
  const good = (rtt_ms: number) => {
    lastGood = parts.monotonic()
    lastAnswer = lastGood
    become(rtt_ms > SLOW_AFTER_MS ? 'slow' : 'online')
  }
  const heard = (found: Heard) => {
    if (found.kind === 'answer') good(found.rtt_ms)
    else if (found.kind === 'foreign') become('wrong-network')
    // A beat may be lost on a bad Wi-Fi while others arrive.
    else if (parts.monotonic() - lastGood > BEAT_MS) become('offline')
  }
  const isDue = () => {
    const now = parts.monotonic()
    return now - lastGood >= BEAT_MS || now - lastAnswer >= TIMED_MS || reach.peek() === 'slow' || clock.isDue()
  }
  const beat = async () => {
    if (isDue()) {
      const found = await ask(parts, { method: 'GET', url: '/api/v1/ping', deadline_ms: BEAT_DEADLINE_MS })
      const site = siteOf(found)
      if (found.kind === 'answer' && parts.site.peek() !== null && site !== parts.site.peek()) become('wrong-network')
      else heard(found)
      if (found.kind === 'answer') clock.measured(found)
    }
    if (!stopped) cancel = parts.after(BEAT_MS, () => void beat())
  }
  return {
    reach,
    skew_ms: clock.skew_ms,
    heard,
    alive: () => {
      lastGood = parts.monotonic()
      // That somebody is there says nothing of how long an answer takes.
      if (reach.peek() !== 'slow') become('online')
    },
    start: () => {
      if (!stopped) return
      stopped = false
      void beat()
    },
    stop: () => {
      stopped = true
      cancel()
    },
  }
}

type HeardAnswer = Extract<Heard, { kind: 'answer' }>

interface Skew {
  skew_ms: ReadonlySignal<number | null>
  measured: (answer: HeardAnswer) => void
  /** True when the tablet's clock was never measured, or set since then. */
  isDue: () => boolean
}

/** The quickest answer measures a clock best; one that contradicts it says that the clock was set. */
function createSkew({ wall, monotonic }: Pick<ReachParts, 'wall' | 'monotonic'>): Skew {
  const best = signal<{ skew_ms: number; rtt_ms: number; at: number } | null>(null)
  const course = () => wall() - monotonic()
  let measuredAt: number | null = null
  return {
    skew_ms: computed(() => best.value?.skew_ms ?? null),
    isDue: () => measuredAt === null || Math.abs(course() - measuredAt) > SET_MS,
    measured: ({ body, rtt_ms }) => {
      const told = (body as { server_time?: unknown } | null)?.server_time
      const server = typeof told === 'string' ? Date.parse(told) : Number.NaN
      if (Number.isNaN(server)) return
      measuredAt = course()
      const skew_ms = Math.round(wall() - rtt_ms / 2 - server)
      const kept = best.peek()
      const isBetter =
        kept === null ||
        rtt_ms <= kept.rtt_ms ||
        monotonic() - kept.at > SKEW_KEPT_MS ||
        Math.abs(skew_ms - kept.skew_ms) > (rtt_ms + kept.rtt_ms) / 2
      if (isBetter) best.value = { skew_ms, rtt_ms, at: monotonic() }
    },
  }
}

function siteOf(found: Heard): string | null {
  const site = found.kind === 'answer' ? (found.body as { site?: unknown } | null)?.site : undefined
  return typeof site === 'string' ? site : null
}
