import type { Reading } from '@flowviz/contract/reading'
import type { Watch } from '../store/monitor-record.ts'
import type { CurvePoint, Excursion, Heard, MonitorState } from '../store/monitor-store.ts'
import { crossedLimit, isSettled, liesFarther, type Side, usableValue } from './excursion-limit.ts'
import { isOverdue, silentFor } from './excursion-silence.ts'

/** What followed from a reading or from the lack of one. */
export type Fact =
  | { kind: 'silent'; last_good_at: string | null; missing_s: number }
  | { kind: 'heard'; silent_s: number; reading_seq: number }
  /** Outside, and not yet for long enough; `good` is the reading before it. */
  | { kind: 'began'; good: Heard | null }
  | { kind: 'cancelled' }
  | { kind: 'confirmed'; at: string; excursion: Excursion }
  | { kind: 'ended'; at: string; reading_seq: number; excursion: Excursion; why: string | null }

export interface Judged {
  state: MonitorState
  facts: Fact[]
  /** The reading as a point of the curve. */
  point: CurvePoint
}

/** What a reading is judged by. `listening_since`: from when on silence is a sign of something. */
export interface Measure {
  watch: Watch
  listening_since: string
}

/** A monitor of which nothing has been heard. */
export function newState({ monitor, version, approved_at }: Watch): MonitorState {
  const { device_id, channel, location_id, unit } = monitor
  return {
    version,
    device_id,
    channel,
    location_id,
    unit,
    phase: 'inside',
    since: null,
    watched_at: approved_at,
    latest: null,
    silent: false,
    excursion: null,
  }
}

/**
 * Judges one reading of the monitor's channel. Readings are ordered by their number; their time is that of the server.
 * A reading that is not usable neither confirms nor clears, and is no sign of life. One that is only doubted accuses and
 * never acquits: outside it counts, inside it is as if nothing had been said.
 */
export function judgeReading(before: MonitorState, reading: Reading, measure: Measure): Judged {
  const { monitor } = measure.watch
  const { seq, received_at: at } = reading
  const value = usableValue(reading, monitor)
  const point = { seq, at, value }
  if (value === null) return { state: before, facts: [], point }
  const side = crossedLimit(reading.value!, reading.unit!, monitor)
  const doubted = reading.quality !== 'good'
  if (doubted && side === null) return { state: before, facts: [], point: { ...point, value: null } }
  const heard = doubted ? { state: before, facts: [] } : hear(before, { seq, at, value }, measure)
  const { state, facts } =
    before.excursion === null
      ? begin(heard.state, { reading, value, side }, { before, measure })
      : goOn(heard.state, { reading, value, side }, measure)
  return { state, facts: [...heard.facts, ...facts], point }
}

function hear(before: MonitorState, latest: Heard, { watch, listening_since }: Measure) {
  const { missing_s } = watch.monitor
  const facts: Fact[] = []
  const late = !before.silent && isOverdue(before, { at: latest.at, listening_since, missing_s })
  if (late) facts.push({ kind: 'silent', last_good_at: before.latest?.at ?? null, missing_s })
  if (late || before.silent)
    facts.push({ kind: 'heard', silent_s: silentFor(before, latest.at), reading_seq: latest.seq })
  return { state: { ...before, latest, silent: false, since: before.since ?? latest.at }, facts }
}

interface Seen {
  reading: Reading
  value: string
  side: Side | null
}

function begin(
  state: MonitorState,
  { reading, value, side }: Seen,
  { before, measure }: { before: MonitorState; measure: Measure },
): { state: MonitorState; facts: Fact[] } {
  if (side === null) return { state, facts: [] }
  const { seq, received_at: at, source } = reading
  const good = before.latest
  // Nobody knows what the room was like while nothing was heard: it may have been warm since the last good reading.
  const unknown = good !== null && Date.parse(at) - Date.parse(good.at) > measure.watch.monitor.missing_s * 1_000
  const began_at = unknown ? good.at : at
  const excursion: Excursion = {
    first: { seq, at, value, source },
    side,
    began_at,
    last_good_at: good?.at ?? null,
    last_at: at,
    outside_ms: 0,
    worst: value,
    from_at: began_at,
    to_at: at,
    deviation_id: null,
    hold_id: null,
    followed: false,
  }
  return confirm({ ...state, phase: 'outside', since: began_at, excursion }, [{ kind: 'began', good }], measure)
}

function goOn(state: MonitorState, { reading, value, side }: Seen, measure: Measure) {
  const { seq, received_at: at } = reading
  const before = state.excursion!
  if (side === null && state.phase === 'outside')
    return {
      state: { ...state, phase: 'inside' as const, since: at, excursion: null },
      facts: [{ kind: 'cancelled' as const }],
    }
  const crossed = side ?? before.side
  const excursion: Excursion = {
    ...before,
    side: crossed,
    last_at: at,
    outside_ms: before.outside_ms + Math.max(0, Date.parse(at) - Date.parse(before.last_at)),
    worst: liesFarther(value, before.worst, measure.watch.monitor) ? value : before.worst,
    from_at: at < before.from_at ? at : before.from_at,
    to_at: at > before.to_at ? at : before.to_at,
  }
  const settled = isSettled(reading.value!, reading.unit!, { limits: measure.watch.monitor, side: crossed })
  if (state.phase === 'confirmed' && settled) {
    const ended: Fact = { kind: 'ended', at, reading_seq: seq, excursion, why: null }
    return { state: { ...state, phase: 'inside' as const, since: at, excursion: null }, facts: [ended] }
  }
  return confirm({ ...state, excursion }, [], measure)
}

function confirm(state: MonitorState, facts: Fact[], { watch }: Measure): { state: MonitorState; facts: Fact[] } {
  const { excursion } = state
  if (state.phase !== 'outside' || excursion === null) return { state, facts }
  if (excursion.outside_ms < watch.monitor.duration_s * 1_000) return { state, facts }
  const confirmed: Fact = { kind: 'confirmed', at: excursion.last_at, excursion }
  return { state: { ...state, phase: 'confirmed' }, facts: [...facts, confirmed] }
}
