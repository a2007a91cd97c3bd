import { FlowError } from '@flowviz/contract/error'
import type { RecallWhole } from '@flowviz/contract/recall'
import { RECALL_GOAL, type RecallGoal } from '@flowviz/contract/recall-word'
import { tell } from '@flowviz/contract/sentence'
import { partsOf, recallState, requireRecaller, scopeDiff, tasksOf } from '../../domain/recall.ts'
import type { LotPlace } from '../../store/lot-store.ts'
import { settingsOf } from '../../store/plan-record.ts'
import { bodyOf, type RecallBody, recallView, recallWhole, scopedKeys, scopedLots } from '../../store/recall-record.ts'
import type { Ask } from '../ask.ts'
import type { Context } from '../command-context.ts'
import { findLot, findRecord } from './find.ts'
import { LOTS_MAX, placeHold, widenHold } from './place-hold.ts'
import { scopeKeys, startKeys } from './recall-scope.ts'
import type { Rules } from './rule.ts'

/** Rules of recalls from the alarm to the hold. A drill takes every step and changes nothing of any lot. */
export const RECALL_RULES = {
  /** @throws FlowError role_insufficient, body_invalid, lot_not_found, recall_empty. */
  'open-recall': ({ actor, body }, context) => {
    const { ledger, newId } = context
    const { mode, scenario, direction = 'forward' } = body
    requireRecaller(mode, actor.role)
    const { lot_ids, ...criteria } = body.start
    requireCriteria(body.start)
    const lots =
      lot_ids === undefined ? {} : { lot_ids: [...new Set(lot_ids.map(ref => findLot(ref, context).lot_id))] }
    const start = { ...lots, ...criteria }
    if (startKeys(start, context).length === 0) throw new FlowError('recall_empty')
    const recall_id = newId()
    ledger.append({
      type: 'recall.opened',
      actor,
      subject: `recall:${recall_id}`,
      data: {
        recall_id,
        mode,
        state: mode === 'mock' ? 'MOCK' : 'DRAFT',
        scenario,
        start,
        direction,
        goal: goalOf(body, context),
        tasks: tasksOf(ledger.stamp(), newId),
      },
    })
    return wholeRecall(recall_id, context)
  },

  /** @throws FlowError record_not_found, role_insufficient, state_wrong, recall_empty. */
  'scope-recall': ({ actor, params, body }, context) => {
    const { store, ledger } = context
    const recall = findRecall(params.recall_id, actor, context)
    const state = recallState('scope', recall.state)
    const { include_rework = true, include_same_room = false, reason = null } = body
    const { recall_id, start, direction } = recall
    const begun = startKeys(start, context)
    if (begun.length === 0) throw new FlowError('recall_empty')
    const keys = scopeKeys(begun, { direction, include_rework, include_same_room }, context)
    const lot_ids = store.recalls.lots(keys).map(({ lot_id }) => lot_id)
    const version = (recall.version ?? 0) + 1
    const parts = partsOf(scopeDiff(scopedLots(recall_id, store.records), lot_ids), LOTS_MAX)
    const fixed = { include_rework, include_same_room, start_count: begun.length, lot_count: lot_ids.length }
    for (const [at, part] of parts.entries())
      ledger.append({
        type: 'recall.scoped',
        actor,
        subject: `recall:${recall_id}`,
        data: { recall_id, state, version, part: at + 1, parts: parts.length, ...fixed, ...part },
        reason,
      })
    return wholeRecall(recall_id, context)
  },

  /** @throws FlowError record_not_found, role_insufficient, state_wrong. */
  'hold-recall': ({ actor, params, body }, context) => {
    const recall = findRecall(params.recall_id, actor, context)
    const state = recallState('hold', recall.state)
    const { recall_id, version = 0 } = recall
    const lots = context.store.recalls.lots(scopedKeys(recall_id, context.store))
    const hold_id = recall.mode === 'real' ? holdAll(recall, lots, { actor, context }) : null
    context.ledger.append({
      type: 'recall.held',
      actor,
      subject: `recall:${recall_id}`,
      data: { recall_id, state, version, hold_id, lot_count: lots.length },
      reason: body.reason ?? null,
    })
    return recallView(findRecord('recall', recall_id, context))
  },

  /** @throws FlowError record_not_found, role_insufficient, state_wrong. */
  'complete-recall-task': ({ actor, params: { recall_id, task_id }, body: { text } }, context) => {
    const recall = findRecall(recall_id, actor, context)
    recallState('task', recall.state)
    const task = findRecord('recall_task', task_id, context)
    if (task.parent !== recall_id) throw new FlowError('record_not_found', 'The task is one of another recall.')
    if (task.state === 'DONE')
      throw new FlowError('state_wrong', 'The task is done.', { extra: { state: task.state, allowed: [] } })
    const data = { recall_id, task_id, text }
    context.ledger.append({ type: 'recall.task_done', actor, subject: `recall:${recall_id}`, data })
    return wholeRecall(recall_id, context)
  },
} satisfies Partial<Rules>

/** A recall that the person may work on. @throws FlowError record_not_found, role_insufficient. */
export function findRecall(id: string, { role }: Ask['actor'], context: Context): RecallBody {
  const recall = bodyOf(findRecord('recall', id, context))
  requireRecaller(recall.mode, role)
  return recall
}

/** A recall as the API shows it, with what this transaction has changed so far. */
export const wholeRecall = (id: string, context: Context): RecallWhole =>
  recallWhole(findRecord('recall', id, context), context.store, context.ledger.stamp())

/** What is asked for, else what the site has settled on. */
function goalOf({ minutes_max, accounted_min_pct, accounted_max_pct }: Partial<RecallGoal>, { store }: Context) {
  const settled = settingsOf(store).recall_goal ?? RECALL_GOAL
  return {
    minutes_max: minutes_max ?? settled.minutes_max,
    accounted_min_pct: accounted_min_pct ?? settled.accounted_min_pct,
    accounted_max_pct: accounted_max_pct ?? settled.accounted_max_pct,
  }
}

/** A time alone would be everything that the plant ever had in it. @throws FlowError body_invalid */
function requireCriteria({ from: _, to: __, ...criteria }: RecallBody['start']): void {
  if (Object.keys(criteria).length === 0)
    throw new FlowError('body_invalid', 'A recall begins with lots, a supplier, an item or a line.')
}

/** Holds all lots and marks them as recalled; a scope that has grown widens the hold that is there. */
function holdAll(recall: RecallBody, lots: LotPlace[], by: { actor: Ask['actor']; context: Context }): string | null {
  const { actor, context } = by
  const { recall_id, scenario } = recall
  const held = recall.hold_id ?? null
  const { text: reason, said } = tell('recalled', { words: scenario.slice(0, WORDS_MAX) })
  if (held !== null) widenHold({ hold_id: held, actor, cause: 'recall', lots }, context)
  const hold_id = held ?? placeHold({ actor, cause: 'recall', reason, said, lots }, context)?.hold_id ?? null
  const recalled = lots.filter(({ status }) => !GONE.includes(status)).map(({ lot_id }) => lot_id)
  for (let at = 0; at < recalled.length; at += LOTS_MAX)
    context.ledger.append({
      type: 'lot.recalled',
      actor,
      subject: `recall:${recall_id}`,
      data: { lot_ids: recalled.slice(at, at + LOTS_MAX), recall: recall_id },
    })
  return hold_id
}

const WORDS_MAX = 300

/** What nothing is left of, and what is recalled already. */
const GONE: readonly string[] = ['DESTROYED', 'RETURNED', 'DIVERTED', 'VOIDED', 'RECALLED']
