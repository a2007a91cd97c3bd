import type { CommandBody, CommandParams } from '@flowviz/contract/command'
import type { TracePlanText } from '@flowviz/contract/event/fsma'
import type { LotType } from '@flowviz/contract/lot-word'
import type { Item } from '@flowviz/contract/plant/item'
import type { Location, LocationKind } from '@flowviz/contract/plant/location'
import type { Monitor } from '@flowviz/contract/plant/monitor'
import type { Party } from '@flowviz/contract/plant/party'
import type { QcPlan } from '@flowviz/contract/plant/qc-plan'
import type { Recipe } from '@flowviz/contract/plant/recipe'
import type { Crew } from './crew.ts'

/** What a demo plant knows before its first shift. */
export interface Master {
  locations: Location[]
  parties: Party[]
  items: Item[]
  instruments: {
    instrument_id: string
    body: CommandBody<'define-instrument'>
    /** Its first calibration: reference, as found, tolerance, unit. */
    checked: [reference: string, as_found: string, tolerance: string, unit: string][]
  }[]
  plans: QcPlan[]
  recipes: Recipe[]
  monitors: Monitor[]
  tracePlan: TracePlanText
}

type Definition = 'define-location' | 'define-party' | 'define-item'

/** An item in few words. */
export function item(
  item_id: string,
  lot_type: LotType,
  of: { title: string; days?: number } & Pick<Item, 'storage' | 'allergens' | 'plan_id' | 'gtin' | 'ftl_category'>,
): Item {
  const { days, storage = 'chilled', ...more } = of
  return {
    item_id,
    lot_type,
    storage,
    ...more,
    ...(days === undefined ? {} : { shelf_life_days: days }),
  }
}

/** A place in few words. */
export const place = (
  kind: LocationKind,
  location_id: string,
  of: Omit<Location, 'kind' | 'location_id'>,
): Location => ({
  location_id,
  kind,
  ...of,
})

/** A business in few words; a supplier is an approved one. */
export const party = (kind: Party['kinds'][0], party_id: string, of: Omit<Party, 'kinds' | 'party_id'>): Party => ({
  party_id,
  kinds: [kind],
  ...(kind === 'supplier' ? { approved: true } : {}),
  country: 'DE',
  ...of,
})

/** Brings a plant's master data in: the manager drafts, the quality manager approves and signs. */
export async function defineMaster({ operator, manager, quality }: Crew, master: Master): Promise<void> {
  const define = <C extends Definition>(name: C, key: string, whole: Record<string, unknown>) => {
    const { [key]: id, ...body } = whole
    return manager.do(name, { params: { [key]: id } as CommandParams<C>, body: body as never })
  }
  for (const one of master.locations) await define('define-location', 'location_id', one)
  for (const one of master.parties) await define('define-party', 'party_id', one)
  for (const qc_plan of master.plans) {
    const { version } = await manager.do('draft-qc-plan', { body: qc_plan })
    await quality.do('approve-qc-plan', { params: { plan_id: qc_plan.plan_id, version }, signed: true })
  }
  for (const one of master.items) await define('define-item', 'item_id', one)
  for (const { instrument_id, body, checked } of master.instruments) {
    const params = { instrument_id }
    await manager.do('define-instrument', { params, body })
    const points = checked.map(([reference, as_found, tolerance, unit]) => ({ reference, as_found, tolerance, unit }))
    await operator.do('record-calibration', { params, body: { points, procedure: 'SOP-CAL-2', standard: 'DKD 20417' } })
  }
  for (const recipe of master.recipes) {
    const { version } = await manager.do('draft-recipe', { body: recipe })
    await quality.do('approve-recipe', { params: { recipe_id: recipe.recipe_id, version }, signed: true })
  }
  for (const monitor of master.monitors) {
    const { version } = await manager.do('draft-monitor', { body: monitor })
    await quality.do('approve-monitor', { params: { monitor_id: monitor.monitor_id, version }, signed: true })
  }
  // The last: it says how the plant is set up, and that it is by now.
  await quality.do('issue-trace-plan', { body: { plan: master.tracePlan }, signed: true })
}
