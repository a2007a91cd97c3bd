import type { DeviceState } from '../health.ts'
import type { Reading } from '../reading.ts'

/** The tone of a state decides colour and shape (screen/base.css); the word stands beside it. */
export type Tone = 'alarm' | 'warn' | 'hold' | 'pending' | 'stale' | 'ok' | 'offline'

export interface Mark {
  tone: Tone
  word: string
}

const DEVICE_MARKS: Record<DeviceState, Mark> = {
  faulted: { tone: 'alarm', word: 'Fault' },
  late: { tone: 'warn', word: 'Late' },
  connecting: { tone: 'pending', word: 'Connecting' },
  stopped: { tone: 'offline', word: 'Stopped' },
  ok: { tone: 'ok', word: 'OK' },
  not_monitored: { tone: 'stale', word: 'Not monitored' },
}

/** How a device's state is shown. */
export function deviceMark(state: DeviceState): Mark {
  return DEVICE_MARKS[state]
}

const DOUBTS: Partial<Record<Reading['reason'], string>> = {
  calibration_overdue: 'Calibration overdue',
  range_warning: 'Unlikely value',
  rate_of_change: 'Changed too fast',
  clock_suspect: 'Doubtful time',
  retained: 'Kept value',
  historical: 'Past value',
  unstable: 'Not stable',
}

/** How an uncertain value is shown; null for one that is not: inside its limits it must not look like a good one. */
export function doubtMark({ quality, reason }: Pick<Reading, 'quality' | 'reason'>): Mark | null {
  return quality === 'uncertain' ? { tone: 'warn', word: DOUBTS[reason] ?? 'Doubtful value' } : null
}

const URGENCY: Record<Tone, number> = { alarm: 0, warn: 1, hold: 2, offline: 3, pending: 4, stale: 5, ok: 6 }

/** Order of a list: what needs a person comes first. */
export function byUrgency(a: Mark, b: Mark): number {
  return URGENCY[a.tone] - URGENCY[b.tone]
}

/** True for states in which a person should do something. */
export function needsAttention(state: DeviceState): boolean {
  return state === 'faulted' || state === 'late' || state === 'stopped'
}
