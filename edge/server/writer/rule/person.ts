import { hexOf } from '@flowviz/contract/chain'
import { FlowError } from '@flowviz/contract/error'
import type { AnyEvent } from '@flowviz/contract/event'
import type { Actor } from '@flowviz/contract/identity'
import type { Role } from '@flowviz/contract/role'
import type { Meaning, SignedRecord } from '@flowviz/contract/signature'
import { SIGNATURE_POLICY } from '@flowviz/contract/training'
import { settingsOf } from '../../store/plan-record.ts'
import type { Context } from '../command-context.ts'
import type { Rules } from './rule.ts'
import { requireAnother, requireSigner, signRows } from './sign.ts'

/** What each role may say by a signature of its own. */
const MEANINGS_OF: Partial<Record<Role, readonly Meaning[]>> = {
  MANAGER: ['performed', 'reviewed', 'approved', 'released', 'rejected', 'verified'],
  OPERATOR: ['performed', 'verified'],
  AUDITOR: ['reviewed'],
}

/** Rules of what people do for their accounts. */
export const PERSON_RULES = {
  /** @throws FlowError person_not_found, second_person_missing, body_invalid. */
  'record-training': ({ actor, params: { person_id }, body }, context) => {
    const { store, ledger } = context
    if (store.people.standing(person_id) === null) throw new FlowError('person_not_found')
    if (settingsOf(store).dual_control) requireAnother(actor.id, person_id, 'was trained')
    const { expires_on = null, trainer = null, ...rest } = body
    if (expires_on !== null && expires_on < rest.trained_on)
      throw new FlowError('body_invalid', 'A training does not expire before it was given.')
    const data = { training_id: context.newId(), person_id, ...rest, expires_on, trainer }
    ledger.append({ type: 'training.recorded', actor, subject: `person:${person_id}`, data })
    return data
  },

  /** Twice is once. */
  'acknowledge-policy': ({ actor }, { store, ledger }) => {
    const data = { person_id: actor.id, policy: SIGNATURE_POLICY }
    const before = store.records.get('policy', `${actor.id}/${SIGNATURE_POLICY}`)
    if (before !== null) return { ...data, acknowledged_at: before.body.acknowledged_at as string }
    const { recorded_at } = ledger.append({ type: 'policy.acknowledged', actor, subject: `person:${actor.id}`, data })
    return { ...data, acknowledged_at: recorded_at }
  },

  /** @throws FlowError signature_missing, role_insufficient, record_not_found, second_person_missing, signature_refused. */
  'sign-record': (ask, context) => {
    const { actor, body } = ask
    const signer = { ...requireSigner(ask), meaning: body.meaning }
    requireMeaning(actor, body.meaning)
    const signs = body.seqs
      .toSorted((a, b) => a - b)
      .map(seq => signedRow(seq, { actor, meaning: body.meaning }, context))
    const [signature] = signRows(signs, body.meaning, { ask: { ...ask, signer, witness: null }, context })
    const { seq, recorded_at, data } = signature!
    return {
      signature_id: data.signature_id,
      seq,
      signer_id: data.signer_id,
      printed_name: context.store.people.byId(data.signer_id)?.display_name ?? null,
      signed_at: recorded_at,
      meaning: data.meaning,
      signs: data.signs,
      valid: true,
      problem: null,
    }
  },
} satisfies Partial<Rules>

function requireMeaning({ role }: Actor, meaning: Meaning): void {
  if (role !== null && MEANINGS_OF[role]?.includes(meaning)) return
  const required_roles = (Object.keys(MEANINGS_OF) as Role[]).filter(one => MEANINGS_OF[one]?.includes(meaning))
  throw new FlowError('role_insufficient', `A signature as "${meaning}" takes another role.`, {
    extra: { required_roles },
  })
}

/** The row as a signature is bound to it. Who did it signs "performed", and under dual control nothing else. */
function signedRow(seq: number, by: { actor: Actor; meaning: Meaning }, { store }: Context): SignedRecord {
  const row = store.ledger.row(seq)
  if (row === null) throw new FlowError('record_not_found', `The ledger has no row ${seq}.`)
  const event = JSON.parse(row.body) as AnyEvent & { subject?: string; actor?: Partial<Actor> }
  if (event.subject === undefined) throw new FlowError('record_not_found', `Row ${seq} is of no record.`)
  const performer = event.actor?.kind === 'person' ? (event.actor.id ?? null) : null
  if (by.meaning === 'performed') {
    if (performer !== by.actor.id) throw new FlowError('signature_refused', `Row ${seq} was done by somebody else.`)
  } else if (settingsOf(store).dual_control) requireAnother(by.actor.id, performer, `did row ${seq}`)
  return { seq, hash: hexOf(row.hash), subject: event.subject }
}
