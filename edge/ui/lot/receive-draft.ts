import type { ReferenceDocument } from '@flowviz/contract/event/logistics'
import type { Item } from '@flowviz/contract/plant/item'
import type { Party } from '@flowviz/contract/plant/party'
import type { ManualWeight } from '../weight/manual-weight.ts'

export type Document = ReferenceDocument

/** What the screen of a receipt holds while its chips fill. Text is what the command will say. */
export interface ReceiveDraft {
  item_id: string | null
  supplier_id: string | null
  supplier_lot: string
  produced_on: string | null
  best_before: string | null
  expires_on: string | null
  /** By hand, from a label or a note; null: the scale's own. */
  hand: ManualWeight | null
  /** Net weight as the supplier's label says it: what the scale should show. */
  label_kg: string | null
  containers: number
  temperature_c: string
  location_id: string | null
  /** Code of a plate that is on the container already; null: FlowViz gives one. */
  plate: string | null
  /** The paper of the delivery; stays for all its lines. */
  document: Document | null
}

export const EMPTY_DRAFT: ReceiveDraft = {
  item_id: null,
  supplier_id: null,
  supplier_lot: '',
  produced_on: null,
  best_before: null,
  expires_on: null,
  hand: null,
  label_kg: null,
  containers: 1,
  temperature_c: '',
  location_id: null,
  plate: null,
  document: null,
}

/** What a label says of one kind of goods, not yet said. */
const UNSAID = {
  supplier_lot: '',
  produced_on: null,
  best_before: null,
  expires_on: null,
  label_kg: null,
  containers: 1,
}

/** The chips, in the order in which they fill; `document` is there for food of the traceability list alone. */
export const CHIPS = ['product', 'supplier', 'lot', 'weight', 'place', 'document'] as const
export type Chip = (typeof CHIPS)[number]

/** What a draft names, as the books of this tablet have it. */
export interface Named {
  item: Item | null
  supplier: Party | null
}

/** True for goods whose receipt has to say more (21 CFR 1.1345). */
export const isListed = ({ item }: Named): boolean => item?.ftl_category !== undefined

/** The chips of this draft. */
export function chipsOf(draft: ReceiveDraft, named: Named): Chip[] {
  return CHIPS.filter(chip => chip !== 'document' || isListed(named) || draft.document !== null)
}

/** Whether a chip holds what it has to. A place and a temperature may be left out; the supplier's lot, for most goods. */
export function isFilled(chip: Chip, draft: ReceiveDraft, named: Named): boolean {
  switch (chip) {
    case 'product':
      return named.item !== null
    case 'supplier':
      return named.supplier !== null
    case 'lot':
      return draft.supplier_lot !== ''
    case 'weight':
      return draft.hand !== null
    case 'place':
      return draft.location_id !== null || draft.temperature_c !== ''
    case 'document':
      return draft.document !== null
  }
}

/** What still keeps it from being registered, first things first; the weight is the scale's to say. */
export type Missing = 'product' | 'supplier' | 'supplier_unapproved' | 'lot' | 'document'

export function missingOf(draft: ReceiveDraft, named: Named): Missing | null {
  if (named.item === null) return 'product'
  if (named.supplier === null) return 'supplier'
  if (named.supplier.approved !== true) return 'supplier_unapproved'
  if (!isListed(named)) return null
  if (draft.supplier_lot === '' && named.item.fsma_exemption === undefined) return 'lot'
  return draft.document === null ? 'document' : null
}

/**
 * A draft after something was said for it. Lot, dates and label weight are those of one kind of goods: they fall when
 * other goods are named, unless the same label says them anew. Pure.
 */
export function changed(draft: ReceiveDraft, change: Partial<ReceiveDraft>): ReceiveDraft {
  const isOther = change.item_id !== undefined && draft.item_id !== null && change.item_id !== draft.item_id
  return { ...draft, ...(isOther ? UNSAID : {}), ...change }
}

/** The next container of a delivery has product, supplier, lot, dates and paper in common; its weight and temperature it has not. */
export function nextContainer(draft: ReceiveDraft): ReceiveDraft {
  const { item_id, supplier_id, supplier_lot, produced_on, best_before, expires_on, location_id, document } = draft
  return {
    ...EMPTY_DRAFT,
    ...{ item_id, supplier_id, supplier_lot, produced_on, best_before, expires_on, location_id, document },
    label_kg: draft.label_kg,
  }
}
