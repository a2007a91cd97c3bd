import type { Monitor } from '@flowviz/contract/plant/monitor'
import type { QcPlan } from '@flowviz/contract/plant/qc-plan'
import { SEVEN_GATES, SEVEN_GATES_VERSION } from '@flowviz/contract/plant/seven-gates'
import type { PrintedPlan } from '../print/pack-record.ts'
import type { Source } from './source.ts'

/** A version of a plan as it was approved here, or as it came with the release; null when there is neither. */
export function planAt(plan_id: string, version: number, { plant, audit }: Source): PrintedPlan | null {
  const body = plant.record('qc_plan', `${plan_id}@${version}`)?.body as
    | { qc_plan: QcPlan; approved_at: string | null; approved_by: string | null }
    | undefined
  if (body === undefined)
    return plan_id === SEVEN_GATES.plan_id && version === SEVEN_GATES_VERSION
      ? { plan: SEVEN_GATES, version, approved_at: null, approved_by: null }
      : null
  const { qc_plan: plan, approved_at, approved_by } = body
  return { plan, version, approved_at, approved_by: approved_by === null ? null : audit.nameOf(approved_by) }
}

export function monitorAt(monitor_id: string, version: number, { plant }: Source): Monitor | null {
  return (plant.record('monitor', `${monitor_id}@${version}`)?.body.monitor as Monitor | undefined) ?? null
}

/** What people call a run. */
export function runCode(run_id: string, { plant }: Pick<Source, 'plant'>): string | null {
  return (plant.record('run', run_id)?.body.run_code as string | undefined) ?? null
}
