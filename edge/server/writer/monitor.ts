import type { Reading } from '@flowviz/contract/reading'
import type { Fact } from '../domain/excursion.ts'
import { judgeReading } from '../domain/excursion.ts'
import { decimate } from '../domain/excursion-curve.ts'
import { followVersion, type Kept, upkeep, versionAt } from '../domain/excursion-upkeep.ts'
import { type Watch, watchesOf } from '../store/monitor-record.ts'
import type { CurvePoint, MonitorState } from '../store/monitor-store.ts'
import type { CommandTakes } from './command.ts'
import type { Context, Decide } from './command-context.ts'
import { deviationId } from './monitor-deviation.ts'
import { type Followed, type Found, writeFacts } from './monitor-fact.ts'

type Asked = CommandTakes<'judge-readings'>

/** Points that are kept of a curve while it lasts; then every second one goes. */
const POINTS_MAX = 1_000

/**
 * Judges readings in their order and moves the cursor behind them: the events that follow, what each monitor knows and
 * the cursor are one transaction. A reading at or before the cursor is judged already.
 */
export const decideReadings: Decide<'judge-readings'> = (asked, context) => {
  const { monitors } = context.store
  const cursor = monitors.cursor() ?? 0
  const all = [...watchesOf(context.store)].map(([monitor_id, versions]) => ({
    followed: { monitor_id, versions, state: monitors.get(monitor_id) } as Followed,
    before: monitors.get(monitor_id),
  }))
  const found: Found[] = []
  for (const reading of asked.readings) {
    if (reading.seq <= cursor) continue
    for (const { followed } of all) found.push(...judge(followed, reading, { asked, context }))
  }
  if (asked.live) for (const { followed } of all) found.push(...keepUp(followed, asked, context))
  writeFacts(found, { asked, followed: all.map(({ followed }) => followed) }, context)
  for (const { followed, before } of all) save(followed, before, context)
  if (asked.upto_seq !== monitors.cursor()) monitors.setCursor(asked.upto_seq)
  return { seq: asked.upto_seq }
}

const onChannel = ({ device_id, channel }: Reading, { monitor }: Watch): boolean =>
  monitor.device_id === device_id && monitor.channel === channel

function judge(followed: Followed, reading: Reading, { asked, context }: { asked: Asked; context: Context }): Found[] {
  const { versions, monitor_id } = followed
  if (!versions.some(version => onChannel(reading, version))) return []
  const { received_at: at } = reading
  const watch = versionAt(versions, at, followed.state)
  const found = follow(followed, followVersion(followed.state, watch, at), context)
  const before = followed.state
  if (watch === null || before === null || !onChannel(reading, watch)) return found
  const { state, facts, point } = judgeReading(before, reading, { watch, listening_since: asked.listening_since })
  followed.state = named(state, watch, context)
  if (facts.some(({ kind }) => kind === 'began')) beginCurve(monitor_id, before, context)
  if (before.excursion !== null || state.excursion !== null) addPoint(monitor_id, point, { state, context })
  return [...found, ...facts.map(fact => take(fact, { followed, watch, before }, context))]
}

/** A confirmed excursion carries the id of its deviation. */
function named(state: MonitorState, { monitor }: Watch, { site }: Context): MonitorState {
  const { phase, excursion } = state
  if (phase !== 'confirmed' || excursion === null || excursion.deviation_id !== null) return state
  return { ...state, excursion: { ...excursion, deviation_id: deviationId(excursion, monitor, site) } }
}

function keepUp(followed: Followed, { now, listening_since }: Asked, context: Context): Found[] {
  return follow(followed, upkeep(followed.state, followed.versions, { now, listening_since }), context)
}

function follow(followed: Followed, { state, facts }: Kept, context: Context): Found[] {
  const before = followed.state
  followed.state = state
  return facts.map(fact => take(fact, { followed, watch: followed.versions.at(-1)!, before }, context))
}

/** A fact that ends an excursion takes the curve with it. */
function take(
  fact: Fact,
  { followed, watch, before }: { followed: Followed; watch: Watch; before: MonitorState | null },
  { store }: Context,
): Found {
  const { monitor_id } = followed
  const ends = fact.kind === 'ended' || fact.kind === 'cancelled'
  const points = ends ? store.monitors.points(monitor_id) : []
  if (ends) store.monitors.clearPoints(monitor_id)
  return { monitor_id, watch, fact, points, before }
}

/** The curve begins with the last good reading. */
function beginCurve(monitorId: string, { latest }: MonitorState, { store }: Context): void {
  store.monitors.clearPoints(monitorId)
  if (latest !== null) store.monitors.addPoint(monitorId, latest)
}

function addPoint(
  monitorId: string,
  point: CurvePoint,
  { state, context: { store } }: { state: MonitorState; context: Context },
): void {
  const { monitors } = store
  if (monitors.pointCount(monitorId) >= POINTS_MAX) {
    const kept = decimate(monitors.points(monitorId), POINTS_MAX / 2, state.excursion?.worst ?? '')
    monitors.clearPoints(monitorId)
    for (const one of kept) monitors.addPoint(monitorId, one)
  }
  monitors.addPoint(monitorId, point)
}

function save({ monitor_id, state }: Followed, before: MonitorState | null, { store }: Context): void {
  if (state === null) {
    if (before !== null) store.monitors.remove(monitor_id)
  } else if (JSON.stringify(state) !== JSON.stringify(before)) store.monitors.put(monitor_id, state)
}
