import { FlowError } from '@flowviz/contract/error'
import { isAccounted, reaches } from '@flowviz/contract/recall-balance'
import { bounded, gapsOf, minutesBetween, recallState } from '../../domain/recall.ts'
import { type ScopeBalance, scopeBalance } from '../../store/recall-balance.ts'
import { consigneesOf, type RecallBody, recallView, scopedKeys, tasksOf } from '../../store/recall-record.ts'
import type { Ask } from '../ask.ts'
import type { Context } from '../command-context.ts'
import { findRecord } from './find.ts'
import { findRecall, wholeRecall } from './recall.ts'
import type { Rules } from './rule.ts'
import { record, requireSigner, signRows } from './sign.ts'
import { quantityOf } from './take.ts'

/** What one event holds of a balance, its rows and what is listed in them: a batch to headquarters has at most 1 MiB. */
const SIZE_MAX = 1_000

/** Rules of recalls from the first call to the signed report. */
export const RECALL_END_RULES = {
  /** @throws FlowError record_not_found, role_insufficient, state_wrong. */
  'notify-consignee': ({ actor, params: { recall_id }, body }, context) => {
    const recall = findRecall(recall_id, actor, context)
    const state = recallState('notify', recall.state)
    const { customer_id, channel, contact = null, text = null } = body
    findRecord('party', customer_id, context)
    const data = { recall_id, state, customer_id, channel, contact, text }
    context.ledger.append({ type: 'recall.notified', actor, subject: `recall:${recall_id}`, data })
    return wholeRecall(recall_id, context)
  },

  /** @throws FlowError record_not_found (nobody notified them), role_insufficient, state_wrong, quantity_invalid. */
  'answer-consignee': ({ actor, params: { recall_id }, body }, context) => {
    const recall = findRecall(recall_id, actor, context)
    const state = recallState('answer', recall.state)
    const { customer_id, found_kg, text } = body
    findRecord('recall_consignee', `${recall_id}/${customer_id}`, context)
    const found = found_kg === undefined ? null : quantityOf({ weight_kg: found_kg })
    const data = { recall_id, state, customer_id, found, text }
    context.ledger.append({ type: 'recall.answered', actor, subject: `recall:${recall_id}`, data })
    return wholeRecall(recall_id, context)
  },

  /** @throws FlowError record_not_found (nobody notified them), role_insufficient, state_wrong. */
  'check-consignee': ({ actor, params: { recall_id }, body }, context) => {
    const recall = findRecall(recall_id, actor, context)
    const state = recallState('check', recall.state)
    findRecord('recall_consignee', `${recall_id}/${body.customer_id}`, context)
    const { customer_id, channel, effective, text } = body
    const data = { recall_id, state, customer_id, channel, effective, text }
    context.ledger.append({ type: 'recall.checked', actor, subject: `recall:${recall_id}`, data })
    return wholeRecall(recall_id, context)
  },

  /** @throws FlowError record_not_found, role_insufficient, state_wrong, recall_unnotified, recall_unexplained. */
  'reconcile-recall': ({ actor, params: { recall_id }, body }, context) => {
    const { store, ledger } = context
    const recall = findRecall(recall_id, actor, context)
    const state = recallState('reconcile', recall.state)
    requireNotified(recall_id, context)
    const balance = scopeBalance(scopedKeys(recall_id, store), store)
    requireExplained(recall, balance, body.explanation)
    const attempt = (recall.balance?.attempt ?? 0) + 1
    const parts = fix({ recall_id, attempt, actor }, balance, context)
    const minutes = minutesBetween(recall.opened_at, ledger.stamp())
    const { total } = balance
    const passed = reaches(recall.goal, { accounted_pct: total.accounted_pct, minutes })
    const explanation = body.explanation ?? null
    const version = recall.version ?? 0
    const data = { recall_id, state, version, attempt, parts, total, minutes, passed, explanation }
    ledger.append({ type: 'recall.reconciled', actor, subject: `recall:${recall_id}`, data })
    return recallView(findRecord('recall', recall_id, context))
  },

  /** @throws FlowError record_not_found, role_insufficient, state_wrong, signature_missing. */
  'close-recall': (ask, context) => {
    const { actor, params, body } = ask
    const { recall_id } = params
    const recall = findRecall(recall_id, actor, context)
    const state = recallState('close', recall.state)
    requireSigner(ask)
    const { store, ledger } = context
    const { passed, minutes, total } = recall.balance!
    const found = gapsOf({
      tasks: tasksOf(recall_id, store.records, ledger.stamp()),
      consignees: consigneesOf(findRecord('recall', recall_id, context), store),
      passed,
      accounted_pct: total.accounted_pct,
      minutes,
    })
    const gaps = [...found, ...(body.gaps ?? [])]
    const data = { recall_id, state, passed, gaps, actions: body.actions ?? [] }
    const { row } = record({ type: 'recall.closed', actor, subject: `recall:${recall_id}`, data }, context)
    signRows([row], 'approved', { ask, context })
    return wholeRecall(recall_id, context)
  },
} satisfies Partial<Rules>

/** @throws FlowError recall_unnotified with `customers`. */
function requireNotified(recall_id: string, context: Context): void {
  const consignees = consigneesOf(findRecord('recall', recall_id, context), context.store)
  const customers = consignees.filter(({ notified_at }) => notified_at === null).map(({ customer_id }) => customer_id)
  if (customers.length > 0)
    throw new FlowError('recall_unnotified', `Not notified: ${customers.join(', ')}.`, { extra: { customers } })
}

/** @throws FlowError recall_unexplained with `accounted_pct`, `unexplained_mg` and the `runs` that do not close. */
function requireExplained({ goal }: RecallBody, { total, runs }: ScopeBalance, explanation: string | undefined): void {
  const { accounted_pct, unexplained_mg } = total
  if (explanation !== undefined || isAccounted(goal, accounted_pct)) return
  const open = runs.filter(run => run.unexplained_mg !== 0).map(run => run.run_code)
  throw new FlowError('recall_unexplained', `${accounted_pct} % is accounted for.`, {
    extra: { accounted_pct, unexplained_mg, runs: open.slice(0, 50) },
  })
}

interface Fixing {
  recall_id: string
  attempt: number
  actor: Ask['actor']
}

/** Writes the rows of a balance in events of a bounded size, and says how many. */
function fix({ recall_id, attempt, actor }: Fixing, { lots, runs }: ScopeBalance, { ledger }: Context): number {
  const parts = [
    ...bounded(lots, { most: SIZE_MAX, sizeOf: ({ shipped, places }) => 2 + shipped.length + places.length }).map(
      some => ({ lots: some, runs: [] }),
    ),
    ...bounded(runs, { most: SIZE_MAX, sizeOf: () => 2 }).map(some => ({ lots: [], runs: some })),
  ]
  for (const [at, part] of parts.entries())
    ledger.append({
      type: 'recall.balanced',
      actor,
      subject: `recall:${recall_id}`,
      data: { recall_id, attempt, part: at + 1, ...part },
    })
  return parts.length
}
