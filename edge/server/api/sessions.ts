import { FlowError } from '@flowviz/contract/error'
import { Sessions } from '@flowviz/contract/user'
import { Uuid } from '@flowviz/contract/uuid'
import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import { type Doors, REFUSAL } from './door.ts'
import { signedInOf } from './identity.ts'
import type { DoorParts } from './parts.ts'
import type { PeopleDesk } from './people-desk.ts'
import { actorOf } from './token.ts'
import { PersonParams } from './users.ts'

const tags = ['session']

/** Where somebody is signed in, and how that ends before its time. */
export function sessions(app: Doors, parts: DoorParts & { desk: PeopleDesk }): void {
  const { plant, reader, tokens, continuity, desk, now } = parts
  const listed = (request: FastifyRequest, person_id: string) => ({
    sessions: reader
      .sessionsOf(person_id)
      .filter(({ expires_at }) => Date.parse(expires_at) > now())
      .map(({ session_id, station, address, started_at, expires_at }) => {
        const current = session_id === signedInOf(request).session_id
        return { session_id, station, address, started_at, expires_at, current }
      }),
  })
  app.get(
    '/api/v1/me/sessions',
    { schema: { operationId: 'listOwnSessions', tags, response: { 200: Sessions, ...REFUSAL } } },
    async request => listed(request, signedInOf(request).person_id),
  )
  app.delete(
    '/api/v1/me/sessions/:session_id',
    {
      schema: {
        operationId: 'endOwnSession',
        tags,
        params: Type.Object({ session_id: Uuid }),
        response: { 204: Type.Null(), ...REFUSAL },
      },
    },
    async (request, reply) => {
      const signedIn = signedInOf(request)
      const { session_id } = request.params
      if (reader.sessionById(session_id)?.person_id !== signedIn.person_id)
        throw new FlowError('record_not_found', 'You have no such session.')
      tokens.revoke(session_id)
      continuity.broken(signedIn.person_id)
      await plant.submit('end-session', { session_id, by: { actor: actorOf(signedIn), cause: 'revoked' } })
      return reply.code(204).send(null)
    },
  )
  app.get(
    '/api/v1/users/:person_id/sessions',
    { schema: { operationId: 'listSessions', tags, params: PersonParams, response: { 200: Sessions, ...REFUSAL } } },
    async request => listed(request, request.params.person_id),
  )
  app.delete(
    '/api/v1/users/:person_id/sessions',
    {
      schema: { operationId: 'endSessions', tags, params: PersonParams, response: { 204: Type.Null(), ...REFUSAL } },
    },
    async (request, reply) => {
      await desk(request, { name: 'end-sessions', body: request.params })
      return reply.code(204).send(null)
    },
  )
}
