import { FlowError } from '@flowviz/contract/error'
import { type Lot, WeightEvidence } from '@flowviz/contract/lot'
import { inOrder } from '../domain/order.ts'
import { registerLot } from '../domain/register-lot.ts'
import { lotOf } from '../store/lot-row.ts'
import type { IdempotencyKey } from './command.ts'
import type { Context, Decide } from './command-context.ts'

/** Registers a lot once for each idempotency key. @throws FlowError idempotency_mismatch, and those of `registerLot`. */
export const decideLot: Decide<'register-lot'> = ({ actor, registration, captured, idempotency }, context) => {
  const before = remembered(idempotency, context)
  if (before !== null) return before
  const { store, ledger, site } = context
  const evidence = captured === null ? null : inOrder(captured, WeightEvidence)
  const data = registerLot(registration, evidence, {
    site,
    epoch: ledger.epoch(),
    taken: code => store.lots.codeTaken(code, site),
    lastNumber: (day, line) => store.lots.lastNumber(day, line),
    lotId: context.newId(),
    now: ledger.stamp(),
  })
  const subject = `lot:${data.lot_id}`
  const event = ledger.append({
    type: 'lot.registered',
    actor,
    subject,
    data,
    occurred_at: registration.occurred_at ?? null,
  })
  const lot = lotOf(event, event.seq, false)
  if (idempotency !== null) {
    const answer = { digest: idempotency.digest, result: JSON.stringify(lot), seq: event.seq }
    store.idempotency.keep(idempotency.key, answer, context.now())
  }
  return lot
}

function remembered(idempotency: IdempotencyKey | null, { store }: Context): Lot | null {
  const before = idempotency === null ? null : store.idempotency.get(idempotency.key)
  if (before === null) return null
  if (before.digest !== idempotency?.digest) throw new FlowError('idempotency_mismatch')
  return JSON.parse(before.result) as Lot
}
