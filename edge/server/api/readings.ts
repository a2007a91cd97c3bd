import { Name } from '@flowviz/contract/name'
import { Reading } from '@flowviz/contract/reading'
import { Timestamp } from '@flowviz/contract/time'
import Type from 'typebox'
import { type Doors, REFUSAL } from './door.ts'
import type { AppParts } from './parts.ts'

const Query = Type.Object(
  {
    device_id: Name,
    channel: Name,
    since: Type.Optional(Timestamp),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_000, description: 'Default 500.' })),
  },
  { additionalProperties: false },
)
const Readings = Type.Object({ readings: Type.Array(Reading) }, { $id: 'Readings', additionalProperties: false })

/** The readings of one channel. */
export function readings(app: Doors, { telemetry }: Pick<AppParts, 'telemetry'>): void {
  app.get(
    '/api/v1/readings',
    {
      schema: {
        operationId: 'listReadings',
        tags: ['device'],
        querystring: Query,
        response: { 200: Readings, ...REFUSAL },
      },
    },
    async ({ query }) => ({
      readings: telemetry.readings({ ...query, since: query.since ?? null, limit: query.limit ?? 500 }),
    }),
  )
}
