import { FlowError } from '@flowviz/contract/error'
import type { FastifySchemaCompiler } from 'fastify'
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import Value from 'typebox/value'

const SHOWN = 20

/** Checks each part of a request against its TypeBox schema; text of a query becomes the number it stands for. */
export const validate: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const compiled = Compile(schema)
  const fromText = httpPart !== 'body'
  return input => {
    const value = fromText ? Value.Default(schema, Value.Convert(schema, input)) : input
    if (compiled.Check(value)) return { value }
    const errors = compiled
      .Errors(value)
      .slice(0, SHOWN)
      .map(error => ({ field: `/${httpPart}${error.instancePath}`, message: error.message }))
    const named = errors.map(({ field, message }) => `${field} ${message}`).join('; ')
    return { error: new FlowError('body_invalid', named, { extra: { errors } }) }
  }
}
