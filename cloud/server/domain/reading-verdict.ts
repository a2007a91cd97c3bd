import type { ReadingBatchHeader } from '@flowviz/contract/sync'
import type { HeldReadings, ReadingVerdict } from '../parts.ts'

/**
 * Readings come without a gap in each epoch. The first one of a new epoch is the one that `epoch.started` announced, and
 * comes only when everything before it is held.
 */
export function judgeReadings(held: HeldReadings, header: ReadingBatchHeader): ReadingVerdict {
  const to_seq = header.from_seq + header.count - 1
  if (header.epoch < held.epoch) return to_seq <= held.seq ? { kind: 'replay' } : { kind: 'gap' }
  if (header.epoch === held.epoch) {
    if (header.from_seq > held.seq + 1) return { kind: 'gap' }
    return to_seq <= held.seq ? { kind: 'replay' } : { kind: 'append', skip: held.seq + 1 - header.from_seq }
  }
  const { next } = held
  if (next === null || next.epoch !== header.epoch) return { kind: 'gap' }
  const whole = held.seq >= next.first_reading - 1 && header.from_seq === next.first_reading
  return whole ? { kind: 'append', skip: 0 } : { kind: 'gap' }
}
