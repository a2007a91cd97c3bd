import { CODES, FlowError } from '@flowviz/contract/error'
import type { Outcome } from './command.ts'

/** A refusal as it travels from the writer's thread. What is not a FlowError is a defect: `internal`, with its stack. */
export function refusalOf(error: unknown): Extract<Outcome, { ok: false }> {
  if (error instanceof FlowError)
    return { ok: false, code: error.code, message: error.message, hint: error.hint, extra: error.extra }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { ok: false, code: 'internal', message, hint: CODES.internal.hint, extra: {} }
}

/** The refusal as the error that the caller gets. */
export function errorOf({ code, message, hint, extra }: Extract<Outcome, { ok: false }>): FlowError {
  return new FlowError(code, message, { hint, extra })
}
