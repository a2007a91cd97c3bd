import { FlowError } from '@flowviz/contract/error'
import type { FoundLot } from '@flowviz/contract/recall-notice'
import { countsOf, findingOf, isHeld } from '../../store/recall-notice.ts'
import { scopedLots } from '../../store/recall-record.ts'
import { findLocation, findLot, findRecord } from './find.ts'
import type { Rules } from './rule.ts'
import { quantityOf } from './take.ts'

/** Looking for what a recall holds: said by whoever finds it, or does not. */
export const RECALL_FINDING_RULES = {
  /**
   * What was said last counts: what was missing turns up.
   * @throws FlowError record_not_found, state_wrong, lot_not_found, lot_not_recalled, reason_missing, quantity_invalid,
   *   location_unfit.
   */
  'find-recalled-lot': ({ actor, params: { recall_id }, body }, context): FoundLot => {
    const recall = findRecord('recall', recall_id, context)
    if (!isHeld(recall) || recall.state === 'CLOSED')
      throw new FlowError('state_wrong', `The recall is ${recall.state}: nothing is looked for.`, {
        extra: { state: recall.state, allowed: ['HOLD_PLACED', 'NOTIFYING', 'RECOVERING', 'RECONCILED'] },
      })
    const { lot_id, lot_code } = findLot(body.lot_id, context)
    if (!scopedLots(recall_id, context.store.records).includes(lot_id))
      throw new FlowError('lot_not_recalled', `Lot ${lot_code} is none of this recall.`, {
        extra: { lot_id, lot_code },
      })
    const { missing = false, reason = null, location_id = null, weight_kg, occurred_at = null } = body
    if (missing && reason === null) throw new FlowError('reason_missing', 'Say why the lot is not to be found.')
    if (location_id !== null) findLocation(location_id, context)
    const quantity = weight_kg === undefined ? null : quantityOf({ weight_kg })
    context.ledger.append({
      type: 'recall.lot_sought',
      actor,
      subject: `recall:${recall_id}`,
      data: { recall_id, lot_id, found: !missing, location_id, quantity },
      occurred_at,
      reason,
    })
    const finding = findingOf(findRecord('recall_finding', `${recall_id}/${lot_id}`, context))
    return { recall_id, lot_id, finding, ...countsOf(recall, context.store) }
  },
} satisfies Partial<Rules>
