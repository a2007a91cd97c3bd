import type { Unit } from '@flowviz/contract/unit'
import type { Sqlite } from './open.ts'

/** A usable reading as a monitor keeps it: the value in the monitor's unit, `at` by the server's clock. */
export interface Heard {
  seq: number
  at: string
  value: string
}

/** Something that is outside, or was a moment ago. */
export interface Excursion {
  /** The reading that it began with; `source` names it for ever. */
  first: Heard & { source: string }
  side: 'low' | 'high'
  began_at: string
  last_good_at: string | null
  last_at: string
  /** Sum of the steps from reading to reading: a clock that is set back takes nothing away. */
  outside_ms: number
  worst: string
  /** The earliest and the latest time that its readings came, whatever the clock did between them. */
  from_at: string
  to_at: string
  /** Set once it is confirmed. */
  deviation_id: string | null
  hold_id: string | null
  /** What stood inside is held up to the present: from now on each lot is held as it enters. */
  followed: boolean
}

/** What is known of a monitor after the last reading that was judged. */
export interface MonitorState {
  version: number
  device_id: string
  channel: string
  location_id: string
  unit: Unit
  phase: 'inside' | 'outside' | 'confirmed'
  /** Since when it is in its phase; null before the first usable reading. */
  since: string | null
  /** Since when anything was expected of it. */
  watched_at: string
  latest: Heard | null
  silent: boolean
  excursion: Excursion | null
}

/** A point of an excursion's curve; null: no usable value. */
export interface CurvePoint {
  seq: number
  at: string
  value: string | null
}

export type MonitorStore = ReturnType<typeof monitorStore>

/** How far readings are judged, and what each monitor knows. */
export function monitorStore(db: Sqlite) {
  const setCursor = db.prepare<[number]>(
    'INSERT INTO monitor_cursor (one, seq) VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET seq = excluded.seq',
  )
  const cursor = db.prepare<[], number>('SELECT seq FROM monitor_cursor WHERE one = 1').pluck()
  const put = db.prepare<[string, string, string]>(
    `INSERT INTO monitor_state (monitor_id, phase, state) VALUES (?, ?, ?)
     ON CONFLICT (monitor_id) DO UPDATE SET phase = excluded.phase, state = excluded.state`,
  )
  const remove = db.prepare<[string]>('DELETE FROM monitor_state WHERE monitor_id = ?')
  const get = db.prepare<[string], string>('SELECT state FROM monitor_state WHERE monitor_id = ?').pluck()
  const confirmed = db.prepare<[], { monitor_id: string; state: string }>(
    `SELECT monitor_id, state FROM monitor_state WHERE phase = 'confirmed' ORDER BY monitor_id`,
  )
  const addPoint = db.prepare<[string, number, string, string | null]>(
    `INSERT INTO excursion_point (monitor_id, seq, at, value) VALUES (?, ?, ?, ?)
     ON CONFLICT (monitor_id, seq) DO NOTHING`,
  )
  const points = db.prepare<[string], CurvePoint>(
    'SELECT seq, at, value FROM excursion_point WHERE monitor_id = ? ORDER BY seq',
  )
  const pointCount = db.prepare<[string], number>('SELECT count(*) FROM excursion_point WHERE monitor_id = ?').pluck()
  const clear = db.prepare<[string]>('DELETE FROM excursion_point WHERE monitor_id = ?')
  return {
    /** Number of the last reading that was judged; null before the first. */
    cursor: (): number | null => cursor.get() ?? null,
    setCursor: (seq: number): void => void setCursor.run(seq),
    get(monitorId: string): MonitorState | null {
      const state = get.get(monitorId)
      return state === undefined ? null : (JSON.parse(state) as MonitorState)
    },
    put: (monitorId: string, state: MonitorState): void => void put.run(monitorId, state.phase, JSON.stringify(state)),
    remove: (monitorId: string): void => void remove.run(monitorId),
    /** Monitors with a confirmed excursion that has not ended. */
    confirmed: (): { monitor_id: string; state: MonitorState }[] =>
      confirmed.all().map(({ monitor_id, state }) => ({ monitor_id, state: JSON.parse(state) as MonitorState })),
    addPoint: (monitorId: string, { seq, at, value }: CurvePoint): void => void addPoint.run(monitorId, seq, at, value),
    points: (monitorId: string): CurvePoint[] => points.all(monitorId),
    pointCount: (monitorId: string): number => pointCount.get(monitorId)!,
    clearPoints: (monitorId: string): void => void clear.run(monitorId),
  }
}
