import { FlowError } from '@flowviz/contract/error'
import { LoginRequest, type Person, Person as PersonShape, Session } from '@flowviz/contract/identity'
import { timestampOf } from '@flowviz/contract/time'
import type { FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { matchesSecret } from '../secret.ts'
import { type Doors, REFUSAL } from './door.ts'
import { signedInOf } from './identity.ts'
import type { DoorParts } from './parts.ts'
import { digestOf, type RefreshTokens, refreshTokens } from './refresh-token.ts'
import { ACCESS_S, actorOf } from './token.ts'

const COOKIE = 'flowviz_refresh'
const COOKIE_PATH = '/api/v1'
/** A shift: after it everybody signs in again. */
const REFRESH_MS = 12 * 3_600_000
/** Two tabs of one browser refresh with the same token at the same moment: that is no theft. */
const TWIN_MS = 10_000
/** Compared when nobody has the name, so that a wrong name takes as long as a wrong secret. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5LWhhcy10aGlz$3q2+796tvu/erb7v3q2+796tvu/erb7v3q2+796tvu8'

/** Signing in by name and PIN, keeping a session alive, and signing out. */
export function login(app: Doors, given: DoorParts): void {
  const parts = { ...given, refresh: refreshTokens({ key: given.token_key, randomBytes: given.randomBytes }) }
  const { plant, reader, tokens, attempts } = parts
  const exchange = exchanges(parts)

  app.post(
    '/api/v1/login',
    { schema: { operationId: 'login', tags: ['session'], body: LoginRequest, response: { 200: Session, ...REFUSAL } } },
    async (request, reply) => {
      const { name, secret, station } = request.body
      await attempts.take(request.ip, name)
      const credential = reader.credential(name)
      const right = await matchesSecret(credential?.secret_hash ?? NOBODY, secret)
      if (credential === null || !right) {
        await attempts.fail(request.ip, name)
        await recordRefusal(parts, request, name)
        throw new FlowError('credentials_wrong')
      }
      await attempts.forgive(request.ip, name)
      const { person } = credential
      const session = { session_id: parts.newId(), station: station ?? null }
      const token = parts.refresh.issue(session.session_id)
      await keepSession(parts, { person, ...session, token, previous: null })
      hand(reply, token)
      const actor = actorOf({ person_id: person.id, role: person.role, ...session, expires_at: 0 })
      const data = { ...session, address: request.ip }
      const subject = `person:${person.id}`
      await plant.submit('record', { type: 'session.started', actor, subject, data, occurred_at: null })
      return sessionOf(parts, { person, ...session })
    },
  )

  app.post(
    '/api/v1/refresh',
    { schema: { operationId: 'refresh', tags: ['session'], response: { 200: Session, ...REFUSAL } } },
    async (request, reply) => sessionOf(parts, await exchange(request.cookies[COOKIE] ?? '', reply)),
  )

  app.post(
    '/api/v1/logout',
    { schema: { operationId: 'logout', tags: ['session'], response: { 204: Type.Null(), ...REFUSAL } } },
    async (request, reply) => {
      const { session_id } = signedInOf(request)
      tokens.revoke(session_id)
      await plant.submit('end-session', { session_id })
      return forget(reply).code(204).send(null)
    },
  )

  app.get(
    '/api/v1/me',
    { schema: { operationId: 'me', tags: ['session'], response: { 200: PersonShape, ...REFUSAL } } },
    async request => {
      const { person_id } = signedInOf(request)
      const person = reader.people().find(({ id }) => id === person_id)
      if (person === undefined) throw new FlowError('token_invalid', 'This person is not known here any more.')
      return person
    },
  )
}

interface Kept {
  session_id: string
  station: string | null
  person: Person
}
type LoginParts = DoorParts & { refresh: RefreshTokens }

async function sessionOf(parts: DoorParts, { person, session_id, station }: Kept) {
  return { access_token: await parts.tokens.issue(person, session_id, station), expires_in_s: ACCESS_S, person }
}

/**
 * Exchanges a refresh token for the next one. The same one again within some seconds is of a second tab, or of a tablet
 * that did not hear the answer: it gets the same next one. Later it is of a thief, or of whom he robbed: the session
 * ends for both. Throws FlowError token_invalid.
 */
function exchanges(parts: LoginParts): (token: string, reply: FastifyReply) => Promise<Kept> {
  const { plant, reader, tokens, refresh, now, logger } = parts
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
      await keepSession(parts, { ...session, token: exchanged.get(digest)!.next, previous: token })
    }
    const before = known(digest)
    if (before !== undefined && !tokens.isRevoked(before.session.session_id)) {
      // Unless that one was exchanged too by now: an old cookie must not push out a newer one.
      if (reader.session(digestOf(before.next)) !== null) hand(reply, before.next)
      return before.session
    }
    const session_id = refresh.sessionOf(token)
    if (session_id !== null && session === null) {
      tokens.revoke(session_id)
      const { ended } = await plant.submit('end-session', { session_id })
      const said = { session_id, address: reply.request.ip }
      if (ended) logger.warn(said, 'a refresh token was used again after its exchange; its session ended')
    }
    forget(reply)
    throw new FlowError('token_invalid', 'The session has ended.')
  }
}

/** Keeps the digest of a refresh token, in place of the previous one unless that was exchanged by then. */
async function keepSession({ plant, now }: LoginParts, of: Kept & { token: string; previous: string | null }) {
  await plant.submit('save-session', {
    session_id: of.session_id,
    person_id: of.person.id,
    token_sha256: digestOf(of.token),
    previous_sha256: of.previous === null ? null : digestOf(of.previous),
    station: of.station,
    expires_at: timestampOf(now() + REFRESH_MS),
  })
}

const hand = (reply: FastifyReply, token: string) =>
  reply.setCookie(COOKIE, token, {
    path: COOKIE_PATH,
    httpOnly: true,
    sameSite: 'strict',
    secure: reply.request.protocol === 'https',
    maxAge: REFRESH_MS / 1_000,
  })

const forget = (reply: FastifyReply) => reply.clearCookie(COOKIE, { path: COOKIE_PATH })

function recordRefusal({ plant, site }: DoorParts, request: FastifyRequest, name: string) {
  return plant.submit('record', {
    type: 'session.refused',
    actor: { kind: 'box', id: site, role: null, station: null, device: null, auth: 'none' },
    subject: `address:${request.ip}`,
    data: { name, cause: 'credentials_wrong', address: request.ip },
    occurred_at: null,
  })
}
