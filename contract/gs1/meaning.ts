import { type LabelDate, labelDate } from './date.ts'
import type { Element } from './element.ts'
import { type LabelMeasure, labelWeight } from './measure.ts'

/** What the elements of one item say, in a plant's words; null where they say nothing. */
export interface Meaning {
  /** 14 digits; of the content, when the item is a logistic unit. */
  gtin: string | null
  lot: string | null
  serial: string | null
  sscc: string | null
  /** Of a place, with its extension; of the party where there is no place. */
  gln: string | null
  gln_extension: string | null
  count: number | null
  net: LabelMeasure | null
  gross: LabelMeasure | null
  production_date: LabelDate | null
  packaging_date: LabelDate | null
  best_before: LabelDate | null
  sell_by: LabelDate | null
  use_by: LabelDate | null
}

/** Reads the elements; `this_year` (four digits) decides the century of their dates. */
export function meaningOf(elements: readonly Element[], this_year: number): Meaning {
  const values = new Map(elements.map(({ ai, value }) => [ai, value]))
  const first = (...ais: string[]) => ais.map(ai => values.get(ai)).find(value => value !== undefined) ?? null
  const date = (...ais: string[]) => labelDate((first(...ais) ?? '').slice(0, 6), this_year)
  const weight = (...families: string[]) =>
    elements.filter(({ ai }) => families.includes(ai.slice(0, 3))).map(({ ai, value }) => labelWeight(ai, value))[0] ??
    null
  const count = first('37', '30')
  return {
    gtin: first('01', '02'),
    lot: first('10'),
    serial: first('21'),
    sscc: first('00'),
    gln: first('414', '417'),
    gln_extension: first('254'),
    count: count === null ? null : Number(count),
    net: weight('310', '320'),
    gross: weight('330', '340'),
    production_date: date('11', '8008'),
    packaging_date: date('13'),
    best_before: date('15'),
    sell_by: date('16'),
    use_by: date('17', '7003'),
  }
}
