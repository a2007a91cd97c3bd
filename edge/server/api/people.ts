import { Person } from '@flowviz/contract/identity'
import Type from 'typebox'
import { type Doors, REFUSAL } from './door.ts'
import type { AppParts } from './parts.ts'

const People = Type.Object({ people: Type.Array(Person) }, { $id: 'People', additionalProperties: false })

/** Who can sign in at this site: the names on the login screen. */
export function people(app: Doors, { reader }: Pick<AppParts, 'reader'>): void {
  app.get(
    '/api/v1/people',
    { schema: { operationId: 'listPeople', tags: ['session'], response: { 200: People, ...REFUSAL } } },
    async () => ({ people: reader.people() }),
  )
}
