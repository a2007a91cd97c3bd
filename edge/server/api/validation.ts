import { FlowError } from '@flowviz/contract/error'
import { integersOf } from '@flowviz/contract/query'
import { strangeTexts } from '@flowviz/contract/text'
import type { FastifyInstance, FastifySchemaCompiler } from 'fastify'
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { jsonBodies } from './json.ts'

/** More problems than a person reads, and names longer than any field has, are not sent back. */
const SHOWN = 20
const NAME_CHARS = 80

/**
 * Holds every input to its schema. Text of an address or a header becomes the number that the schema asks for; a body
 * is taken as it is: "5" is not 5, and an unknown field is refused, never dropped. Text in a body is plain text.
 */
const compile: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => inputCheck(schema, httpPart)

/** The check of one part of a request. */
export function inputCheck(schema: TSchema, httpPart: string | undefined) {
  const shape = Compile(schema)
  const isBody = httpPart === 'body'
  const read = isBody ? (given: unknown) => given : integersOf(schema)
  return (given: unknown): { value: unknown } | { error: Error } => {
    const value = read(given)
    const isShaped = shape.Check(value)
    const strange = isShaped && isBody ? strangeTexts(value) : []
    if (isShaped && strange.length === 0) return { value }
    const found = isShaped ? strange.map(strangeText) : shape.Errors(value).flatMap(problemsOf)
    const errors = found.slice(0, SHOWN).map(({ field, message }) => ({ field: field.slice(0, NAME_CHARS), message }))
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

const strangeText = (path: readonly string[]) => ({
  field: path.join('.'),
  message: 'holds a control character or half a character',
})

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
  jsonBodies(app)
}
