import type { Person } from '@flowviz/contract/identity'
import type { Shelf } from '../shelf/shelf.ts'
import type { ScanCache } from './finding.ts'

type Books = { [Name in 'lots' | 'items' | 'units' | 'locations']: Pick<Shelf[Name], 'value'> }

/** What this tablet's own books know of a code. Badges lie in no book, so whoever keeps the roster says whose one is. */
export function shelfCache(
  shelf: Books,
  personByBadge: (badge: string) => Promise<Person | null> | Person | null,
): ScanCache {
  const { lots, items, units, locations } = shelf
  return {
    lotByCode: (code, gtin) => {
      const named = (lots.value.value ?? []).filter(
        lot => lot.lot_code === code || lot.supplier_lot_code === code || lot.lot_id === code.toLowerCase(),
      )
      if (gtin === null) return named
      // Suppliers give the same code to different goods; an item without a GTIN may be the one that is meant.
      const gtinOf = (item_id: string | null) => items.value.value?.find(item => item.item_id === item_id)?.gtin ?? gtin
      return named.filter(({ item_id }) => gtinOf(item_id) === gtin)
    },
    itemByGtin: gtin => items.value.value?.find(item => item.gtin === gtin) ?? null,
    huBySscc: sscc => units.value.value?.find(unit => unit.sscc === sscc) ?? null,
    personByBadge,
    locationByCode: code => locations.value.value?.find(({ location_id }) => location_id === code) ?? null,
  }
}
