import { hash, type KeyObject } from 'node:crypto'
import { CLOUD_AUDIENCE } from '@flowviz/contract/sync'
import { SignJWT } from 'jose'

const LIFE_S = 60

export interface TokenMaker {
  /** Signs one request: `METHOD /path` and the body exactly as it will be sent. Good for one use and 60 s. */
  sign(subject: string, body: Uint8Array): Promise<string>
  /** Takes the time of headquarters, in ms since 1970, for the tokens only: the plant's own clock is not touched. */
  follow(serverTime_ms: number): void
  /** How far the tokens' time is from the box's clock, ms. */
  offsetMs(): number
}

/** Tokens of the box, `BoxClaims` in contract/sync.ts. */
export function tokenMaker(options: {
  site: string
  signer: KeyObject
  now: () => number
  newId: () => string
}): TokenMaker {
  const { site, signer, now, newId } = options
  let offset_ms = 0
  return {
    async sign(subject, body) {
      const issued = Math.floor((now() + offset_ms) / 1000)
      return new SignJWT({ digest: hash('sha256', body, 'hex') })
        .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT' })
        .setIssuer(`box:${site}`)
        .setAudience(CLOUD_AUDIENCE)
        .setSubject(subject)
        .setJti(newId())
        .setIssuedAt(issued)
        .setExpirationTime(issued + LIFE_S)
        .sign(signer)
    },
    follow(serverTime_ms) {
      offset_ms = serverTime_ms - now()
    },
    offsetMs: () => offset_ms,
  }
}
