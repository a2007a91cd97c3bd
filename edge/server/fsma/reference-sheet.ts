import type { Cell } from '@flowviz/contract/csv'
import { FTL_CATEGORIES } from '@flowviz/contract/plant/item'
import type { Column } from './column.ts'
import { GLOSSARY } from './glossary.ts'
import { RECEIVING_COLUMNS } from './receiving.ts'
import { SHIPPING_COLUMNS } from './shipping.ts'
import type { Source } from './source.ts'
import { TRANSFORMATION_COLUMNS } from './transformation.ts'

/** A sheet that explains the others. */
export interface ReferenceSheet {
  sheet: string
  titles: string[]
  rows: (source: Source) => Iterable<Cell[]>
}

const LOCATIONS: ReferenceSheet = {
  sheet: 'Locations',
  titles: [
    'Location ID',
    'Business Name',
    'Phone Number',
    'Physical Location Address',
    'City',
    'State or Region',
    'Zip or Postal Code',
    'Country',
    'GLN',
    'FFRN',
    'TLC Source Lookup Site',
    'Role',
  ],
  *rows({ plan, places, locations, parties }) {
    const { plant } = places
    const at = plan?.place
    yield at === undefined
      ? [plant.id, plant.text, null, null, null, null, null, null, null, null, null, 'this plant']
      : [plant.id, ...addressed(at), at.gln, at.ffrn, at.source_url, 'this plant']
    for (const { location_id, address } of locations())
      if (address !== undefined)
        yield [location_id, ...addressed(address), address.gln ?? null, null, null, 'address of this company']
    for (const { party_id, title, kinds, gln = null, ...more } of parties())
      yield [party_id, ...addressed({ business: title, ...more }), gln, null, null, kinds.join('; ')]
  },
}

interface Addressed {
  business: string
  phone?: string | undefined
  street?: string | undefined
  city?: string | undefined
  region?: string | undefined
  postal_code?: string | undefined
  country?: string | undefined
}

function addressed({ business, phone, street, city, region, postal_code, country }: Addressed): Cell[] {
  return [business, phone, street, city, region, postal_code, country].map(value => value ?? null)
}

const PRODUCTS: ReferenceSheet = {
  sheet: 'Products',
  titles: ['Item ID', 'FTL List Category', 'GTIN', 'Product Name', 'Lot Type', 'Exemption'],
  *rows({ items }) {
    for (const { item_id, ftl_category, gtin, title, lot_type, fsma_exemption } of items())
      yield [item_id, ftl_category ?? null, gtin ?? null, title, lot_type, fsma_exemption ?? null]
  },
}

const GLOSSARY_SHEET: ReferenceSheet = {
  sheet: 'Glossary',
  titles: ['Term', 'Meaning'],
  *rows() {
    yield* GLOSSARY
    for (const category of FTL_CATEGORIES)
      yield [category, `Category of the Food Traceability List: ${category.toLowerCase().replaceAll('_', ' ')}`]
  },
}

const MAPPED: [string, readonly Column<never>[]][] = [
  ['Receiving', RECEIVING_COLUMNS],
  ['Transformation', TRANSFORMATION_COLUMNS],
  ['Shipping', SHIPPING_COLUMNS],
]

/** How each column corresponds to a key data element (21 CFR 1.1455(c)(1)). */
const KDE_MAP: ReferenceSheet = {
  sheet: 'KDE Map',
  titles: ['Sheet', 'Column', 'Key Data Element (21 CFR)', 'Required', 'Record in FlowViz'],
  *rows() {
    for (const [sheet, columns] of MAPPED)
      for (const { title, kde, required, from } of columns)
        yield [sheet, title, kde ?? 'none; added by FlowViz', required ? 'yes' : 'no', from]
  },
}

export const REFERENCE_SHEETS: readonly ReferenceSheet[] = [LOCATIONS, PRODUCTS, GLOSSARY_SHEET, KDE_MAP]
