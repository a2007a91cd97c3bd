import { parseCheckpoint, parseNote } from '@flowviz/contract/checkpoint'
import { appendHash, emptyFrontier, rootOf } from '@flowviz/contract/merkle'
import type { Integrity } from '../print/pack-record.ts'
import type { SignedTree } from '../store/pack-reader.ts'
import { fitsRow } from './read-record.ts'
import { type Source, sha256 } from './source.ts'

/** Leaves between two looks at whether the job is still wanted. */
const STEP = 10_000

/** Looks at the rows of a pack and at the tree they are proven by; what does not hold is told, and packed all the same. */
export function integrityOf(
  seqs: readonly number[],
  { source, tree, heed }: { source: Source; tree: SignedTree; heed: () => void },
): Integrity {
  const broken = seqs.filter(seq => !fitsRow(source.ledger.row(seq)!, source))
  return { broken, root_fits: rootFits(tree, { source, heed }) }
}

function rootFits({ size, checkpoint }: SignedTree, { source, heed }: { source: Source; heed: () => void }): boolean {
  const frontier = emptyFrontier()
  for (const leaf of source.ledger.leaves(size)) {
    if (frontier.size % STEP === 0) heed()
    appendHash(sha256, frontier, leaf)
  }
  const signed = parseCheckpoint(parseNote(checkpoint)!.text)
  return frontier.size === size && Buffer.from(rootOf(sha256, frontier)).toString('base64') === signed?.root
}
