import type { TSchema } from 'typebox'

const WHOLE = /^-?\d{1,16}$/

/**
 * Reads the text of an address, a query or a header: what the schema wants as an integer and is one becomes it. All else
 * stays text, so that the check behind it refuses it by name: 1.5 is not 1, and neither is `true`.
 */
export function integersOf(schema: TSchema): (given: unknown) => unknown {
  const { properties = {} } = schema as { properties?: Record<string, { type?: string }> }
  const names = Object.keys(properties).filter(name => properties[name]?.type === 'integer')
  return given => {
    if (names.length === 0 || typeof given !== 'object' || given === null) return given
    const read = { ...given } as Record<string, unknown>
    for (const name of names) {
      const text = read[name]
      if (typeof text === 'string' && WHOLE.test(text)) read[name] = Number(text)
    }
    return read
  }
}
