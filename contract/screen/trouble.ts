import type { ErrorCode, Problem } from '../error.ts'

/** Why a request did not succeed, in words for the person at the screen. */
export interface Trouble {
  /** A code of the server, or the one that only a screen can see: no answer came. */
  code: ErrorCode | 'unreachable'
  title: string
  detail: string
  hint: string
  /** Field name to sentence, when the server refused single fields. */
  fields: Record<string, string>
  /** True when the same request, with the same idempotency key, may succeed later. */
  passing: boolean
}

export type Answer<T> = { ok: true; value: T } | { ok: false; trouble: Trouble }

/** What both generated clients throw: the problem of a refused answer, or status 0 when no answer came. */
export interface Refusal {
  status: number
  message: string
  problem: Record<string, unknown>
}

const PASSING = new Set([0, 429, 502, 503, 504, 507])

/** The trouble behind anything a client throws. */
export function troubleOf(error: unknown): Trouble {
  if (!isRefusal(error) || error.status === 0) return unreachable(isRefusal(error) ? error.message : '')
  const { code, title, detail, hint, errors } = error.problem as Partial<Problem>
  const fields: Record<string, string> = {}
  for (const { field, message } of errors ?? []) fields[field.replace(/^[/.]/, '')] = message
  return {
    code: code ?? 'internal',
    title: title ?? 'The server refused this.',
    detail: detail ?? '',
    hint: hint ?? '',
    fields,
    passing: PASSING.has(error.status),
  }
}

function isRefusal(error: unknown): error is Refusal {
  return typeof error === 'object' && error !== null && 'status' in error && 'problem' in error
}

function unreachable(detail: string): Trouble {
  return {
    code: 'unreachable',
    title: 'The FlowViz server does not answer.',
    detail,
    hint: 'Check the network of this screen, then try again.',
    fields: {},
    passing: true,
  }
}
