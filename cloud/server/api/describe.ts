import swagger from '@fastify/swagger'
import { Problem } from '@flowviz/contract/error'
import { CLOUD_ACCESS } from '@flowviz/contract/hq-permission'
import type { TSchema } from 'typebox'
import type { App } from './type.ts'

type Json = Record<string, unknown>

/** Replaces every schema that has a name by a reference to it, and collects the named ones. */
export function named(value: unknown, components: Json): unknown {
  if (Array.isArray(value)) return value.map(entry => named(entry, components))
  if (typeof value !== 'object' || value === null) return value
  const { $id, ...rest } = value as Json
  const inner = Object.fromEntries(Object.entries(rest).map(([key, entry]) => [key, named(entry, components)]))
  if (typeof $id !== 'string') return inner
  components[$id] = inner
  return { $ref: `#/components/schemas/${$id}` }
}

/** The same schema without names: a parameter is described where it stands. */
function unnamed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unnamed)
  if (typeof value !== 'object' || value === null) return value
  const { $id: _, ...rest } = value as Json
  return Object.fromEntries(Object.entries(rest).map(([key, entry]) => [key, unnamed(entry)]))
}

/** Describes the API as OpenAPI 3.1 at `/api/openapi.json`; the client is generated from it. */
export async function describeRoutes(app: App, version: string): Promise<void> {
  const components: Json = {}
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'FlowViz headquarters', version, license: { name: 'Apache-2.0' } },
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    },
    transform: ({ schema, url, route }) => {
      const { response, ...request } = (schema ?? {}) as Json & { response?: Json }
      const problem = named(Problem, components)
      const answers = {
        ...response,
        default: { description: 'Refused.', content: { 'application/problem+json': { schema: problem } } },
      }
      const access = CLOUD_ACCESS[`${route.method} ${url}`]
      const security = access === 'public' ? [] : [{ bearer: [] }]
      if (schema?.hide) return { schema, url }
      // OpenAPI lists parameters one by one.
      const { body, ...parameters } = request
      const bodies = body === undefined ? {} : { body: named(body, components) }
      return {
        schema: {
          ...(unnamed(parameters) as Json),
          ...bodies,
          response: named(answers, components),
          security,
        } as TSchema,
        url,
      }
    },
    transformObject: document => {
      const { openapiObject } = document as { openapiObject: Json & { components?: Json } }
      return { ...openapiObject, components: { ...openapiObject.components, schemas: components } } as never
    },
  })
  app.get('/api/openapi.json', { schema: { hide: true } }, (_, reply) => reply.send(app.swagger()))
}
