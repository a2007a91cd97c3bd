import { FlowError } from '@flowviz/contract/error'
import type { EventType } from '@flowviz/contract/event'
import type { Meaning, SignedRecord, Signer } from '@flowviz/contract/signature'
import type { Ask } from '../ask.ts'
import type { Context } from '../command-context.ts'
import type { Draft, EventOf } from '../ledger.ts'

/** An event with the row that a signature can be bound to. */
export interface Recorded<T extends EventType> {
  event: EventOf<T>
  row: SignedRecord
}

/** Appends an event and says the number and the hash of its row. */
export function record<T extends EventType>(draft: Draft<T>, { ledger }: Context): Recorded<T> {
  const event = ledger.append(draft)
  return { event, row: { seq: event.seq, hash: ledger.head().hash, subject: event.subject } }
}

type Signed = Pick<Ask, 'actor' | 'signer' | 'witness'>

/** Who signs a command. @throws FlowError signature_missing */
export function requireSigner({ signer }: Signed): Signer {
  if (signer === null) throw new FlowError('signature_missing')
  return signer
}

/**
 * Signs rows in the name of those who proved to be the signers of the command: `record.signed`, bound to the hash of
 * each row (21 CFR 11.70). Does nothing when nobody signed.
 */
export function signRows(
  rows: SignedRecord[],
  meaning: Meaning,
  { ask, context }: { ask: Signed; context: Context },
): void {
  const { actor, signer, witness } = ask
  const sign = ({ person_id, session_id, components, meaning: said }: Signer, fallback: Meaning) => {
    const role = context.store.people.byId(person_id)?.role ?? actor.role
    if (role === null) throw new FlowError('signature_refused')
    const signature_id = context.newId()
    context.ledger.append({
      type: 'record.signed',
      actor: { ...actor, id: person_id, role },
      subject: `signature:${signature_id}`,
      data: {
        signature_id,
        signer_id: person_id,
        signer_role: role,
        meaning: said ?? fallback,
        components,
        session_id,
        station: actor.station,
        signs: rows,
      },
    })
  }
  if (signer !== null) sign(signer, meaning)
  if (witness !== null) sign(witness, 'witnessed')
}

/** @throws FlowError second_person_missing when the person of a step is the one who did the step before. */
export function requireAnother(person: string, first: string | null, what: string): void {
  if (first === null || person !== first) return
  throw new FlowError('second_person_missing', `Who ${what} cannot do this too.`, { extra: { first_person: first } })
}
