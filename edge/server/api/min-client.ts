import Type from 'typebox'
import type { ClientDemand } from '../parts.ts'
import type { Doors } from './door.ts'

const MinClient = Type.Object(
  {
    version: Type.String({ description: 'Release of the appliance.' }),
    min_client: Type.String({ description: 'Oldest release of the screen that may go on; 0.0.0: any.' }),
    kill_switch: Type.Boolean({
      description: 'True: the screen registers no service worker, and ends the one it has.',
    }),
  },
  { $id: 'MinClient', additionalProperties: false },
)

/** By this answer a screen knows whether it is too old to go on; before anybody has signed in. */
export function minClient(app: Doors, { version, client }: { version: string; client: ClientDemand }): void {
  app.get(
    '/api/v1/min-client',
    { schema: { operationId: 'minClient', tags: ['box'], response: { 200: MinClient } } },
    async () => ({ version, ...client }),
  )
}
