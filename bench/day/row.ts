import type { Row } from '../report/report.ts'
import type { Checked } from './check.ts'
import type { Memory } from './memory.ts'
import type { Pulse } from './pulse.ts'
import { type Counted, KINDS } from './tally.ts'
import type { Pace } from './work.ts'

/** A day that an appliance lived through. */
export interface Lived {
  pace: Pace
  disk: string
  slow: boolean
  counted: Counted
  checked: Checked
  memory: Memory
  pulse: Pulse
}

const short = (value: number) => Number(value.toPrecision(3))

/** One row for each kind of request, and one for all of them. */
export function waitRows(days: Lived[]): Row[] {
  return days.flatMap(({ pace, disk, counted }) =>
    [...KINDS.map(kind => [kind, counted.kinds[kind]] as const), ['all', counted.all] as const].map(
      ([kind, waits]) => ({
        pace,
        disk,
        kind,
        count: waits.count,
        per_second: Math.round(waits.count / counted.seconds),
        p50_ms: short(waits.p50_ms),
        p95_ms: short(waits.p95_ms),
        p99_ms: short(waits.p99_ms),
        max_ms: short(waits.max_ms),
      }),
    ),
  )
}

/** One row for each day: what its appliance and its file came to. */
export function plantRows(days: Lived[]): Row[] {
  return days.map(({ pace, disk, counted, checked, memory, pulse }) => ({
    day: `${pace}, ${disk}`,
    seconds: short(counted.seconds),
    lots_per_second: short(counted.kinds.register.count / counted.seconds),
    errors:
      Object.entries(counted.errors)
        .map(([code, count]) => `${count} ${code}`)
        .join(', ') || 'none',
    rss_mb: Math.round(memory.last_mb),
    rss_max_mb: Math.round(memory.max_mb),
    rss_growth_pct: short(memory.growth * 100),
    loop_lag_p99_ms: short(pulse.p99_ms),
    loop_lag_max_ms: short(pulse.max_ms),
    generator_late_p99_ms: short(counted.late.p99_ms),
    events: checked.events,
    plant_db_mb: short(checked.file_mb),
    chain: checked.chain,
    tables: checked.rebuilt,
  }))
}
