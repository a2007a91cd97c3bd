import { FlowError } from '@flowviz/contract/error'
import type { FastifyInstance, FastifySchemaCompiler } from 'fastify'
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'

/**
 * Holds every input to its schema. Text of an address or a header becomes the number that the schema asks for; a body
 * is taken as it is: "5" is not 5, and an unknown field is refused, never dropped.
 */
const compile: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const shape = Compile(schema)
  return (given: unknown) => {
    const value = httpPart === 'body' ? given : shape.Convert(given)
    if (shape.Check(value)) return { value }
    const errors = shape.Errors(value).flatMap(problemsOf)
    const what = errors.map(({ field, message }) => `${field} ${message}`).join('; ')
    const error = new FlowError('body_invalid', `${PARTS[httpPart ?? ''] ?? 'The request'}: ${what}`, {
      extra: { errors },
    })
    return { error }
  }
}

const PARTS: Record<string, string> = {
  body: 'The body',
  querystring: 'The query',
  params: 'The address',
  headers: 'The headers',
}

function problemsOf(error: { keyword: string; instancePath: string; message: string; params: object }) {
  const path = error.instancePath.slice(1).replaceAll('/', '.')
  const named = (name: string) => (path === '' ? name : `${path}.${name}`)
  const { requiredProperties = [], additionalProperties = [] } = error.params as {
    requiredProperties?: string[]
    additionalProperties?: string[]
  }
  // The same unknown field is also named by its parent, with its name.
  if (error.keyword === 'boolean') return []
  if (error.keyword === 'required')
    return requiredProperties.map(name => ({ field: named(name), message: 'is missing' }))
  if (error.keyword === 'additionalProperties')
    return additionalProperties.map(name => ({ field: named(name), message: 'is unknown' }))
  return [{ field: path, message: error.message }]
}

/** Sets how the server checks and writes: TypeBox in, plain JSON out. */
export function validation(app: FastifyInstance): void {
  app.setValidatorCompiler(compile)
  // Answers are built by the stores as contract types; a second serialiser would only cost and hide a difference.
  app.setSerializerCompiler(() => data => JSON.stringify(data))
  app.removeContentTypeParser('text/plain')
}
