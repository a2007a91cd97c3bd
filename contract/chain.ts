/** SHA-256, handed in: Node and browsers have different ones, and this room imports neither. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array

const encoder = new TextEncoder()
const ROW = encoder.encode('flowviz/ledger/v1\n')
const GENESIS = 'flowviz/genesis/v1\n'

/** The hash before the first row, derived from the site and the box's public key (raw 32 bytes, base64). */
export function genesisHash(sha256: Sha256, site: string, publicKey: string): Uint8Array {
  return sha256(encoder.encode(`${GENESIS}${site}\n${publicKey}\n`))
}

/** `SHA-256("flowviz/ledger/v1\n" || previous || SHA-256(body))`: the body exactly as it is stored, never re-serialised. */
export function rowHash(sha256: Sha256, previous: Uint8Array, body: string): Uint8Array {
  const inner = sha256(encoder.encode(body))
  const row = new Uint8Array(ROW.length + previous.length + inner.length)
  row.set(ROW)
  row.set(previous, ROW.length)
  row.set(inner, ROW.length + previous.length)
  return sha256(row)
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Bytes as lower-case hex. */
export function hexOf(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += HEX[byte]
  return text
}

/** Lower-case hex as bytes. @throws RangeError when the text is not hex. */
export function bytesOf(hex: string): Uint8Array {
  if (!/^(?:[0-9a-f]{2})*$/.test(hex)) throw new RangeError('not lower-case hex')
  return Uint8Array.from({ length: hex.length / 2 }, (_, at) => Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16))
}

/** Head of a ledger: the number and hash of its last row; seq 0 is the genesis hash of an empty one. */
export interface Head {
  epoch: number
  seq: number
  hash: string
}
