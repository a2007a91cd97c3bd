import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto'
import { checkpointOrigin, checkpointText, keyIdInput, noteOf } from '@flowviz/contract/checkpoint'
import { FlowError } from '@flowviz/contract/error'
import { type Ledger, sha256 } from './ledger.ts'

/** The box's own key: signs heads, never leaves the thread. */
export interface BoxKey {
  /** Raw 32 bytes, base64. */
  publicKey: string
  /** A C2SP note of the ledger's present tree, signed under the key name `flowviz/<site>`. */
  checkpoint(ledger: Ledger): string
}

/** @throws FlowError config_invalid when the PEM is not an Ed25519 private key. */
export function boxKey(pem: string): BoxKey {
  const { key, raw } = readKey(pem)
  return {
    publicKey: raw.toString('base64'),
    checkpoint(ledger) {
      const { epoch, seq } = ledger.head()
      const root = Buffer.from(ledger.root()).toString('base64')
      const text = checkpointText({ origin: checkpointOrigin(ledger.site, epoch), size: seq, root })
      const name = checkpointOrigin(ledger.site, 1)
      const keyId = sha256(keyIdInput(name, raw)).subarray(0, 4)
      const value = Buffer.concat([keyId, sign(null, Buffer.from(text), key)]).toString('base64')
      return noteOf(text, [{ name, value }])
    },
  }
}

function readKey(pem: string): { key: KeyObject; raw: Buffer } {
  try {
    const key = createPrivateKey(pem)
    if (key.asymmetricKeyType !== 'ed25519') throw new TypeError(`a key of type ${key.asymmetricKeyType}`)
    return { key, raw: Buffer.from(createPublicKey(key).export({ format: 'jwk' }).x!, 'base64url') }
  } catch (cause) {
    throw new FlowError('config_invalid', 'The box key is not an Ed25519 private key in PEM.', { cause })
  }
}
