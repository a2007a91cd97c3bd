import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import { COMMAND_CONTEXT, type SignedCommand, type TabletKey } from '@flowviz/contract/tablet'

/** True when the coordinates name a point of the curve. */
export function isPoint(key: TabletKey): boolean {
  try {
    publicKeyOf(key)
    return true
  } catch {
    return false
  }
}

export const publicKeyOf = (key: TabletKey): KeyObject => createPublicKey({ key: { ...key }, format: 'jwk' })

/** True when the holder of the key wrote exactly this text as a command. */
export function isSigned({ text, sig }: SignedCommand, key: KeyObject): boolean {
  const said = Buffer.from(`${COMMAND_CONTEXT}${text}`)
  return verify('sha256', said, { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(sig, 'base64url'))
}
