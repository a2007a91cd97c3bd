import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allAis } from './ai.ts'
import { buildBracketed, buildDigitalLink, buildElementString } from './build.ts'
import { CHARACTERS_82, checkDigit } from './check-digit.ts'
import { parseScan, parseSymbols } from './scan.ts'

const GS = '\u001d'
const LABELS = [
  `]C1010952123454321310LOT42${GS}17261231`,
  `]d2019952123454321631030123451726123110A%B/C${GS}21S(1)`,
  '(01)09521234543213(10)LOT\\(42(17)261231',
  'https://id.gs1.org/01/09521234543213/22/A/10/LOT%2F42?17=261231&3103=000195',
  ']E09521234543213|]e010LOT42',
  `]C102095212345432133748${GS}00009521234500000012`,
]

const bit = fc.oneof(
  fc.constantFrom(...allAis().map(row => row.ai)),
  fc.constantFrom(
    GS,
    '(',
    ')',
    '\\(',
    ']C1',
    ']e0',
    ']E0',
    'https://a/',
    '/01/',
    '?10=',
    '%',
    '%2f',
    '&',
    '=',
    '{GS}',
    '\n',
  ),
  fc.constantFrom('09521234543213', '009521234500000012', 'LOT42', '261231', '000000', 'A1-'),
  fc.string({ unit: 'binary', maxLength: 4 }),
)
const scans = fc.oneof(
  fc.array(bit, { maxLength: 30 }).map(bits => bits.join('')),
  fc
    .tuple(fc.constantFrom(...LABELS), fc.nat(90), bit)
    .map(([label, at, put]) => label.slice(0, at) + put + label.slice(at)),
)

test('whatever is scanned is read or refused with a place and a hint, and never throws', () => {
  fc.assert(
    fc.property(scans, text => {
      const scan = parseScan(text)
      if (!scan.ok) {
        expect(scan.hint.length).toBeGreaterThan(10)
        expect(scan.at).toBeGreaterThanOrEqual(0)
        expect(scan.at).toBeLessThanOrEqual(text.length)
      }
    }),
    { numRuns: 3000 },
  )
})

test('what was read is built in every form and read again as the same elements', () => {
  fc.assert(
    fc.property(scans, text => {
      const scan = parseScan(text)
      if (!scan.ok || scan.elements.length === 0) return
      const bracketed = buildBracketed(scan.elements)
      const string = buildElementString(scan.elements)
      expect([bracketed.ok, string.ok]).toEqual([true, true])
      if (!bracketed.ok || !string.ok) return
      expect(parseScan(bracketed.text)).toMatchObject({ ok: true, elements: scan.elements })
      expect(parseScan(`]C1${string.text}`)).toMatchObject({ ok: true, elements: scan.elements })
      const link = buildDigitalLink(scan.elements)
      if (!link.ok) return
      const again = parseScan(link.text)
      expect(again).toMatchObject({ ok: true, form: 'digital_link' })
      if (again.ok) expect(buildDigitalLink(again.elements)).toEqual(link)
    }),
    { numRuns: 3000 },
  )
})

const text82 = (length_max: number) =>
  fc.string({ unit: fc.constantFrom(...CHARACTERS_82), minLength: 1, maxLength: length_max })
const six = fc.nat(999_999).map(digits => String(digits).padStart(6, '0'))
const date = fc
  .tuple(fc.nat(99), fc.integer({ min: 1, max: 12 }), fc.nat(28))
  .map(parts => parts.map(part => String(part).padStart(2, '0')).join(''))
/** A label of a plant: any GTIN, and any of the rest in any order. */
const labels = fc
  .record(
    {
      '01': fc.nat(999_999_999).map(digits => {
        const body = `9${String(digits).padStart(12, '0')}`
        return body + checkDigit(body)
      }),
      '10': text82(20),
      '21': text82(20),
      '17': date,
      '15': date,
      '3103': six,
      '240': text82(30),
      '91': text82(90),
    },
    { requiredKeys: ['01'] },
  )
  .map(said => Object.entries(said).map(([ai, value]) => ({ ai, value })))

test('whatever a lot is called, its label is read as it was printed, in all three forms', () => {
  const sorted = (scan: ReturnType<typeof parseScan>) =>
    scan.ok ? [...scan.elements].sort((a, b) => (a.ai < b.ai ? -1 : 1)) : scan
  fc.assert(
    fc.property(labels, elements => {
      const whole = [...elements].sort((a, b) => (a.ai < b.ai ? -1 : 1))
      const bracketed = buildBracketed(elements)
      const string = buildElementString(elements)
      const link = buildDigitalLink(elements)
      expect([bracketed.ok, string.ok]).toEqual([true, true])
      if (!bracketed.ok || !string.ok) return
      expect(sorted(parseScan(bracketed.text))).toEqual(whole)
      expect(sorted(parseScan(`]d2${string.text}`))).toEqual(whole)
      expect(sorted(parseScan(`]d2${string.text.replaceAll(GS, '{GS}')}`))).toEqual(whole)
      if (link.ok) expect(sorted(parseScan(link.text))).toEqual(whole)
      else expect(link.code).toBe('gs1_not_carried')
    }),
    { numRuns: 1000 },
  )
})

/** Elements that hardly any text is by chance. */
const TELLING = new Set(['01', '15', '17', '3103'])
const shuffled = labels.chain(elements => fc.shuffledSubarray(elements, { minLength: elements.length }))

test('where a separator before a date, a weight or a key is lost, the label is refused or read with a warning', () => {
  fc.assert(
    fc.property(shuffled, fc.infiniteStream(fc.boolean()), (elements, coins) => {
      const parts = elements.map(({ ai, value }) => ai + value)
      let text = ']C1'
      let lost = false
      for (const [at, { ai }] of elements.entries()) {
        text += parts[at]
        if (TELLING.has(ai) || at === parts.length - 1) continue
        const drops = coins.next().value === true
        lost ||= drops && TELLING.has(elements[at + 1]!.ai)
        text += drops ? '' : GS
      }
      const scan = parseScan(text)
      if (lost && scan.ok) expect(scan.warnings.map(({ code }) => code)).toContain('separator_lost')
    }),
    { numRuns: 5000 },
  )
})

test('whatever stands in the place of the separator is taken for it, or the scan is refused', () => {
  const foreign = fc.oneof(
    fc.constantFrom('{gs}', '[GS]', '\\u001D', '^]', '&#29;', ' ', '\t', '\u00a0', '\ufffd', '\u001c', 'ÿ', '§', '🏭'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }).filter(text => !CHARACTERS_82.includes(text)),
  )
  fc.assert(
    fc.property(foreign, fc.boolean(), (mark, leading) => {
      const text = `${leading && !mark.startsWith(']') ? mark : ']d2'}010952123454321310LOT42${mark}17261231`
      const scan = parseScan(text)
      expect(scan.ok && scan.elements.map(({ ai, value }) => ai + value)).toEqual([
        '0109521234543213',
        '10LOT42',
        '17261231',
      ])
    }),
    { numRuns: 2000 },
  )
})

test('of several symbols, some missing, nothing is made up: what is read stands on them', () => {
  fc.assert(
    fc.property(fc.array(scans, { maxLength: 4 }), fc.boolean(), (texts, part) => {
      const scan = parseSymbols(texts, { part })
      if (!scan.ok) return
      expect(new Set(scan.elements.map(({ ai }) => ai)).size).toBe(scan.elements.length)
      if (part && !parseSymbols(texts).ok) expect(scan.warnings.map(({ code }) => code)).toContain('incomplete')
    }),
    { numRuns: 2000 },
  )
})

test('a lot that is a dot has no Digital Link: a browser would lose it', () => {
  const dot = (lot: string) =>
    buildDigitalLink([
      { ai: '01', value: '09521234543213' },
      { ai: '10', value: lot },
    ])
  expect(dot('..')).toMatchObject({ ok: false, code: 'gs1_not_carried', at: 1 })
  expect(dot('.A')).toEqual({ ok: true, text: 'https://id.gs1.org/01/09521234543213/10/.A' })
})

test('the longest scans take no time to speak of', () => {
  const longest = [
    GS.repeat(8000),
    ']C1'.padEnd(8000, '20'),
    ']C1'.padEnd(8000, '011234567890123'),
    '('.repeat(8000),
    '(10)'.padEnd(8000, '\\('),
    'https://a'.padEnd(8000, '/01'),
    'https://a/01/09521234543213?'.padEnd(8000, '99=A&'),
    'https://a/01/09521234543213?'.padEnd(8000, '%'),
    ']C1'.padEnd(8000, `10A${GS}`),
    ']C1'.padEnd(8000, '{GS}'),
    '\n'.repeat(7999).concat('x'),
    ']'.repeat(8000),
    `]C10109521234543213${`99${'17261231'.repeat(11)}${GS}`.repeat(87)}`,
    `]C10109521234543213${`99${'3103'.repeat(22)}${GS}`.repeat(87)}`,
  ]
  for (const text of longest) {
    const started = performance.now()
    parseScan(text)
    expect([text.slice(0, 40), performance.now() - started < 1_000]).toEqual([text.slice(0, 40), true])
  }
})
