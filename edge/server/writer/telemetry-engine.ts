import { FlowError } from '@flowviz/contract/error'
import type { Reading } from '@flowviz/contract/reading'
import type { NewAttachment, NewReading, QuarantineEntry } from '../parts.ts'
import { attachmentStore } from '../store/attachment-store.ts'
import { openForWriting, type Sqlite } from '../store/open.ts'
import { quarantineStore } from '../store/quarantine-store.ts'
import { readingStore } from '../store/reading-store.ts'
import { transactionOf } from '../store/transaction.ts'
import { walKeeper } from '../store/wal.ts'
import type { Outcome } from './command.ts'
import { runBatch } from './run-batch.ts'

export type TelemetryCommand =
  | { append: NewReading }
  | { quarantine: QuarantineEntry }
  | { attachment: NewAttachment }
  /** Readings of before, with their numbers. */
  | { heal: Reading[] }

export interface TelemetryFile {
  path: string
  /** Litestream reads the WAL and owns its checkpoints. */
  litestream: boolean
}

/** `telemetry.db` in the hands of its one writer, synchronous; the worker thread runs it. */
export interface TelemetryEngine {
  run(commands: TelemetryCommand[]): Outcome[]
  lastSeq(): number
  /** Work that no acknowledgement waits for: WAL checkpoint. */
  rest(): void
  close(): void
  db: Sqlite
}

/** @throws FlowError store_unfit, storage_full. */
export function openTelemetryEngine(file: TelemetryFile): TelemetryEngine {
  const db = openForWriting(file.path, 'telemetry')
  const readings = readingStore(db)
  const quarantine = quarantineStore(db)
  const attachments = attachmentStore(db)
  let lastSeq = readings.lastSeq()
  const channels = new Map<string, number>()
  const latest = new Map<number, number>()

  function channelOf({ device_id, channel }: NewReading): number {
    const name = `${device_id}/${channel}`
    let key = channels.get(name)
    if (key === undefined) {
      key = readings.channelKey(device_id, channel)
      channels.set(name, key)
    }
    return key
  }

  function append(reading: NewReading): Reading | null {
    const channel = channelOf(reading)
    const seq = lastSeq + 1
    if (!readings.add(seq, channel, reading)) return null
    lastSeq = seq
    // What a sensor had kept for a while is not how it is now, however late it comes.
    if (reading.reason !== 'historical') latest.set(channel, seq)
    return { ...reading, seq }
  }

  function saveLatest(): void {
    for (const [channel, seq] of latest) readings.setLatest(channel, seq)
    latest.clear()
  }

  /** Only what continues the numbers here: a number that is taken, or a reading that is held, stays as it is. */
  function heal(lost: Reading[]): number {
    let count = 0
    for (const reading of lost) {
      if (reading.seq <= lastSeq) continue
      if (reading.seq > lastSeq + 1)
        throw new FlowError('ledger_gap', `Readings from ${lastSeq + 1} on are missing.`, {
          extra: { head: { seq: lastSeq } },
        })
      if (append(reading) === null)
        throw new FlowError('ledger_fork', `Reading ${reading.seq} is held here under another number.`)
      count += 1
    }
    return count
  }

  function work(command: TelemetryCommand): unknown {
    if ('append' in command) return append(command.append)
    if ('heal' in command) return heal(command.heal)
    if ('attachment' in command) return attachments.add(command.attachment)
    return quarantine.add(command.quarantine)
  }

  const reload = () => {
    lastSeq = readings.lastSeq()
    channels.clear()
    latest.clear()
  }
  const keepWal = walKeeper(db)
  const batch = {
    transaction: transactionOf(db),
    work,
    mark() {
      const before = { lastSeq, latest: [...latest] }
      return () => {
        lastSeq = before.lastSeq
        channels.clear()
        latest.clear()
        for (const [channel, seq] of before.latest) latest.set(channel, seq)
      }
    },
    finish: saveLatest,
    reload,
  }
  return {
    db,
    run: commands => runBatch(commands, batch),
    lastSeq: () => lastSeq,
    rest() {
      if (!file.litestream) keepWal()
    },
    close: () => void db.close(),
  }
}
