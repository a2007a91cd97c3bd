import { FlowError } from '@flowviz/contract/error'
import { isName } from '@flowviz/contract/name'
import type { BoxClaims } from '@flowviz/contract/sync'
import { timestampOf } from '@flowviz/contract/time'
import type { FastifyRequest } from 'fastify'
import { compactVerify, decodeJwt } from 'jose'
import { checkBoxClaims, siteOfIssuer } from '../domain/box-token.ts'
import { publicKeyOf } from '../domain/checkpoint.ts'
import { sha256Hex } from '../domain/hash.ts'
import type { BoxKey, BoxStore } from '../parts.ts'
import { bearerOf } from './bearer.ts'

// How long a used token is remembered: longer than it lives, with the clock of the box wrong by as much as we allow.
const REMEMBER_S = 300

/** Lets a box in for its own site, once for each token. */
export interface BoxGuard {
  /** Before the body: whose token it is, and whether it is for this request. Codes: token_*, box_*, site_mismatch. */
  admit(request: FastifyRequest): Promise<void>
  /** With the body: digest_mismatch, token_replayed. */
  useUp(request: FastifyRequest): Promise<void>
}

export function boxGuard(boxes: BoxStore, now: () => number): BoxGuard {
  const admitted = new WeakMap<FastifyRequest, BoxClaims & { site: string }>()
  return {
    async admit(request) {
      const token = bearerOf(request)
      const site = issuerOf(token)
      const payload = await open(token, await boxes.keys(site))
      const path = request.url.split('?')[0]!
      const claims = checkBoxClaims(payload, { subject: `${request.method} ${path}`, now_ms: now() })
      if ((request.params as { site?: string }).site !== site)
        throw new FlowError('site_mismatch', `This token is of the box of ${site}.`)
      admitted.set(request, { ...claims, site })
    },
    async useUp(request) {
      const { site, jti, digest } = admitted.get(request)!
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
      if (sha256Hex(body) !== digest) throw new FlowError('digest_mismatch')
      const expires_at = timestampOf(now() + REMEMBER_S * 1000)
      if (!(await boxes.useToken({ site, jti, expires_at, now: timestampOf(now()) })))
        throw new FlowError('token_replayed')
    },
  }
}

function issuerOf(token: string): string {
  try {
    const site = siteOfIssuer(decodeJwt(token).iss)
    if (site !== null && isName(site)) return site
  } catch {
    // Not a JWT at all: the same refusal.
  }
  throw new FlowError('token_invalid', 'The token names no box.')
}

/** The claims, if a key of the box signed them; a key that was taken from the box is told so. */
async function open(token: string, keys: BoxKey[]): Promise<unknown> {
  if (keys.length === 0) throw new FlowError('box_unknown')
  for (const { public_key, revoked } of keys) {
    const payload = await payloadOf(token, public_key)
    if (payload === null) continue
    if (revoked) throw new FlowError('box_revoked')
    return JSON.parse(Buffer.from(payload).toString('utf8'))
  }
  throw new FlowError('token_invalid', 'No key of this box has signed the token.')
}

async function payloadOf(token: string, publicKey: string): Promise<Uint8Array | null> {
  try {
    return (await compactVerify(token, publicKeyOf(publicKey), { algorithms: ['EdDSA'] })).payload
  } catch {
    // Another key's signature; the next key may fit.
    return null
  }
}
