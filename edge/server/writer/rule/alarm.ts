import { FlowError } from '@flowviz/contract/error'
import { alarmOf } from '../../store/alarm-row.ts'
import { findRecord } from './find.ts'
import type { Rules } from './rule.ts'

export const ALARM_RULES = {
  /** @throws FlowError record_not_found, state_wrong. */
  'acknowledge-alarm': ({ actor, params: { alarm_id }, body }, context) => {
    const { state } = findRecord('alarm', alarm_id, context)
    if (state !== 'RAISED')
      throw new FlowError('state_wrong', `The alarm is ${state}.`, { extra: { state, allowed: ['RAISED'] } })
    const data = { alarm_id, notes: body.notes ?? null }
    context.ledger.append({ type: 'alarm.acknowledged', actor, subject: `alarm:${alarm_id}`, data })
    return alarmOf(findRecord('alarm', alarm_id, context))
  },
} satisfies Partial<Rules>
