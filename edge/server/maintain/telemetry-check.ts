import { hash } from 'node:crypto'
import type { EventData, EventType } from '@flowviz/contract/event'
import { type Reading, sealLine } from '@flowviz/contract/reading'
import { attachmentStore } from '../store/attachment-store.ts'
import { auditSearch } from '../store/audit-search.ts'
import { integrityOf, type Sqlite } from '../store/open.ts'
import { readingStore } from '../store/reading-store.ts'
import { bad, good, type Verdict } from './verdict.ts'

const PAGE = 1_000
const KIND = 'telemetry'

/** Reads a `telemetry.db`: pages and gap-free numbers, and with the plant's ledger every seal whose readings are held. */
export function checkTelemetry(db: Sqlite, plant: Sqlite | null): Verdict {
  const pages = integrityOf(db)
  if (pages !== 'ok') return bad({ kind: KIND, head: null }, { seq: 0, why: `the file is damaged: ${pages}` })
  const readings = readingStore(db)
  const end = readings.lastSeq()
  let last = 0
  while (last < end) {
    for (const { seq } of readings.after(last, PAGE)) {
      if (seq !== last + 1) return bad({ kind: KIND, head: null, seq: last }, { seq: last + 1, why: 'it is missing' })
      last = seq
    }
  }
  const seals = plant === null ? [] : sealsOf(plant).filter(seal => seal.to_seq <= end)
  for (const seal of seals) {
    const why = sealProblem(seal, readings.after(seal.from_seq - 1, seal.to_seq - seal.from_seq + 1))
    if (why !== null) return bad({ kind: KIND, head: null, seq: last }, { seq: seal.from_seq, why })
  }
  const kept = attachmentStore(db)
  const digests = kept.digests()
  for (const sha256 of digests)
    if (hash('sha256', kept.get(sha256)!.bytes) !== sha256)
      return bad({ kind: KIND, head: null, seq: last }, { seq: 0, why: `attachment ${sha256} has other bytes` })
  const missing = plant === null ? 0 : missingFrom(new Set(digests), plant)
  const found = `${last} readings, ${seals.length} seals hold, ${digests.length} attachments`
  return good({ kind: KIND, head: null, seq: last }, missing === 0 ? found : `${found}, ${missing} more are lost`)
}

/** How many documents the ledger names whose bytes a restored copy of this file lacks. */
function missingFrom(digests: ReadonlySet<string>, plant: Sqlite): number {
  const named = eventsOf(plant, 'attachment.added').map(({ data }) => data.sha256)
  return new Set(named.filter(sha256 => !digests.has(sha256))).size
}

function eventsOf<T extends EventType>(db: Sqlite, type: T): { seq: number; data: EventData<T> }[] {
  return auditSearch(db)
    .page({ type }, { below: Number.MAX_SAFE_INTEGER, limit: Number.MAX_SAFE_INTEGER })
    .map(({ row, event }) => ({ seq: row.seq, data: event.data as EventData<T> }))
}

/** The seals that still speak of readings here: a restored box gave the numbers after its last reading anew. */
function sealsOf(db: Sqlite): EventData<'reading.sealed'>[] {
  const epochs = eventsOf(db, 'epoch.started')
  return eventsOf(db, 'reading.sealed').flatMap(({ seq, data: seal }) =>
    epochs.some(epoch => epoch.seq > seq && seal.to_seq > epoch.data.readings_seq) ? [] : [seal],
  )
}

function sealProblem(seal: EventData<'reading.sealed'>, readings: Reading[]): string | null {
  for (const { device_id, channel, count, digest } of seal.channels) {
    const mine = readings.filter(reading => reading.device_id === device_id && reading.channel === channel)
    if (mine.length !== count) return `${device_id}/${channel} has ${mine.length} readings where ${count} were sealed`
    if (hash('sha256', mine.map(sealLine).join('\n')) !== digest)
      return `the readings of ${device_id}/${channel} up to ${seal.to_seq} are not those that were sealed`
  }
  return null
}
