import { type AuditFilter, concerns, type Told, toldBy } from '@flowviz/contract/about'
import type { AnyEvent } from '@flowviz/contract/event'
import { isUuid } from '@flowviz/contract/uuid'
import { auditClock, type Span } from './audit-clock.ts'
import { blockOf, isExact, NARROW, WIDE } from './audit-term.ts'
import type { LedgerRow } from './ledger-store.ts'
import type { Sqlite } from './open.ts'
import { uuidBytes } from './uuid-bytes.ts'

/** A row of the ledger, read. */
export interface FoundEvent {
  row: LedgerRow
  event: AnyEvent & Told
  /** The event, and what a recovery row brought back inside it. */
  told: readonly Told[]
}

export interface AuditQuery extends AuditFilter {
  /** Recorded at this time or later. */
  from?: string
  /** Recorded before this time. */
  to?: string
}

export interface FoundPage {
  found: FoundEvent[]
  /** Ask again with this as `below`; null: there is nothing further. */
  next: number | null
}

/** Rows that one step looks at before it lets others have the thread: some milliseconds. */
const STEP_ROWS = 1_024

export type AuditSearch = ReturnType<typeof auditSearch>

/** Finds rows of the ledger, newest first. The index says where they may be, and the row itself decides. */
export function auditSearch(db: Sqlite) {
  const clock = auditClock(db)
  const rows = db.prepare<[number, number], LedgerRow>(
    'SELECT seq, hash, body FROM ledger WHERE seq BETWEEN ? AND ? ORDER BY seq DESC',
  )
  const exact = db
    .prepare<[string, Uint8Array | null, number, number, number], number>(
      `SELECT seq FROM (
         SELECT seq FROM event_about WHERE subject = ?
         UNION
         SELECT seq FROM lot WHERE lot_id = ?
       )
       WHERE seq BETWEEN ? AND ? ORDER BY seq DESC LIMIT ?`,
    )
    .pluck()
  const marked = db
    .prepare<[number, number, string, string], number>(
      'SELECT 1 FROM event_block WHERE width = ? AND block = ? AND term IN (?, ?)',
    )
    .pluck()

  function* numbered(subject: string, { low, high }: Span): Generator<Span> {
    for (let top = high; top >= low; ) {
      const page = exact.all(subject, lotOf(subject), low, top, NARROW)
      for (const seq of page) yield { low: seq, high: seq }
      top = page.length < NARROW ? 0 : page.at(-1)! - 1
    }
  }

  const has = (width: number, block: number, terms: Term[]): boolean =>
    terms.every(([one, other]) => marked.get(width, block, one, other) !== undefined)

  /** Blocks in which every term occurs. A wide block that is passed over is told as an empty span: it counts as work. */
  function* blocked(terms: Term[], { low, high }: Span): Generator<Span> {
    for (let wide = blockOf(high, WIDE); wide >= blockOf(low, WIDE); wide -= 1) {
      const inner = { low: Math.max(low, wide * WIDE), high: Math.min(high, (wide + 1) * WIDE - 1) }
      if (has(WIDE, wide, terms)) yield* narrow(terms, inner)
      yield { low: inner.low, high: inner.low - 1 }
    }
  }

  function* narrow(terms: Term[], { low, high }: Span): Generator<Span> {
    for (let block = blockOf(high, NARROW); block >= blockOf(low, NARROW); block -= 1)
      if (has(NARROW, block, terms))
        yield { low: Math.max(low, block * NARROW), high: Math.min(high, (block + 1) * NARROW - 1) }
  }

  function* whole({ low, high }: Span): Generator<Span> {
    for (let top = high; top >= low; top -= NARROW) yield { low: Math.max(low, top - NARROW + 1), high: top }
  }

  function candidates(filter: AuditFilter, span: Span): Generator<Span> {
    if (filter.subject !== undefined && isExact(filter.subject)) return numbered(filter.subject, span)
    const terms = termsOf(filter)
    return terms.length === 0 ? whole(span) : blocked(terms, span)
  }

  /** The rows that a query asks for, by stretches of the ledger: how many rows were looked at, and down to which. */
  function* walk(query: AuditQuery, below: number): Generator<{ low: number; seen: number; found: FoundEvent[] }> {
    for (const span of clock.spans(query, below))
      for (const { low, high } of candidates(query, span)) {
        const read = low > high ? [] : rows.all(low, high).map(readRow)
        const found = read.filter(({ told }) => concerns(told, query))
        yield { low, seen: Math.max(1, read.length), found }
      }
  }

  /** One step: at most `limit` rows, and perhaps fewer with a `next`, so that no step holds the thread for long. */
  function step(query: AuditQuery, { below, limit }: { below: number; limit: number }): FoundPage {
    const found: FoundEvent[] = []
    let seen = 0
    for (const stretch of walk(query, below)) {
      found.push(...stretch.found)
      if (found.length > limit) return { found: found.slice(0, limit), next: found[limit - 1]!.row.seq }
      seen += stretch.seen
      if (seen >= STEP_ROWS) return { found, next: Math.max(stretch.low, 1) }
    }
    return { found, next: null }
  }

  return {
    step,
    /** A full page, or all there is, in one go. For short lists; what can be long goes step by step. */
    page(query: AuditQuery, { below, limit }: { below: number; limit: number }): FoundEvent[] {
      const found: FoundEvent[] = []
      for (let next: number | null = below; next !== null && found.length < limit; ) {
        const got = step(query, { below: next, limit: limit - found.length })
        found.push(...got.found)
        next = got.next
      }
      return found
    },
    /** The events whose own subject a record is, newest first, by stretches; whoever asks stops when it has enough. */
    *own(subject: string, below: number): Generator<{ seen: number; found: FoundEvent[] }> {
      // Clipped to the head of the ledger: blocks behind it have no end.
      const [span] = clock.spans({}, below)
      if (span === undefined) return
      const places = isExact(subject) ? numbered(subject, span) : blocked([[`is:${subject}`, '']], span)
      for (const { low, high } of places) {
        const read = low > high ? [] : rows.all(low, high).map(readRow)
        yield {
          seen: Math.max(1, read.length),
          found: read.filter(({ told }) => told.some(one => one.subject === subject)),
        }
      }
    },
  }
}

export function readRow(row: LedgerRow): FoundEvent {
  const event = JSON.parse(row.body) as AnyEvent & Told
  return { row, event, told: toldBy(event) }
}

/** A term, and another one under which the same may stand. */
type Term = [string, string]

function termsOf({ subject, person, device, type }: AuditFilter): Term[] {
  const terms: Term[] = []
  if (subject !== undefined) terms.push([subject, `is:${subject}`])
  if (device !== undefined) terms.push([`device:${device}`, `is:device:${device}`])
  if (person !== undefined) terms.push([`by:${person}`, ''])
  if (type !== undefined) terms.push([`type:${type}`, ''])
  return terms
}

function lotOf(subject: string): Uint8Array | null {
  const id = subject.startsWith('lot:') ? subject.slice('lot:'.length) : ''
  return isUuid(id) ? uuidBytes(id) : null
}
