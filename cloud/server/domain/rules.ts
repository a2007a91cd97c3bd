import { bytesOf, genesisHash, hexOf } from '@flowviz/contract/chain'
import { FlowError } from '@flowviz/contract/error'
import { appendLeaf } from '@flowviz/contract/merkle'
import type { LedgerRules } from '../parts.ts'
import { countersign, matches, openCheckpoint, type WitnessKey } from './checkpoint.ts'
import { sha256 } from './hash.ts'
import { judgeLedger, startOf } from './ledger-verdict.ts'
import { judgeReadings } from './reading-verdict.ts'

/** The rules that the store applies inside its transaction, with the key of this witness. */
export function ledgerRules(witness: WitnessKey): LedgerRules {
  return {
    judgeLedger,
    judgeReadings,
    startOf,
    openCheckpoint,
    genesis: (site, publicKey) => hexOf(genesisHash(sha256, site, publicKey)),
    grow(frontier, hashes) {
      for (const hash of hashes) appendLeaf(sha256, frontier, bytesOf(hash))
    },
    countersign(checkpoint, frontier, note) {
      if (!matches(checkpoint, frontier))
        throw new FlowError('checkpoint_invalid', `The tree of ${checkpoint.size} events has another root here.`)
      return countersign(note, witness)
    },
  }
}
