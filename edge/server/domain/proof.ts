import { rowHash, type Sha256 } from '@flowviz/contract/chain'

/**
 * What shows that one ledger event stands in a signed tree, in the C2SP tlog-proof format: a header, `extra`, the
 * index of the leaf, the audit path, and the checkpoint. `extra` carries the hash before the row and the body, from
 * which anybody can compute the row, its leaf and the root.
 */
export interface RecordProof {
  /** 0-based leaf index: the event's seq less one. */
  index: number
  previous: Uint8Array
  body: string
  path: Uint8Array[]
  /** Signed note. */
  checkpoint: string
}

const HEADER = 'c2sp.org/tlog-proof@v1'
const HASH_BYTES = 32
const SHAPE =
  /^c2sp\.org\/tlog-proof@v1\nextra (?<extra>[A-Za-z0-9+/]+={0,2})\nindex (?<index>0|[1-9]\d{0,15})\n(?<path>(?:[A-Za-z0-9+/]{43}=\n)*)\n(?<checkpoint>[\s\S]+)$/

export function proofText({ index, previous, body, path, checkpoint }: RecordProof): string {
  const extra = Buffer.concat([previous, Buffer.from(body)]).toString('base64')
  const lines = path.map(hash => `${Buffer.from(hash).toString('base64')}\n`)
  return `${HEADER}\nextra ${extra}\nindex ${index}\n${lines.join('')}\n${checkpoint}`
}

/** Null when the text is not a proof of this kind. */
export function parseProof(text: string): RecordProof | null {
  const found = SHAPE.exec(text)?.groups
  if (found === undefined) return null
  const extra = Buffer.from(found.extra!, 'base64')
  if (extra.length <= HASH_BYTES) return null
  return {
    index: Number(found.index),
    previous: extra.subarray(0, HASH_BYTES),
    body: extra.subarray(HASH_BYTES).toString('utf8'),
    path: found
      .path!.split('\n')
      .slice(0, -1)
      .map(line => Buffer.from(line, 'base64')),
    checkpoint: found.checkpoint!,
  }
}

/** The hash of the row that a proof is about. */
export function provenRow(sha256: Sha256, { previous, body }: RecordProof): Uint8Array {
  return rowHash(sha256, previous, body)
}
