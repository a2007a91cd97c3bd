import { hash } from 'node:crypto'
import { hexOf } from '@flowviz/contract/chain'
import { FlowError } from '@flowviz/contract/error'
import { inclusionPaths } from '@flowviz/contract/merkle'
import { ledgerStore } from '../store/ledger-store.ts'
import { leavesOf, signedTree } from '../store/pack-reader.ts'
import type { Sight } from './sight.ts'

/** The number of the event that is to be proven. */
export interface ProofQuestion {
  seq: number
}

const sha256 = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer')

/**
 * That one event stands in the newest signed tree, as one JSON document: every leaf of the tree is hashed for it.
 * @throws FlowError not_found, or not_ready when no signed head covers the event yet.
 */
export function* proofAnswer({ seq }: ProofQuestion, { db }: Sight): Generator<string> {
  const ledger = ledgerStore(db)
  const row = ledger.row(seq)
  if (row === null) throw new FlowError('not_found', `The ledger has no event ${seq}.`)
  const tree = signedTree(db, ledger.state()?.seq ?? 0)
  if (tree === null || tree.size < seq)
    throw new FlowError(
      'not_ready',
      `Event ${seq} is not under a signed checkpoint yet; the next one comes within a minute.`,
    )
  const { size, checkpoint } = tree
  const [path] = inclusionPaths(sha256, leavesOf(db, size, sha256), { size, indexes: [seq - 1] })
  yield JSON.stringify({ seq, body: row.body, row_hash: hexOf(row.hash), size, path: path!.map(hexOf), checkpoint })
}
