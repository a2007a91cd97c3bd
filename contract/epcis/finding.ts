import Type, { type Static } from 'typebox'
import { oneOf } from '../event/shape.ts'

/** What is wrong, or odd, in a captured document, and where: a JSON pointer (RFC 6901) into what was sent. */
export const Finding = Type.Object(
  {
    pointer: Type.String(),
    level: oneOf('error', 'warning'),
    code: oneOf(
      'shape',
      'word',
      'prefix',
      'parent',
      'record_time',
      'check_digit',
      'balance',
      'lot_unknown',
      'event_changed',
      'too_large',
      'number',
    ),
    text: Type.String(),
  },
  { $id: 'EpcisFinding', additionalProperties: false },
)
export type Finding = Static<typeof Finding>

/** Findings are told up to this many: a document that is wrong all over is not read to its end by anybody. */
export const FINDINGS_MAX = 100

export type Json = Record<string, unknown>
export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The pointer of a member. */
export const below = (pointer: string, key: string | number): string =>
  `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`

export const wrong = (pointer: string, text: string, code: Finding['code'] = 'shape'): Finding[] => [
  { pointer, level: 'error', code, text },
]
export const odd = (pointer: string, text: string, code: Finding['code']): Finding[] => [
  { pointer, level: 'warning', code, text },
]

/** Judges a value at a place. */
export type Check = (value: unknown, pointer: string) => Finding[]
