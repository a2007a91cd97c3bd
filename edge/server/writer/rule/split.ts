import { into, sumOf, totalOf } from '../../domain/stock.ts'
import { entered, newcomer, requireRoom } from './enter.ts'
import { findLocation, findLot, lotView } from './find.ts'
import { addParts, holdAlike } from './part.ts'
import { placeOf, standing } from './place.ts'
import type { Rules } from './rule.ts'
import { quantityOf, takeEach } from './take.ts'

/** Parts of a lot become lots of their own. */
export const SPLIT_RULES = {
  /**
   * @throws FlowError lot_not_found, place_ambiguous, stock_insufficient, quantity_count_missing, location_unfit,
   *   lot_code_taken.
   */
  'split-lot': ({ actor, params, body }, context) => {
    const source = findLot(params.lot_id, context)
    const location_id = placeOf(source, body, context)
    const location = findLocation(location_id, context)
    const takings = body.parts.map(part => ({ lot: source, quantity: quantityOf(part), to: 'void', location_id }))
    const taken = takeEach(takings, context)
    const sums = taken.map(sumOf)
    const weight_mg = sums.reduce((sum, part) => sum + part.weight_mg, 0)
    const emptied = totalOf(standing(source, { location_id }, context)).weight_mg === weight_mg
    requireRoom(
      location,
      { weight_mg, lots: body.parts.map(() => newcomer()), leaving: { weight_mg, lots: emptied ? 1 : 0 } },
      context,
    )

    const parts = body.parts.map(({ lot_code }, at) => {
      const { weight_kg } = takings[at]!.quantity
      return { quantity: { ...sums[at]!, weight_kg }, lot_code }
    })
    const made = addParts({ actor, source, parts, location_id, occurred_at: body.occurred_at }, context)
    const lot_ids = made.map(({ lot_id }) => lot_id)
    context.ledger.append({
      type: 'lot.split',
      actor,
      subject: `lot:${source.lot_id}`,
      data: {
        source_lot_id: source.lot_id,
        lot_ids,
        postings: taken.flatMap((postings, at) => into(postings, lot_ids[at]!)),
      },
      occurred_at: body.occurred_at ?? null,
      reason: body.reason ?? null,
    })
    holdAlike(source, made, { actor, context })
    entered({ lot_ids, location_id }, { actor, context })
    return { source: lotView(source, context), lots: made.map(lot => lotView(lot, context)) }
  },
} satisfies Partial<Rules>
