import { FlowError } from '@flowviz/contract/error'
import type { IdempotencyKey } from './ask.ts'
import type { Context } from './command-context.ts'

/**
 * Does work once for each idempotency key: the same key with the same request has the same answer. Without a key it is
 * done each time.
 * @throws FlowError idempotency_mismatch, and what the work refuses with.
 */
export function once<T>(idempotency: IdempotencyKey | null, { store, ledger, now }: Context, work: () => T): T {
  if (idempotency === null) return work()
  const { key, digest } = idempotency
  const before = store.idempotency.get(key)
  if (before !== null) {
    // A ledger that came back says which commands were done, not what they said.
    if (before.digest !== '' && before.digest !== digest) throw new FlowError('idempotency_mismatch')
    return JSON.parse(before.result) as T
  }
  const answer = work()
  store.idempotency.keep(key, { digest, result: JSON.stringify(answer), seq: ledger.seq() }, now())
  return answer
}
