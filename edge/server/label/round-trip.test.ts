import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { ALLERGENS } from '@flowviz/contract/allergen'
import { checkDigit } from '@flowviz/contract/gs1/check-digit'
import { readElementString } from '@flowviz/contract/gs1/element-string'
import { parseScan } from '@flowviz/contract/gs1/scan'
import type { LabelContent, LabelKind } from '@flowviz/contract/label'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { bracketed } from './element.ts'
import { layoutOf } from './label.ts'
import { wordsOf } from './words.ts'
import { type Dpi, zplOf } from './zpl.ts'

type Renderer = typeof import('zpl-renderer-js')
const SEED = 20_261_125
const LABELS = 200

// Its module build finds no crypto in Node.
const { ready } = createRequire(import.meta.url)('zpl-renderer-js') as Renderer
beforeAll(async () => {
  const wasm = readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')))
  await prepareZXingModule({ overrides: { wasmBinary: wasm.buffer as ArrayBuffer }, fireImmediately: true })
})

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
const content: fc.Arbitrary<LabelContent> = fc
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

const sorted = (elements: readonly { ai: string; value: string }[]) =>
  [...new Set(elements.map(element => bracketed([element])))].sort()

const scanned = (text: string) => {
  const scan = parseScan(text)
  return scan.ok ? scan.elements : scan
}

test(`${LABELS} labels of any kind are printed, looked at and read: the same elements come back (seed ${SEED})`, async () => {
  const { api } = await ready
  const labels = fc.sample(content, { numRuns: LABELS, seed: SEED })
  let symbols = 0
  for (const [at, label] of labels.entries()) {
    const paper = { width_mm: 102, height_mm: label.label === 'pallet' ? 150 : 100 }
    const dpi: Dpi = at % 4 === 0 ? 300 : 203
    const expected = wordsOf(label)
    const zpl = zplOf(layoutOf(label, paper), { dpi })
    const png = await api.zplToBase64Async(zpl, paper.width_mm, paper.height_mm, dpi === 300 ? 12 : 8)
    const read = await readBarcodes(Buffer.from(png, 'base64'), {
      formats: ['Code128', 'DataMatrix', 'QRCode'],
      tryHarder: true,
      maxNumberOfSymbols: 8,
    })
    const what = `label ${at}: ${JSON.stringify(label)}`
    const parsed = read.map(symbol => {
      const text = Buffer.from(symbol.bytes).toString('latin1')
      // One row of bars of several is read by itself: what it needs stands in the others.
      const found = symbol.format === 'Code128' ? readElementString(text) : scanned(symbol.symbologyIdentifier + text)
      if (!Array.isArray(found)) throw new Error(`${found.message}: ${text} on ${what}`)
      return { format: symbol.format, elements: found }
    })
    const of = (format: string) => parsed.filter(symbol => symbol.format === format).flatMap(symbol => symbol.elements)
    expect(sorted(of('DataMatrix')), what).toEqual(sorted(expected.matrix))
    expect(sorted(of('Code128')), what).toEqual(label.label === 'hold' ? [] : sorted(expected.matrix))
    expect(
      read.filter(({ format }) => format === 'QRCode').map(({ text }) => text),
      what,
    ).toEqual(expected.link === null ? [] : [expected.link])
    symbols += read.length
  }
  expect(symbols).toBeGreaterThan(LABELS * 2)
}, 600_000)
