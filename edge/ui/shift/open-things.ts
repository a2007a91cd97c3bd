import type { Alarm } from '@flowviz/contract/alarm'
import type { Hold } from '@flowviz/contract/hold'
import type { MonitorStatus } from '@flowviz/contract/monitor-status'
import type { Run } from '@flowviz/contract/run'
import { saidText } from '../word/said.ts'

export type ThingKind = 'run' | 'hold' | 'alarm' | 'room'

/** Something that the next shift takes over: it is read out and ticked. */
export interface OpenThing {
  key: string
  kind: ThingKind
  /** Its id in the ledger; null for what has none, such as a room. */
  id: string | null
  title: string
  /** Further facts, as the plant wrote them. */
  text: string
  /** Since when; milliseconds since 1970, or null. */
  since_ms: number | null
  /** Of a run its state; for words. */
  state: string
}

export interface OpenParts {
  runs: readonly Run[]
  holds: readonly Hold[]
  alarms: readonly Alarm[]
  monitors: readonly MonitorStatus[]
}

const RUNS_OPEN: ReadonlySet<string> = new Set(['PRE_OP', 'RUNNING', 'PAUSED', 'COMPLETED'])
const HOLDS_OVER: ReadonlySet<string> = new Set(['EXECUTED', 'CLOSED'])
const ROOMS_WRONG: ReadonlySet<string> = new Set(['outside', 'confirmed', 'silent'])

/** What is open now, in the order in which two people walk through it: runs, rooms, alarms, holds; the oldest first. */
export function openThings({ runs, holds, alarms, monitors }: OpenParts): OpenThing[] {
  return [
    ...oldestFirst(runs.filter(({ state }) => RUNS_OPEN.has(state)).map(ofRun)),
    ...oldestFirst(monitors.filter(({ state }) => ROOMS_WRONG.has(state)).map(ofRoom)),
    ...oldestFirst(alarms.filter(({ state }) => state === 'RAISED').map(ofAlarm)),
    ...oldestFirst(holds.filter(({ state }) => !HOLDS_OVER.has(state)).map(ofHold)),
  ]
}

/** The ids that go with a hand-over; at most as many as one takes. */
export function idsOf(things: readonly OpenThing[], kind: ThingKind): string[] {
  return things.flatMap(thing => (thing.kind === kind && thing.id !== null ? [thing.id] : [])).slice(0, IDS_MAX)
}
const IDS_MAX = 500

const oldestFirst = (things: OpenThing[]) => things.sort((one, other) => (one.since_ms ?? 0) - (other.since_ms ?? 0))
const at = (iso: string | null) => (iso === null ? null : Date.parse(iso))

const ofRun = (run: Run): OpenThing => ({
  key: `run ${run.run_id}`,
  kind: 'run',
  id: run.run_id,
  title: run.run_code,
  text: [run.product, run.line].filter(Boolean).join(' · '),
  since_ms: at(run.started_at ?? run.planned_at),
  state: run.state,
})
const ofHold = (hold: Hold): OpenThing => ({
  key: `hold ${hold.hold_id}`,
  kind: 'hold',
  id: hold.hold_id,
  title: saidText(hold.reason, hold.said),
  text:
    hold.lots
      .map(({ lot_code }) => lot_code)
      .slice(0, 3)
      .join(', ') + (hold.lot_count > 3 ? ` +${hold.lot_count - 3}` : ''),
  since_ms: at(hold.placed_at),
  state: hold.state,
})
const ofAlarm = (alarm: Alarm): OpenThing => ({
  key: `alarm ${alarm.alarm_id ?? alarm.about}`,
  kind: 'alarm',
  id: alarm.alarm_id,
  title: saidText(alarm.text, alarm.said),
  text: '',
  since_ms: at(alarm.raised_at),
  state: alarm.state,
})
const ofRoom = (monitor: MonitorStatus): OpenThing => ({
  key: `room ${monitor.monitor_id}`,
  kind: 'room',
  id: null,
  title: monitor.title,
  text: monitor.value === null ? '' : `${monitor.value} ${monitor.unit === 'Cel' ? '°C' : monitor.unit}`,
  since_ms: at(monitor.since),
  state: monitor.state,
})
