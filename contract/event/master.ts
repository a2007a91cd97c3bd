import Type from 'typebox'
import { Name } from '../name.ts'
import { Instrument } from '../plant/instrument.ts'
import { Item } from '../plant/item.ts'
import { Location } from '../plant/location.ts'
import { Monitor } from '../plant/monitor.ts'
import { Party } from '../plant/party.ts'
import { QcPlan } from '../plant/qc-plan.ts'
import { Recipe } from '../plant/recipe.ts'
import { SiteSettings } from '../plant/settings.ts'
import { object } from './shape.ts'

const Version = Type.Integer({ minimum: 1 })

/**
 * Master data. What is `defined` counts at once; recipes, QC plans and monitors are `drafted` by one person and count
 * when another one has `approved` them. Every version stays in the ledger, and results name the version they were
 * judged by.
 */
export const MASTER_EVENTS = {
  'item.defined': object({ version: Version, item: Item }),
  'party.defined': object({ version: Version, party: Party }),
  'location.defined': object({ version: Version, location: Location }),
  'instrument.defined': object({ version: Version, instrument: Instrument }),
  'site.configured': object({ version: Version, settings: SiteSettings }),
  'recipe.drafted': object({ version: Version, recipe: Recipe }),
  'recipe.approved': object({ version: Version, recipe_id: Name }),
  'qc_plan.drafted': object({ version: Version, qc_plan: QcPlan }),
  'qc_plan.approved': object({ version: Version, plan_id: Name }),
  'monitor.drafted': object({ version: Version, monitor: Monitor }),
  'monitor.approved': object({ version: Version, monitor_id: Name }),
} as const
