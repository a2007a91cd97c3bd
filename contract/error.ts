import Type, { type Static } from 'typebox'
import { DEVICE } from './code/device.ts'
import { EPCIS } from './code/epcis.ts'
import { FLOOR } from './code/floor.ts'
import { FSMA } from './code/fsma.ts'
import { GENERAL } from './code/general.ts'
import { HQ } from './code/hq.ts'
import { INSTRUMENT } from './code/instrument.ts'
import { MASTER } from './code/master.ts'
import { PACK } from './code/pack.ts'
import { PERSON } from './code/person.ts'
import { PLANT } from './code/plant.ts'
import { PRINT } from './code/print.ts'
import { QUALITY } from './code/quality.ts'
import { RECALL } from './code/recall.ts'
import { RECORD } from './code/record.ts'
import type { CodeRow } from './code/row.ts'
import { RUN } from './code/run.ts'
import { SHIFT } from './code/shift.ts'
import { SIGN } from './code/sign.ts'
import { STOCK } from './code/stock.ts'
import { TABLET } from './code/tablet.ts'
import { TLS } from './code/tls.ts'
import { TOOL } from './code/tool.ts'
import { TRACE } from './code/trace.ts'

/**
 * Every refusal that FlowViz can give. `status` is the HTTP status of a problem answer (RFC 9457);
 * `title` says what happened, `hint` the next step for the person who reads it.
 * docs/errors.md is held equal to this table by a test.
 */
export const CODES = {
  ...GENERAL,
  ...FLOOR,
  ...PLANT,
  ...STOCK,
  ...MASTER,
  ...RUN,
  ...QUALITY,
  ...RECALL,
  ...RECORD,
  ...EPCIS,
  ...PRINT,
  ...TRACE,
  ...PACK,
  ...SIGN,
  ...PERSON,
  ...TABLET,
  ...SHIFT,
  ...TLS,
  ...DEVICE,
  ...INSTRUMENT,
  ...FSMA,
  ...TOOL,
  ...HQ,
} as const satisfies Record<string, CodeRow>

export type ErrorCode = keyof typeof CODES
export const ErrorCode = Type.Enum(Object.keys(CODES) as ErrorCode[])

/** An error that a caller can act on. The message says what happened here; the hint says what to do next. */
export class FlowError extends Error {
  readonly code: ErrorCode
  readonly hint: string
  /** Further fields of the problem answer, such as `required_roles` or `head`. */
  readonly extra: Record<string, unknown>

  constructor(
    code: ErrorCode,
    message?: string,
    more: { hint?: string; cause?: unknown; extra?: Record<string, unknown> } = {},
  ) {
    super(message ?? CODES[code].title, more.cause === undefined ? undefined : { cause: more.cause })
    this.name = 'FlowError'
    this.code = code
    this.hint = more.hint ?? CODES[code].hint
    this.extra = more.extra ?? {}
  }
}

/** The code of anything thrown; what is not ours is `internal`. */
export function codeOf(error: unknown): ErrorCode {
  return error instanceof FlowError ? error.code : 'internal'
}

/** The answer to a refused request, `application/problem+json` (RFC 9457) with a stable `code`. */
export const Problem = Type.Object(
  {
    type: Type.String({ description: 'Address of the page that explains the code.' }),
    title: Type.String(),
    status: Type.Integer(),
    code: ErrorCode,
    detail: Type.String(),
    hint: Type.String(),
    errors: Type.Optional(Type.Array(Type.Object({ field: Type.String(), message: Type.String() }))),
    required_roles: Type.Optional(Type.Array(Type.String())),
    head: Type.Optional(Type.Unknown()),
  },
  { $id: 'Problem', additionalProperties: true },
)
export type Problem = Static<typeof Problem>

/** The problem answer of an error. An `internal` one tells the caller nothing of the inside. */
export function problemOf(error: unknown): Problem {
  const code = codeOf(error)
  const { status, title, hint } = CODES[code]
  const known = error instanceof FlowError && code !== 'internal' ? error : undefined
  return {
    // First, so that no further field takes the place of one of these.
    ...known?.extra,
    type: `https://flowviz.example/errors#${code}`,
    title,
    status,
    code,
    detail: known?.message ?? title,
    hint: known?.hint ?? hint,
  }
}
