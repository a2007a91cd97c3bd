import { genesisHash } from '@flowviz/contract/chain'
import { parseCheckpoint, parseNote } from '@flowviz/contract/checkpoint'
import { FlowError } from '@flowviz/contract/error'
import { inclusionPath, leafHash } from '@flowviz/contract/merkle'
import { proofText } from '../domain/proof.ts'
import type { Sqlite } from '../store/open.ts'
import { plantStore } from '../store/plant-store.ts'
import { sha256 } from './walk.ts'

/** The proof of one event, as text. @throws FlowError not_found, or not_ready when no signed head covers it yet. */
export function prove(db: Sqlite, seq: number): string {
  const { ledger, checkpoints } = plantStore(db)
  const state = ledger.state()
  const row = ledger.row(seq)
  if (state === null || row === null) throw new FlowError('not_found', `The ledger has no event ${seq}.`)
  const checkpoint = checkpoints.newest(state.seq)
  const note = checkpoint === null ? null : parseNote(checkpoint)
  const size = note === null ? 0 : (parseCheckpoint(note.text)?.size ?? 0)
  if (checkpoint === null || size < seq)
    throw new FlowError('not_ready', `Event ${seq} is not under a signed head yet.`)
  const leaves = ledger.hashes(size).map(hash => leafHash(sha256, hash))
  return proofText({
    index: seq - 1,
    previous: ledger.row(seq - 1)?.hash ?? genesisHash(sha256, state.site, state.publicKey),
    body: row.body,
    path: inclusionPath(sha256, leaves, seq - 1),
    checkpoint,
  })
}
