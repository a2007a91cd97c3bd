import { hash } from 'node:crypto'
import { FlowError } from '@flowviz/contract/error'
import { LoginRequest, type Person, Person as PersonShape, Session } from '@flowviz/contract/identity'
import { timestampOf } from '@flowviz/contract/time'
import type { FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { matchesSecret } from '../secret.ts'
import { type Doors, REFUSAL } from './door.ts'
import { signedInOf } from './identity.ts'
import type { DoorParts } from './parts.ts'
import { ACCESS_S, actorOf } from './token.ts'

const COOKIE = 'flowviz_refresh'
const COOKIE_PATH = '/api/v1'
/** A shift: after it everybody signs in again. */
const REFRESH_MS = 12 * 3_600_000
/** Compared when nobody has the name, so that a wrong name takes as long as a wrong secret. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5LWhhcy10aGlz$3q2+796tvu/erb7v3q2+796tvu/erb7v3q2+796tvu8'

const digestOf = (token: string) => hash('sha256', token, 'hex')

/** Signing in by name and PIN, keeping a session alive, and signing out. */
export function login(app: Doors, parts: DoorParts): void {
  const { plant, reader, tokens, attempts } = parts

  app.post(
    '/api/v1/login',
    { schema: { operationId: 'login', tags: ['session'], body: LoginRequest, response: { 200: Session, ...REFUSAL } } },
    async (request, reply) => {
      const { name, secret, station } = request.body
      await attempts.take(request.ip, name)
      const credential = reader.credential(name)
      const right = await matchesSecret(credential?.secret_hash ?? NOBODY, secret)
      if (credential === null || !right) {
        await recordRefusal(parts, request, name)
        throw new FlowError('credentials_wrong')
      }
      await attempts.forgive(request.ip, name)
      const { person } = credential
      const session = { session_id: parts.newId(), station: station ?? null }
      await keepSession(parts, reply, { person, ...session, previous: null })
      const actor = actorOf({ person_id: person.id, role: person.role, ...session, expires_at: 0 })
      const data = { ...session, address: request.ip }
      const subject = `person:${person.id}`
      await plant.submit('record', { type: 'session.started', actor, subject, data, occurred_at: null })
      return sessionOf(parts, person, session)
    },
  )

  app.post(
    '/api/v1/refresh',
    { schema: { operationId: 'refresh', tags: ['session'], response: { 200: Session, ...REFUSAL } } },
    async (request, reply) => {
      const previous = request.cookies[COOKIE]
      const session = previous === undefined ? null : reader.session(digestOf(previous))
      if (previous === undefined || session === null || Date.parse(session.expires_at) <= parts.now()) {
        forget(reply)
        throw new FlowError('token_invalid', 'The session has ended.')
      }
      await keepSession(parts, reply, { ...session, previous })
      return sessionOf(parts, session.person, session)
    },
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
}

async function sessionOf(parts: DoorParts, person: Person, { session_id, station }: Kept) {
  return { access_token: await parts.tokens.issue(person, session_id, station), expires_in_s: ACCESS_S, person }
}

/** Keeps the digest of a new refresh token in place of the previous one, and hands the token out as a cookie. */
async function keepSession(
  parts: DoorParts,
  reply: FastifyReply,
  of: Kept & { person: Person; previous: string | null },
) {
  const token = parts.randomBytes(32).toString('base64url')
  const { saved } = await parts.plant.submit('save-session', {
    session_id: of.session_id,
    person_id: of.person.id,
    token_sha256: digestOf(token),
    previous_sha256: of.previous === null ? null : digestOf(of.previous),
    station: of.station,
    expires_at: timestampOf(parts.now() + REFRESH_MS),
  })
  if (!saved) {
    forget(reply)
    throw new FlowError('token_invalid', 'The session was refreshed elsewhere.')
  }
  reply.setCookie(COOKIE, token, {
    path: COOKIE_PATH,
    httpOnly: true,
    sameSite: 'strict',
    secure: reply.request.protocol === 'https',
    maxAge: REFRESH_MS / 1_000,
  })
}

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
