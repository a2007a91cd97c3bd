import { hexOf } from '@flowviz/contract/chain'
import type { Checkpoint } from '@flowviz/contract/checkpoint'
import { leafHash, rootFromPath } from '@flowviz/contract/merkle'
import { parseProof, provenRow } from '../domain/proof.ts'
import { sha256 } from './walk.ts'

/** A packed record, and the signed head that its proof has to lead to. */
export interface Claim {
  seq: number
  /** Hex */
  hash: string
  /** Its signature was checked. */
  head: Checkpoint & { note: string }
}

/** Why a text does not prove that the record stands under the head, or null when it does. */
export function checkProof(text: string, { seq, hash, head }: Claim): string | null {
  const proof = parseProof(text)
  if (proof === null) return 'this is no proof of a ledger record'
  if (proof.index !== seq - 1) return `it proves row ${proof.index + 1}`
  if (proof.checkpoint !== head.note) return 'it leads to another head than the one of the pack'
  const row = provenRow(sha256, proof)
  if (hexOf(row) !== hash) return 'the record that it proves is not the one in records.json'
  const root = rootFromPath(sha256, leafHash(sha256, row), { index: proof.index, size: head.size, path: proof.path })
  const leads = root !== null && Buffer.from(root).toString('base64') === head.root
  return leads ? null : 'its path does not lead to the signed root'
}
