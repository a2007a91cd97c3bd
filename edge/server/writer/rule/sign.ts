import { FlowError } from '@flowviz/contract/error'
import type { EventType } from '@flowviz/contract/event'
import type { Meaning, SignedRecord, Signer } from '@flowviz/contract/signature'
import { SIGNATURE_POLICY, SIGNATURE_PROCEDURE } from '@flowviz/contract/training'
import { settingsOf } from '../../store/plan-record.ts'
import type { Ask } from '../ask.ts'
import type { Context } from '../command-context.ts'
import type { Draft, EventOf } from '../ledger.ts'
import { requireTraining } from './training.ts'

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
 * Where signatures are strict, nobody signs who has not acknowledged what a signature means, or whose training in
 * signing does not count (21 CFR 11.10(i), (j)). Asked before the rule, so that a refusal leaves nothing.
 * @throws FlowError policy_unacknowledged, training_missing.
 */
export function requireMaySign({ signer, witness }: Pick<Ask, 'signer' | 'witness'>, context: Context): void {
  const { store } = context
  if ((signer === null && witness === null) || !settingsOf(store).strict_signature) return
  for (const { person_id } of [signer, witness].filter(one => one !== null)) {
    if (store.records.get('policy', `${person_id}/${SIGNATURE_POLICY}`) === null)
      throw new FlowError('policy_unacknowledged')
    requireTraining(person_id, SIGNATURE_PROCEDURE, context)
  }
}

/**
 * Signs rows in the name of those who proved to be the signers of the command: `record.signed`, bound to the hash of
 * each row (21 CFR 11.70). Gives the signature of the signer and of the witness; none when nobody signed.
 */
export function signRows(
  rows: SignedRecord[],
  meaning: Meaning,
  { ask, context }: { ask: Signed; context: Context },
): EventOf<'record.signed'>[] {
  const { actor, signer, witness } = ask
  const sign = ({ person_id, session_id, components, meaning: said }: Signer, fallback: Meaning) => {
    const role = context.store.people.standing(person_id)?.role ?? actor.role
    if (role === null) throw new FlowError('signature_refused')
    const signature_id = context.newId()
    return context.ledger.append({
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
  return [
    ...(signer === null ? [] : [sign(signer, meaning)]),
    ...(witness === null ? [] : [sign(witness, 'witnessed')]),
  ]
}

/** @throws FlowError second_person_missing when the person of a step is the one who did the step before. */
export function requireAnother(person: string, first: string | null, what: string): void {
  if (first === null || person !== first) return
  throw new FlowError('second_person_missing', `Who ${what} cannot do this too.`, { extra: { first_person: first } })
}
