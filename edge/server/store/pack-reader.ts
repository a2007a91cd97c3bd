import type { AuditFilter } from '@flowviz/contract/about'
import { genesisHash, type Sha256 } from '@flowviz/contract/chain'
import { parseCheckpoint, parseNote } from '@flowviz/contract/checkpoint'
import { FlowError } from '@flowviz/contract/error'
import { leafHash } from '@flowviz/contract/merkle'
import { auditClock } from './audit-clock.ts'
import { auditSearch, type FoundEvent } from './audit-search.ts'
import { checkpointStore } from './checkpoint-store.ts'
import { type LedgerRow, ledgerStore } from './ledger-store.ts'
import { openForReading, type Sqlite } from './open.ts'

/** Rows that are read at once. */
const PAGE = 1_000
const LEAVES = 10_000

/** A tree that the box has signed. */
export interface SignedTree {
  size: number
  origin: string
  /** Signed note. */
  checkpoint: string
}

export type PackReader = ReturnType<typeof openPackReader>

/** Reads the ledger of `plant.db` by its numbers, on a connection of its own and in pages: no read holds a snapshot. */
export function openPackReader(path: string, sha256: Sha256) {
  const db = openForReading(path)
  const { row, rows, state } = ledgerStore(db)
  const search = auditSearch(db)
  const clock = auditClock(db)
  const changedBy = db.prepare<[string, string], number>('SELECT seq FROM record WHERE kind = ? AND id = ?').pluck()
  return {
    /** @throws FlowError not_ready */
    state() {
      const now = state()
      if (now === null) throw new FlowError('not_ready', 'No writer has opened this ledger yet.')
      return now
    },
    row,
    /** The hash before a row, from which the row's own follows. */
    before(seq: number): Uint8Array {
      const earlier = row(seq - 1)
      if (earlier !== null) return earlier.hash
      const { site, publicKey } = this.state()
      return genesisHash(sha256, site, publicKey)
    },
    /** Every row from `low` to `high`, both included, in order. */
    *between(low: number, high: number): Generator<LedgerRow> {
      for (let from = low; from <= high; ) {
        const page = rows(from, Math.min(PAGE, high - from + 1))
        yield* page
        if (page.length === 0) return
        from = page.at(-1)!.seq + 1
      }
    },
    /** Stretches of numbers that were recorded from one time on and before another, the oldest first. */
    spans: (times: { from: string; to: string }, upto: number) => clock.spans(times, upto + 1).reverse(),
    /** Every event that a filter asks for, up to a number, newest first. */
    *matching(filter: AuditFilter, upto: number): Generator<FoundEvent> {
      for (let below: number | null = upto + 1; below !== null; ) {
        const { found, next }: ReturnType<typeof search.step> = search.step(filter, { below, limit: PAGE })
        yield* found
        below = next
      }
    },
    /** The number of the row that changed a record last. */
    changedBy: (kind: string, id: string): number | null => changedBy.get(kind, id) ?? null,
    signedTree: (upto: number): SignedTree | null => signedTree(db, upto),
    leaves: (size: number): Generator<Uint8Array> => leavesOf(db, size, sha256),
    close: () => void db.close(),
  }
}

/** The newest signed tree of at most so many rows. */
export function signedTree(db: Sqlite, upto: number): SignedTree | null {
  const checkpoint = checkpointStore(db).newest(upto)
  const text = checkpoint === null ? null : (parseNote(checkpoint)?.text ?? null)
  const signed = text === null ? null : parseCheckpoint(text)
  return checkpoint === null || signed === null ? null : { size: signed.size, origin: signed.origin, checkpoint }
}

/** Leaf hashes of the first rows, in order, in pages. For a row that is not there: of no row, which leads to no signed root. */
export function* leavesOf(db: Sqlite, size: number, sha256: Sha256): Generator<Uint8Array> {
  const page = db.prepare<[number, number], { seq: number; hash: Buffer }>(
    'SELECT seq, hash FROM ledger WHERE seq > ? AND seq <= ? ORDER BY seq',
  )
  const none = leafHash(sha256, new Uint8Array())
  let next = 1
  for (let after = 0; after < size; after += LEAVES)
    for (const { seq, hash } of page.all(after, Math.min(after + LEAVES, size))) {
      for (; next < seq; next += 1) yield none
      yield leafHash(sha256, hash)
      next += 1
    }
  for (; next <= size; next += 1) yield none
}
