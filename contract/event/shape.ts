import Type, { type TSchema } from 'typebox'

/** A value that may be missing, and is written as null then. */
export const orNull = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()])

/** An object without unknown keys; the order of its keys is the order in which they are written. */
export const object = <T extends Record<string, TSchema>>(properties: T) =>
  Type.Object(properties, { additionalProperties: false })

/** One of some words. */
export const oneOf = <const T extends string>(...words: T[]) => Type.Enum(words as T[])

export const Text = orNull(Type.String())
/** SHA-256 in hex. */
export const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' })
/** A day of the calendar, `YYYY-MM-DD`. */
export const Day = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$', examples: ['2026-11-23'] })
