import { createPublicKey, verify } from 'node:crypto'
import { type Checkpoint, keyIdInput, parseCheckpoint, parseNote } from '@flowviz/contract/checkpoint'
import { FlowError } from '@flowviz/contract/error'
import { sha256 } from './walk.ts'

const KEY_BYTES = 32
const KEY_ID_BYTES = 4

/** The checkpoint of a note that the holder of this key signed (raw Ed25519, base64), or null. */
export function signedCheckpoint(note: string, publicKey: string): Checkpoint | null {
  const raw = Buffer.from(publicKey, 'base64')
  if (raw.length !== KEY_BYTES) throw new FlowError('config_invalid', 'A public key is 32 bytes in base64.')
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') }, format: 'jwk' })
  const parsed = parseNote(note)
  if (parsed === null) return null
  const text = Buffer.from(parsed.text)
  const signed = parsed.signatures.some(({ name, value }) => {
    const bytes = Buffer.from(value, 'base64')
    const id = sha256(keyIdInput(name, raw)).subarray(0, KEY_ID_BYTES)
    return bytes.subarray(0, KEY_ID_BYTES).equals(id) && verify(null, text, key, bytes.subarray(KEY_ID_BYTES))
  })
  return signed ? parseCheckpoint(parsed.text) : null
}
