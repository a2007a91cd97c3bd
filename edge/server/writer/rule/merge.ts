import { FlowError } from '@flowviz/contract/error'
import type { LotRegistration } from '@flowviz/contract/lot'
import { type MergedSource, mergeOf } from '../../domain/merge.ts'
import { into, sumOf, totalOf } from '../../domain/stock.ts'
import { requireUsable } from '../../domain/use.ts'
import type { LotPlace } from '../../store/lot-store.ts'
import { planOf } from '../../store/plan-record.ts'
import type { Context } from '../command-context.ts'
import { addLot } from '../lot.ts'
import { entered, newcomer, requireRoom } from './enter.ts'
import { findLocation, findLot, lotView, today } from './find.ts'
import { keptOf, planRef, registered } from './part.ts'
import { placeOf, standing } from './place.ts'
import type { Rules } from './rule.ts'
import { quantityOf, quantityOfMg, takeEach } from './take.ts'

/** Lots, or parts of them, become one lot in the place where they stand. */
export const MERGE_RULES = {
  /**
   * @throws FlowError lot_not_found, body_invalid, lots_unlike, place_ambiguous, stock_insufficient, location_unfit,
   *   lot_code_taken, and those of `requireUsable`.
   */
  'merge-lots': ({ actor, body }, context) => {
    const { ledger, store } = context
    const lots = body.sources.map(({ lot_id }) => findLot(lot_id, context))
    if (new Set(lots.map(({ lot_key }) => lot_key)).size < lots.length)
      throw new FlowError('body_invalid', 'A lot is named twice.')
    for (const lot of lots) requireUsable(lot, 'consume', { plan: planOf(lot, store).plan, today: today(context) })
    const sources = lots.map(lot => sourceOf(lot, context))
    const merged = mergeOf(sources as [MergedSource, ...MergedSource[]])

    const location_id = placeOf(lots[0]!, body, context)
    const location = findLocation(location_id, context)
    const takings = lots.map((lot, at) => {
      const quantity = wanted(lot, { ...body.sources[at], location_id }, context)
      return { lot, quantity, to: 'void', location_id }
    })
    const taken = takeEach(takings, context)
    const { weight_mg, count, weight_kg } = sumOf(taken.flat())
    requireRoom(location, { weight_mg, lots: [newcomer()], leaving: { weight_mg, lots: 0 } }, context)

    const registration: LotRegistration = {
      ...commonOf(lots, context),
      ...(merged.produced_on === null ? {} : { produced_on: merged.produced_on }),
      ...(merged.best_before === null ? {} : { best_before: merged.best_before }),
      ...(body.lot_code === undefined ? {} : { lot_code: body.lot_code }),
      ...(body.occurred_at === undefined ? {} : { occurred_at: body.occurred_at }),
      ...(count === null || count === 0 ? {} : { count }),
      location_id,
      weight_kg,
    }
    const { status, gate_passed, expires_on, allergens } = merged
    const plan = planRef(lots[0]!, context)
    const origins = { origin: 'merged', status, gate_passed, expires_on, allergens, plan } as const
    const { event } = addLot({ actor, registration, captured: null, derived: true, origins }, context)
    const { lot_id } = event.data
    ledger.append({
      type: 'lot.merged',
      actor,
      subject: `lot:${lot_id}`,
      data: { source_lot_ids: lots.map(lot => lot.lot_id), lot_id, postings: into(taken.flat(), lot_id) },
      occurred_at: body.occurred_at ?? null,
      reason: body.reason,
    })
    entered({ lot_ids: [lot_id], location_id }, { actor, context })
    return lotView(store.lots.byId(lot_id)!, context)
  },
} satisfies Partial<Rules>

function sourceOf(lot: LotPlace, context: Context): MergedSource {
  const { product, more } = registered(lot, context)
  const { produced_on = null, best_before = null, allergens = [] } = more ?? {}
  return { ...lot, product, produced_on, best_before, allergens }
}

type Wanted = { weight_kg?: string | number; count?: number; location_id: string }

/** What was said, or all that stands in the place. */
export function wanted(lot: LotPlace, { weight_kg, count, location_id }: Wanted, context: Context) {
  if (weight_kg !== undefined) return quantityOf({ weight_kg, count })
  const all = totalOf(standing(lot, { location_id }, context))
  if (all.weight_mg === 0) throw nothingIn(lot, location_id)
  return quantityOfMg(all.weight_mg, all.count)
}

export const nothingIn = ({ lot_id, lot_code }: LotPlace, location_id: string): FlowError =>
  new FlowError('stock_insufficient', `Nothing of lot ${lot_code} stands in ${location_id}.`, {
    extra: { lot_id, on_hand_kg: '0.000000' },
  })

/** What all registrations say alike: a supplier's code stays only where all of it has the same one. */
function commonOf(lots: readonly LotPlace[], context: Context): ReturnType<typeof keptOf> {
  const [first, ...rest] = lots.map(lot => keptOf(registered(lot, context)))
  const same = ([key, value]: [string, unknown]) => rest.every(other => other[key as keyof typeof other] === value)
  return { ...Object.fromEntries(Object.entries(first!).filter(same)), lot_type: first!.lot_type }
}
