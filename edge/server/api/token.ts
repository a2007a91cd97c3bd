import { createPublicKey, type KeyObject } from 'node:crypto'
import { FlowError } from '@flowviz/contract/error'
import type { Actor, Person } from '@flowviz/contract/identity'
import { ROLES, type Role } from '@flowviz/contract/role'
import { errors, jwtVerify, SignJWT } from 'jose'

export const ACCESS_S = 900
/** How long the doors of the administration stay open after the secret was said again. */
export const ELEVATED_S = 300
const AUDIENCE = 'flowviz-edge'
const KEPT_MAX = 5_000

/** Who is signed in, as the access token says it. */
export interface SignedIn {
  person_id: string
  role: Role
  session_id: string
  station: string | null
  /** Somebody else set the secret: only the door to change it is open. */
  must_change: boolean
  /** The secret was said again a short while ago. */
  elevated: boolean
  /** ms since 1970 */
  expires_at: number
}

/** For whom a token is. */
export interface Bearer {
  person: Pick<Person, 'id' | 'role'>
  session_id: string
  station: string | null
  must_change?: boolean
  elevated?: boolean
}

export interface Tokens {
  issue(bearer: Bearer): Promise<string>
  /** The bearer of a token that was verified before and is still good; null says: verify it. */
  known(token: string): SignedIn | null
  /** Throws FlowError token_invalid or token_expired. */
  verify(token: string): Promise<SignedIn>
  /** Refuses every token of a session from now on. */
  revoke(session_id: string): void
  isRevoked(session_id: string): boolean
}

/** The actor of what a signed-in person does. */
export const actorOf = (signedIn: Pick<SignedIn, 'person_id' | 'role' | 'station'>): Actor => ({
  kind: 'person',
  id: signedIn.person_id,
  role: signedIn.role,
  station: signedIn.station,
  device: null,
  auth: 'pin',
})

export interface TokenOptions {
  site: string
  key: KeyObject
  now: () => number
  /** True while a session is there: what was revoked before a restart is not good again after it. */
  isLive: (session_id: string) => boolean
}

/**
 * Access tokens (JWT, EdDSA) of one site. A verified token is kept until it expires: a signature costs 150 us, a look
 * into the map 0.05 us.
 */
export function accessTokens({ site, key, now, isLive }: TokenOptions): Tokens {
  const publicKey = createPublicKey(key)
  const issuer = `flowviz:${site}`
  const kept = new Map<string, SignedIn>()
  const revoked = new Map<string, number>()

  const keep = (token: string, signedIn: SignedIn) => {
    if (kept.size >= KEPT_MAX) for (const [old, { expires_at }] of kept) if (expires_at <= now()) kept.delete(old)
    // A flood of logins must not grow the map: the oldest is verified again when it comes back.
    if (kept.size >= KEPT_MAX) kept.delete(kept.keys().next().value ?? '')
    kept.set(token, signedIn)
  }
  const known = (token: string): SignedIn | null => {
    const signedIn = kept.get(token)
    if (signedIn === undefined || signedIn.expires_at <= now() || revoked.has(signedIn.session_id)) return null
    return signedIn
  }
  const claimsOf = async (token: string) => {
    try {
      const algorithms = ['EdDSA', 'Ed25519']
      return (
        await jwtVerify(token, publicKey, { issuer, audience: AUDIENCE, algorithms, currentDate: new Date(now()) })
      ).payload
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw new FlowError('token_expired')
      throw new FlowError('token_invalid', undefined, { cause: error })
    }
  }
  return {
    issue: ({ person, session_id, station, must_change = false, elevated = false }) =>
      new SignJWT({
        role: person.role,
        sid: session_id,
        station,
        ...(must_change ? { must_change } : {}),
        ...(elevated ? { elevated } : {}),
      })
        .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT' })
        .setIssuer(issuer)
        .setAudience(AUDIENCE)
        .setSubject(person.id)
        .setIssuedAt(Math.floor(now() / 1_000))
        .setExpirationTime(Math.floor(now() / 1_000) + (elevated ? ELEVATED_S : ACCESS_S))
        .sign(key),
    known,
    async verify(token) {
      const { sub, sid, role, station, exp, must_change, elevated } = await claimsOf(token)
      const known_role = ROLES.find(one => one === role)
      if (sub === undefined || typeof sid !== 'string' || known_role === undefined || exp === undefined)
        throw new FlowError('token_invalid')
      if (revoked.has(sid) || !isLive(sid)) throw new FlowError('token_invalid')
      const signedIn: SignedIn = {
        person_id: sub,
        role: known_role,
        session_id: sid,
        station: typeof station === 'string' ? station : null,
        must_change: must_change === true,
        elevated: elevated === true,
        expires_at: exp * 1_000,
      }
      keep(token, signedIn)
      return signedIn
    },
    isRevoked: session_id => revoked.has(session_id),
    revoke(session_id) {
      for (const [old, until] of revoked) if (until <= now()) revoked.delete(old)
      revoked.set(session_id, now() + ACCESS_S * 1_000)
    },
  }
}
