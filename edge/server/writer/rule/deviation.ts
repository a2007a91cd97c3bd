import type { Deviation } from '@flowviz/contract/deviation'
import { FlowError } from '@flowviz/contract/error'
import type { DeviationState } from '@flowviz/contract/quality-word'
import { actionsOf, deviationOf, stateOf } from '../../store/deviation-row.ts'
import type { StoredRecord } from '../../store/record-store.ts'
import type { Context } from '../command-context.ts'
import { findLot, findRecord } from './find.ts'
import { openDeviation } from './open-deviation.ts'
import type { Rules } from './rule.ts'
import { record, requireAnother, requireSigner, signRows } from './sign.ts'

export { type Finding, type Opening, openDeviation } from './open-deviation.ts'

/** Rules of deviations: opened, contained by a hold, evaluated, worked off, verified, closed (21 CFR 117.150). */
export const DEVIATION_RULES = {
  /** @throws FlowError lot_not_found, record_not_found. */
  'open-deviation': ({ actor, body }, context) => {
    const { text, lot_ids = [], run_id = null, line = null, occurred_at = null } = body
    const lots = lot_ids.map(ref => findLot(ref, context))
    if (run_id !== null) findRecord('run', run_id, context)
    const began_at = occurred_at ?? context.ledger.stamp()
    const opening = {
      actor,
      cause: 'manual',
      text,
      said: null,
      began_at,
      finding: { run_id, line },
      lots,
      occurred_at,
    } as const
    return deviationView(openDeviation(opening, context).deviation_id, context)
  },

  /** @throws FlowError record_not_found, state_wrong. */
  'evaluate-deviation': (ask, context) => {
    const { actor, params, body } = ask
    const { id } = inState(params.deviation_id, ['OPEN', 'CONTAINED', 'EVALUATED', 'ACTIONS_DONE'], context)
    const { method, result, root_cause = null, reanalysis_needed = false } = body
    const data = { deviation_id: id, method, result, root_cause, reanalysis_needed }
    const draft = { type: 'deviation.evaluated', actor, subject: `deviation:${id}`, data } as const
    const { row } = record<'deviation.evaluated'>(draft, context)
    signRows([row], 'approved', { ask, context })
    return deviationView(id, context)
  },

  /** @throws FlowError record_not_found, state_wrong. */
  'verify-deviation': (ask, context) => {
    const { actor, params, body } = ask
    const { id, body: known } = inState(params.deviation_id, ['EVALUATED', 'ACTIONS_DONE'], context)
    const open = actionsOf(id, context.store).filter(({ state }) => state === 'OPEN')
    if (open.length > 0) throw unfinished(open)
    if (context.known.settings().dual_control)
      requireAnother(actor.id, known.evaluated_by as string, 'evaluated this deviation')
    const data = { deviation_id: id, text: body.text }
    const draft = { type: 'deviation.verified', actor, subject: `deviation:${id}`, data } as const
    const { row } = record<'deviation.verified'>(draft, context)
    signRows([row], 'verified', { ask, context })
    return deviationView(id, context)
  },

  /** @throws FlowError record_not_found, state_wrong, signature_missing. */
  'close-deviation': (ask, context) => {
    const { actor, params } = ask
    requireSigner(ask)
    const { id } = inState(params.deviation_id, ['VERIFIED'], context)
    const open = actionsOf(id, context.store).filter(({ state }) => state !== 'VERIFIED')
    if (open.length > 0) throw unfinished(open)
    const data = { deviation_id: id }
    const draft = { type: 'deviation.closed', actor, subject: `deviation:${id}`, data } as const
    const { row } = record<'deviation.closed'>(draft, context)
    signRows([row], 'approved', { ask, context })
    return deviationView(id, context)
  },
} satisfies Partial<Rules>

/** A deviation in one of some states. @throws FlowError record_not_found, state_wrong. */
export function inState(deviation_id: string, allowed: readonly DeviationState[], context: Context): StoredRecord {
  const found = findRecord('deviation', deviation_id, context)
  const state = stateOf(found, actionsOf(deviation_id, context.store))
  if (allowed.includes(state)) return found
  throw new FlowError('state_wrong', `The deviation is ${state}.`, { extra: { state, allowed } })
}

const unfinished = (actions: readonly StoredRecord[]): FlowError =>
  new FlowError('state_wrong', `${actions.length} of its actions are not finished.`, {
    extra: { action_ids: actions.map(({ id }) => id), allowed: ['VERIFIED'] },
  })

const deviationView = (id: string, context: Context): Deviation =>
  deviationOf(findRecord('deviation', id, context), actionsOf(id, context.store))
