import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { OfflineStanding } from '../offline/offline-state.ts'
import { askToPersist, type BrowserFacts, browserFacts } from './browser-facts.ts'
import { type Check, judgeTablet } from './judge-tablet.ts'
import { type Network, type Ping, testNetwork } from './network.ts'

/** What the queue of this tablet says of itself. */
export interface QueueFacts {
  waiting: ReadonlySignal<number>
  oldest_at: ReadonlySignal<number | null>
  attention: ReadonlySignal<readonly unknown[]>
}

export interface CheckParts {
  version: string
  offline: ReadonlySignal<OfflineStanding>
  queue: QueueFacts
  /** The appliance's own words: its version and its time. Rejects when no answer comes. */
  ping: () => Promise<{ version: string; server_time: string }>
  monotonic: () => number
  wall: () => number
  after: (ms: number, call: () => void) => () => void
}

export interface CheckState {
  checks: ReadonlySignal<readonly Check[]>
  /** How many questions of the network test are answered; null while none runs. */
  asked: ReadonlySignal<number | null>
  /** Reads everything anew and asks the appliance twenty times. */
  run: () => Promise<void>
  /** Asks the browser never to clear what is kept here. */
  persist: () => Promise<void>
}

const PAUSE_MS = 60

export function createCheckState(parts: CheckParts): CheckState {
  const browser = signal<BrowserFacts | null>(null)
  const network = signal<Network | null>(null)
  const server_version = signal<string | null>(null)
  const asked = signal<number | null>(null)

  const ping = async (): Promise<Ping | null> => {
    const sent_ms = parts.monotonic()
    try {
      const { version, server_time } = await parts.ping()
      const rtt_ms = parts.monotonic() - sent_ms
      server_version.value = version
      return { rtt_ms, skew_ms: Math.round(parts.wall() - rtt_ms / 2 - Date.parse(server_time)) }
    } catch {
      return null
    }
  }
  const read = async () => {
    browser.value = await browserFacts()
  }
  return {
    checks: computed(() => {
      const { waiting, oldest_at, attention } = parts.queue
      return judgeTablet({
        screen_version: parts.version,
        server_version: server_version.value,
        browser: browser.value,
        offline: parts.offline.value,
        network: network.value,
        waiting: waiting.value,
        attention: attention.value.length,
        oldest_ms: oldest_at.value === null ? null : parts.wall() - oldest_at.value,
      })
    }),
    asked,
    run: async () => {
      if (asked.value !== null) return
      asked.value = 0
      network.value = null
      await read()
      network.value = await testNetwork({
        ping,
        pause: () => new Promise(done => parts.after(PAUSE_MS, () => done())),
        told: pings => {
          asked.value = pings.length
        },
      })
      asked.value = null
    },
    persist: async () => {
      await askToPersist()
      await read()
    },
  }
}
