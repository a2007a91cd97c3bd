import { SyncStatus } from '@flowviz/contract/live'
import { type Doors, REFUSAL } from './door.ts'
import type { AppParts } from './parts.ts'

/** How far this box is behind headquarters. */
export function sync(app: Doors, parts: Pick<AppParts, 'sync'>): void {
  app.get(
    '/api/v1/sync',
    { schema: { operationId: 'getSync', tags: ['sync'], response: { 200: SyncStatus, ...REFUSAL } } },
    async () => parts.sync.status(),
  )
}
