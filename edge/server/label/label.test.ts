import type { FlowError } from '@flowviz/contract/error'
import { expect, test } from 'vitest'
import { layoutOf } from './label.ts'
import type { Layout, Mark } from './layout.ts'
import { svgOf } from './svg.ts'
import { CASE, HOLD, PALLET } from './testing/content.ts'
import { readableOf, wordsOf } from './words.ts'

const wordsIn = ({ marks }: Layout) => marks.flatMap(mark => (mark.kind === 'text' ? [mark.text] : []))
const kindsIn = ({ marks }: Layout) => [...new Set(marks.map(({ kind }: Mark) => kind))].sort()
const codeOf = (work: () => unknown) => {
  try {
    work()
    return null
  } catch (error) {
    return (error as FlowError).code
  }
}

test('a case says what it is, its lot, its last day, what it contains and how it is kept', () => {
  const words = wordsIn(layoutOf(CASE, { width_mm: 102, height_mm: 76 }))
  expect(words).toEqual(
    expect.arrayContaining([
      'LOT PLA-261125-L1-0012',
      'BEST BEFORE 2027-03-01',
      'CONTAINS: MILK, CELERY',
      'KEEP CHILLED',
      '(01)09521234543213(15)270301',
      '(10)PLA-261125-L1-0012',
    ]),
  )
})

test('one row of bars carries all that it has room for', () => {
  const words = wordsIn(layoutOf({ ...CASE, lot_code: 'AB-12' }, { width_mm: 102, height_mm: 76 }))
  expect(words).toContain('(01)09521234543213(15)270301(10)AB-12')
})

test('what a label contains is struck in bold', () => {
  const { marks } = layoutOf(CASE, { width_mm: 102, height_mm: 76 })
  const allergens = marks.filter(mark => mark.kind === 'text' && mark.text.startsWith('CONTAINS'))
  expect(allergens).toMatchObject([{ bold: true }])
})

test('the SSCC is the lowest barcode of a pallet', () => {
  const { marks } = layoutOf(PALLET, { width_mm: 102, height_mm: 152 })
  const bars = marks.flatMap(mark => (mark.kind === 'bars' ? [mark] : [])).sort((a, b) => b.y - a.y)
  expect(bars.map(({ elements }) => elements.map(({ ai }) => ai))).toEqual([['00'], ['02', '37'], ['10']])
  expect(bars[0]!.module).toBe(0.5)
})

test('on smaller paper the QR code goes first, then the bars; the DataMatrix carries the same', () => {
  const on = (width_mm: number, height_mm: number) => kindsIn(layoutOf(CASE, { width_mm, height_mm }))
  expect(on(102, 102)).toEqual(['bars', 'matrix', 'qr', 'text'])
  expect(on(76, 40)).toEqual(['matrix', 'text'])
})

test('a label that does not fit is refused, and a pallet without bars is none', () => {
  expect(codeOf(() => layoutOf(CASE, { width_mm: 25, height_mm: 15 }))).toBe('label_too_small')
  expect(codeOf(() => layoutOf(PALLET, { width_mm: 40, height_mm: 102 }))).toBe('label_too_small')
})

test('nothing lies outside of the paper', () => {
  const sizes = [
    [102, 152],
    [102, 76],
    [76, 51],
    [60, 60],
  ] as const
  for (const [width_mm, height_mm] of sizes) {
    for (const mark of layoutOf(CASE, { width_mm, height_mm }).marks) {
      expect(mark.x).toBeGreaterThanOrEqual(0)
      expect(mark.y).toBeGreaterThanOrEqual(0)
      expect(mark.x).toBeLessThan(width_mm)
      expect(mark.y).toBeLessThan(height_mm)
    }
  }
})

test('a barcode that GS1 would refuse is never drawn', () => {
  expect(codeOf(() => layoutOf({ ...CASE, gtin: '09521234543214' }, { width_mm: 102, height_mm: 76 }))).toBe(
    'label_incomplete',
  )
})

test('a net weight has as many places as it needs, and claims nothing below a gram', () => {
  const elements = (weight_kg: string) => readableOf({ ...CASE, weight_kg }).elements
  expect(elements('12.345')).toContain('(3103)012345')
  expect(elements('1234.5')).toContain('(3101)012345')
  expect(elements('0.1959')).toContain('(3103)000195')
  expect(elements('10')).toContain('(3100)000010')
})

test('a lot code that no GS1 element carries travels under an AI of the house', () => {
  const long = { ...CASE, label: 'ingredient' as const, lot_code: 'TEST-00000042-LOAD-0001' }
  expect(readableOf(long)).toEqual({ elements: '(91)TEST-00000042-LOAD-0001', link: null })
})

test('a hold label is framed, and its code names the hold', () => {
  const words = wordsOf(HOLD)
  expect(words.framed).toBe(true)
  expect(words.matrix).toEqual([{ ai: '92', value: HOLD.hold_id }])
  expect(wordsIn(layoutOf(HOLD, { width_mm: 102, height_mm: 76 }))[0]).toBe('HOLD - DO NOT USE')
})

test('an image carries no markup of a text', () => {
  const svg = svgOf(
    layoutOf({ ...CASE, title: '</text><script>alert("1")</script>&' }, { width_mm: 102, height_mm: 76 }),
  )
  expect(svg).not.toContain('<script')
  expect(svg).toContain('&lt;script&gt;')
})
