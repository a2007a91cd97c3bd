import { FlowError } from '@flowviz/contract/error'
import type { EventData } from '@flowviz/contract/event'
import type { Item } from '@flowviz/contract/plant/item'
import type { Recipe } from '@flowviz/contract/plant/recipe'
import { nextRunCode, runCodePrefix } from '../../domain/run-code.ts'
import type { RunStep } from '../../domain/run-state.ts'
import { currentPlan, settingsOf } from '../../store/plan-record.ts'
import { runAt } from '../../store/run-record.ts'
import { runView } from '../../store/run-view.ts'
import { currentVersion } from '../../store/version-record.ts'
import type { Ask } from '../ask.ts'
import type { Context } from '../command-context.ts'
import { findRecord } from './find.ts'
import type { Rules } from './rule.ts'
import { findRun, momentOf, runNow, type Said, stepRun } from './run-find.ts'
import { requireTransformationKdes } from './run-kde.ts'
import { requireClearedLine } from './run-line.ts'
import { quantityOf } from './take.ts'

const LINE = 'L1'

type Plan = Ask<'plan-run'>['body']

/** The current approved version of the recipe that a plan names. @throws FlowError record_not_found, body_invalid. */
function recipeFor({ recipe_id, item_id }: Plan, { store }: Context): { recipe: Recipe; version: number } | null {
  if (recipe_id === undefined) return null
  const record = currentVersion('recipe', recipe_id, store)
  if (record === null) throw new FlowError('record_not_found', `There is no approved recipe ${recipe_id} at this site.`)
  const recipe = record.body.recipe as Recipe
  if (item_id !== undefined && item_id !== recipe.item_id)
    throw new FlowError('body_invalid', `Recipe ${recipe_id} makes ${recipe.item_id}, and the run says ${item_id}.`)
  return { recipe, version: record.at }
}

/** @throws FlowError run_code_taken */
function codeFor({ run_code, line = LINE }: Plan, { store, ledger }: Context): string {
  const taken = (code: string) => store.runs.idOf(code) !== null
  if (run_code !== undefined) {
    if (taken(run_code)) throw new FlowError('run_code_taken', `Run ${run_code} exists at this site.`)
    return run_code
  }
  const prefix = runCodePrefix(ledger.stamp(), line)
  return nextRunCode(prefix, { codes: store.runs.codesFrom(prefix), taken })
}

function plannedRun(body: Plan, context: Context): EventData<'run.planned'> {
  const { store } = context
  const chosen = recipeFor(body, context)
  const item_id = chosen?.recipe.item_id ?? body.item_id ?? null
  const item = item_id === null ? null : (findRecord('item', item_id, context).body.item as Item)
  const settings = settingsOf(store)
  const { plan, version } = currentPlan(chosen?.recipe.plan_id ?? item?.plan_id ?? settings.plan_id, store)
  return {
    run_id: context.newId(),
    run_code: codeFor(body, context),
    recipe_id: chosen?.recipe.recipe_id ?? null,
    recipe_version: chosen?.version ?? null,
    item_id,
    product: body.product ?? item?.title ?? null,
    line: body.line ?? LINE,
    shift: body.shift ?? null,
    planned_start: momentOf(body.planned_start),
    planned: body.planned_kg === undefined ? null : quantityOf({ weight_kg: body.planned_kg }),
    plan_id: plan.plan_id,
    plan_version: version,
    // An item that says nothing of allergens declares none.
    declared_allergens: item === null ? null : (item.allergens ?? []),
    tolerance_pct: chosen?.recipe.tolerance_pct ?? settings.tolerance_pct,
    notes: body.notes ?? null,
  }
}

type StepCommand = 'release-run' | 'prepare-run' | 'pause-run' | 'resume-run' | 'complete-run' | 'close-run'
type StepEvent = Parameters<typeof stepRun>[0]

/** The rule of a step that asks for nothing but the right state. @throws FlowError record_not_found, state_wrong. */
const plainly = (step: RunStep, type: StepEvent) => (ask: Ask<StepCommand>, context: Context) => {
  const stepping = findRun(ask.params.run_id, step, context)
  stepRun(type, stepping, { ask, said: ask.body as Said, context })
  return runNow(stepping.run, context)
}

/** Rules of runs from the plan until nothing more is made. */
export const RUN_RULES = {
  /** @throws FlowError run_code_taken, record_not_found (recipe, item), body_invalid, quantity_invalid. */
  'plan-run': ({ actor, body }, context) => {
    const occurred_at = momentOf(body.occurred_at)
    const data = plannedRun(body, context)
    context.ledger.append({ type: 'run.planned', actor, subject: `run:${data.run_id}`, data, occurred_at })
    return runView(runAt(data.run_id, context.store)!, context.store)
  },
  'release-run': plainly('release', 'run.released'),
  'prepare-run': plainly('prepare', 'run.prepared'),

  /** @throws FlowError record_not_found, state_wrong, gate_missing. */
  'start-run': (ask, context) => {
    const stepping = findRun(ask.params.run_id, 'start', context)
    requireClearedLine(stepping.run, context)
    stepRun('run.started', stepping, { ask, said: ask.body, context })
    return runNow(stepping.run, context)
  },
  'pause-run': plainly('pause', 'run.paused'),
  'resume-run': plainly('resume', 'run.resumed'),
  /** @throws FlowError record_not_found, state_wrong, kde_missing (with `missing`). */
  'complete-run': (ask, context) => {
    requireTransformationKdes(findRun(ask.params.run_id, 'complete', context).run, context)
    return plainly('complete', 'run.completed')(ask, context)
  },
  'close-run': plainly('close', 'run.closed'),
} satisfies Partial<Rules>
