import type { Frontier } from '@flowviz/contract/merkle'
import type { Sqlite } from './open.ts'

const HASH_BYTES = 32

/** A row of the ledger as it is stored. */
export interface LedgerRow {
  seq: number
  hash: Uint8Array
  body: string
}

/** Where a ledger stands: whose it is, its head, and the frontier of its Merkle tree (whose size is `seq`). */
export interface LedgerState {
  site: string
  /** Raw Ed25519 key that the genesis hash was derived from, base64. */
  publicKey: string
  epoch: number
  seq: number
  hash: Uint8Array
  frontier: Frontier
}

interface StateRow {
  site: string
  public_key: string
  epoch: number
  seq: number
  hash: Buffer
  frontier: Buffer
}

export type LedgerStore = ReturnType<typeof ledgerStore>

/** The append-only rows and where they end. */
export function ledgerStore(db: Sqlite) {
  const append = db.prepare<[number, Uint8Array, string]>('INSERT INTO ledger (seq, hash, body) VALUES (?, ?, ?)')
  const range = db.prepare<[number, number], LedgerRow>(
    'SELECT seq, hash, body FROM ledger WHERE seq >= ? ORDER BY seq LIMIT ?',
  )
  const before = db.prepare<[number, number], LedgerRow>(
    'SELECT seq, hash, body FROM ledger WHERE seq < ? ORDER BY seq DESC LIMIT ?',
  )
  const hashes = db.prepare<[number], Buffer>('SELECT hash FROM ledger WHERE seq <= ? ORDER BY seq').pluck()
  const state = db.prepare<[], StateRow>(
    'SELECT site, public_key, epoch, seq, hash, frontier FROM ledger_state WHERE one = 1',
  )
  const save = db.prepare<[string, string, number, number, Uint8Array, Uint8Array]>(
    `INSERT INTO ledger_state (one, site, public_key, epoch, seq, hash, frontier) VALUES (1, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (one) DO UPDATE SET epoch = excluded.epoch, seq = excluded.seq, hash = excluded.hash,
       frontier = excluded.frontier`,
  )
  return {
    append: (row: LedgerRow): void => void append.run(row.seq, row.hash, row.body),
    /** Rows from a seq on, in order. */
    rows: (fromSeq: number, limit: number): LedgerRow[] => range.all(fromSeq, limit),
    /** Rows below a seq, newest first. */
    before: (seq: number, limit: number): LedgerRow[] => before.all(seq, limit),
    row: (seq: number): LedgerRow | null => range.all(seq, 1).find(row => row.seq === seq) ?? null,
    /** Row hashes of the first rows, in order. */
    hashes: (size: number): Uint8Array[] => hashes.all(size),
    state(): LedgerState | null {
      const row = state.get()
      if (row === undefined) return null
      const { site, public_key: publicKey, epoch, seq, hash, frontier } = row
      return { site, publicKey, epoch, seq, hash, frontier: { size: seq, roots: rootsOf(frontier) } }
    },
    save({ site, publicKey, epoch, seq, hash, frontier }: LedgerState): void {
      save.run(site, publicKey, epoch, seq, hash, Buffer.concat(frontier.roots))
    },
  }
}

function rootsOf(bytes: Buffer): Uint8Array[] {
  return Array.from({ length: bytes.length / HASH_BYTES }, (_, at) =>
    bytes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES),
  )
}
