import type { Fact } from '../domain/excursion.ts'
import type { Watch } from '../store/monitor-record.ts'
import type { CurvePoint, Excursion, MonitorState } from '../store/monitor-store.ts'
import type { CommandTakes } from './command.ts'
import type { Context } from './command-context.ts'
import { endExcursion, openExcursion, type Window, widenExcursion } from './monitor-deviation.ts'
import { boxOf, FOREVER } from './monitor-hold.ts'

type Asked = CommandTakes<'judge-readings'>
type FactOf<K extends Fact['kind']> = Extract<Fact, { kind: K }>

/** A monitor in the hands of one command. */
export interface Followed {
  monitor_id: string
  /** Approved versions, the oldest first. */
  versions: readonly Watch[]
  state: MonitorState | null
}

/** A fact about a monitor with what it was judged by. */
export interface Found {
  monitor_id: string
  watch: Watch
  fact: Fact
  /** The curve of an excursion that is over. */
  points: CurvePoint[]
  /** What was known before. */
  before: MonitorState | null
}

interface Batch {
  asked: Asked
  followed: readonly Followed[]
}

/** Appends the events that follow from what was found, in its order. */
export function writeFacts(found: readonly Found[], batch: Batch, context: Context): void {
  const opened = new Set<string>()
  found.forEach((one, at) => {
    const { fact, watch, monitor_id } = one
    if (fact.kind === 'silent') silent(fact, watch, context)
    if (fact.kind === 'heard') heard(fact, monitor_id, context)
    if (fact.kind === 'confirmed') {
      const excursion = openExcursion(fact, { watch, window: windowOf(found.slice(at), one, batch) }, context)
      opened.add(excursion.deviation_id!)
      keep(excursion, one, batch)
    }
    if (fact.kind === 'ended') ended(fact, one, { context, opened })
  })
  if (batch.asked.live || batch.asked.readings.length > 0) widen(opened, batch, context)
}

function silent({ last_good_at, missing_s }: FactOf<'silent'>, { monitor }: Watch, { ledger, site }: Context): void {
  const { monitor_id, device_id, channel } = monitor
  const data = { monitor_id, device_id, channel, last_good_at, missing_s }
  ledger.append({ type: 'monitor.silent', actor: boxOf({ site }), subject: `monitor:${monitor_id}`, data })
}

function heard({ silent_s, reading_seq }: FactOf<'heard'>, monitor_id: string, { ledger, site }: Context): void {
  const data = { monitor_id, silent_s, reading_seq }
  ledger.append({ type: 'monitor.heard', actor: boxOf({ site }), subject: `monitor:${monitor_id}`, data })
}

/** Readings that were judged late say when the excursion was over: what entered after that is none of it. */
function windowOf(later: readonly Found[], { monitor_id }: Found, { asked }: Batch): Window {
  const end = later.find(({ fact, monitor_id: id }) => id === monitor_id && fact.kind === 'ended')?.fact
  if (end?.kind === 'ended') return { to: endOf(end), followed: true }
  return presentOf(asked)
}

const endOf = ({ at, excursion }: FactOf<'ended'>): string => (at > excursion.to_at ? at : excursion.to_at)

function presentOf({ live, readings }: Asked): Window {
  return live ? { to: FOREVER, followed: true } : { to: readings.at(-1)?.received_at ?? '', followed: false }
}

/** The excursion goes on after this command with what was opened for it. */
function keep({ deviation_id, hold_id, followed }: Excursion, { monitor_id }: Found, batch: Batch): void {
  const one = batch.followed.find(other => other.monitor_id === monitor_id)
  const excursion = one?.state?.excursion
  if (one?.state == null || excursion == null || excursion.deviation_id !== deviation_id) return
  one.state = { ...one.state, excursion: { ...excursion, hold_id, followed } }
}

function ended(
  fact: FactOf<'ended'>,
  { monitor_id, before, points }: Found,
  { context, opened }: { context: Context; opened: Set<string> },
): void {
  const { excursion } = fact
  if (before === null || excursion.deviation_id === null) return
  if (!opened.has(excursion.deviation_id))
    widenExcursion(excursion, { location_id: before.location_id, window: { to: endOf(fact), followed: true } }, context)
  endExcursion(fact, { monitor_id, unit: before.unit, points }, context)
}

/** Excursions of earlier commands whose lots are not followed up to the present yet. */
function widen(opened: Set<string>, { asked, followed }: Batch, context: Context): void {
  for (const one of followed) {
    const { state } = one
    const excursion = state?.phase === 'confirmed' ? state.excursion : null
    if (state === null || excursion === null || excursion.followed || opened.has(excursion.deviation_id ?? '')) continue
    one.state = {
      ...state,
      excursion: widenExcursion(excursion, { location_id: state.location_id, window: presentOf(asked) }, context),
    }
  }
}
