import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Finding, fail, ok, warn } from './finding.ts'

/** No box was made before this: an older time is a dead battery. */
const EARLIEST = Date.UTC(2026, 0, 1)
const APART_S = 30

/** What is known about the time, all in ms since 1970. */
export interface ClockFacts {
  now: number
  /** Newest change of the databases. */
  lastWrite: number | null
  /** Headquarters' clock, when it answered. */
  headquarters: number | null
}

/** Records are ordered by number, never by clock, so a wrong one blocks nothing; but it makes wrong papers. */
export function judgeClock({ now, lastWrite, headquarters }: ClockFacts): Finding {
  const said = new Date(now).toISOString()
  const next = 'Set it: timedatectl set-ntp true; on a box without a network: timedatectl set-time'
  if (now < EARLIEST) return fail('clock', `The clock says ${said}.`, next)
  if (lastWrite !== null && lastWrite > now + APART_S * 1000)
    return fail('clock', `The clock says ${said}, but the databases were written later.`, next)
  if (headquarters === null) return ok('clock', `The clock says ${said}; nobody to compare it with`)
  const apart = Math.round((now - headquarters) / 1000)
  if (Math.abs(apart) > APART_S) return warn('clock', `The clock is ${apart} s away from that of headquarters.`, next)
  return ok('clock', `The clock agrees with that of headquarters`)
}

/** Newest change of either database; null when there is none. */
export function lastWriteOf(dataDir: string | null): number | null {
  if (dataDir === null) return null
  const files = ['plant.db', 'plant.db-wal', 'telemetry.db', 'telemetry.db-wal'].map(name => join(dataDir, name))
  const times = files.filter(existsSync).map(path => statSync(path).mtimeMs)
  return times.length === 0 ? null : Math.max(...times)
}

/** The `Date` of headquarters' answer; null when it does not answer. */
export async function headquartersTime(url: string | null): Promise<number | null> {
  if (url === null) return null
  const answer = await fetch(new URL('/health', url), { signal: AbortSignal.timeout(3_000) }).catch(() => null)
  const date = answer?.headers.get('date')
  return date === null || date === undefined ? null : Date.parse(date)
}
