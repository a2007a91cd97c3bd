import type { EventType } from '@flowviz/contract/event'
import type { Item } from '@flowviz/contract/plant/item'
import type { SiteSettings } from '@flowviz/contract/plant/settings'
import { currentPlan, type Planned, settingsOf } from '../store/plan-record.ts'
import type { RecordStore } from '../store/record-store.ts'

/** Master data that every lot and every decision asks for, kept until it changes: looked up each time it cost a lot 13 %. */
export interface Known {
  settings(): SiteSettings
  /** @throws FlowError record_not_found */
  plan(planId: string): Planned
  item(itemId: string): Item | null
  /** After an event, whatever it was. */
  heed(type: EventType): void
  /** After a rollback: what was read meanwhile may never have been. */
  forget(): void
}

const CHANGES: readonly EventType[] = ['site.configured', 'item.defined', 'qc_plan.drafted', 'qc_plan.approved']

export function knownMaster(store: { records: RecordStore }): Known {
  let settings: SiteSettings | null = null
  const plans = new Map<string, Planned>()
  const items = new Map<string, Item | null>()
  const forget = () => {
    settings = null
    plans.clear()
    items.clear()
  }
  return {
    settings() {
      settings ??= settingsOf(store)
      return settings
    },
    plan(planId) {
      const found = plans.get(planId) ?? currentPlan(planId, store)
      plans.set(planId, found)
      return found
    },
    item(itemId) {
      const before = items.get(itemId)
      if (before !== undefined) return before
      const item = (store.records.get('item', itemId)?.body.item as Item | undefined) ?? null
      items.set(itemId, item)
      return item
    },
    heed(type) {
      // A history that came back may hold any of them.
      if (CHANGES.includes(type) || type === 'ledger.recovered') forget()
    },
    forget,
  }
}
