import { givenMg } from '@flowviz/contract/balance'
import { FlowError } from '@flowviz/contract/error'
import { accountOf, type Posting, spotOf } from '@flowviz/contract/posting'
import { requireBalance } from '../../domain/balance.ts'
import { type Charge, chargesOf, giveBack } from '../../domain/run-material.ts'
import type { LotPlace } from '../../store/lot-store.ts'
import { settingsOf } from '../../store/plan-record.ts'
import type { RunBody } from '../../store/run-record.ts'
import { runView } from '../../store/run-view.ts'
import type { Ask } from '../ask.ts'
import type { Context } from '../command-context.ts'
import { entered } from './enter.ts'
import type { Rules } from './rule.ts'
import { findRun, momentOf, runNow, stepRun, totalsWith } from './run-find.ts'
import { record, requireSigner, signRows } from './sign.ts'
import { quantityOfMg, takeStock } from './take.ts'

/** People who made any record of a run, its gates included. */
function recordersOf({ run_id }: RunBody, { store, ledger }: Context): Set<string> {
  const people = new Set<string>()
  for (const { found } of store.history.own(`run:${run_id}`, ledger.seq() + 1))
    for (const { event } of found) if (event.actor?.kind === 'person') people.add(event.actor.id)
  for (const { seq } of store.gates.ofRun(run_id)) {
    const { actor } = JSON.parse(store.ledger.row(seq)!.body) as { actor: { id: string } }
    people.add(actor.id)
  }
  return people
}

const backOf = (run_id: string, charge: Charge, lot: LotPlace): Posting => ({
  lot_id: lot.lot_id,
  from: `run:${run_id}`,
  to: accountOf({ location_id: charge.location_id, hu_id: null }),
  quantity: quantityOfMg(charge.weight_mg, charge.count),
})

/** Stock that came back stands in its places again. */
function cameBack(postings: readonly Posting[], { actor }: Pick<Ask, 'actor'>, context: Context): void {
  for (const { lot_id, to } of postings) {
    const spot = spotOf(to)
    if (spot !== null) entered({ lot_ids: [lot_id], location_id: spot.location_id }, { actor, context })
  }
}

/** What is still in a run goes back to where it came from, the newest charge first: one `run.returned` for each. */
function returnRest(run: RunBody, ask: Pick<Ask, 'actor'>, context: Context): void {
  const { store, ledger } = context
  const { run_id } = run
  const charges = chargesOf(store.runs.material(run_id))
  let { totals } = run
  for (const charge of giveBack(charges, restOf(run))) {
    const lot = store.lots.byKey(charge.lot_key)!
    const posting = backOf(run_id, charge, lot)
    totals = totalsWith({ ...run, totals }, 'input_mg', -charge.weight_mg)
    const data = { run_id, lot_id: lot.lot_id, quantity: posting.quantity, postings: [posting], totals }
    ledger.append({ type: 'run.returned', actor: ask.actor, subject: `run:${run_id}`, data })
    cameBack([posting], ask, context)
  }
}

function scrapRest(run: RunBody, { actor }: Pick<Ask, 'actor'>, { ledger }: Context): void {
  const weight_mg = restOf(run)
  if (weight_mg === 0) return
  const { run_id } = run
  const totals = totalsWith(run, 'waste_mg', weight_mg)
  const quantity = quantityOfMg(weight_mg, null)
  const data = { run_id, cause: 'waste', quantity, weight: { method: 'derived' }, totals } as const
  ledger.append({ type: 'run.lost', actor, subject: `run:${run_id}`, data })
}

/** Milligrams that went in and that nothing has come of yet. */
const restOf = ({ totals }: RunBody): number => Math.max(0, totals.input_mg - givenMg(totals))

/** The outputs of a run, with what of each is in the run again. @throws FlowError lot_in_use (with `lots`). */
function unusedOutputs({ run_id }: RunBody, charges: readonly Charge[], { store }: Context): LotPlace[] {
  const stages = store.links.nodesOfRun(run_id)
  const keys = new Set(stages.flatMap(node => store.links.from(node).map(({ dst }) => dst)).filter(key => key > 0))
  const outputs = [...keys].flatMap(key => store.lots.byKey(key) ?? []).filter(({ status }) => status !== 'VOIDED')
  const used = outputs.filter(({ lot_key, weight_mg }) => {
    const again = charges.filter(charge => charge.lot_key === lot_key)
    const there = again.reduce((sum, charge) => sum + charge.weight_mg, store.stock.onHandMg(lot_key))
    return there !== weight_mg || store.links.from(lot_key).some(({ dst }) => !stages.includes(dst))
  })
  if (used.length === 0) return outputs
  const lots = used.map(({ lot_code }) => lot_code)
  throw new FlowError('lot_in_use', `Some of lot ${lots.join(', ')} has been used or has left.`, { extra: { lots } })
}

/** Postings that undo a run: its material goes back, its outputs cease to be. */
function undoing(run: RunBody, context: Context): { postings: Posting[]; outputs: LotPlace[] } {
  const { store } = context
  const charges = chargesOf(store.runs.material(run.run_id))
  const outputs = unusedOutputs(run, charges, context)
  const made = new Set(outputs.map(({ lot_key }) => lot_key))
  const back = charges.map((charge): Posting => {
    const posting = backOf(run.run_id, charge, store.lots.byKey(charge.lot_key)!)
    return made.has(charge.lot_key) ? { ...posting, to: 'void' } : posting
  })
  const gone = outputs.flatMap(lot => {
    const weight_mg = store.stock.onHandMg(lot.lot_key)
    return weight_mg === 0 ? [] : takeStock({ lot, quantity: quantityOfMg(weight_mg, null), to: 'void' }, context)
  })
  return { postings: [...back, ...gone], outputs }
}

/** Rules of what ends a run: in balance, reviewed and closed, or given up. */
export const RUN_END_RULES = {
  /** @throws FlowError record_not_found, state_wrong, balance_unexplained, signature_missing. */
  'reconcile-run': (ask, context) => {
    const { run, to } = findRun(ask.params.run_id, 'reconcile', context)
    const { explanation } = ask.body
    const { balance } = runView(run, context.store)
    requireBalance(run.totals, balance, explanation)
    if (!balance.closes) requireSigner(ask)
    const { run_id, state: from, totals } = run
    const { unexplained_mg, tolerance_mg, yield_pct } = balance
    const { row } = record(
      {
        type: 'run.reconciled',
        actor: ask.actor,
        subject: `run:${run_id}`,
        data: { run_id, from, to, totals, unexplained_mg, tolerance_mg, yield_pct, explanation: explanation ?? null },
        occurred_at: momentOf(ask.body.occurred_at),
      },
      context,
    )
    signRows([row], 'performed', { ask, context })
    return runNow(run, context)
  },

  /** @throws FlowError record_not_found, state_wrong, signature_missing, second_person_missing. */
  'review-run': (ask, context) => {
    const stepping = findRun(ask.params.run_id, 'review', context)
    requireSigner(ask)
    const { actor } = ask
    if (settingsOf(context.store).dual_control && recordersOf(stepping.run, context).has(actor.id))
      throw new FlowError('second_person_missing', 'Who made records of this run does not review them.', {
        extra: { first_person: actor.id },
      })
    const { row } = stepRun('run.reviewed', stepping, { ask, said: { reason: ask.body.notes }, context })
    signRows([row], 'reviewed', { ask, context })
    return runNow(stepping.run, context)
  },

  /** @throws FlowError record_not_found, state_wrong. */
  'abort-run': (ask, context) => {
    const stepping = findRun(ask.params.run_id, 'abort', context)
    momentOf(ask.body.occurred_at)
    if (ask.body.scrap === true) scrapRest(stepping.run, ask, context)
    else returnRest(stepping.run, ask, context)
    stepRun('run.aborted', stepping, { ask, said: ask.body, context })
    return runNow(stepping.run, context)
  },

  /** @throws FlowError record_not_found, state_wrong, lot_in_use. */
  'void-run': (ask, context) => {
    const { run, to } = findRun(ask.params.run_id, 'void', context)
    const { postings, outputs } = undoing(run, context)
    const { run_id, state: from } = run
    const lot_ids = outputs.map(({ lot_id }) => lot_id)
    const data = { run_id, from, to, lot_ids, postings }
    const reason = ask.body.reason ?? null
    context.ledger.append({ type: 'run.voided', actor: ask.actor, subject: `run:${run_id}`, data, reason })
    cameBack(postings, ask, context)
    return runNow(run, context)
  },
} satisfies Partial<Rules>
