import { ALLERGENS } from '@flowviz/contract/allergen'
import { checkDigit } from '@flowviz/contract/gs1/check-digit'
import type { LabelContent, LabelKind } from '@flowviz/contract/label'
import fc from 'fast-check'

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map(list => list.join(''))
const keyed = (length: number) => digits(length - 1).map(text => text + checkDigit(text))
const day = fc
  .record({
    y: fc.integer({ min: 2026, max: 2040 }),
    m: fc.integer({ min: 1, max: 12 }),
    d: fc.integer({ min: 1, max: 28 }),
  })
  .map(({ y, m, d }) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`)
const lotCode = fc.stringMatching(/^[A-Z0-9]([A-Z0-9-]{0,18}[A-Z0-9])?$/)
const orNull = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null })
const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).map(text => `x${text}`)

/** Any label that a plant may print. */
export const anyLabel: fc.Arbitrary<LabelContent> = fc
  .record({
    label: fc.constantFrom<LabelKind>('case', 'pallet', 'ingredient', 'hold'),
    title: words,
    lot_code: lotCode,
    gtin: digits(12)
      .map(text => `1${text}`)
      .map(text => text + checkDigit(text)),
    bare: fc.boolean(),
    sscc: keyed(18),
    hold_id: fc.uuid(),
    produced_on: orNull(day),
    best_before: orNull(day),
    expires_on: orNull(day),
    grams: orNull(fc.integer({ min: 1, max: 99_999_999 })),
    count: fc.integer({ min: 1, max: 99_999_999 }),
    allergens: fc.subarray([...ALLERGENS], { maxLength: 6 }),
    storage: fc.constantFrom(null, 'ambient' as const, 'chilled' as const, 'frozen' as const),
    lines: fc.array(words, { maxLength: 2 }),
  })
  .map(({ grams, bare, ...all }) => ({
    ...all,
    site: 'plant-a',
    lot_code: all.label === 'hold' ? null : all.lot_code,
    gtin: bare && all.label !== 'case' ? null : all.gtin,
    sscc: all.label === 'pallet' ? all.sscc : null,
    hold_id: all.label === 'hold' ? all.hold_id : null,
    count: all.label === 'pallet' ? all.count : null,
    weight_kg: grams === null ? null : (grams / 1000).toFixed(3),
  }))
