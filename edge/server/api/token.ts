import { createPublicKey, type KeyObject } from 'node:crypto'
import { FlowError } from '@flowviz/contract/error'
import type { Actor, Person } from '@flowviz/contract/identity'
import { ROLES, type Role } from '@flowviz/contract/role'
import { errors, jwtVerify, SignJWT } from 'jose'

export const ACCESS_S = 900
const AUDIENCE = 'flowviz-edge'
const KEPT_MAX = 5_000

/** Who is signed in, as the access token says it. */
export interface SignedIn {
  person_id: string
  role: Role
  session_id: string
  station: string | null
  /** ms since 1970 */
  expires_at: number
}

export interface Tokens {
  issue(person: Person, session_id: string, station: string | null): Promise<string>
  /** The bearer of a token that was verified before and is still good; null says: verify it. */
  known(token: string): SignedIn | null
  /** Throws FlowError token_invalid or token_expired. */
  verify(token: string): Promise<SignedIn>
  /** Refuses every token of a session from now on. */
  revoke(session_id: string): void
  isRevoked(session_id: string): boolean
}

/** The actor of what a signed-in person does. */
export const actorOf = (signedIn: SignedIn): Actor => ({
  kind: 'person',
  id: signedIn.person_id,
  role: signedIn.role,
  station: signedIn.station,
  device: null,
  auth: 'pin',
})

/**
 * Access tokens (JWT, EdDSA) of one site. A verified token is kept until it expires: a signature costs 150 us, a look
 * into the map 0.05 us.
 */
export function accessTokens(options: { site: string; key: KeyObject; now: () => number }): Tokens {
  const { site, key, now } = options
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
    issue: (person, session_id, station) =>
      new SignJWT({ role: person.role, sid: session_id, station })
        .setProtectedHeader({ alg: 'EdDSA', typ: 'JWT' })
        .setIssuer(issuer)
        .setAudience(AUDIENCE)
        .setSubject(person.id)
        .setIssuedAt(Math.floor(now() / 1_000))
        .setExpirationTime(Math.floor(now() / 1_000) + ACCESS_S)
        .sign(key),
    known,
    async verify(token) {
      const { sub, sid, role, station, exp } = await claimsOf(token)
      const known_role = ROLES.find(one => one === role)
      if (sub === undefined || typeof sid !== 'string' || known_role === undefined || exp === undefined)
        throw new FlowError('token_invalid')
      if (revoked.has(sid)) throw new FlowError('token_invalid')
      const signedIn: SignedIn = {
        person_id: sub,
        role: known_role,
        session_id: sid,
        station: typeof station === 'string' ? station : null,
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
