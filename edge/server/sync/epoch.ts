import type { EventData } from '@flowviz/contract/event'
import type { PlantReader } from '../parts.ts'

/** A stretch of this box's ledger and of its readings that lies in one epoch. */
export interface EpochSpan {
  epoch: number
  /** First ledger seq of the epoch, and the last one (infinite for the present epoch). */
  from_seq: number
  to_seq: number
  /** First and last reading seq. */
  readings_from: number
  readings_to: number
}

type Started = EventData<'epoch.started'>
const PAGE = 100

/** Every `epoch.started` of the ledger with its seq, oldest first. There are as many as there were lonely restores. */
export function epochStarts(reader: PlantReader): { seq: number; data: Started }[] {
  return eventsOf<Started>(reader, 'epoch.started')
}

/** All events of one rare type, oldest first. */
export function eventsOf<T>(reader: PlantReader, type: string): { seq: number; data: T }[] {
  const found: { seq: number; data: T }[] = []
  let before: number | null = null
  for (;;) {
    const page = reader.events({ limit: PAGE, before, type })
    for (const { seq, event } of page) found.push({ seq, data: (event as unknown as { data: T }).data })
    if (page.length < PAGE) return found.reverse()
    before = page.at(-1)!.seq
  }
}

/** The epochs of this box, oldest first; without a gap between them. */
export function epochSpans(reader: PlantReader): EpochSpan[] {
  const spans: EpochSpan[] = [span(1, 1, 1)]
  for (const { seq, data } of epochStarts(reader)) {
    const last = spans.at(-1)!
    last.to_seq = seq - 1
    last.readings_to = data.readings_seq
    spans.push(span(data.epoch, seq, data.readings_seq + 1))
  }
  return spans
}

function span(epoch: number, from_seq: number, readings_from: number): EpochSpan {
  return { epoch, from_seq, to_seq: Number.POSITIVE_INFINITY, readings_from, readings_to: Number.POSITIVE_INFINITY }
}

/** The span that a ledger seq lies in. */
export function spanOfEvent(spans: EpochSpan[], seq: number): EpochSpan {
  return spans.find(span => seq <= span.to_seq)!
}

/** The span that a reading lies in. */
export function spanOfReading(spans: EpochSpan[], seq: number): EpochSpan {
  return spans.find(span => seq <= span.readings_to)!
}
