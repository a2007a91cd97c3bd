import { openForReading } from '../../edge/server/store/open.ts'
import { KINDS, type Kind, kindOf } from './plan.ts'
import type { Counted } from './tally.ts'

/** What stands in the appliance's file, beside what was sent and acknowledged. */
export interface Checked {
  /** Readings with a value, of each kind of device. */
  stored: Record<Kind, number>
  /** Frames whose reading was acknowledged and is not there. */
  lost: number
  /** Readings of a value that the device never sent, or that are there twice. */
  invented: number
  /** Readings without a value: the reason why there was none. */
  without_value: number
}

const READINGS = 'SELECT device_id, value FROM reading JOIN channel USING (channel_key)'

/** Compares `telemetry.db`, which its appliance has closed, frame by frame with what the devices know. */
export function check(file: string, { sent, acknowledged }: Counted): Checked {
  const stored = Object.fromEntries(KINDS.map(kind => [kind, 0])) as Record<Kind, number>
  const seen = new Map(Object.keys(sent).map(id => [id, new Set<number>()]))
  let [invented, without_value] = [0, 0]
  const db = openForReading(file)
  try {
    for (const { device_id, value } of db
      .prepare<[], { device_id: string; value: string | null }>(READINGS)
      .iterate()) {
      if (value === null) {
        without_value += 1
        continue
      }
      const number = Number(value.replace('.', ''))
      const numbers = seen.get(device_id)
      const known = numbers !== undefined && number >= 1 && number <= sent[device_id]! && !numbers.has(number)
      if (!known) invented += 1
      numbers?.add(number)
      stored[kindOf(device_id)] += 1
    }
  } finally {
    db.close()
  }
  const missing = Object.entries(acknowledged).map(([id, numbers]) => numbers.filter(one => !seen.get(id)!.has(one)))
  return { stored, lost: missing.reduce((sum, { length }) => sum + length, 0), invented, without_value }
}
