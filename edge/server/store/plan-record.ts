import { FlowError } from '@flowviz/contract/error'
import type { QcPlan } from '@flowviz/contract/plant/qc-plan'
import { DEFAULT_SETTINGS, type SiteSettings } from '@flowviz/contract/plant/settings'
import { SEVEN_GATES, SEVEN_GATES_VERSION } from '@flowviz/contract/plant/seven-gates'
import type { RecordStore } from './record-store.ts'

type Records = { records: RecordStore }

/** A QC plan with its version. */
export interface Planned {
  plan: QcPlan
  version: number
}

const OF_THE_RELEASE: Planned = { plan: SEVEN_GATES, version: SEVEN_GATES_VERSION }

/** What the site decided for itself, or the defaults. */
export function settingsOf({ records }: Records): SiteSettings {
  return (records.get('site', 'settings')?.body.settings as SiteSettings | undefined) ?? DEFAULT_SETTINGS
}

/**
 * The version of a plan that counts now: the highest approved one, or that of the release.
 * @throws FlowError record_not_found
 */
export function currentPlan(planId: string, { records }: Records): Planned {
  const [newest] = records.page({ kind: 'qc_plan', parent: planId, state: 'APPROVED', limit: 1 })
  if (newest !== undefined) return { plan: newest.body.qc_plan as QcPlan, version: newest.at }
  if (planId === SEVEN_GATES.plan_id) return OF_THE_RELEASE
  throw new FlowError('record_not_found', `There is no approved QC plan ${planId} at this site.`)
}

/** The plan that a lot or a run was begun under. */
export function planOf(
  { plan_id, plan_version }: { plan_id: string | null; plan_version: number | null },
  { records }: Records,
): Planned {
  if (plan_id === null || plan_version === null) return OF_THE_RELEASE
  const record = records.get('qc_plan', `${plan_id}@${plan_version}`)
  return record === null ? OF_THE_RELEASE : { plan: record.body.qc_plan as QcPlan, version: record.at }
}
