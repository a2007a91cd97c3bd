import { FlowError } from '@flowviz/contract/error'
import type { HelpState } from '@flowviz/contract/help-word'
import { helpCallOf } from '../../store/help-record.ts'
import type { StoredRecord } from '../../store/record-store.ts'
import type { Ask } from '../ask.ts'
import type { Context } from '../command-context.ts'
import { findLocation, findRecord } from './find.ts'
import type { Rules } from './rule.ts'

/** Calls for help: an alarm until somebody comes. */
export const HELP_RULES = {
  /** @throws FlowError record_not_found, location_unfit. */
  'call-help': ({ actor, body }, context) => {
    const { reason, stops_line, line = null, location_id = null, note = null, occurred_at = null } = body
    if (location_id !== null) findLocation(location_id, context)
    const call_id = context.newId()
    const data = { call_id, reason, stops_line, line, location_id, note }
    context.ledger.append({ type: 'help.called', actor, subject: `help_call:${call_id}`, data, occurred_at })
    return helpCallOf(findRecord('help_call', call_id, context))
  },

  /** @throws FlowError record_not_found, state_wrong. */
  'answer-help': ({ actor, params: { call_id }, body }, context) => {
    const call = inState(call_id, ['CALLED'], context)
    const data = { call_id, note: body.note ?? null }
    context.ledger.append({ type: 'help.answered', actor, subject: `help_call:${call_id}`, data })
    quiet(call, actor, context)
    return helpCallOf(findRecord('help_call', call_id, context))
  },

  /** Also of a call that nobody answered: it may have been put right meanwhile. @throws FlowError record_not_found, state_wrong. */
  'close-help': ({ actor, params: { call_id }, body }, context) => {
    const call = inState(call_id, ['CALLED', 'ANSWERED'], context)
    const data = { call_id, note: body.note ?? null }
    context.ledger.append({ type: 'help.closed', actor, subject: `help_call:${call_id}`, data })
    quiet(call, actor, context)
    return helpCallOf(findRecord('help_call', call_id, context))
  },
} satisfies Partial<Rules>

function inState(call_id: string, allowed: readonly HelpState[], context: Context): StoredRecord {
  const call = findRecord('help_call', call_id, context)
  if (!(allowed as readonly (string | null)[]).includes(call.state))
    throw new FlowError('state_wrong', `The call is ${call.state}.`, { extra: { state: call.state, allowed } })
  return call
}

/** Takes note of the alarm of a call, unless somebody has. */
function quiet({ body }: StoredRecord, actor: Ask['actor'], { store, ledger }: Context): void {
  const alarm_id = body.alarm_id as string
  if (store.records.get('alarm', alarm_id)?.state !== 'RAISED') return
  ledger.append({ type: 'alarm.acknowledged', actor, subject: `alarm:${alarm_id}`, data: { alarm_id, notes: null } })
}
