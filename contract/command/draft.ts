import Type from 'typebox'
import { MonitorVersion, QcPlanVersion, RecipeVersion } from '../master.ts'
import { Name } from '../name.ts'
import { Monitor } from '../plant/monitor.ts'
import { QcPlan } from '../plant/qc-plan.ts'
import { Recipe } from '../plant/recipe.ts'
import { command, fields, NoParams, Signed } from './command.ts'

/** The number of a version as it stands in an address. */
const Version = Type.Integer({ minimum: 1, maximum: 1_000_000 })
const Approval = fields(Signed)

/**
 * Master data that takes two people: one drafts a version, another one approves it, and only then it counts. Every
 * version stays, and what was judged by it names it.
 */
export const DRAFT_COMMANDS = {
  'draft-recipe': command({
    route: 'POST /api/v1/recipes',
    tag: 'master',
    summary: 'Drafts the next version of a recipe.',
    params: NoParams,
    body: Recipe,
    status: 201,
    gives: RecipeVersion,
  }),
  'approve-recipe': command({
    route: 'POST /api/v1/recipes/:recipe_id/versions/:version/approve',
    tag: 'master',
    summary: 'Makes a version of a recipe count; by another person than the one who drafted it.',
    params: fields({ recipe_id: Name, version: Version }),
    body: Approval,
    status: 200,
    gives: RecipeVersion,
  }),
  'draft-qc-plan': command({
    route: 'POST /api/v1/qc-plans',
    tag: 'master',
    summary: 'Drafts the next version of a QC plan.',
    params: NoParams,
    body: QcPlan,
    status: 201,
    gives: QcPlanVersion,
  }),
  'approve-qc-plan': command({
    route: 'POST /api/v1/qc-plans/:plan_id/versions/:version/approve',
    tag: 'master',
    summary: 'Makes a version of a QC plan count; by another person than the one who drafted it.',
    params: fields({ plan_id: Name, version: Version }),
    body: Approval,
    status: 200,
    gives: QcPlanVersion,
  }),
  'draft-monitor': command({
    route: 'POST /api/v1/monitors',
    tag: 'master',
    summary: 'Drafts the next version of the monitoring of a sensor channel.',
    params: NoParams,
    body: Monitor,
    status: 201,
    gives: MonitorVersion,
  }),
  'approve-monitor': command({
    route: 'POST /api/v1/monitors/:monitor_id/versions/:version/approve',
    tag: 'master',
    summary: 'Makes a version of a monitor count; by another person than the one who drafted it.',
    params: fields({ monitor_id: Name, version: Version }),
    body: Approval,
    status: 200,
    gives: MonitorVersion,
  }),
} as const
