import type { Monitor } from '@flowviz/contract/plant/monitor'
import type { MonitorState, MonitorStore } from './monitor-store.ts'
import type { RecordStore, StoredRecord } from './record-store.ts'

type Records = { records: Pick<RecordStore, 'page'> }

/** An approved version of a monitor. */
export interface Watch {
  monitor: Monitor
  version: number
  approved_at: string
}

/** A monitor with its versions, the oldest first: the last one is the current one. */
export interface WatchedMonitor {
  monitor_id: string
  versions: readonly Watch[]
  state: MonitorState | null
}

const PAGE = 500

/** Every monitor with its approved versions and what its readings have said so far. */
export function watchedMonitors(store: Records & { monitors: Pick<MonitorStore, 'get'> }): WatchedMonitor[] {
  return [...watchesOf(store)].map(([monitor_id, versions]) => ({
    monitor_id,
    versions,
    state: store.monitors.get(monitor_id),
  }))
}

/** Every approved version of every monitor by the monitor's id, the oldest version first. */
export function watchesOf({ records }: Records): Map<string, Watch[]> {
  const watches = new Map<string, Watch[]>()
  for (const { parent, at, body } of approved(records).reverse()) {
    const monitor = body.monitor as Monitor
    const watch = { monitor, version: at, approved_at: body.approved_at as string }
    const id = parent ?? monitor.monitor_id
    watches.set(id, [...(watches.get(id) ?? []), watch])
  }
  return watches
}

/** By version, the highest first. */
function approved(records: Records['records']): StoredRecord[] {
  const found: StoredRecord[] = []
  for (;;) {
    const last = found.at(-1)
    const before = last === undefined ? undefined : { at: last.at, id: last.id }
    const page = records.page({ kind: 'monitor', state: 'APPROVED', before, limit: PAGE })
    found.push(...page)
    if (page.length < PAGE) return found
  }
}
