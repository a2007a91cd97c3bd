import type { Ask, IdempotencyKey } from './ask.ts'
import type { Context } from './command-context.ts'
import { once } from './once.ts'
import { RULES } from './rule/rules.ts'
import { requireMaySign } from './rule/sign.ts'
import { doSent } from './sent.ts'
import type { Sent } from './tablet-ask.ts'

/** How a command came: under which key, from which tablet. */
interface Way {
  idempotency: IdempotencyKey | null
  sent: Sent | undefined
  context: Context
}

/**
 * Does a command once for each idempotency key: the same key with the same request has the same answer.
 * @throws FlowError idempotency_mismatch, and what the rule or `doSent` refuses with.
 */
export function act(ask: Ask, { idempotency, sent, context }: Way): unknown {
  const work = () => {
    requireMaySign(ask, context)
    const rule = RULES[ask.name] as (ask: Ask, context: Context) => unknown
    return rule(ask, context)
  }
  return once(idempotency, context, () => (sent === undefined ? work() : doSent(ask, sent, { context, work })))
}
