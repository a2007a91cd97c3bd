import { FlowError } from '@flowviz/contract/error'
import type { EventData } from '@flowviz/contract/event'
import type { MonitorVersion, QcPlanVersion, RecipeVersion, Versioned, VersionState } from '@flowviz/contract/master'
import { Monitor } from '@flowviz/contract/plant/monitor'
import { QcPlan } from '@flowviz/contract/plant/qc-plan'
import { Recipe } from '@flowviz/contract/plant/recipe'
import { SEVEN_GATES, SEVEN_GATES_VERSION } from '@flowviz/contract/plant/seven-gates'
import type { TSchema } from 'typebox'
import { requireSoundMonitor } from '../../domain/monitor.ts'
import { inOrder } from '../../domain/order.ts'
import { requireSoundPlan } from '../../domain/qc-plan.ts'
import { requireSoundRecipe } from '../../domain/recipe.ts'
import { currentPlan, settingsOf } from '../../store/plan-record.ts'
import {
  currentVersion,
  type DraftedKind,
  newestVersion,
  versionRecord,
  versionView,
} from '../../store/version-record.ts'
import type { Ask } from '../ask.ts'
import type { Context } from '../command-context.ts'
import { findLocation, findRecord } from './find.ts'
import type { Rules } from './rule.ts'
import { record, requireAnother, requireSigner, signRows } from './sign.ts'

interface Drafted {
  kind: DraftedKind
  id: string
  content: object
  schema: TSchema
}

/** Appends the next version as a draft, unless it says what the newest one said. */
function draft<View extends Versioned>({ kind, id, content, schema }: Drafted, ask: Ask, context: Context): View {
  const { store, ledger } = context
  const newest = newestVersion(kind, id, store)
  const told = inOrder(content, schema)
  if (newest !== null && JSON.stringify(newest.body[kind]) === JSON.stringify(told)) return versionView(newest, kind)
  // The plan of the release is a version too, and lots name it.
  const first = kind === 'qc_plan' && id === SEVEN_GATES.plan_id ? SEVEN_GATES_VERSION + 1 : 1
  const version = newest === null ? first : newest.at + 1
  const data = { version, [kind]: told } as unknown as EventData<`${DraftedKind}.drafted`>
  ledger.append({ type: `${kind}.drafted`, actor: ask.actor, subject: `${kind}:${id}`, data })
  return versionView(versionRecord(kind, { id, version }, store)!, kind)
}

interface Approval {
  kind: DraftedKind
  id: string
  version: number
  /** What the event calls the id. */
  key: 'recipe_id' | 'plan_id' | 'monitor_id'
}

/**
 * Makes a draft count, by another person than its author and after every approved version so far.
 * @throws FlowError record_not_found, state_wrong, second_person_missing, signature_missing (strict signatures).
 */
function approve<View extends Versioned>({ kind, id, version, key }: Approval, ask: Ask, context: Context): View {
  const { store } = context
  const found = versionRecord(kind, { id, version }, store)
  if (found === null) throw new FlowError('record_not_found', `There is no version ${version} of ${kind} ${id}.`)
  requireDraft(found.state as VersionState, currentVersion(kind, id, store)?.at ?? 0, { id, version })
  requireAnother(ask.actor.id, found.body.drafted_by as string, 'drafted it')
  if (settingsOf(store).strict_signature) requireSigner(ask)
  const data = { version, [key]: id } as unknown as EventData<`${DraftedKind}.approved`>
  const { row } = record({ type: `${kind}.approved`, actor: ask.actor, subject: `${kind}:${id}`, data }, context)
  signRows([row], 'approved', { ask, context })
  return versionView(versionRecord(kind, { id, version }, store)!, kind)
}

function requireDraft(state: VersionState, current: number, { id, version }: { id: string; version: number }): void {
  if (state === 'DRAFT' && version > current) return
  const why = state === 'DRAFT' ? `version ${current} counts already` : 'it is approved already'
  throw new FlowError('state_wrong', `Version ${version} of ${id} cannot be approved: ${why}.`, {
    hint: 'Draft the next version.',
    extra: { state, allowed: [] },
  })
}

/** Rules of master data that takes two people. */
export const DRAFT_RULES = {
  /** @throws FlowError recipe_invalid, record_not_found (an item or the plan). */
  'draft-recipe': (ask, context) => {
    const content = ask.body
    const { recipe_id: id, item_id, inputs, by_products = [], plan_id } = content
    for (const item of [item_id, ...inputs.map(input => input.item_id), ...by_products])
      findRecord('item', item, context)
    if (plan_id !== undefined) currentPlan(plan_id, context.store)
    requireSoundRecipe(content)
    return draft<RecipeVersion>({ kind: 'recipe', id, content, schema: Recipe }, ask, context)
  },
  'approve-recipe': (ask, context) => {
    const { recipe_id: id, version } = ask.params
    return approve<RecipeVersion>({ kind: 'recipe', id, version, key: 'recipe_id' }, ask, context)
  },

  /** @throws FlowError plan_invalid. */
  'draft-qc-plan': (ask, context) => {
    const content = ask.body
    requireSoundPlan(content)
    return draft<QcPlanVersion>({ kind: 'qc_plan', id: content.plan_id, content, schema: QcPlan }, ask, context)
  },
  'approve-qc-plan': (ask, context) => {
    const { plan_id: id, version } = ask.params
    return approve<QcPlanVersion>({ kind: 'qc_plan', id, version, key: 'plan_id' }, ask, context)
  },

  /** @throws FlowError monitor_invalid, record_not_found (the place), location_unfit. */
  'draft-monitor': (ask, context) => {
    const content = ask.body
    findLocation(content.location_id, context)
    requireSoundMonitor(content)
    return draft<MonitorVersion>({ kind: 'monitor', id: content.monitor_id, content, schema: Monitor }, ask, context)
  },
  'approve-monitor': (ask, context) => {
    const { monitor_id: id, version } = ask.params
    return approve<MonitorVersion>({ kind: 'monitor', id, version, key: 'monitor_id' }, ask, context)
  },
} satisfies Partial<Rules>
