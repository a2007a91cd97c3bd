import type { Memory } from '../day/memory.ts'
import { atMost, type Goal, type Row } from '../report/report.ts'
import type { Checked } from './check.ts'
import { KINDS } from './plan.ts'
import type { Counted } from './tally.ts'

const CORE_PCT = 25
const RSS_MIB = 250
const P99_MS = 20
const MIB_PER_MB = 1e6 / 2 ** 20

/** A run of all devices. */
export interface Run {
  seconds: number
  counted: Counted
  checked: Checked
  memory: Memory
  /** Percent of one core. */
  gateway_pct: number
  appliance_pct: number
}

const short = (value: number) => Number(value.toPrecision(3))

/** One row for each kind of device. */
export function kindRows({ seconds, counted, checked }: Run): Row[] {
  return KINDS.map(kind => {
    const { devices, frames, acknowledged, said_p99_ms, p50_ms, p99_ms, max_ms } = counted.kinds[kind]
    const waits = {
      said_p99_ms: short(said_p99_ms),
      p50_ms: short(p50_ms),
      p99_ms: short(p99_ms),
      max_ms: short(max_ms),
    }
    const per_second = short(frames / seconds)
    return { kind, devices, frames, per_second, acknowledged, stored: checked.stored[kind], ...waits }
  })
}

/** What the processes came to. */
export function processRows({ seconds, memory, gateway_pct, appliance_pct, checked }: Run): Row[] {
  return [
    {
      run: `${seconds} s`,
      gateway_core_pct: short(gateway_pct),
      gateway_rss_mib: Math.round(memory.last_mb * MIB_PER_MB),
      gateway_rss_max_mib: Math.round(memory.max_mb * MIB_PER_MB),
      gateway_rss_growth_pct: short(memory.growth * 100),
      appliance_core_pct: short(appliance_pct),
      readings_without_value: checked.without_value,
    },
  ]
}

/** What is promised. The wait is from the write of a frame's last byte to the acknowledgement, which is after the commit. */
export function goalsOf({ counted, checked, memory, gateway_pct }: Run): Goal[] {
  return [
    atMost('acknowledged readings that are not stored', checked.lost, 0),
    atMost('stored values that no device has sent, or twice', checked.invented, 0),
    atMost('gateway, percent of one core', gateway_pct, CORE_PCT),
    atMost('gateway, most resident memory in MiB', memory.max_mb * MIB_PER_MB, RSS_MIB),
    ...KINDS.map(kind => atMost(`${kind}: p99 from frame to acknowledged, ms`, counted.kinds[kind].p99_ms, P99_MS)),
  ]
}
