import { hexOf } from '@flowviz/contract/chain'
import { checkpointOrigin } from '@flowviz/contract/checkpoint'
import { rootOf } from '@flowviz/contract/merkle'
import type { LedgerState } from '../store/ledger-store.ts'
import { integrityOf, type Sqlite } from '../store/open.ts'
import { type PlantStore, plantStore } from '../store/plant-store.ts'
import { signedCheckpoint } from './signature.ts'
import { bad, good, type Verdict } from './verdict.ts'
import { headOf, sha256, startWalk, step, type Walk } from './walk.ts'

const PAGE = 1_000
const KIND = 'plant'

export interface Trust {
  /** The box's public key as somebody else holds it; without it the file's own is believed. */
  publicKey?: string | undefined
  /** A signed head that somebody else holds: the file must contain that tree. */
  checkpoint?: string | undefined
}

/**
 * Reads a `plant.db` from end to end: pages, numbers, chain from its genesis, Merkle frontier, and every signed head.
 * Safe beside a writer: rows up to the state that is read first never change.
 */
export function verifyPlant(db: Sqlite, trust: Trust): Verdict {
  const pages = integrityOf(db)
  if (pages !== 'ok') return bad({ kind: KIND, head: null }, { seq: 0, why: `the file is damaged: ${pages}` })
  const store = plantStore(db)
  const state = store.ledger.state()
  if (state === null) return bad({ kind: KIND, head: null }, { seq: 0, why: 'the file has no ledger yet' })
  if (trust.publicKey !== undefined && trust.publicKey !== state.publicKey)
    return bad({ kind: KIND, head: null }, { seq: 0, why: 'the ledger was begun with another box key' })
  const walk = startWalk(state.site, state.publicKey)
  const found = walkRows(store, state, { walk, notes: notesOf(store, state, trust) })
  if (found !== null) return bad({ kind: KIND, head: headOf(walk) }, found)
  const end = endProblem(walk, state)
  const head = headOf(walk)
  if (end !== null) return bad({ kind: KIND, head }, { seq: state.seq, why: end })
  return good({ kind: KIND, head }, `${head.seq} rows, epoch ${head.epoch}, head ${head.hash}`)
}

/** Signed heads by size; the one that somebody else holds is checked beside the file's own. */
function notesOf(store: PlantStore, state: LedgerState, { checkpoint }: Trust): Map<number, string[]> {
  const notes = new Map<number, string[]>()
  const add = (size: number, note: string) => notes.set(size, [...(notes.get(size) ?? []), note])
  for (const { size, note } of store.checkpoints.all()) if (size <= state.seq) add(size, note)
  if (checkpoint !== undefined) {
    const size = signedCheckpoint(checkpoint, state.publicKey)?.size ?? 0
    add(Math.min(Math.max(size, 1), Math.max(state.seq, 1)), checkpoint)
  }
  return notes
}

function walkRows(
  store: PlantStore,
  state: LedgerState,
  { walk, notes }: { walk: Walk; notes: Map<number, string[]> },
): { seq: number; why: string } | null {
  for (;;) {
    const from = walk.frontier.size + 1
    const rows = store.ledger.rows(from, Math.min(PAGE, state.seq - from + 1))
    if (rows.length === 0) return null
    for (const row of rows) {
      const seq = walk.frontier.size + 1
      if (row.seq !== seq) return { seq, why: `it is missing; the next one is ${row.seq}` }
      const why = step(walk, row.body, row.hash) ?? notesProblem(walk, state, notes.get(seq) ?? [])
      if (why !== null) return { seq, why }
    }
  }
}

function notesProblem(walk: Walk, state: LedgerState, notes: string[]): string | null {
  for (const note of notes) {
    const signed = signedCheckpoint(note, state.publicKey)
    if (signed === null) return 'a checkpoint of it is not signed by the box'
    const root = Buffer.from(rootOf(sha256, walk.frontier)).toString('base64')
    if (signed.size !== walk.frontier.size) return `a checkpoint says ${signed.size} rows; the file ends before`
    if (signed.root !== root || signed.origin !== checkpointOrigin(walk.site, walk.epoch))
      return 'its tree is not the one that was signed'
  }
  return null
}

function endProblem(walk: Walk, state: LedgerState): string | null {
  if (walk.frontier.size !== state.seq) return `the rows end at ${walk.frontier.size}`
  if (hexOf(walk.hash) !== hexOf(state.hash)) return 'the stored head is not the hash of the last row'
  if (walk.epoch !== state.epoch) return `the stored epoch is ${state.epoch}, that of the rows ${walk.epoch}`
  const roots = ({ roots }: Walk['frontier']) => roots.map(hexOf).join()
  return roots(walk.frontier) === roots(state.frontier) ? null : 'the stored frontier is not that of the rows'
}
