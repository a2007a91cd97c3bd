import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { keyIdInput, type NoteSignature, noteOf, parseCheckpoint, parseNote } from '@flowviz/contract/checkpoint'
import { FlowError } from '@flowviz/contract/error'
import { type Frontier, rootOf } from '@flowviz/contract/merkle'
import type { OpenedCheckpoint } from '../parts.ts'
import { sha256 } from './hash.ts'

/** The witness: headquarters' name and key for countersigning. */
export interface WitnessKey {
  name: string
  key: KeyObject
}

/** An Ed25519 public key from its raw 32 bytes in base64. */
export function publicKeyOf(raw: string): KeyObject {
  const x = Buffer.from(raw, 'base64').toString('base64url')
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
}

/** The raw 32 bytes, base64, of the public half of a key. */
export function rawPublicKey(key: KeyObject): string {
  const { x } = (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' })
  return Buffer.from(x!, 'base64url').toString('base64')
}

const keyId = (name: string, raw: string) => sha256(keyIdInput(name, Buffer.from(raw, 'base64'))).subarray(0, 4)

/**
 * Reads a note and checks that a key of the site signed it. A key that was replaced since still counts: the request
 * itself is signed by the present one, and a backlog holds notes of the old one.
 * @throws FlowError checkpoint_invalid.
 */
export function openCheckpoint(note: string, origin: string, keys: string[]): OpenedCheckpoint {
  const parsed = parseNote(note)
  const checkpoint = parsed === null ? null : parseCheckpoint(parsed.text)
  if (parsed === null || checkpoint === null) throw new FlowError('checkpoint_invalid', 'It is not a checkpoint note.')
  if (checkpoint.origin !== origin)
    throw new FlowError('checkpoint_invalid', `It is of ${checkpoint.origin}, not of ${origin}.`)
  if (!parsed.signatures.some(line => keys.some(raw => signs(line, raw, parsed.text))))
    throw new FlowError('checkpoint_invalid', 'No key of this site has signed it.')
  return { size: checkpoint.size, root: checkpoint.root, text: parsed.text }
}

function signs({ name, value }: NoteSignature, raw: string, text: string): boolean {
  const bytes = Buffer.from(value, 'base64')
  if (bytes.length !== 68 || !bytes.subarray(0, 4).equals(keyId(name, raw))) return false
  return verify(null, Buffer.from(text), publicKeyOf(raw), bytes.subarray(4))
}

/** True when the frontier is of the checkpoint's size and gives its root. */
export function matches(checkpoint: OpenedCheckpoint, frontier: Frontier): boolean {
  const root = Buffer.from(rootOf(sha256, frontier)).toString('base64')
  return frontier.size === checkpoint.size && root === checkpoint.root
}

/** The note with one more signature line, of the witness. Ed25519 is deterministic: the same note gives the same text. */
export function countersign(note: string, { name, key }: WitnessKey): string {
  const { text, signatures } = parseNote(note)!
  const signature = sign(null, Buffer.from(text), key)
  const value = Buffer.concat([keyId(name, rawPublicKey(key)), signature]).toString('base64')
  return noteOf(text, [...signatures.filter(line => line.name !== name), { name, value }])
}
