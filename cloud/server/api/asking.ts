import { FlowError } from '@flowviz/contract/error'
import Type, { type TObject } from 'typebox'

/** An object that takes no other keys. */
export const closed = <T extends TObject['properties']>(properties: T) =>
  Type.Object(properties, { additionalProperties: false })

export const Cursor = Type.Optional(Type.String({ maxLength: 400 }))

/** @throws FlowError not_found or lot_not_found when there is nothing. */
export function found<T>(value: T | null, code: 'not_found' | 'lot_not_found' = 'not_found'): T {
  if (value === null) throw new FlowError(code)
  return value
}

/** The refusal of one parameter of a question. */
export function wrong(field: string, message: string): FlowError {
  const errors = [{ field: `/querystring/${field}`, message }]
  return new FlowError('body_invalid', `${field} ${message}`, { extra: { errors } })
}
export const wrongCursor = (field = 'cursor') => wrong(field, 'is not one that was given')

/** Cursors come back from strangers: whatever is not what we gave is refused. @throws FlowError body_invalid. */
export function partsOf(cursor: string, field = 'cursor'): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(parts)) return parts
  } catch {
    // Not JSON: the same refusal.
  }
  throw wrongCursor(field)
}
