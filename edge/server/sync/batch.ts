import { promisify } from 'node:util'
import { constants, zstdCompress } from 'node:zlib'
import { hexOf } from '@flowviz/contract/chain'
import { checkpointOrigin, parseCheckpoint, parseNote } from '@flowviz/contract/checkpoint'
import type { Reading } from '@flowviz/contract/reading'
import {
  BATCH_BYTES_MAX,
  BATCH_EVENTS_MAX,
  type LedgerBatchHeader,
  type LedgerHead,
  type ReadingBatchHeader,
  SYNC_VERSION,
} from '@flowviz/contract/sync'
import type { PlantReader, TelemetryReader } from '../parts.ts'
import { type EpochSpan, spanOfEvent, spanOfReading } from './epoch.ts'

const compress = promisify(zstdCompress)
// The header line is part of the megabyte; its checkpoint is at most 2,000 characters.
const HEADER_ROOM = 4_096

/** NDJSON, compressed, and where this side stands once it is acknowledged. */
export interface LedgerBatch {
  header: LedgerBatchHeader
  last: LedgerHead
  lines: string[]
}
export interface ReadingBatch {
  header: ReadingBatchHeader
  last: { epoch: number; seq: number }
  lines: string[]
}

/** The next events after `acked`, of one epoch, or null when there are none. `sentCheckpoint` is not sent again. */
export function nextLedgerBatch(options: {
  reader: PlantReader
  spans: EpochSpan[]
  site: string
  acked: number
  sentCheckpoint: string | null
}): LedgerBatch | null {
  const { reader, spans, site, acked, sentCheckpoint } = options
  const span = spanOfEvent(spans, acked + 1)
  const most = Math.min(BATCH_EVENTS_MAX, span.to_seq - acked)
  const rows = reader.ledgerRows(acked + 1, most)
  const taken = rows.slice(0, fitting(rows.map(row => row.body)))
  const last = taken.at(-1)
  if (last === undefined) return null
  const head = hexOf(last.hash)
  const checkpoint = freshCheckpoint(reader.checkpoint(last.seq), checkpointOrigin(site, span.epoch), sentCheckpoint)
  return {
    header: {
      v: SYNC_VERSION,
      site,
      epoch: span.epoch,
      from_seq: acked + 1,
      count: taken.length,
      head,
      checkpoint,
    },
    last: { epoch: span.epoch, seq: last.seq, hash: head },
    lines: taken.map(row => row.body),
  }
}

/** The next readings after `acked`, of one epoch, or null when there are none. */
export function nextReadingBatch(options: {
  telemetry: TelemetryReader
  spans: EpochSpan[]
  site: string
  acked: number
}): ReadingBatch | null {
  const { telemetry, spans, site, acked } = options
  const span = spanOfReading(spans, acked + 1)
  const readings: Reading[] = telemetry.after(acked, Math.min(BATCH_EVENTS_MAX, span.readings_to - acked))
  const texts = readings.map(reading => JSON.stringify(reading))
  const lines = texts.slice(0, fitting(texts))
  const last = readings[lines.length - 1]
  if (last === undefined) return null
  return {
    header: { v: SYNC_VERSION, site, epoch: span.epoch, from_seq: acked + 1, count: lines.length },
    last: { epoch: span.epoch, seq: last.seq },
    lines,
  }
}

/** The bytes that travel: header and lines as NDJSON, zstd level 1. Compressed beside the main thread. */
export async function encodeBatch(batch: LedgerBatch | ReadingBatch): Promise<Buffer<ArrayBuffer>> {
  const text = `${[JSON.stringify(batch.header), ...batch.lines].join('\n')}\n`
  const packed = await compress(Buffer.from(text), { params: { [constants.ZSTD_c_compressionLevel]: 1 } })
  return packed as Buffer<ArrayBuffer>
}

/** How many of these lines go into one batch: at least one, and no more than a megabyte. */
function fitting(lines: string[]): number {
  let bytes = HEADER_ROOM
  for (const [at, line] of lines.entries()) {
    bytes += Buffer.byteLength(line) + 1
    if (bytes > BATCH_BYTES_MAX) return Math.max(at, 1)
  }
  return lines.length
}

function freshCheckpoint(note: string | null, origin: string, sent: string | null): string | null {
  if (note === null || note === sent) return null
  const text = parseNote(note)?.text
  return text !== undefined && parseCheckpoint(text)?.origin === origin ? note : null
}
