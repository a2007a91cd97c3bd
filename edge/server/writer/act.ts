import type { Ask, IdempotencyKey } from './ask.ts'
import type { Context } from './command-context.ts'
import { once } from './once.ts'
import { RULES } from './rule/rules.ts'
import { requireMaySign } from './rule/sign.ts'

/**
 * Does a command once for each idempotency key: the same key with the same request has the same answer.
 * @throws FlowError idempotency_mismatch, and what the rule refuses with.
 */
export function act(ask: Ask, idempotency: IdempotencyKey | null, context: Context): unknown {
  return once(idempotency, context, () => {
    requireMaySign(ask, context)
    const rule = RULES[ask.name] as (ask: Ask, context: Context) => unknown
    return rule(ask, context)
  })
}
