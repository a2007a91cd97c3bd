import { unionOf } from '@flowviz/contract/allergen'
import { RECEIVING } from '@flowviz/contract/change/lot'
import { FlowError } from '@flowviz/contract/error'
import type { LotRegistration } from '@flowviz/contract/lot'
import type { LotType } from '@flowviz/contract/lot-word'
import type { Item } from '@flowviz/contract/plant/item'
import { accountOf, type Posting, spotOf } from '@flowviz/contract/posting'
import type { Quantity } from '@flowviz/contract/quantity'
import { weigh } from '../../domain/register-lot.ts'
import { chargesOf, giveBack, inside, requireInside } from '../../domain/run-material.ts'
import { isRework, requireDeclared, requireInRecipe } from '../../domain/run-recipe.ts'
import { releaseGate, requireUsable } from '../../domain/use.ts'
import type { LotPlace } from '../../store/lot-store.ts'
import { planOf } from '../../store/plan-record.ts'
import type { RunBody } from '../../store/run-record.ts'
import { recipeOf } from '../../store/version-record.ts'
import type { Ask, CapturedWeight } from '../ask.ts'
import type { Context } from '../command-context.ts'
import { addLot } from '../lot.ts'
import { entered, newcomer, requireRoom } from './enter.ts'
import { findLocation, findLot, findRecord, lotView, today } from './find.ts'
import { inheritHolds } from './inherit-hold.ts'
import { passOver } from './leave.ts'
import type { Rules } from './rule.ts'
import { findRun, momentOf, runNow, runWithLot, totalsWith } from './run-find.ts'
import { quantityOfMg, takeStock } from './take.ts'

type Amount = Pick<LotRegistration, 'scale_id' | 'weight_kg' | 'manual_reason' | 'count'>

const TOTAL = { good: 'good_mg', by_product: 'by_product_mg', rework: 'rework_mg' } as const
const LOST = { waste: 'waste_mg', sample: 'sample_mg', process_loss: 'process_loss_mg' } as const

function amountOf(said: Amount, captured: CapturedWeight | null) {
  const { weight, mass } = weigh(said, captured)
  const quantity: Quantity = { ...mass, count: said.count ?? null }
  return { weight, quantity }
}

/** Pieces of postings together; null where they are not counted. */
const piecesOf = (postings: readonly Posting[]): number | null =>
  postings.some(({ quantity }) => quantity.count === null)
    ? null
    : postings.reduce((sum, { quantity }) => sum + (quantity.count ?? 0), 0)

/** @throws FlowError recipe_mismatch, recipe_exceeded. */
function requireRecipe(run: RunBody, lot: LotPlace, { weight_mg, context }: { weight_mg: number; context: Context }) {
  const { store } = context
  const recipe = recipeOf(run, store)
  if (recipe === null) return
  const rework = isRework(lot, recipe)
  const alike = (other: LotPlace | null): boolean =>
    other !== null && (rework ? isRework(other, recipe) : other.item_id === lot.item_id && !isRework(other, recipe))
  const inside_mg = chargesOf(store.runs.material(run.run_id))
    .filter(({ lot_key }) => alike(store.lots.byKey(lot_key)))
    .reduce((sum, charge) => sum + charge.weight_mg, 0)
  requireInRecipe({ ...lot, weight_mg }, recipe, { planned_mg: run.planned?.weight_mg ?? null, inside_mg })
}

/** What an output is, and what its label says. @throws FlowError recipe_mismatch, allergen_conflict. */
function outputOf(run: RunBody, body: Ask<'produce-lot'>['body'], context: Context) {
  const { kind } = body
  const item_id = body.item_id ?? (kind === 'good' ? (run.item_id ?? undefined) : undefined)
  const item = item_id === undefined ? null : (findRecord('item', item_id, context).body.item as Item)
  const recipe = recipeOf(run, context.store)
  const allowed =
    kind === 'by_product' ? recipe?.by_products : kind === 'good' && recipe !== null ? [recipe.item_id] : undefined
  if (item_id !== undefined && allowed !== undefined && !allowed.includes(item_id))
    throw new FlowError('recipe_mismatch', `${recipe?.title} does not give ${item_id}.`, {
      extra: { item_id, allowed },
    })
  const fallback: LotType = kind === 'rework' ? 'REWORK' : kind === 'good' ? 'FG' : 'WIP'
  const lot_type = body.lot_type ?? item?.lot_type ?? fallback
  if (item !== null && lot_type === 'FG') requireDeclared(run.allergens, item.allergens ?? [], `Run ${run.run_code}`)
  return { item_id, lot_type }
}

function registrationOf(
  run: RunBody,
  { body, output }: { body: Ask<'produce-lot'>['body']; output: ReturnType<typeof outputOf> },
  context: Context,
): LotRegistration {
  const { kind: _, lot_type: __, item_id: ___, ...said } = body
  const { item_id, lot_type } = output
  return {
    ...said,
    lot_type,
    ...(item_id === undefined ? {} : { item_id }),
    ...(run.product === null || body.kind === 'by_product' ? {} : { product: run.product }),
    line: run.line,
    produced_on: body.occurred_at?.slice(0, 10) ?? today(context),
  }
}

/** Rules of what goes into a run and what comes out of it. */
export const MATERIAL_RULES = {
  /**
   * @throws FlowError record_not_found, state_wrong, lot_not_found, lane_order, recipe_mismatch, recipe_exceeded,
   *   allergen_conflict, stock_insufficient, and those of `requireUsable` and of `weigh`.
   */
  'consume-lot': ({ actor, params, body, captured }, context) => {
    const { store, ledger } = context
    const { run } = findRun(params.run_id, 'consume', context)
    const lot = findLot(body.lot_id, context)
    requireUsable(lot, 'consume', { plan: planOf(lot, store).plan, today: today(context) })
    const { weight, quantity } = amountOf(body, captured)
    requireRecipe(run, lot, { weight_mg: quantity.weight_mg, context })
    const { allergens } = lotView(lot, context)
    requireDeclared(allergens, run.declared_allergens, `Lot ${lot.lot_code}`)
    const postings = takeStock({ lot, quantity, to: `run:${run.run_id}`, location_id: body.location_id }, context)
    const places = new Set(postings.map(({ from }) => spotOf(from)!.location_id))
    const passed = [...places].flatMap(location_id => passOver({ lot, location_id, reason: body.reason }, context))
    const { stage, last_output_stage, run_id } = run
    ledger.append({
      type: 'run.consumed',
      actor,
      subject: `run:${run_id}`,
      data: {
        run_id,
        stage: last_output_stage === stage ? stage + 1 : stage,
        lot_id: lot.lot_id,
        quantity: { ...quantity, count: piecesOf(postings) },
        weight,
        allergens: unionOf(run.allergens, allergens),
        postings,
        passed_over: [...new Set(passed)],
        totals: totalsWith(run, 'input_mg', quantity.weight_mg),
      },
      occurred_at: momentOf(body.occurred_at),
      reason: body.reason ?? null,
    })
    return runWithLot(run, lot, context)
  },

  /**
   * @throws FlowError record_not_found, state_wrong, run_empty, recipe_mismatch, allergen_conflict, location_unfit, and
   *   those of `addLot`.
   */
  'produce-lot': ({ actor, params, body, captured }, context) => {
    const { store, ledger } = context
    const { run } = findRun(params.run_id, 'produce', context)
    if (run.totals.input_mg === 0) throw new FlowError('run_empty', `Nothing is in run ${run.run_code}.`)
    const output = outputOf(run, body, context)
    const { quantity } = amountOf(body, captured)
    const location_id = body.location_id ?? RECEIVING
    const arrival = { weight_mg: quantity.weight_mg, lots: [newcomer(body.lot_code)] }
    requireRoom(findLocation(location_id, context), arrival, context)
    const { run_id, stage, gate_passed, plan_id, plan_version, allergens } = run
    const status = gate_passed >= releaseGate(planOf(run, store).plan, output.lot_type) ? 'AVAILABLE' : 'PENDING_QC'
    const origins = {
      origin: 'produced',
      run_id,
      gate_passed,
      status,
      allergens,
      plan: { plan_id, plan_version },
    } as const
    const registration = registrationOf(run, { body, output }, context)
    const { lot_id } = addLot({ actor, registration, captured, origins }, context).event.data
    const totals = totalsWith(run, TOTAL[body.kind], quantity.weight_mg)
    const data = { run_id, stage, lot_id, kind: body.kind, quantity, totals }
    const occurred_at = momentOf(body.occurred_at)
    ledger.append({ type: 'run.produced', actor, subject: `run:${run_id}`, data, occurred_at })
    entered({ lot_ids: [lot_id], location_id }, { actor, context })
    const made = findLot(lot_id, context)
    inheritHolds(made, { actor, run_id }, context)
    return runWithLot(run, made, context)
  },

  /** @throws FlowError record_not_found, state_wrong, run_empty, and those of `weigh`. */
  'lose-material': ({ actor, params, body, captured }, context) => {
    const { run } = findRun(params.run_id, 'lose', context)
    if (run.totals.input_mg === 0) throw new FlowError('run_empty', `Nothing is in run ${run.run_code}.`)
    const { weight, quantity } = amountOf(body, captured)
    const { run_id } = run
    const totals = totalsWith(run, LOST[body.cause], quantity.weight_mg)
    context.ledger.append({
      type: 'run.lost',
      actor,
      subject: `run:${run_id}`,
      data: { run_id, cause: body.cause, quantity, weight, totals },
      occurred_at: momentOf(body.occurred_at),
    })
    return runNow(run, context)
  },

  /**
   * @throws FlowError record_not_found, state_wrong, lot_not_found, stock_insufficient, quantity_count_missing,
   *   quantity_invalid, location_unfit, and those of `weigh`.
   */
  'return-material': ({ actor, params, body, captured }, context) => {
    const { store, ledger } = context
    const { run } = findRun(params.run_id, 'return', context)
    const lot = findLot(body.lot_id, context)
    const { quantity } = amountOf(body, captured)
    const charges = chargesOf(store.runs.material(run.run_id)).filter(({ lot_key }) => lot_key === lot.lot_key)
    requireInside(quantity, inside(charges, lot.lot_key), lot)
    const { run_id } = run
    const postings = giveBack(charges, quantity.weight_mg, quantity.count).map((charge): Posting => {
      const to = accountOf({ location_id: body.location_id ?? charge.location_id, hu_id: null })
      return { lot_id: lot.lot_id, from: `run:${run_id}`, to, quantity: quantityOfMg(charge.weight_mg, charge.count) }
    })
    const places = new Set(postings.map(({ to }) => spotOf(to)!.location_id))
    for (const place of places) {
      const coming = postings.filter(({ to }) => spotOf(to)!.location_id === place)
      const weight_mg = coming.reduce((sum, posting) => sum + posting.quantity.weight_mg, 0)
      requireRoom(findLocation(place, context), { weight_mg, lots: [lot] }, context)
    }
    const totals = totalsWith(run, 'input_mg', -quantity.weight_mg)
    const returned = { ...quantity, count: piecesOf(postings) }
    const data = { run_id, lot_id: lot.lot_id, quantity: returned, postings, totals }
    const occurred_at = momentOf(body.occurred_at)
    ledger.append({ type: 'run.returned', actor, subject: `run:${run_id}`, data, occurred_at })
    for (const location_id of places) entered({ lot_ids: [lot.lot_id], location_id }, { actor, context })
    return runWithLot(run, lot, context)
  },
} satisfies Partial<Rules>
