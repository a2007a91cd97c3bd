import { createPublicKey, hash, type KeyObject, verify } from 'node:crypto'
import { keyIdInput, parseNote } from '@flowviz/contract/checkpoint'
import { FlowError } from '@flowviz/contract/error'

/** The witness key of headquarters: its name, and the raw 32 bytes in base64. */
export interface CloudKey {
  name: string
  publicKey: string
}

/** Checks the signatures of headquarters under checkpoints that this box sent. */
export interface Witness {
  /**
   * Nothing happens when `receipt` is the checkpoint that was sent, signed by headquarters.
   * @throws FlowError checkpoint_invalid when it is missing, says something else, or another key signed it.
   */
  check(sent: string | null, receipt: string | null): void
}

/** @throws FlowError config_invalid when the key is not 32 bytes of base64. */
export function witness(key: CloudKey): Witness {
  const raw = Buffer.from(key.publicKey, 'base64')
  if (raw.length !== 32) throw new FlowError('config_invalid', 'The key of headquarters is not 32 bytes of base64.')
  const publicKey = createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') },
    format: 'jwk',
  })
  const keyId = hash('sha256', keyIdInput(key.name, raw), 'buffer').subarray(0, 4)
  return {
    check(sent, receipt) {
      if (sent === null && receipt === null) return
      const note = receipt === null ? null : parseNote(receipt)
      const text = sent === null ? note?.text : parseNote(sent)?.text
      const signed = note?.signatures.some(
        ({ name, value }) => name === key.name && signs({ publicKey, keyId, text: note.text, value }),
      )
      if (note === null || signed !== true || note.text !== text)
        throw new FlowError('checkpoint_invalid', `The receipt is not this box's checkpoint signed by ${key.name}.`)
    },
  }
}

function signs({
  publicKey,
  keyId,
  text,
  value,
}: {
  publicKey: KeyObject
  keyId: Buffer
  text: string
  value: string
}) {
  const bytes = Buffer.from(value, 'base64')
  if (bytes.length !== 68 || !bytes.subarray(0, 4).equals(keyId)) return false
  return verify(null, Buffer.from(text), publicKey, bytes.subarray(4))
}
