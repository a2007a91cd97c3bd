import type { Told } from '@flowviz/contract/about'
import type { Attachment, AttachmentPage } from '@flowviz/contract/attachment'
import type { AuditEntry, AuditFacts } from '@flowviz/contract/audit'
import { changeOf } from '@flowviz/contract/audit-change'
import { hexOf } from '@flowviz/contract/chain'
import { type AuditQuery, type AuditSearch, auditSearch, type FoundEvent, readRow } from './audit-search.ts'
import { openForReading, type Sqlite } from './open.ts'
import { recordStore } from './record-store.ts'

export interface AuditStep {
  entries: AuditEntry[]
  /** Ask again with this as `below`; null: there is nothing further. */
  next: number | null
}

/** Reads the audit trail of `plant.db` on a connection of its own. */
export interface AuditReader {
  /** Entries below a number, newest first: some milliseconds of work, so it may be fewer than wanted with a `next`. */
  step(query: AuditQuery, page: { below: number; limit: number }): AuditStep
  /** True when the ledger holds an event that concerns the record. */
  knows(subject: string): boolean
  /** One entry by its number. */
  entry(seq: number): AuditEntry | null
  /** The number of the row that corrects an event, by a later event of the same subject. */
  correctedBy(of: { event_id: string; subject: string; seq: number }): number | null
  /** The display name of a person; null once they were pseudonymised. */
  nameOf(personId: string): string | null
  /** Documents and photos of a record, newest first. */
  attachmentsOf(subject: string, page: { limit: number; cursor?: string | undefined }): AttachmentPage
  close(): void
}

/** So many entries have their `before` looked up in one step, and so many earlier rows are read for each. */
const STEP_ENTRIES = 16
const EARLIER_ROWS = 256

/** @throws an error of SQLite when the file was never opened by the writer. */
export function openAuditReader(path: string): AuditReader {
  const db = openForReading(path)
  const search = auditSearch(db)
  const rows = ledgerRow(db)
  const nameOf = displayNames(db)
  const view = entryView(search, nameOf)
  return {
    step(query, { below, limit }) {
      const { found, next } = search.step(query, { below, limit: Math.min(limit, STEP_ENTRIES) })
      return { entries: found.map(view), next }
    },
    knows: subject => search.page({ subject }, { below: Number.MAX_SAFE_INTEGER, limit: 1 }).length > 0,
    entry(seq) {
      const row = rows(seq)
      return row === null ? null : view(readRow(row))
    },
    correctedBy({ event_id, subject, seq }) {
      for (const { found } of search.own(subject, Number.MAX_SAFE_INTEGER)) {
        const correction = found.find(({ event }) => (event as { corrects?: string }).corrects === event_id)
        if (correction !== undefined) return correction.row.seq
        if (found.some(({ row }) => row.seq <= seq)) return null
      }
      return null
    },
    nameOf,
    attachmentsOf: attachmentPages(db),
    close: () => void db.close(),
  }
}

function attachmentPages(db: Sqlite): AuditReader['attachmentsOf'] {
  const records = recordStore(db)
  return (subject, { limit, cursor }) => {
    const before = cursor === undefined ? undefined : placeOf(cursor)
    const found = records.page({ kind: 'attachment', parent: subject, before, limit: limit + 1 })
    const shown = found.slice(0, limit)
    const last = found.length > limit ? shown.at(-1)! : null
    return {
      attachments: shown.map(({ body }) => body as unknown as Attachment),
      next: last === null ? null : `${last.at}-${last.id}`,
    }
  }
}

function placeOf(cursor: string): { at: number; id: string } {
  const end = cursor.indexOf('-')
  return { at: Number(cursor.slice(0, end)), id: cursor.slice(end + 1) }
}

function ledgerRow(db: Sqlite) {
  const row = db.prepare<[number], FoundEvent['row']>('SELECT seq, hash, body FROM ledger WHERE seq = ?')
  return (seq: number) => row.get(seq) ?? null
}

/** Joined at view time: the ledger knows ids only, so that a person can be pseudonymised. */
function displayNames(db: Sqlite) {
  const name = db.prepare<[string], string>('SELECT display_name FROM person_profile WHERE person_id = ?').pluck()
  return (personId: string) => name.get(personId) ?? null
}

function entryView(search: AuditSearch, nameOf: AuditReader['nameOf']) {
  // A newer release may have written no more than an id, a type and its times.
  function factsOf(told: Told): AuditFacts {
    const event = told as Partial<AuditFacts> & { id: string } & Pick<
        AuditFacts,
        'type' | 'recorded_at' | 'occurred_at'
      >
    const who = event.actor ?? null
    const display_name = who?.kind === 'person' ? nameOf(who.id) : null
    return {
      event_id: event.id,
      recorded_at: event.recorded_at,
      occurred_at: event.occurred_at,
      type: event.type,
      actor: who === null ? null : { ...who, display_name },
      subject: event.subject ?? null,
      data: event.data ?? null,
      reason: event.reason ?? null,
      corrects: event.corrects ?? null,
    }
  }

  return ({ row, event, told }: FoundEvent): AuditEntry => {
    const inside = told.length > 1 ? told.at(-1)! : null
    const { earlier, cut } = earlierOf(search, inside ?? event, row.seq)
    const { before, after } = changeOf(inside ?? event, earlier)
    return {
      seq: row.seq,
      hash: hexOf(row.hash),
      ...factsOf(event),
      inside: inside === null ? null : factsOf(inside),
      before,
      after,
      before_complete: !cut(),
    }
  }
}

/** The earlier events of an event's subject, newest first, and whether they were cut off before the first one. */
function earlierOf(search: AuditSearch, { subject }: Told, seq: number) {
  let isCut = false
  function* earlier(): Generator<Told> {
    if (typeof subject !== 'string' || subject === '') return
    let rows = 0
    for (const { seen, found } of search.own(subject, seq)) {
      for (const { told } of found) yield* told.filter(one => one.subject === subject)
      rows += seen
      if (rows < EARLIER_ROWS) continue
      isCut = true
      return
    }
  }
  return { earlier: earlier(), cut: () => isCut }
}
