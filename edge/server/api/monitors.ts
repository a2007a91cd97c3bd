import { MonitorStatus } from '@flowviz/contract/monitor-status'
import Type from 'typebox'
import { statusOf } from '../monitor/status.ts'
import { type Doors, REFUSAL } from './door.ts'
import type { AppParts } from './parts.ts'

const Statuses = Type.Object(
  { monitors: Type.Array(MonitorStatus) },
  { $id: 'MonitorStatuses', additionalProperties: false },
)

/** How the monitored rooms are right now. */
export function monitors(app: Doors, { reader }: Pick<AppParts, 'reader'>): void {
  app.get(
    '/api/v1/monitors/status',
    {
      schema: {
        operationId: 'listMonitorStatuses',
        tags: ['quality'],
        description: 'Every current monitor: inside, outside, confirmed (a deviation is open) or silent.',
        response: { 200: Statuses, ...REFUSAL },
      },
    },
    async () => ({ monitors: statusOf(reader.monitors()) }),
  )
}
