import type { MonitorStatus, MonitorWord } from '@flowviz/contract/monitor-status'
import type { WatchedMonitor } from '../parts.ts'
import type { MonitorState } from '../store/monitor-store.ts'

/** How the current monitors stand, by id; retired ones are not among them. */
export function statusOf(monitors: readonly WatchedMonitor[]): MonitorStatus[] {
  return monitors.flatMap(view).sort((a, b) => (a.monitor_id < b.monitor_id ? -1 : 1))
}

function view({ versions, state }: WatchedMonitor): MonitorStatus[] {
  const current = versions.at(-1)
  if (current === undefined || current.monitor.active === false) return []
  const { monitor, version } = current
  const { monitor_id, title, device_id, channel, location_id, unit, low = null, high = null, ccp } = monitor
  const what = { monitor_id, version, title, device_id, channel, location_id, unit, low, high, ccp }
  const { silent = false, latest = null, excursion = null } = state ?? {}
  const word = wordOf(state)
  return [
    {
      ...what,
      state: word,
      silent,
      since: word === 'silent' ? (latest?.at ?? null) : (state?.since ?? null),
      value: latest?.value ?? null,
      received_at: latest?.at ?? null,
      reading_seq: latest?.seq ?? null,
      deviation_id: excursion?.deviation_id ?? null,
    },
  ]
}

/** A confirmed excursion goes before everything: its lots are held, whether anything is heard or not. */
function wordOf(state: MonitorState | null): MonitorWord {
  if (state?.phase === 'confirmed') return 'confirmed'
  if (state === null || state.silent || state.latest === null) return 'silent'
  return state.phase
}
