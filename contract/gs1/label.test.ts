import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasCheckDigit } from './check-digit.ts'
import { fullYear, labelDate, labelDigits } from './date.ts'
import { meaningOf } from './meaning.ts'
import { labelWeight, weightElement, weightMg } from './measure.ts'
import { parseScan, parseSymbols } from './scan.ts'
import { blockAfter, nextSscc, type SsccBlock, ssccRange } from './sscc.ts'
import { voiceCode } from './voice-code.ts'

const GS = '\u001d'

test('the three symbols of a pallet are one item, and say nothing each by itself', () => {
  const symbols = [`]C102095212345432133748`, `]C110LOT42${GS}17261231`, ']C100009521234500000012']
  expect(symbols.map(text => parseScan(text).ok)).toEqual([false, false, true])
  const pallet = parseSymbols(symbols)
  expect(pallet).toMatchObject({ ok: true, warnings: [] })
  if (!pallet.ok) return
  expect(meaningOf(pallet.elements, 2026)).toMatchObject({
    sscc: '009521234500000012',
    gtin: '09521234543213',
    count: 48,
    lot: 'LOT42',
    use_by: { date: '2026-12-31', precision: 'day' },
    best_before: null,
    net: null,
  })
})

test('symbols of two items are not taken for one', () => {
  const result = parseSymbols(['(01)09521234543213(10)LOT42', '(01)09521234543213(10)LOT43'])
  expect(result).toMatchObject({ ok: false, code: 'gs1_repeated' })
  expect(parseSymbols(['(01)09521234543213(10)LOT42', '(01)09521234543213'])).toMatchObject({ elements: { length: 2 } })
  expect(parseSymbols([])).toMatchObject({ ok: false, code: 'gs1_empty' })
})

test('a swallowed date in the second symbol is found with the help of the first', () => {
  const result = parseSymbols([']C10109521234543213', ']C110LOT4217261231'])
  expect(result).toMatchObject({ ok: true, warnings: [{ code: 'separator_lost', other: { length: 3 } }] })
})

test('a year of two digits is the nearest one', () => {
  expect([75, 76, 77, 26, 0, 99].map(year => fullYear(year, 2026))).toEqual([2075, 2076, 1977, 2026, 2000, 1999])
  expect([0, 49, 50, 51].map(year => fullYear(year, 2099))).toEqual([2100, 2149, 2050, 2051])
})

test('day 00 is the last day of its month, and no calendar has the rest', () => {
  expect(labelDate('260200', 2026)).toEqual({ date: '2026-02-28', precision: 'month' })
  expect(labelDate('280200', 2026)).toEqual({ date: '2028-02-29', precision: 'month' })
  expect(labelDate('280229', 2026)).toEqual({ date: '2028-02-29', precision: 'day' })
  expect([labelDate('000229', 2026)?.date, labelDate('000229', 2060), labelDate('000200', 2060)?.date]).toEqual([
    '2000-02-29',
    null,
    '2100-02-28',
  ])
  const timed = [
    { ai: '7003', value: '2612310800' },
    { ai: '8008', value: '261124143000' },
  ]
  expect(meaningOf(timed, 2026)).toMatchObject({
    use_by: { date: '2026-12-31', precision: 'day' },
    production_date: { date: '2026-11-24', precision: 'day' },
  })
  expect(['260230', '261301', '260229', '26021', '2602 1', '000000'].map(text => labelDate(text, 2026))).toEqual(
    Array(6).fill(null),
  )
  expect(labelDigits({ date: '2026-12-31', precision: 'day' })).toBe('261231')
  expect(labelDigits({ date: '2026-02-28', precision: 'month' })).toBe('260200')
})

test('a weight keeps its digits, and a pound is exact', () => {
  expect(labelWeight('3103', '000195')).toEqual({ value: '0.195', unit: 'kg', decimals: 3 })
  expect(labelWeight('3102', '012345')).toEqual({ value: '123.45', unit: 'kg', decimals: 2 })
  expect(labelWeight('3100', '000000')).toEqual({ value: '0', unit: 'kg', decimals: 0 })
  expect(labelWeight('3205', '100000')).toEqual({ value: '1.00000', unit: 'lb', decimals: 5 })
  expect([labelWeight('3106', '000195'), labelWeight('3103', '00195'), labelWeight('310', '000195')]).toEqual([
    null,
    null,
    null,
  ])
  expect(weightMg({ value: '1.00000', unit: 'lb', decimals: 5 })).toBe(453_592)
  expect(weightMg({ value: '0.195', unit: 'kg', decimals: 3 })).toBe(195_000)
})

test('a weight is printed without loss or not at all', () => {
  expect(weightElement('310', '0.195')).toEqual({ ai: '3103', value: '000195' })
  expect(weightElement('310', '123.450000')).toEqual({ ai: '3103', value: '123450' })
  expect(weightElement('320', '12')).toEqual({ ai: '3200', value: '000012' })
  expect(['0.000001', '1234567', '12345.67', '-1', '1e3', ''].map(text => weightElement('310', text))).toEqual(
    Array(6).fill(null),
  )
  fc.assert(
    fc.property(fc.nat(999_999), fc.nat(5), (digits, decimals) => {
      const read = labelWeight(`310${decimals}`, String(digits).padStart(6, '0'))
      const again = read === null ? null : weightElement('310', read.value)
      const back = again === null ? null : labelWeight(again.ai, again.value)
      expect(back && weightMg(back)).toBe(read && weightMg(read))
    }),
  )
})

test('the voice code is the one of the published samples', () => {
  const code = (gtin: string, lot: string, date: string) => Object.values(voiceCode(gtin, lot, date)).join('')
  expect(code('10333830000016', '186', '230711')).toBe('7557')
  expect(code('10333830000016', '187', '230712')).toBe('3765')
  expect(code('10333830000023', '188', '230713')).toBe('6084')
  expect(code('10333830000030', '189', '230714')).toBe('3105')
})

const BLOCK: SsccBlock = { company_prefix: '0614141', extension: 1, first: 0, last: 2, next: 0 }

test('a block gives each of its serials once and then says that it is used up', () => {
  let block = BLOCK
  const given: string[] = []
  for (;;) {
    const issue = nextSscc(block)
    if (!issue.ok) {
      expect(issue.code).toBe('sscc_block_used_up')
      break
    }
    given.push(issue.sscc)
    block = issue.block
  }
  expect(given).toEqual(['106141410000000002', '106141410000000019', '106141410000000026'])
  expect(given.every(hasCheckDigit)).toBe(true)
})

test('the numbers of a block lie between its first and its last one, as text', () => {
  const block = { ...BLOCK, first: 9, last: 10, next: 9 }
  const range = ssccRange(block)
  expect(range).toEqual({ first: '106141410000000095', last: '106141410000000101' })
  const issue = nextSscc(block)
  expect(issue.ok && blockAfter(block, issue.sscc).next).toBe(10)
  expect(nextSscc(blockAfter(block, range.last))).toMatchObject({ ok: false, code: 'sscc_block_used_up' })
})

test('a block that no SSCC can carry gives none', () => {
  const wrong: Partial<SsccBlock>[] = [
    { company_prefix: '123' },
    { company_prefix: '06141a1' },
    { extension: 10 },
    { last: 1_000_000_000 },
    { first: 3 },
    { next: -1 },
    { next: 4 },
    { last: 1.5 },
  ]
  expect(wrong.filter(part => nextSscc({ ...BLOCK, ...part }).ok)).toEqual([])
})
