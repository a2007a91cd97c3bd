import { FlowError } from '@flowviz/contract/error'
import { FloorLogin, Person as PersonShape, Session } from '@flowviz/contract/identity'
import { timestampOf } from '@flowviz/contract/time'
import Type from 'typebox'
import type { Credential } from '../store/person-store.ts'
import { type Doors, REFUSAL } from './door.ts'
import { signedInOf } from './identity.ts'
import { badgeDigest } from './keyed-digest.ts'
import type { DoorParts } from './parts.ts'
import { prove } from './prove.ts'
import { COOKIE, exchanges, forget, hand, keepSession, sessionOf } from './refresh.ts'
import { refreshTokens } from './refresh-token.ts'
import { actorOf } from './token.ts'

/** Signing in by name or badge and PIN, keeping a session alive, and signing out. */
export function login(app: Doors, given: DoorParts): void {
  const parts = { ...given, refresh: refreshTokens({ key: given.token_key, randomBytes: given.randomBytes }) }
  const { plant, reader, tokens, continuity } = parts
  const exchange = exchanges(parts)
  const claimOf = claims(parts)

  app.post(
    '/api/v1/login',
    { schema: { operationId: 'login', tags: ['session'], body: FloorLogin, response: { 200: Session, ...REFUSAL } } },
    async (request, reply) => {
      const { secret, station } = request.body
      const { person } = await prove(parts, request, { ...claimOf(request.body), secret, code: 'credentials_wrong' })
      const kept = { person, session_id: parts.newId(), station: station ?? null }
      const token = parts.refresh.issue(kept.session_id)
      const isSaved = await keepSession(parts, { ...kept, address: request.ip, token, previous: null })
      if (!isSaved) throw new FlowError('credentials_wrong')
      hand(reply, token)
      continuity.broken(person.id)
      await plant.submit('record', {
        type: 'session.started',
        actor: actorOf({ person_id: person.id, role: person.role, station: kept.station }),
        subject: `person:${person.id}`,
        data: { session_id: kept.session_id, station: kept.station, address: request.ip },
        occurred_at: null,
      })
      return sessionOf(parts, kept)
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
      const signedIn = signedInOf(request)
      const { session_id, person_id } = signedIn
      tokens.revoke(session_id)
      continuity.broken(person_id)
      await plant.submit('end-session', { session_id, by: { actor: actorOf(signedIn), cause: 'logout' } })
      return forget(reply).code(204).send(null)
    },
  )

  app.get(
    '/api/v1/me',
    { schema: { operationId: 'me', tags: ['session'], response: { 200: PersonShape, ...REFUSAL } } },
    async request => {
      const credential = reader.credentialOf(signedInOf(request).person_id)
      if (credential === null) throw new FlowError('token_invalid', 'This person is not known here any more.')
      return credential.person
    },
  )
}

/**
 * Whom a name or a badge stands for. Tries by a badge count for its owner; those by a badge of nobody for that badge,
 * under a name that nobody can have. Throws FlowError body_invalid unless exactly one of the two is there.
 */
function claims({ reader, token_key, now }: DoorParts) {
  const digestOf = badgeDigest(token_key)
  return ({ name, badge }: FloorLogin): { account: string; credential: Credential | null } => {
    if ((name === undefined) === (badge === undefined))
      throw new FlowError('body_invalid', 'Somebody signs in by a name or by a badge, and by a secret.', {
        extra: { errors: [{ field: 'name', message: 'is missing, or stands beside a badge' }] },
      })
    if (name !== undefined) return { account: name, credential: reader.credential(name) }
    const digest = digestOf(badge!)
    const credential = reader.badgeCredential(digest, timestampOf(now()))
    return { account: credential?.person.name ?? `badge:${digest.slice(0, 16)}`, credential }
  }
}
