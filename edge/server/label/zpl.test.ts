import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layoutOf } from './label.ts'
import type { Layout } from './layout.ts'
import { anyLabel } from './testing/any-label.ts'
import { field, zplOf } from './zpl.ts'

const SEED = 7
const textMark = (text: string): Layout => ({
  width: 50,
  height: 30,
  marks: [{ kind: 'text', x: 1, y: 2, size: 3, bold: false, text }],
})
/** What a printer would take for a command, wherever it stands. */
const commandsOf = (zpl: string) => zpl.match(/[\^~]./gsu) ?? []
const HARMLESS = commandsOf(zplOf(textMark('x'), { dpi: 203 }))
const NASTY = [
  '^XZ',
  '~JA',
  '^XA^PQ9999^XZ',
  '~HS',
  '\\5EXZ',
  '^FS^FDx',
  '_5E',
  '\r\n^XZ',
  '\x02\x03',
  '\u2028~JR',
  '^CC!',
]

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(fc.constantFrom(...NASTY, 'a', '^', '~', '\\', '\0', '\x1b'), { maxLength: 12 })
    .map(parts => parts.join('')),
)

test(`no text of a field ever adds a command, whatever it is made of (seed ${SEED})`, () => {
  fc.assert(
    fc.property(hostile, fc.constantFrom(203 as const, 300 as const), (text, dpi) => {
      const zpl = zplOf(textMark(text), { dpi })
      expect(commandsOf(zpl)).toEqual(HARMLESS)
      expect(zpl.split('\n')).toHaveLength(zplOf(textMark('x'), { dpi }).split('\n').length)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what may not be there.
      expect(zpl).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f]/)
    }),
    { numRuns: 3_000, seed: SEED },
  )
})

test('barcodes and links add no command either', () => {
  fc.assert(
    fc.property(hostile, text => {
      const of = (value: string): Layout => ({
        width: 50,
        height: 30,
        marks: [
          { kind: 'bars', x: 0, y: 0, height: 9, module: 0.25, elements: [{ ai: '91', value }] },
          { kind: 'matrix', x: 0, y: 0, module: 0.5, elements: [{ ai: '91', value }] },
          { kind: 'qr', x: 0, y: 0, module: 0.5, text: value },
        ],
      })
      expect(commandsOf(zplOf(of(text), { dpi: 203 }))).toEqual(commandsOf(zplOf(of('x'), { dpi: 203 })))
    }),
    { numRuns: 1_000, seed: SEED },
  )
})

test('whatever people wrote into the plant, a label of any kind has the commands of its places and no more', () => {
  const texts = fc.record({ title: hostile, site: hostile, lines: fc.array(hostile, { maxLength: 2 }) })
  fc.assert(
    fc.property(anyLabel, texts, (label, typed) => {
      const cut = (text: string) => text.slice(0, 40)
      const content = { ...label, title: cut(typed.title), site: cut(typed.site), lines: typed.lines.map(cut) }
      const layout = layoutOf(content, { width_mm: 150, height_mm: 220 })
      const plain = layout.marks.map(mark => (mark.kind === 'text' ? { ...mark, text: 'x' } : mark))
      const printed = zplOf(layout, { dpi: 203 })
      expect(commandsOf(printed)).toEqual(commandsOf(zplOf({ ...layout, marks: plain }, { dpi: 203 })))
      // Barcodes say what the plant gave them, not what anybody typed.
      expect(printed.match(/\^B[CXQ]/g)).toEqual(
        zplOf(layoutOf(label, { width_mm: 150, height_mm: 220 }), { dpi: 203 }).match(/\^B[CXQ]/g),
      )
    }),
    { numRuns: 1_000, seed: SEED },
  )
})

test('what would be a command is printed as it is written: the printer reads it back from its hex code', () => {
  const read = (zpl: string) =>
    zpl.replace(/\\([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  expect(field('50% ^ ~ \\ _ ok')).toBe('^FH\\^FD50% \\5E \\7E \\5C _ ok^FS')
  expect(read(field('a^b~c\\d'))).toBe('^FH\\^FDa^b~c\\d^FS'.replace('^FH\\', '^FH\\'))
})

test('a millimetre is eight dots at 203 dpi and 11.8 at 300', () => {
  expect(zplOf(textMark('x'), { dpi: 203 })).toContain('^PW400^LL240')
  expect(zplOf(textMark('x'), { dpi: 300 })).toContain('^PW591^LL354')
})

test('so many copies are one format that says how many', () => {
  expect(zplOf(textMark('x'), { dpi: 203, copies: 500 })).toContain('^PQ500\n')
})
