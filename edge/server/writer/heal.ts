import { hexOf } from '@flowviz/contract/chain'
import { FlowError } from '@flowviz/contract/error'
import { AnyEvent, type LedgerEvent } from '@flowviz/contract/event'
import { Compile } from 'typebox/compile'
import type { Context, Decide } from './command-context.ts'

const anyEvent = Compile(AnyEvent)

/**
 * Rows that stand here already must be the same; the rest are appended, and the chain must end in `head`.
 * @throws FlowError ledger_gap (with `head`), ledger_fork, batch_invalid, site_mismatch, chain_broken.
 */
export const decideHealed: Decide<'append-healed'> = ({ from_seq, bodies, head }, context) => {
  const { store, ledger } = context
  const present = ledger.head()
  if (from_seq > present.seq + 1)
    throw new FlowError('ledger_gap', `Rows from ${present.seq + 1} on are missing.`, { extra: { head: present } })
  const held = store.ledger.rows(from_seq, Math.min(bodies.length, present.seq - from_seq + 1))
  for (const [at, row] of held.entries())
    if (row.body !== bodies[at]) throw new FlowError('ledger_fork', `Row ${row.seq} is not the one that is held here.`)
  for (const [at, body] of bodies.slice(held.length).entries()) {
    const seq = from_seq + held.length + at
    const event = parsed(body, context)
    if (event.seq !== seq) throw new FlowError('batch_invalid', `Row ${seq} says that it is row ${event.seq}.`)
    ledger.appendBody(event, body)
    recallCommand(event, context)
  }
  const last = held.length === bodies.length ? held.at(-1)?.hash : undefined
  const end = last === undefined ? ledger.head().hash : hexOf(last)
  if (end !== head) throw new FlowError('chain_broken')
  return { seq: ledger.head().seq }
}

export const decideEpoch: Decide<'start-epoch'> = ({ actor, cause, readings_seq }, { ledger }) => {
  const { epoch: before, seq, hash } = ledger.head()
  const epoch = before + 1
  const data = { epoch, resumed_from: { seq, hash }, readings_seq, cause }
  ledger.append({ type: 'epoch.started', actor, subject: `epoch:${epoch}`, data })
  return { epoch }
}

/** @throws FlowError batch_invalid, site_mismatch. */
export const decideRecovery: Decide<'recover-event'> = ({ actor, epoch, seq, hash, body }, context) => {
  const event = parsed(body, context)
  const { id } = event
  if (context.store.events.seqOf(id) !== null) return { recovered: false }
  const data = { epoch, seq, hash, body }
  context.ledger.append({ type: 'ledger.recovered', actor, subject: `event:${id}`, data })
  recallCommand(event, context)
  return { recovered: true }
}

/** A tablet sends again what a restored box has not received: what its ledger got back must not be done twice. */
function recallCommand({ command, seq }: LedgerEvent, { store, now }: Context): void {
  if (command !== undefined) store.idempotency.recall(command, seq, now())
}

function parsed(body: string, { site }: Context): LedgerEvent {
  let event: unknown
  try {
    event = JSON.parse(body)
  } catch (cause) {
    throw new FlowError('batch_invalid', 'A row is not JSON.', { cause })
  }
  if (!anyEvent.Check(event)) throw new FlowError('batch_invalid', 'A row is not a ledger event.')
  if (event.site !== site) throw new FlowError('site_mismatch', `A row is of ${event.site}; this box is ${site}.`)
  return event as unknown as LedgerEvent
}
