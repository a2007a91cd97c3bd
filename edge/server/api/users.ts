import { FlowError } from '@flowviz/contract/error'
import { Training } from '@flowviz/contract/training'
import { NewUser, SecretReset, User, UserChange, UserReason, Users } from '@flowviz/contract/user'
import { Uuid } from '@flowviz/contract/uuid'
import Type from 'typebox'
import { hashSecret, requireStrong } from '../secret.ts'
import type { PeopleBodies } from '../writer/people-ask.ts'
import { IdempotencyKey } from './commands.ts'
import { type Doors, REFUSAL } from './door.ts'
import type { DoorParts } from './parts.ts'
import type { PeopleDesk } from './people-desk.ts'
import { trainingsOf, userView } from './user-view.ts'

export const PersonParams = Type.Object({ person_id: Uuid })
export const KeyHeader = Type.Object({ 'idempotency-key': Type.Optional(IdempotencyKey) })

type UserParts = DoorParts & { desk: PeopleDesk }
const tags = ['people']

/** Who may sign in here, and as what. Secrets become hashes before anything else sees them. */
export function users(app: Doors, parts: UserParts): void {
  const { reader } = parts
  const show = shower(parts)
  app.get(
    '/api/v1/users',
    { schema: { operationId: 'listUsers', tags, response: { 200: Users, ...REFUSAL } } },
    async () => ({ users: reader.users().map(user => userView(user, parts)) }),
  )
  app.get(
    '/api/v1/users/:person_id',
    { schema: { operationId: 'getUser', tags, params: PersonParams, response: { 200: User, ...REFUSAL } } },
    async request => show(request.params.person_id),
  )
  app.get(
    '/api/v1/users/:person_id/trainings',
    {
      schema: {
        operationId: 'listTrainings',
        tags,
        params: PersonParams,
        response: {
          200: Type.Object({ trainings: Type.Array(Training) }, { $id: 'Trainings', additionalProperties: false }),
          ...REFUSAL,
        },
      },
    },
    async request => ({ trainings: trainingsOf(reader, show(request.params.person_id).person_id) }),
  )
  create(app, parts)
  change(app, parts)
  standing(app, parts)
  reset(app, parts)
}

/** @throws FlowError person_not_found */
function shower(parts: DoorParts): (person_id: string) => User {
  return person_id => {
    const user = parts.reader.user(person_id)
    if (user === null) throw new FlowError('person_not_found')
    return userView(user, parts)
  }
}

function create(app: Doors, parts: UserParts): void {
  const { desk, randomBytes } = parts
  const show = shower(parts)
  app.post(
    '/api/v1/users',
    {
      schema: {
        operationId: 'createUser',
        tags,
        summary: 'Creates a person with a temporary secret, to be changed at the first sign-in.',
        headers: KeyHeader,
        body: NewUser,
        response: { 201: User, ...REFUSAL },
      },
    },
    async (request, reply) => {
      const { name, display_name, role, secret, reason } = request.body
      requireStrong(secret, { name, before: null })
      const secret_hash = await hashSecret(secret, randomBytes(16))
      const body = { name, display_name, role, secret_hash }
      const { person_id } = await desk(request, { name: 'create-user', body, reason, asked: request.body })
      return reply.code(201).header('location', `/api/v1/users/${person_id}`).send(show(person_id))
    },
  )
}

function change(app: Doors, parts: UserParts): void {
  const show = shower(parts)
  app.patch(
    '/api/v1/users/:person_id',
    {
      schema: {
        operationId: 'changeUser',
        tags,
        summary: 'Changes the printed name or the role; another role ends the sessions of the person.',
        headers: KeyHeader,
        params: PersonParams,
        body: UserChange,
        response: { 200: User, ...REFUSAL },
      },
    },
    async request => {
      const { person_id } = request.params
      const { reason, ...fields } = request.body
      const body = { person_id, ...fields } as PeopleBodies['change-user']
      await parts.desk(request, { name: 'change-user', body, reason, asked: request.body })
      return show(person_id)
    },
  )
}

/** Disable, enable, and take the names of a disabled person away. */
function standing(app: Doors, parts: UserParts): void {
  const { desk } = parts
  const show = shower(parts)
  const schema = {
    tags,
    headers: KeyHeader,
    params: PersonParams,
    body: UserReason,
    response: { 200: User, ...REFUSAL },
  }
  for (const [verb, status] of [
    ['disable', 'disabled'],
    ['enable', 'active'],
  ] as const)
    app.post(
      `/api/v1/users/:person_id/${verb}`,
      { schema: { ...schema, operationId: `${verb}User` } },
      async request => {
        const { person_id } = request.params
        const { reason } = request.body
        await desk(request, { name: 'change-user', body: { person_id, status }, reason, asked: request.body })
        return show(person_id)
      },
    )
  app.post(
    '/api/v1/users/:person_id/pseudonymise',
    { schema: { ...schema, operationId: 'pseudonymiseUser' } },
    async request => {
      const { person_id } = request.params
      const { reason } = request.body
      await desk(request, { name: 'pseudonymise-user', body: { person_id }, reason, asked: request.body })
      return show(person_id)
    },
  )
}

function reset(app: Doors, parts: UserParts): void {
  const { desk, reader, randomBytes } = parts
  const show = shower(parts)
  app.post(
    '/api/v1/users/:person_id/secret',
    {
      schema: {
        operationId: 'resetSecret',
        tags,
        summary: 'Sets a temporary secret; the sessions of the person end, and an alarm tells of it.',
        headers: KeyHeader,
        params: PersonParams,
        body: SecretReset,
        response: { 200: User, ...REFUSAL },
      },
    },
    async request => {
      const { person_id } = request.params
      const { secret, reason } = request.body
      requireStrong(secret, { name: reader.user(person_id)?.name ?? null, before: null })
      const body = { person_id, secret_hash: await hashSecret(secret, randomBytes(16)) }
      await desk(request, { name: 'reset-secret', body, reason, asked: request.body })
      return show(person_id)
    },
  )
}
