import { inclusionPaths } from '@flowviz/contract/merkle'
import { proofText } from '../domain/proof.ts'
import type { SignedTree } from '../store/pack-reader.ts'
import { type Source, sha256 } from './source.ts'

/** So many proofs are held at once; each further lot of them is another pass over the leaves. */
const AT_ONCE = 20_000

/** The proof of each record against one signed tree, as text. @param seqs rising, none behind the tree */
export function* proofsOf(
  seqs: readonly number[],
  { size, checkpoint }: SignedTree,
  { ledger }: Source,
): Generator<{ seq: number; proof: string }> {
  for (let start = 0; start < seqs.length; start += AT_ONCE) {
    const some = seqs.slice(start, start + AT_ONCE)
    const paths = inclusionPaths(sha256, ledger.leaves(size), { size, indexes: some.map(seq => seq - 1) })
    for (const [at, seq] of some.entries()) {
      const { body } = ledger.row(seq)!
      const proof = proofText({ index: seq - 1, previous: ledger.before(seq), body, path: paths[at]!, checkpoint })
      yield { seq, proof }
    }
  }
}
