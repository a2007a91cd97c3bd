import { FlowError } from '@flowviz/contract/error'
import type { Person, Session } from '@flowviz/contract/identity'
import { timestampOf } from '@flowviz/contract/time'
import type { FastifyReply } from 'fastify'
import { boxActor } from '../sync/actor.ts'
import type { DoorParts } from './parts.ts'
import { digestOf, type RefreshTokens } from './refresh-token.ts'
import { ACCESS_S } from './token.ts'

export const COOKIE = 'flowviz_refresh'
const COOKIE_PATH = '/api/v1'
/** A shift: after it everybody signs in again. */
const REFRESH_MS = 12 * 3_600_000
/** Two tabs of one browser refresh with the same token at the same moment: that is no theft. */
const TWIN_MS = 10_000

/** A session that goes on. */
export interface Kept {
  session_id: string
  station: string | null
  person: Person
}
export type LoginParts = DoorParts & { refresh: RefreshTokens }

/** What a screen gets with a new access token. */
export async function sessionOf(
  { tokens, reader }: DoorParts,
  { person, session_id, station }: Kept,
): Promise<Session> {
  const must_change = reader.user(person.id)?.must_change ?? false
  const access_token = await tokens.issue({ person, session_id, station, must_change })
  return { access_token, expires_in_s: ACCESS_S, person, ...(must_change ? { must_change } : {}) }
}

/**
 * Exchanges a refresh token for the next one. The same one again within some seconds is of a second tab, or of a tablet
 * that did not hear the answer: it gets the same next one. Later it is of a thief, or of whom he robbed: the session
 * ends for both. Throws FlowError token_invalid.
 */
export function exchanges(parts: LoginParts): (token: string, reply: FastifyReply) => Promise<Kept> {
  const { plant, reader, tokens, refresh, continuity, now, logger } = parts
  const exchanged = new Map<string, { session: Kept; next: string; at_ms: number }>()
  const known = (digest: string) => {
    for (const [old, { at_ms }] of exchanged) if (now() - at_ms > TWIN_MS) exchanged.delete(old)
    return exchanged.get(digest)
  }
  return async (token, reply) => {
    const digest = digestOf(token)
    const session = reader.session(digest)
    if (session !== null && Date.parse(session.expires_at) > now()) {
      // Before the commit, so that a twin that comes meanwhile is told the same.
      if (known(digest) === undefined)
        exchanged.set(digest, { session, next: refresh.issue(session.session_id), at_ms: now() })
      await keepSession(parts, { ...session, address: null, token: exchanged.get(digest)!.next, previous: token })
    }
    const before = known(digest)
    if (before !== undefined && !tokens.isRevoked(before.session.session_id)) {
      // Unless that one was exchanged too by now: an old cookie must not push out a newer one.
      if (reader.session(digestOf(before.next)) !== null) hand(reply, before.next)
      continuity.broken(before.session.person.id, before.session)
      return before.session
    }
    const session_id = refresh.sessionOf(token)
    if (session_id !== null && session === null) {
      tokens.revoke(session_id)
      const by = { actor: boxActor(parts.site), cause: 'revoked' as const }
      const { ended } = await plant.submit('end-session', { session_id, by })
      const said = { session_id, address: reply.request.ip }
      if (ended) logger.warn(said, 'a refresh token was used again after its exchange; its session ended')
    }
    forget(reply)
    throw new FlowError('token_invalid', 'The session has ended.')
  }
}

/**
 * Keeps the digest of a refresh token, in place of the previous one unless that was exchanged by then. False: not kept,
 * because of that or because the person was disabled meanwhile.
 */
export async function keepSession(
  { plant, now }: LoginParts,
  of: Kept & { address: string | null; token: string; previous: string | null },
): Promise<boolean> {
  const { saved } = await plant.submit('save-session', {
    session_id: of.session_id,
    person_id: of.person.id,
    token_sha256: digestOf(of.token),
    previous_sha256: of.previous === null ? null : digestOf(of.previous),
    station: of.station,
    address: of.address,
    expires_at: timestampOf(now() + REFRESH_MS),
  })
  return saved
}

export const hand = (reply: FastifyReply, token: string) =>
  reply.setCookie(COOKIE, token, {
    path: COOKIE_PATH,
    httpOnly: true,
    sameSite: 'strict',
    secure: reply.request.protocol === 'https',
    maxAge: REFRESH_MS / 1_000,
  })

export const forget = (reply: FastifyReply) => reply.clearCookie(COOKIE, { path: COOKIE_PATH })
