import { FlowError } from '@flowviz/contract/error'
import type { Ask, IdempotencyKey } from './ask.ts'
import type { Context } from './command-context.ts'
import { RULES } from './rule/rules.ts'
import { requireMaySign } from './rule/sign.ts'

/**
 * Does a command once for each idempotency key: the same key with the same request has the same answer.
 * @throws FlowError idempotency_mismatch, and what the rule refuses with.
 */
export function act(ask: Ask, idempotency: IdempotencyKey | null, context: Context): unknown {
  const { store, ledger, now } = context
  const before = idempotency === null ? null : store.idempotency.get(idempotency.key)
  if (before !== null) {
    if (before.digest !== idempotency?.digest) throw new FlowError('idempotency_mismatch')
    return JSON.parse(before.result)
  }
  requireMaySign(ask, context)
  const rule = RULES[ask.name] as (ask: Ask, context: Context) => unknown
  const answer = rule(ask, context)
  if (idempotency !== null) {
    const { key, digest } = idempotency
    store.idempotency.keep(key, { digest, result: JSON.stringify(answer), seq: ledger.seq() }, now())
  }
  return answer
}
