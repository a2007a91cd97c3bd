import type { SyncStatus } from '@flowviz/contract/live'
import { ageText } from '@flowviz/contract/screen/format'
import type { FeedStatus } from '@flowviz/contract/screen/live-feed'
import type { Mark } from '@flowviz/contract/screen/mark'
import { computed, type ReadonlySignal, signal } from '@preact/signals'

export interface SyncState {
  status: ReadonlySignal<SyncStatus | null>
  /** What the chip in the top bar says. */
  chip: ReadonlySignal<Mark>
  hear: (status: SyncStatus) => void
}

const MINUTE_MS = 60_000
const AMBER_AFTER_MS = 10 * MINUTE_MS
const RED_AFTER_MS = 60 * MINUTE_MS

/** `all sent`, `3 waiting · oldest 4 min`, `HQ unreachable`; amber from 10 minutes on, red from 60. */
export function syncMark(status: SyncStatus, now: number): Mark {
  if (status.state === 'off') return { tone: 'stale', word: 'Works alone' }
  const oldest = status.oldest_pending_at === null ? 0 : now - Date.parse(status.oldest_pending_at)
  const waiting = status.pending_events + status.pending_readings
  const queue = waiting === 0 ? '' : `${waiting} waiting · oldest ${ageText(oldest)}`
  if (status.state === 'refused') return { tone: 'alarm', word: `HQ refuses · ${queue || 'nothing waits'}` }
  const late = oldest >= RED_AFTER_MS ? 'alarm' : 'warn'
  if (status.state === 'unreachable')
    return { tone: late, word: queue === '' ? 'HQ unreachable' : `HQ unreachable · ${queue}` }
  if (waiting === 0)
    return status.state === 'never' ? { tone: 'pending', word: 'Not sent yet' } : { tone: 'ok', word: 'All sent' }
  // A reading or two are always on their way; that is not worth a look.
  if (oldest < MINUTE_MS && status.state === 'ok') return { tone: 'ok', word: 'All sent' }
  return { tone: oldest >= AMBER_AFTER_MS ? late : 'pending', word: queue }
}

export function createSyncState(now: ReadonlySignal<number>, live: ReadonlySignal<FeedStatus>): SyncState {
  const status = signal<SyncStatus | null>(null)
  return {
    status,
    chip: computed(() => {
      if (live.value === 'lost') return { tone: 'offline', word: 'Server not reached' }
      if (status.value === null) return { tone: 'pending', word: 'Connecting' }
      return syncMark(status.value, now.value)
    }),
    hear: next => {
      status.value = next
    },
  }
}
