import { FlowError } from '@flowviz/contract/error'
import { integersOf } from '@flowviz/contract/query'
import { strangeTexts } from '@flowviz/contract/text'
import type { FastifySchemaCompiler } from 'fastify'
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import Value from 'typebox/value'

const SHOWN = 20

/** Checks each part of a request against its TypeBox schema; digits of a query become the number, text in a body is plain. */
export const validate: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const compiled = Compile(schema)
  const isBody = httpPart === 'body'
  const integers = integersOf(schema)
  return input => {
    const value = isBody ? input : Value.Default(schema, integers(input))
    const isShaped = compiled.Check(value)
    const strange = isShaped && isBody ? strangeTexts(value) : []
    if (isShaped && strange.length === 0) return { value }
    const found = isShaped
      ? strange.map(path => ({
          instancePath: `/${path.join('/')}`,
          message: 'holds a control character or half a character',
        }))
      : compiled.Errors(value)
    const errors = found
      .slice(0, SHOWN)
      .map(error => ({ field: `/${httpPart}${error.instancePath}`, message: error.message }))
    const named = errors.map(({ field, message }) => `${field} ${message}`).join('; ')
    return { error: new FlowError('body_invalid', named, { extra: { errors } }) }
  }
}
