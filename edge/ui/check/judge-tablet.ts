import type { OfflineStanding } from '../offline/offline-state.ts'
import type { BrowserFacts } from './browser-facts.ts'
import type { Network } from './network.ts'

/** What is checked, in the order in which a technician reads it. */
export type CheckKey =
  | 'screen_version'
  | 'server_version'
  | 'browser'
  | 'secure'
  | 'worker'
  | 'persist'
  | 'storage'
  | 'heap'
  | 'queue'
  | 'network'
  | 'clock'
  | 'locks'
  | 'camera'

/** `good` null: not known yet. `value` is a figure or a name; sentences are the screen's. */
export interface Check {
  key: CheckKey
  good: boolean | null
  value: string
}

/** What there is to judge; null for what is not known yet. */
export interface TabletFacts {
  screen_version: string
  server_version: string | null
  browser: BrowserFacts | null
  offline: OfflineStanding
  network: Network | null
  waiting: number
  attention: number
  oldest_ms: number | null
}

/** A page that holds more has a leak (ui.md F2). */
const HEAP_MAX_MB = 60
/** The queue, the books of the plant and photos of a shift. */
const ROOM_MIN_MB = 200
const OLDEST_MAX_MS = 600_000
const SLOW_MS = 400
const LOST_MAX = 1
/** A clock that is further off is told; it blocks nothing. */
const SKEW_MAX_MS = 60_000

const MB = 1_000_000
const mb = (bytes: number | null): number | null => (bytes === null ? null : Math.round(bytes / MB))

/** Judges a tablet. Pure. */
export function judgeTablet(facts: TabletFacts): Check[] {
  return [...versions(facts), ...ofBrowser(facts), queue(facts), ...ofNetwork(facts)]
}

function versions({ screen_version, server_version }: TabletFacts): Check[] {
  return [
    { key: 'screen_version', good: true, value: screen_version },
    { key: 'server_version', good: server_version === null ? null : true, value: server_version ?? '' },
  ]
}

function ofBrowser({ browser, offline }: TabletFacts): Check[] {
  if (browser === null) return []
  const { persisted, used_bytes, quota_bytes, heap_bytes } = browser
  const room = quota_bytes === null || used_bytes === null ? null : mb(quota_bytes - used_bytes)
  const heap = mb(heap_bytes)
  return [
    { key: 'browser', good: true, value: `${browser.agent} · ${browser.screen}` },
    { key: 'secure', good: browser.secure, value: browser.origin },
    {
      key: 'worker',
      good: browser.worker && (offline === 'ready' || offline === 'update-waiting'),
      value: offline === 'ready' ? '' : offline,
    },
    { key: 'persist', good: persisted, value: '' },
    {
      key: 'storage',
      good: room === null ? null : room >= ROOM_MIN_MB,
      value: room === null ? '' : `${mb(used_bytes)} MB / ${mb(quota_bytes)} MB`,
    },
    { key: 'heap', good: heap === null ? null : heap <= HEAP_MAX_MB, value: heap === null ? '' : `${heap} MB` },
    { key: 'locks', good: browser.locks, value: '' },
    { key: 'camera', good: browser.camera, value: '' },
  ]
}

const queue = ({ waiting, attention, oldest_ms }: TabletFacts): Check => ({
  key: 'queue',
  good: attention === 0 && (oldest_ms === null || oldest_ms <= OLDEST_MAX_MS),
  value: `${waiting} + ${attention}`,
})

function ofNetwork({ network }: TabletFacts): Check[] {
  if (network === null)
    return [
      { key: 'network', good: null, value: '' },
      { key: 'clock', good: null, value: '' },
    ]
  const { sent, lost, median_ms, p95_ms, skew_ms } = network
  const figures = median_ms === null ? '' : `${Math.round(median_ms)} ms · ${Math.round(p95_ms ?? median_ms)} ms · `
  return [
    {
      key: 'network',
      good: lost <= LOST_MAX && p95_ms !== null && p95_ms <= SLOW_MS,
      value: `${figures}${lost}/${sent}`,
    },
    {
      key: 'clock',
      good: skew_ms === null ? null : Math.abs(skew_ms) <= SKEW_MAX_MS,
      value: skew_ms === null ? '' : `${skew_ms > 0 ? '+' : ''}${(skew_ms / 1000).toFixed(1)} s`,
    },
  ]
}
