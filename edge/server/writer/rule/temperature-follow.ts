import { tell } from '@flowviz/contract/sentence'
import type { Unit } from '@flowviz/contract/unit'
import { usableValue } from '../../domain/excursion-limit.ts'
import { type JudgedTemperature, type Limits, wrongSince } from '../../domain/temperature.ts'
import { watchesOf } from '../../store/monitor-record.ts'
import type { MonitorState } from '../../store/monitor-store.ts'
import { temperaturesAt } from '../../store/temperature-record.ts'
import type { Ask } from '../ask.ts'
import type { Context } from '../command-context.ts'
import { FOREVER, holdMore, lotsInside } from '../monitor-hold.ts'
import { openDeviation } from './open-deviation.ts'

/** A temperature where and when it was taken. */
export interface Taken {
  location_id: string
  limits: Limits
  verdict: JudgedTemperature['verdict']
  value_c: string
  occurred_at: string | null
}

/** The deviation that a temperature belongs to: one that is open already, or the one that it opens. */
export interface Wrong {
  deviation_id: string
  open: { hold_id: string | null } | null
  last_good_at: string | null
  since: string
}

/** Entries that are looked through for the last good one. */
const LOOK = 50

/** What a temperature outside of its limits means, before anything is written. */
export function deviationFor(taken: Taken, context: Context): Wrong {
  const { store, ledger } = context
  const { location_id, limits, occurred_at } = taken
  const state = limits.monitor_id === null ? null : store.monitors.get(limits.monitor_id)
  const before = temperaturesAt(location_id, { records: store.records, limit: LOOK })
  const good = before.find(({ verdict, calibration, entered_late }) => {
    const doubted = calibration === 'overdue' || calibration === 'never'
    // What was entered late says when it was so only by a clock of the floor.
    return verdict === 'within' && !doubted && !entered_late
  })
  const heard = state?.phase === 'inside' && !state.silent ? (state.latest?.at ?? null) : null
  const last_good_at = later(good?.entered_at ?? null, heard)
  const missing_s =
    limits.monitor_id === null ? 0 : (watchesOf(store).get(limits.monitor_id)?.at(-1)?.monitor.missing_s ?? 0)
  const alive_ms = last_good_at === heard ? missing_s * 1_000 : 0
  const since = wrongSince({ now: ledger.stamp(), occurred_at, last_good_at, alive_ms })
  return { ...openOf(taken, { state, before }, context), last_good_at, since }
}

const later = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b > a) ? b : a)

/** The excursion that the monitor is in, or what the entry before this one opened and nobody has closed. */
function openOf(
  { limits }: Taken,
  { state, before }: { state: MonitorState | null; before: ReturnType<typeof temperaturesAt> },
  { store, newId }: Context,
): Pick<Wrong, 'deviation_id' | 'open'> {
  const excursion = state?.phase === 'confirmed' ? state.excursion : null
  if (excursion?.deviation_id != null)
    return { deviation_id: excursion.deviation_id, open: { hold_id: excursion.hold_id } }
  const last = before.find(({ monitor_id }) => monitor_id === limits.monitor_id)
  const deviation = last?.deviation_id == null ? null : store.records.get('deviation', last.deviation_id)
  if (deviation === null || deviation.state === 'CLOSED' || last?.verdict === 'within')
    return { deviation_id: newId(), open: null }
  return { deviation_id: deviation.id, open: { hold_id: deviation.body.hold_id as string | null } }
}

/** Opens the deviation and holds what stood there, or holds what the open one does not hold yet. */
export function followTemperature(
  wrong: Wrong,
  { ask, point, instrument_id }: { ask: Ask<'enter-temperature'>; point: Taken; instrument_id: string | null },
  context: Context,
): void {
  const { deviation_id, open, last_good_at, since } = wrong
  const { location_id, limits, verdict, value_c, occurred_at } = point
  const lots = lotsInside(location_id, { from: since, to: FOREVER }, context)
  const { title, unit, low, high } = limits
  const bound = verdict === 'low' ? low : high
  const why = tell(verdict === 'low' ? 'by_hand_low' : 'by_hand_high', { title, value_c, limit: bound, unit })
  if (open !== null) {
    widened(limits.monitor_id, { deviation_id, hold_id: open.hold_id, why, lots }, context)
    return
  }
  openDeviation(
    {
      deviation_id,
      actor: ask.actor,
      cause: 'manual',
      hold_cause: 'excursion',
      ...why,
      began_at: since,
      finding: {
        monitor_id: limits.monitor_id,
        monitor_version: limits.version,
        instrument_id,
        value: inUnit(value_c, unit),
        unit,
        limit: `${verdict === 'low' ? 'min' : 'max'} ${bound}`,
        last_good_at,
      },
      lots,
      occurred_at,
    },
    context,
  )
}

const inUnit = (value_c: string, unit: Unit): string =>
  usableValue({ quality: 'good', reason: 'ok', value: value_c, unit: 'Cel' }, { unit }) ?? value_c

/** An excursion goes on with the hold that is open now. */
function widened(monitorId: string | null, more: Parameters<typeof holdMore>[0], context: Context): void {
  const hold_id = holdMore(more, context)
  if (monitorId === null || hold_id === more.hold_id) return
  const { monitors } = context.store
  const state = monitors.get(monitorId)
  if (state?.excursion?.deviation_id !== more.deviation_id) return
  monitors.put(monitorId, { ...state, excursion: { ...state.excursion, hold_id } })
}
