import type { MonitorStatus } from '@flowviz/contract/monitor-status'

/** What somebody reads off a probe, before it is entered. */
export interface ProbeDraft {
  /** The monitor that it is of: another one begins empty. */
  of: string
  value: string
  instrument_id: string | null
  note: string | null
}

export const emptyProbe = (of: string, instrument_id: string | null = null): ProbeDraft => ({
  of,
  value: '',
  instrument_id,
  note: null,
})

export type ProbeVerdict = 'empty' | 'wrong' | 'low' | 'high' | 'within' | 'recorded'

const NUMBER = /^-?\d{1,3}(\.\d{1,3})?$/
const LEAST_C = -100
const MOST_C = 300

/** Judges degrees Celsius by the limits of a monitor as the appliance will: limits are part of what is allowed. Pure. */
export function judgeProbe(
  value: string,
  { low, high, unit }: Pick<MonitorStatus, 'low' | 'high' | 'unit'>,
): ProbeVerdict {
  if (value === '' || value === '-') return 'empty'
  if (!NUMBER.test(value) || Number(value) < LEAST_C || Number(value) > MOST_C) return 'wrong'
  const degrees = unit === '[degF]' ? Number(value) * 1.8 + 32 : Number(value)
  if (low !== null && degrees < Number(low)) return 'low'
  if (high !== null && degrees > Number(high)) return 'high'
  return low === null && high === null ? 'recorded' : 'within'
}

export const isOutside = (verdict: ProbeVerdict): boolean => verdict === 'low' || verdict === 'high'

/** True for a point that a thermometer can be held to. */
export const isWarmth = ({ unit }: Pick<MonitorStatus, 'unit'>): boolean => unit === 'Cel' || unit === '[degF]'
