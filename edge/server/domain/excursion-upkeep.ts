import type { Watch } from '../store/monitor-record.ts'
import type { MonitorState } from '../store/monitor-store.ts'
import { type Fact, newState } from './excursion.ts'
import { crossedLimit } from './excursion-limit.ts'
import { isOverdue } from './excursion-silence.ts'

/** `state` is null when the monitor watches nothing any more. */
export interface Kept {
  state: MonitorState | null
  facts: Fact[]
}

/**
 * The version that a reading is judged by: the one that was in force when it came, and never one before the version
 * that has judged already. `versions` in their order; null: not approved yet, or retired.
 */
export function versionAt(versions: readonly Watch[], at: string, state: MonitorState | null): Watch | null {
  const found = versions.findLast(({ version, approved_at }) => approved_at <= at || version === state?.version)
  return found === undefined || found.monitor.active === false ? null : found
}

/**
 * Takes a monitor over to another version. New limits judge an excursion that lasts; another sensor, place or unit ends
 * it, and so does retirement, because from then on nobody watches it.
 */
export function followVersion(before: MonitorState | null, watch: Watch | null, at: string): Kept {
  if (watch === null)
    return { state: null, facts: before === null ? [] : leave(before, at, 'The monitor was retired.') }
  const { version, monitor } = watch
  if (before === null) return { state: newState(watch), facts: [] }
  if (before.version === version) return { state: before, facts: [] }
  const { device_id, channel, location_id, unit } = monitor
  const sameSensor = before.device_id === device_id && before.channel === channel && before.unit === unit
  if (sameSensor && before.location_id === location_id) return underNewLimits({ ...before, version }, watch, at)
  return { state: newState(watch), facts: leave(before, at, `Version ${version} watches something else.`) }
}

/** What has begun and is not confirmed goes on if it began outside of the new limits too. */
function underNewLimits(state: MonitorState, { monitor }: Watch, at: string): Kept {
  const { phase, excursion } = state
  if (phase !== 'outside' || excursion === null) return { state, facts: [] }
  if (crossedLimit(excursion.first.value, monitor.unit, monitor) !== null) return { state, facts: [] }
  return { state: { ...state, phase: 'inside', since: at, excursion: null }, facts: [{ kind: 'cancelled' }] }
}

function leave({ phase, excursion, latest }: MonitorState, at: string, why: string): Fact[] {
  if (excursion === null) return []
  if (phase !== 'confirmed') return [{ kind: 'cancelled' }]
  return [{ kind: 'ended', at, reading_seq: latest?.seq ?? excursion.first.seq, excursion, why }]
}

/** What the time alone brings, once everything that came is judged: the version that counts now, and silence. */
export function upkeep(
  before: MonitorState | null,
  versions: readonly Watch[],
  { now, listening_since }: { now: string; listening_since: string },
): Kept {
  const last = versions.at(-1)
  const watch = last === undefined || last.monitor.active === false ? null : last
  const { state, facts } = followVersion(before, watch, now)
  if (state === null || watch === null || state.silent) return { state, facts }
  const { missing_s } = watch.monitor
  if (!isOverdue(state, { at: now, listening_since, missing_s })) return { state, facts }
  const silent: Fact = { kind: 'silent', last_good_at: state.latest?.at ?? null, missing_s }
  return { state: { ...state, silent: true }, facts: [...facts, silent] }
}
