import type { TSchema } from 'typebox'

type Shape = { properties?: Record<string, TSchema>; items?: TSchema; anyOf?: TSchema[]; const?: unknown }
type Fields = Record<string, unknown>

/**
 * A copy of a value with its keys in the order of its schema, at every depth, and without keys that are undefined:
 * the form in which facts stand in the ledger. Keys that the schema does not have go to the end, for a validator to see.
 */
export function inOrder<T>(value: T, schema: TSchema): T {
  return ordered(value, schema as Shape) as T
}

function ordered(value: unknown, shape: Shape): unknown {
  if (value === null || typeof value !== 'object') return value
  if (shape.anyOf !== undefined) {
    const option = shape.anyOf.find(option => fits(value, option as Shape))
    return option === undefined ? value : ordered(value, option as Shape)
  }
  if (Array.isArray(value)) return value.map(item => (shape.items === undefined ? item : ordered(item, shape.items)))
  const { properties = {} } = shape
  const fields = value as Fields
  const result: Fields = {}
  for (const key of Object.keys(properties))
    if (fields[key] !== undefined) result[key] = ordered(fields[key], properties[key] as Shape)
  for (const key of Object.keys(fields))
    if (fields[key] !== undefined && !Object.hasOwn(properties, key)) result[key] = fields[key]
  return result
}

/** True for the option of a union that a value was written for: its keys and its literal discriminators are there. */
function fits(value: object, shape: Shape): boolean {
  if (Array.isArray(value)) return shape.items !== undefined
  const { properties } = shape
  if (properties === undefined) return false
  const fields = value as Fields
  const literals = Object.entries(properties) as [string, Shape][]
  return (
    Object.keys(fields).every(key => Object.hasOwn(properties, key)) &&
    literals.every(([key, { const: literal }]) => literal === undefined || fields[key] === literal)
  )
}
