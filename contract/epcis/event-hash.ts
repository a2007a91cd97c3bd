import { hexOf } from '../chain.ts'
import { preHash, type Reading } from './pre-hash.ts'

type Sha256 = (bytes: Uint8Array) => Uint8Array

/** The hash of an event by what happened, whoever wrote it down and how: `ni:///sha-256;...?ver=CBV2.0`. */
export function eventHash(sha256: Sha256, event: Record<string, unknown>, reading: Reading): string {
  return `ni:///sha-256;${hexOf(sha256(new TextEncoder().encode(preHash(event, reading))))}?ver=CBV2.0`
}
