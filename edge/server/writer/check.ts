import { EVENTS, type EventType, type LedgerEvent } from '@flowviz/contract/event'
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'

interface Checker {
  Check(value: unknown): boolean
  Errors(value: unknown): { instancePath: string; message: string }[]
}

// Compiled at the first event of a type: a start needs few of them.
const checkers = new Map<EventType, Checker>()

/** What is wrong with the shape of an event, or null. A wrong row could never be taken back, so every one is checked. */
export function eventProblem(event: LedgerEvent): string | null {
  let checker = checkers.get(event.type)
  if (checker === undefined) {
    checker = Compile(EVENTS[event.type] as TSchema) as unknown as Checker
    checkers.set(event.type, checker)
  }
  if (checker.Check(event)) return null
  const [first] = checker.Errors(event)
  return first === undefined ? 'unknown problem' : `${first.instancePath} ${first.message}`
}
