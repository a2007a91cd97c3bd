import { FlowError } from '@flowviz/contract/error'
import { handoverOf } from '../../store/shift-record.ts'
import type { Context } from '../command-context.ts'
import { findRecord } from './find.ts'
import type { Rules } from './rule.ts'
import { requireAnother } from './sign.ts'

/** Hand-overs of shifts. */
export const SHIFT_RULES = {
  /** @throws FlowError record_not_found when a person is not one of this site. */
  'hand-over-shift': ({ actor, body }, context) => {
    const { notes, line = null, from_person_id = actor.id, to_person_id = null, occurred_at = null } = body
    for (const id of [from_person_id, to_person_id]) if (id !== null && id !== actor.id) requirePerson(id, context)
    const { open_runs, open_holds, open_alarms = [] } = body
    const handover_id = context.newId()
    const data = { handover_id, line, notes, from_person_id, to_person_id, open_runs, open_holds, open_alarms }
    const subject = `shift_handover:${handover_id}`
    context.ledger.append({ type: 'shift.handed_over', actor, subject, data, occurred_at })
    return handoverOf(findRecord('shift_handover', handover_id, context))
  },

  /** @throws FlowError record_not_found, state_wrong, second_person_missing, handover_for_another. */
  'accept-handover': ({ actor, params: { handover_id }, body }, context) => {
    const record = findRecord('shift_handover', handover_id, context)
    const { state, from_person_id, to_person_id } = handoverOf(record)
    if (state !== 'HANDED_OVER')
      throw new FlowError('state_wrong', `The hand-over is ${state}.`, { extra: { state, allowed: ['HANDED_OVER'] } })
    requireAnother(actor.id, from_person_id, 'handed over this shift')
    if (to_person_id !== null && to_person_id !== actor.id)
      throw new FlowError('handover_for_another', undefined, { extra: { to_person_id } })
    const data = { handover_id, notes: body.notes ?? null }
    context.ledger.append({ type: 'shift.accepted', actor, subject: `shift_handover:${handover_id}`, data })
    return handoverOf(findRecord('shift_handover', handover_id, context))
  },
} satisfies Partial<Rules>

function requirePerson(id: string, { store }: Context): void {
  if (store.people.byId(id) === null) throw new FlowError('record_not_found', `There is no person ${id} at this site.`)
}
