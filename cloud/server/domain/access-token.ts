import { createPublicKey, type KeyObject } from 'node:crypto'
import { FlowError } from '@flowviz/contract/error'
import { Person } from '@flowviz/contract/identity'
import { errors, jwtVerify, SignJWT } from 'jose'
import { Compile } from 'typebox/compile'

const person = Compile(Person)
const ISSUER = 'flowviz-hq'
export const ACCESS_LIFE_S = 900
const CACHE_MAX = 2_000

/** Who is signed in, and until when. */
export interface SignedIn {
  person: Person
  expires_ms: number
}

/** Signs and verifies what a person shows with each request, 15 minutes long (EdDSA). */
export interface AccessTokens {
  sign(person: Person): Promise<string>
  /** @throws FlowError token_invalid, token_expired. */
  verify(token: string): Promise<SignedIn>
}

/** A token is verified once and then known until it expires: a verification costs 150 µs, a look-up 0.05 µs. */
export function accessTokens(key: KeyObject, now: () => number): AccessTokens {
  const publicKey = createPublicKey(key)
  const known = new Map<string, SignedIn>()

  async function verified(token: string): Promise<SignedIn> {
    const currentDate = new Date(now())
    try {
      const { payload } = await jwtVerify(token, publicKey, {
        algorithms: ['EdDSA'],
        issuer: ISSUER,
        audience: ISSUER,
        requiredClaims: ['exp', 'sub'],
        currentDate,
      })
      const shown = { id: payload.sub, ...(payload.person as object) }
      if (!person.Check(shown)) throw new FlowError('token_invalid')
      return { person: shown, expires_ms: payload.exp! * 1000 }
    } catch (cause) {
      if (cause instanceof errors.JWTExpired) throw new FlowError('token_expired', undefined, { cause })
      throw new FlowError('token_invalid', undefined, { cause })
    }
  }

  return {
    sign({ id, ...shown }) {
      const issued = Math.floor(now() / 1000)
      return new SignJWT({ person: shown })
        .setProtectedHeader({ alg: 'EdDSA' })
        .setIssuer(ISSUER)
        .setAudience(ISSUER)
        .setSubject(id)
        .setIssuedAt(issued)
        .setExpirationTime(issued + ACCESS_LIFE_S)
        .sign(key)
    },
    async verify(token) {
      const cached = known.get(token)
      if (cached !== undefined && cached.expires_ms > now()) return cached
      known.delete(token)
      const fresh = await verified(token)
      if (known.size >= CACHE_MAX) known.clear()
      known.set(token, fresh)
      return fresh
    },
  }
}
