import { type Allergen, unionOf } from '@flowviz/contract/allergen'
import { FlowError } from '@flowviz/contract/error'
import type { LotStatus, LotType } from '@flowviz/contract/lot-word'

/** What of a lot counts when it is merged. */
export interface MergedSource {
  lot_id: string
  lot_code: string
  lot_type: LotType
  item_id: string | null
  product: string | null
  plan_id: string | null
  plan_version: number | null
  status: LotStatus
  gate_passed: number
  produced_on: string | null
  best_before: string | null
  expires_on: string | null
  allergens: readonly Allergen[]
}

/** What a merged lot has of its sources: of everything the most careful. */
export interface Merged {
  status: LotStatus
  gate_passed: number
  produced_on: string | null
  best_before: string | null
  expires_on: string | null
  allergens: Allergen[]
}

const KIND = ['item_id', 'lot_type', 'plan_id', 'plan_version'] as const

/** Lots without an item are alike when they have the same product. */
function unlike(a: MergedSource, b: MergedSource): string | null {
  const field = KIND.find(key => a[key] !== b[key])
  if (field !== undefined) return field
  return a.item_id === null && a.product !== b.product ? 'product' : null
}

/**
 * What a lot is that is made of several: the lowest gate, the earliest dates, every allergen.
 * @throws FlowError lots_unlike (with `differs`) when they are not of one item, type and plan.
 */
export function mergeOf(sources: readonly [MergedSource, ...MergedSource[]]): Merged {
  const [first] = sources
  for (const source of sources) {
    const differs = unlike(first, source)
    if (differs === null) continue
    const extra = { differs, lot_ids: [first.lot_id, source.lot_id] }
    throw new FlowError('lots_unlike', `Lots ${first.lot_code} and ${source.lot_code} differ in ${differs}.`, { extra })
  }
  return {
    status: sources.every(({ status }) => status === 'AVAILABLE') ? 'AVAILABLE' : 'PENDING_QC',
    gate_passed: Math.min(...sources.map(({ gate_passed }) => gate_passed)),
    produced_on: earliest(sources.map(({ produced_on }) => produced_on)),
    best_before: earliest(sources.map(({ best_before }) => best_before)),
    expires_on: earliest(sources.map(({ expires_on }) => expires_on)),
    allergens: unionOf(...sources.map(({ allergens }) => allergens)),
  }
}

const earliest = (days: readonly (string | null)[]): string | null => days.filter(day => day !== null).sort()[0] ?? null
