import { FlowError } from '@flowviz/contract/error'
import { LoginRequest, Person, Session } from '@flowviz/contract/identity'
import { timestampOf } from '@flowviz/contract/time'
import type { FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { ACCESS_LIFE_S, type AccessTokens } from '../domain/access-token.ts'
import { sha256Hex } from '../domain/hash.ts'
import { secretMatches } from '../domain/secret.ts'
import type { AttemptLimit, PersonStore } from '../parts.ts'
import { personOf } from './identity.ts'
import type { App } from './type.ts'

export interface PeopleParts {
  people: PersonStore
  tokens: AccessTokens
  /** Attempts by one name from one address, and from one address by any name. */
  attempts: { ofName: AttemptLimit; ofAddress: AttemptLimit }
  now: () => number
  newId: () => string
  newSecret: () => string
}

const COOKIE = 'flowviz_hq_refresh'
const REFRESH_LIFE_MS = 12 * 3_600_000

/** Signing in and out. The refresh token travels in an httpOnly cookie only, and is exchanged at each use. */
export function peopleRoutes(app: App, parts: PeopleParts): void {
  const { people, tokens, attempts, now, newId, newSecret } = parts
  const sessionOf = async (person: Person): Promise<Session> => ({
    access_token: await tokens.sign(person),
    expires_in_s: ACCESS_LIFE_S,
    person,
  })
  const expiry = () => timestampOf(now() + REFRESH_LIFE_MS)

  app.post(
    '/v1/login',
    { schema: { operationId: 'login', tags: ['people'], body: LoginRequest, response: { 200: Session } } },
    async (request, reply) => {
      const { name, secret } = request.body
      const key = `${request.ip}/${name}`
      await attempts.ofAddress.take(request.ip)
      await attempts.ofName.take(key)
      const found = await people.credential(name)
      if (!(await secretMatches(secret, found?.secret_hash ?? null))) throw new FlowError('credentials_wrong')
      await attempts.ofName.forgive(key)
      const refresh = newSecret()
      await people.startSession({
        session_id: newId(),
        person_id: found!.person.id,
        token_sha256: sha256Hex(refresh),
        expires_at: expiry(),
        now: timestampOf(now()),
      })
      setCookie(request, reply, refresh)
      return sessionOf(found!.person)
    },
  )

  app.post(
    '/v1/refresh',
    { schema: { operationId: 'refresh', tags: ['people'], response: { 200: Session } } },
    async (request, reply) => {
      const token = request.cookies[COOKIE]
      if (token === undefined) throw new FlowError('unauthenticated')
      const next = newSecret()
      const rotation = await people.rotate({
        token_sha256: sha256Hex(token),
        next_sha256: sha256Hex(next),
        expires_at: expiry(),
        now: timestampOf(now()),
      })
      if (rotation === 'unknown' || rotation === 'reused') throw new FlowError('unauthenticated')
      if (rotation.rotated) setCookie(request, reply, next)
      return sessionOf(rotation.person)
    },
  )

  app.post(
    '/v1/logout',
    { schema: { operationId: 'logout', tags: ['people'], response: { 204: Type.Null() } } },
    async (request, reply) => {
      const token = request.cookies[COOKIE]
      if (token !== undefined) await people.endSession(sha256Hex(token), timestampOf(now()))
      return reply.clearCookie(COOKIE, { path: '/v1' }).code(204).send(null)
    },
  )

  app.get('/v1/me', { schema: { operationId: 'getMe', tags: ['people'], response: { 200: Person } } }, request =>
    Promise.resolve(personOf(request)),
  )
}

function setCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  // Behind a terminator of TLS the request itself is plain; a forged header only makes the forger's own cookie stricter.
  const secure = request.protocol === 'https' || request.headers['x-forwarded-proto'] === 'https'
  reply.setCookie(COOKIE, token, {
    path: '/v1',
    httpOnly: true,
    sameSite: 'strict',
    secure,
    maxAge: REFRESH_LIFE_MS / 1000,
  })
}
