import { hexOf } from '@flowviz/contract/chain'
import { epochOf } from '@flowviz/contract/checkpoint'
import { leafHash, rootFromPath } from '@flowviz/contract/merkle'
import { parseProof, provenRow } from '../domain/proof.ts'
import { signedCheckpoint } from './signature.ts'
import { bad, good, type Verdict } from './verdict.ts'
import { sha256 } from './walk.ts'

const KIND = 'proof'

/** Checks that the record in a proof stands in a tree whose head the holder of the key signed. */
export function verifyProof(text: string, publicKey: string): Verdict {
  const proof = parseProof(text)
  if (proof === null) return bad({ kind: KIND, head: null }, { seq: 0, why: 'this is no proof of a ledger record' })
  const seq = proof.index + 1
  const refuse = (why: string) => bad({ kind: KIND, head: null, seq: 0 }, { seq, why })
  const signed = signedCheckpoint(proof.checkpoint, publicKey)
  if (signed === null) return refuse('its checkpoint is not signed by this key')
  const row = provenRow(sha256, proof)
  const { index, path } = proof
  const root = rootFromPath(sha256, leafHash(sha256, row), { index, size: signed.size, path })
  if (root === null || Buffer.from(root).toString('base64') !== signed.root)
    return refuse('its path does not lead to the signed root')
  const head = { epoch: epochOf(signed.origin), seq, hash: hexOf(row) }
  return good({ kind: KIND, head }, `row ${seq} of ${signed.origin} is under a signed head of ${signed.size} rows`)
}
