import type { SyncStatus } from '@flowviz/contract/live'
import { ageText } from '@flowviz/contract/screen/format'
import type { Mark } from '@flowviz/contract/screen/mark'
import { type ReadonlySignal, signal } from '@preact/signals'
import { say } from './words.ts'

export interface SyncState {
  /** How far the appliance is behind headquarters; null until it said so. */
  status: ReadonlySignal<SyncStatus | null>
  hear: (status: SyncStatus) => void
}

const MINUTE_MS = 60_000
const AMBER_AFTER_MS = 10 * MINUTE_MS
const RED_AFTER_MS = 60 * MINUTE_MS

/** `Has everything`, `3 wait · oldest 4 min`; amber from 10 minutes on, red from 60. */
export function syncMark(status: SyncStatus, now: number): Mark {
  if (status.state === 'off') return { tone: 'stale', word: say('alone') }
  const oldest = status.oldest_pending_at === null ? 0 : now - Date.parse(status.oldest_pending_at)
  const n = status.pending_events + status.pending_readings
  const queue = n === 0 ? null : say('waiting', { n, age: ageText(oldest) })
  const beside = (word: string) => (queue === null ? word : `${word} · ${queue}`)
  const late = oldest >= RED_AFTER_MS ? 'alarm' : 'warn'
  if (status.state === 'refused') return { tone: 'alarm', word: beside(say('refuses')) }
  if (status.state === 'unreachable') return { tone: late, word: beside(say('unreachable')) }
  if (queue === null)
    return status.state === 'never' ? { tone: 'pending', word: say('never') } : { tone: 'ok', word: say('all_sent') }
  // A reading or two are always on their way; that is not worth a look.
  if (oldest < MINUTE_MS && status.state === 'ok') return { tone: 'ok', word: say('all_sent') }
  return { tone: oldest >= AMBER_AFTER_MS ? late : 'pending', word: queue }
}

export function createSyncState(): SyncState {
  const status = signal<SyncStatus | null>(null)
  return {
    status,
    hear: next => {
      status.value = next
    },
  }
}
