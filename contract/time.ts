import Type from 'typebox'

/** UTC in milliseconds, RFC 3339: `2026-11-23T05:00:00.000Z`. Sorts as text. */
export const Timestamp = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$',
  examples: ['2026-11-23T05:00:00.000Z'],
})

const TIMESTAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

/**
 * True for a Timestamp that names a real moment: 30 February is none, and neither is the year 0, which Postgres does
 * not have.
 */
export function isTimestamp(text: string): boolean {
  if (!TIMESTAMP.test(text) || text.startsWith('0000')) return false
  const parsed = new Date(text)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString() === text
}

/** Milliseconds since 1970 as a Timestamp. */
export function timestampOf(ms: number): string {
  return new Date(ms).toISOString()
}
