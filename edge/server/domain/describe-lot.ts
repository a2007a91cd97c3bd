import { type Allergen, unionOf } from '@flowviz/contract/allergen'
import { RECEIVING } from '@flowviz/contract/change/lot'
import type { EventData } from '@flowviz/contract/event'
import type { LotRegistration } from '@flowviz/contract/lot'
import type { LotOrigin, LotStatus } from '@flowviz/contract/lot-word'
import type { Item } from '@flowviz/contract/plant/item'

/** How a lot came to be, and what it brings with it from what it was made of. */
export interface LotOrigins {
  origin: LotOrigin
  run_id?: string
  receipt_id?: string
  /** Gates that what it was made of had passed. */
  gate_passed?: number
  status?: LotStatus
  /** Its last day is that of what it was made of, whatever its item says now; null: none. */
  expires_on?: string | null
  /** Allergens of what it was made of. */
  allergens?: readonly Allergen[]
  /** The plan whose gates those were; left out: the one that counts now for its item. */
  plan?: { plan_id: string; plan_version: number }
}

export interface LotSurroundings {
  item: Item | null
  plan: { plan_id: string; plan_version: number }
  /** UTC day of registration, `YYYY-MM-DD`. */
  today: string
  origins: LotOrigins
}

const DAY_MS = 86_400_000

/**
 * What a plant knows of a new lot beside its weight: place, dates, plan, and the allergens of everything in it (food-
 * domain B6: the union of what it was made of, of its item's declaration, and of what the person said).
 */
export function describeLot(
  registration: LotRegistration,
  { item, plan, today, origins }: LotSurroundings,
): NonNullable<EventData<'lot.registered'>['more']> {
  return {
    origin: origins.origin,
    item_id: item?.item_id ?? null,
    supplier_id: registration.supplier_id ?? null,
    supplier_tlc_source: registration.supplier_tlc_source ?? null,
    location_id: registration.location_id ?? RECEIVING,
    count: registration.count ?? null,
    produced_on: registration.produced_on ?? null,
    best_before: registration.best_before ?? null,
    expires_on: lastDayOf(registration, { item, today, origins }),
    allergens: unionOf(registration.allergens ?? [], item?.allergens ?? [], origins.allergens ?? []),
    ...(origins.plan ?? plan),
    gate_passed: origins.gate_passed ?? 0,
    status: origins.status ?? 'PENDING_QC',
    run_id: origins.run_id ?? null,
    receipt_id: origins.receipt_id ?? null,
  }
}

function lastDayOf(
  { expires_on, produced_on }: LotRegistration,
  { item, today, origins }: Omit<LotSurroundings, 'plan'>,
): string | null {
  if (origins.expires_on !== undefined) return origins.expires_on
  return expires_on ?? lastDay(produced_on ?? today, item)
}

function lastDay(from: string, item: Item | null): string | null {
  if (item?.shelf_life_days === undefined) return null
  return new Date(Date.parse(from) + item.shelf_life_days * DAY_MS).toISOString().slice(0, 10)
}
