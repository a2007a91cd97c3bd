import { FlowError } from '@flowviz/contract/error'
import { timestampOf } from '@flowviz/contract/time'
import { Badge, BadgeAssignment } from '@flowviz/contract/user'
import { Uuid } from '@flowviz/contract/uuid'
import Type from 'typebox'
import { type Doors, REFUSAL } from './door.ts'
import { badgeDigest } from './keyed-digest.ts'
import type { DoorParts } from './parts.ts'
import type { PeopleDesk } from './people-desk.ts'
import { badgeView } from './user-view.ts'
import { KeyHeader, PersonParams } from './users.ts'

/** Badges stand for a name at the sign-in, never for a secret. The number itself is kept nowhere. */
export function badges(app: Doors, parts: DoorParts & { desk: PeopleDesk }): void {
  const { reader, desk, now } = parts
  const digestOf = badgeDigest(parts.token_key)
  const show = (badge_id: string) => {
    const badge = reader.record('badge', badge_id)
    if (badge === null) throw new FlowError('record_not_found')
    return badgeView(badge, timestampOf(now()))
  }
  app.post(
    '/api/v1/users/:person_id/badges',
    {
      schema: {
        operationId: 'assignBadge',
        tags: ['people'],
        headers: KeyHeader,
        params: PersonParams,
        body: BadgeAssignment,
        response: { 201: Badge, ...REFUSAL },
      },
    },
    async (request, reply) => {
      const { person_id } = request.params
      const { badge_no, expires_at = null, reason } = request.body
      const body = { person_id, digest: digestOf(badge_no), expires_at }
      const { badge_id } = await desk(request, { name: 'assign-badge', body, reason, asked: request.body })
      return reply.code(201).send(show(badge_id!))
    },
  )
  app.delete(
    '/api/v1/users/:person_id/badges/:badge_id',
    {
      schema: {
        operationId: 'revokeBadge',
        tags: ['people'],
        headers: KeyHeader,
        params: Type.Object({ person_id: Uuid, badge_id: Uuid }),
        response: { 200: Badge, ...REFUSAL },
      },
    },
    async request => {
      const { badge_id } = request.params
      await desk(request, { name: 'revoke-badge', body: request.params })
      return show(badge_id)
    },
  )
}
