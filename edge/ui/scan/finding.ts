import type { Meaning } from '@flowviz/contract/gs1/meaning'
import type { Person } from '@flowviz/contract/identity'
import type { HandlingUnit } from '@flowviz/contract/logistics-view'
import type { Lot } from '@flowviz/contract/lot'
import type { Item } from '@flowviz/contract/plant/item'
import type { Location } from '@flowviz/contract/plant/location'

/** Why nothing is known of a code. `unfit`: it says that it is a GS1 label, and is none. */
export type UnknownWhy = 'not_known' | 'unfit' | 'offline'

/** What lies behind a code. */
export type Known =
  | { kind: 'lot'; lot: Lot }
  /** Several lots bear this label: a person chooses. */
  | { kind: 'lots'; lots: readonly Pick<Lot, 'lot_id' | 'lot_code'>[] }
  | { kind: 'handling_unit'; unit: HandlingUnit }
  | { kind: 'item'; item: Item }
  | { kind: 'location'; location: Location }
  | { kind: 'person'; person: Person }
  | { kind: 'hold'; hold_id: string }
export type Unknown = { kind: 'unknown'; why: UnknownWhy; message: string | null; hint: string | null }

/** What a scan means here, and what its label says by itself. */
export type Finding = (Known | Unknown) & {
  /** The plant's memory on this tablet, or the appliance. */
  source: 'cache' | 'server'
  /** What the label says; null for a code that is no GS1 label. */
  label: Meaning | null
  /** Sentences of what was assumed in reading it. */
  warnings: readonly string[]
  /** More of it stands on another barcode of the same label. */
  incomplete: boolean
}

/** The plant's memory of this tablet. May answer at once or later; null or nothing for what it does not have. */
export interface ScanCache {
  /** By our code, the supplier's, or the lot's id; `gtin` narrows to lots of that product. */
  lotByCode: (code: string, gtin: string | null) => readonly Lot[] | Promise<readonly Lot[]>
  itemByGtin: (gtin: string) => Item | null | Promise<Item | null>
  huBySscc: (sscc: string) => HandlingUnit | null | Promise<HandlingUnit | null>
  personByBadge: (badge: string) => Person | null | Promise<Person | null>
  locationByCode: (code: string) => Location | null | Promise<Location | null>
}
