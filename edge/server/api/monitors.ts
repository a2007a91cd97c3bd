import { MonitorStatus } from '@flowviz/contract/monitor-status'
import { TemperatureEntry } from '@flowviz/contract/temperature'
import Type from 'typebox'
import { statusOf } from '../monitor/status.ts'
import { entryOf } from '../store/temperature-record.ts'
import { type Doors, REFUSAL } from './door.ts'
import type { AppParts } from './parts.ts'
import { recordDoors } from './record-list.ts'

const Statuses = Type.Object(
  { monitors: Type.Array(MonitorStatus) },
  { $id: 'MonitorStatuses', additionalProperties: false },
)

/** How the monitored rooms are right now, and what people took with a probe. */
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
  recordDoors(
    app,
    { reader },
    {
      path: '/api/v1/temperatures',
      kind: 'temperature',
      tag: 'quality',
      operations: { list: 'listTemperatures', get: 'getTemperature' },
      view: TemperatureEntry,
      viewOf: entry => entryOf(entry, { records: { get: reader.record } }),
      parent: 'location_id',
      param: 'entry_id',
    },
  )
}
