import Type from 'typebox'
import type { Doors } from './door.ts'
import type { AppParts } from './parts.ts'

const Alive = Type.Object({ status: Type.Literal('ok') }, { $id: 'Alive', additionalProperties: false })
const Said = Type.Object({ code: Type.String(), detail: Type.String() }, { additionalProperties: false })
const Ready = Type.Object(
  {
    ready: Type.Boolean(),
    troubles: Type.Array(Said, { description: 'What keeps the appliance from taking work.' }),
    warnings: Type.Array(Said, { description: 'What somebody has to see to, while the appliance works.' }),
  },
  { $id: 'Ready', additionalProperties: false },
)
const Pong = Type.Object(
  { site: Type.String(), site_name: Type.String(), version: Type.String(), server_time: Type.String() },
  { $id: 'Pong', additionalProperties: false },
)

/** Liveness, readiness, and the answer by which a screen knows that it speaks to its own box. */
export function health(
  app: Doors,
  parts: Pick<AppParts, 'troubles' | 'warnings' | 'site' | 'site_name' | 'version' | 'now'>,
): void {
  const { site, site_name, version, now } = parts
  app.get('/health', { schema: { operationId: 'health', tags: ['box'], response: { 200: Alive } } }, async () => ({
    status: 'ok' as const,
  }))

  app.get(
    '/ready',
    { schema: { operationId: 'ready', tags: ['box'], response: { 200: Ready, 503: Ready } } },
    async (_request, reply) => {
      const troubles = await parts.troubles()
      const ready = troubles.length === 0
      return reply.code(ready ? 200 : 503).send({ ready, troubles, warnings: parts.warnings() })
    },
  )

  app.get('/api/v1/ping', { schema: { operationId: 'ping', tags: ['box'], response: { 200: Pong } } }, async () => ({
    site,
    site_name,
    version,
    server_time: new Date(now()).toISOString(),
  }))
}
