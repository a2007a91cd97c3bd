import swagger from '@fastify/swagger'
import type { FastifyInstance, FastifySchema } from 'fastify'
import Type, { type TSchema } from 'typebox'

type Named = { $id?: string }
type Answer = TSchema & { content?: Record<string, { schema: TSchema }> }

/** Collects every door behind it into the OpenAPI document; contract schemas become components by their `$id`. */
export function openapi(app: FastifyInstance, { version }: { version: string }): void {
  app.addHook('onRoute', ({ schema }) => {
    rewrite(schema, one => {
      component(app, one)
      return one
    })
  })
  app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'FlowViz appliance',
        version,
        description: 'The API of one plant. Every refusal is application/problem+json with a stable `code`.',
      },
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
      security: [{ bearer: [] }],
    },
    convertConstToEnum: false,
    refResolver: { buildLocalReference: json => String(json.$id) },
    transform: ({ schema, url, route }) => {
      const access = route.config?.access
      const named = rewrite(schema, one => ('$id' in one ? Type.Ref(`${one.$id}#`) : one))
      const security = access === 'public' || access === 'tablet' ? { security: [] } : {}
      return { schema: { ...named, ...security }, url }
    },
  })
}

/** Adds a schema as a component, and each one within it that has an `$id` of its own. */
function component(app: FastifyInstance, schema: TSchema): void {
  const { $id } = schema as Named
  const flat = hoist(schema, inner => component(app, inner))
  if ($id !== undefined && app.getSchema($id) === undefined) app.addSchema(flat)
}

/** A copy of a schema in which every named schema within it is a reference. */
function hoist(schema: TSchema, found: (inner: TSchema) => void): TSchema {
  const copy = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(copy)
    if (typeof value !== 'object' || value === null) return value
    if (value !== schema && '$id' in value) {
      found(value as TSchema)
      return Type.Ref(`${value.$id}#`)
    }
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copy(inner)]))
  }
  return copy(schema) as TSchema
}

/** A copy of a route's schema with its body and answers replaced. */
function rewrite(schema: FastifySchema | undefined, replace: (schema: TSchema) => TSchema): FastifySchema {
  const { body, response } = (schema ?? {}) as { body?: TSchema; response?: Record<string, Answer> }
  const answerOf = (answer: Answer): TSchema => {
    if (answer.content === undefined) return replace(answer)
    const content = Object.entries(answer.content).map(([type, of]) => [type, { ...of, schema: replace(of.schema) }])
    return { ...answer, content: Object.fromEntries(content) } as TSchema
  }
  const answers = Object.entries(response ?? {}).map(([status, answer]) => [status, answerOf(answer)])
  return {
    ...schema,
    ...(body === undefined ? {} : { body: replace(body) }),
    ...(response === undefined ? {} : { response: Object.fromEntries(answers) }),
  }
}

/** Serves the document. */
export function openapiDoor(app: FastifyInstance): void {
  app.get(
    '/api/openapi.json',
    { schema: { operationId: 'openapi', tags: ['box'], response: { 200: Type.Unknown() } } },
    async () => app.swagger(),
  )
}
