import type { Action } from '@flowviz/contract/deviation'
import { FlowError } from '@flowviz/contract/error'
import { actionOf } from '../../store/deviation-row.ts'
import type { StoredRecord } from '../../store/record-store.ts'
import type { Context } from '../command-context.ts'
import { inState } from './deviation.ts'
import { findRecord } from './find.ts'
import type { Rules } from './rule.ts'
import { record, requireAnother, signRows } from './sign.ts'

/** Rules of what is done about a deviation. */
export const ACTION_RULES = {
  /** @throws FlowError record_not_found (deviation, owner), state_wrong. */
  'assign-action': ({ actor, params, body }, context) => {
    const states = ['OPEN', 'CONTAINED', 'EVALUATED', 'ACTIONS_DONE', 'VERIFIED'] as const
    const { id: deviation_id } = inState(params.deviation_id, states, context)
    const { kind, text, owner_id = null, due_on } = body
    if (owner_id !== null && !context.store.people.known(owner_id))
      throw new FlowError('record_not_found', `There is no person ${owner_id} at this site.`)
    const action_id = context.newId()
    const data = { action_id, deviation_id, kind, text, owner_id, due_on }
    context.ledger.append({ type: 'action.assigned', actor, subject: `deviation:${deviation_id}`, data })
    return actionView(action_id, context)
  },

  /** @throws FlowError record_not_found, state_wrong. */
  'complete-action': (ask, context) => {
    const { id: action_id, parent } = inActionState(ask.params.action_id, 'OPEN', context)
    const data = { action_id, deviation_id: parent!, text: ask.body.text }
    const draft = { type: 'action.done', actor: ask.actor, subject: `deviation:${parent}`, data } as const
    const { row } = record<'action.done'>(draft, context)
    signRows([row], 'performed', { ask, context })
    return actionView(action_id, context)
  },

  /** @throws FlowError record_not_found, state_wrong, second_person_missing. */
  'verify-action': (ask, context) => {
    const { actor, params, body } = ask
    const { id: action_id, parent, body: known } = inActionState(params.action_id, 'DONE', context)
    requireAnother(actor.id, known.done_by as string, 'did this action')
    const data = { action_id, deviation_id: parent!, effective: body.effective, text: body.text }
    const draft = { type: 'action.verified', actor, subject: `deviation:${parent}`, data } as const
    const { row } = record<'action.verified'>(draft, context)
    signRows([row], 'verified', { ask, context })
    return actionView(action_id, context)
  },
} satisfies Partial<Rules>

function inActionState(action_id: string, state: Action['state'], context: Context): StoredRecord {
  const found = findRecord('action', action_id, context)
  if (found.state === state) return found
  throw new FlowError('state_wrong', `The action is ${found.state}.`, {
    extra: { state: found.state, allowed: [state] },
  })
}

const actionView = (id: string, context: Context): Action => actionOf(findRecord('action', id, context))
