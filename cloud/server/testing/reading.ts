import type { Reading } from '@flowviz/contract/reading'
import type { ReadingBatchHeader } from '@flowviz/contract/sync'
import { timestampOf } from '@flowviz/contract/time'
import { START_MS } from './ledger.ts'

/** A reading of one thermometer, one a second. */
export function reading(seq: number, more: Partial<Reading> = {}): Reading {
  const at = timestampOf(START_MS + seq * 1_000)
  return {
    seq,
    device_id: 'thermo-1',
    channel: 'temperature',
    value: (4 + (seq % 10) / 10).toFixed(1),
    unit: 'Cel',
    quality: 'good',
    reason: 'ok',
    verdict: 'within',
    measured_at: at,
    received_at: at,
    source: `boot:${seq}`,
    ...more,
  } as Reading
}

/** A batch of readings as it travels, before compression. */
export function readingBatch(site: string, readings: Reading[], more: Partial<ReadingBatchHeader> = {}): string {
  const header = { v: 1, site, epoch: 1, from_seq: readings[0]!.seq, count: readings.length, ...more }
  return `${[header, ...readings].map(line => JSON.stringify(line)).join('\n')}\n`
}
