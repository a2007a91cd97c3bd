import Type from 'typebox'
import type { Doors } from './door.ts'
import type { AppParts } from './parts.ts'

/** Prometheus text of everything that the rooms count. */
export function metrics(app: Doors, parts: Pick<AppParts, 'metrics'>): void {
  app.get(
    '/metrics',
    {
      schema: {
        operationId: 'metrics',
        tags: ['box'],
        response: { 200: { content: { 'text/plain': { schema: Type.String() } } } },
      },
    },
    async (_request, reply) => {
      const text = await parts.metrics.metrics()
      return reply.type(parts.metrics.contentType).serializer(String).send(text)
    },
  )
}
