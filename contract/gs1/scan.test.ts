import { expect, test } from 'vitest'
import { checkDigit } from './check-digit.ts'
import { parseScan, parseSymbols } from './scan.ts'

const GS = '\u001d'
const LABEL = [
  { ai: '01', value: '09521234543213' },
  { ai: '10', value: 'LOT42' },
  { ai: '17', value: '261231' },
]

/** The elements of a scan in brackets, or the code of its refusal. */
function told(text: string, separator?: string) {
  const scan = parseScan(text, separator === undefined ? {} : { separator })
  return scan.ok ? scan.elements.map(({ ai, value }) => `(${ai})${value}`).join('') : scan.code
}

function warned(text: string, separator?: string) {
  const scan = parseScan(text, separator === undefined ? {} : { separator })
  return scan.ok ? scan.warnings.map(warning => warning.code) : [scan.code]
}

test('one label says the same in every form it can be scanned in', () => {
  const forms = [
    `]C1010952123454321310LOT42${GS}17261231`,
    `]d2010952123454321310LOT42${GS}17261231\r\n`,
    `]Q3010952123454321310LOT42${GS}17261231${GS}`,
    `${GS}010952123454321310LOT42${GS}17261231`,
    '(01)09521234543213(10)LOT42(17)261231',
    'https://id.gs1.org/01/09521234543213/10/LOT42?17=261231',
    ']Q1https://plant.example/x/01/09521234543213/10/LOT42?17=261231',
  ]
  for (const form of forms) expect(parseScan(form)).toMatchObject({ ok: true, elements: LABEL, warnings: [] })
})

test('a scanner that sends no symbology identifier is read, and it is said', () => {
  expect(told(`010952123454321310LOT42${GS}17261231`)).toBe('(01)09521234543213(10)LOT42(17)261231')
  expect(warned('0109521234543213')).toEqual(['symbology_missing'])
})

test('what a scanner puts in place of the separator is read as one, and it is said', () => {
  for (const substitute of ['{GS}', '[GS]', '~', '^', '|', ']', '\u241d', '\u2194', '\\x1d', '#', '@']) {
    const text = `]C1010952123454321310LOT42${substitute}17261231`
    expect([substitute, told(text), warned(text)]).toEqual([
      substitute,
      '(01)09521234543213(10)LOT42(17)261231',
      ['separator_substituted'],
    ])
  }
  expect(told(']C1010952123454321310LOT42<GS>17261231', '<GS>')).toBe('(01)09521234543213(10)LOT42(17)261231')
  expect(told(']C1010952123454321310A#B')).toBe('gs1_character')
})

test('a lot that may have swallowed its date is read as it stands, with the other reading beside it', () => {
  const scan = parseScan(']C1010952123454321310LOT4217261231')
  expect(scan).toMatchObject({
    ok: true,
    elements: [LABEL[0], { ai: '10', value: 'LOT4217261231' }],
    warnings: [{ code: 'separator_lost', other: LABEL }],
  })
  expect(warned(']C1010952123454321310LOT4217261331')).toEqual([])
  expect(warned(`]C1010952123454321310LOT42${GS}17261231`)).toEqual([])
  expect(warned(']C1019952123454321610W13103012345')).toEqual(['separator_lost'])
})

test('the digits of a key are that key, whatever carries them', () => {
  expect(told('9521234543213')).toBe('(01)09521234543213')
  expect(told('02345680')).toBe('(01)00000002345680')
  expect(told(']E09521234543213')).toBe('(01)09521234543213')
  expect(told(']E402345680')).toBe('(01)00000002345680')
  expect(told(']I119521234543210')).toBe('(01)19521234543210')
  expect(told('009521234500000012')).toBe('(00)009521234500000012')
  expect(told('9521234543214')).toBe('gs1_check_digit')
  expect(told('009521234500000013')).toBe('gs1_check_digit')
})

test('a date that a lot swallowed is found with what follows it', () => {
  const other = [...LABEL, { ai: '21', value: 'A7' }]
  expect(parseScan(']C1010952123454321310LOT421726123121A7')).toMatchObject({
    warnings: [{ code: 'separator_lost', other }],
  })
  expect(warned(']C1010952123454321321A770032612310800')).toEqual(['separator_lost'])
})

test('what a scanner or a keyboard puts around a scan is no part of it', () => {
  for (const [before, behind] of [
    ['', '\r'],
    ['', '\t'],
    ['\u0002', '\u0003\r\n'],
  ])
    expect(parseScan(`${before}]C1010952123454321310LOT42${GS}17261231${behind}`)).toMatchObject({
      elements: LABEL,
      warnings: [],
    })
  expect(parseScan('\u0002]C10109521234543214')).toMatchObject({ code: 'gs1_check_digit', at: 19 })
})

test('an identifier that Caps Lock changed is known, and it is said', () => {
  const text = `010952123454321310LOT42${GS}17261231`
  for (const id of [']c1', ']D2', ']q3'])
    expect(parseScan(id + text)).toMatchObject({ elements: LABEL, warnings: [{ code: 'symbology_guessed' }] })
  expect(told(']e4' + '02345680')).toBe('(01)00000002345680')
  expect([told(']e09521234543213'), warned(']e09521234543213')]).toEqual(['(01)09521234543213', ['symbology_guessed']])
  expect(warned(`]e0${text}`)).toEqual([])
})

test('an ITF is its GTIN whether or not the reader saw to its check digit, and a UPC-A may come without its zero', () => {
  expect(told(']I019521234543210')).toBe('(01)19521234543210')
  expect(told(']I019521234543211')).toBe('gs1_check_digit')
  expect(told(']E0416000336108')).toBe('(01)00416000336108')
  expect(told(']E0416000336109')).toBe('gs1_length')
})

test('one symbol of several is refused, unless some may be missing; then it is said what the rest would say', () => {
  expect(told(']C110LOT42')).toBe('gs1_requires')
  const scan = parseSymbols([']C110LOT4217261231'], { part: true })
  expect(scan).toMatchObject({ ok: true, warnings: [{ code: 'separator_lost' }, { code: 'incomplete' }] })
  expect(parseSymbols([']C110LOT42', ']C110LOT43'], { part: true })).toMatchObject({ code: 'gs1_repeated' })
})

test('digits that are a key and a GS1 symbol at once are said to be both', () => {
  const scan = parseScan(`991234567890${checkDigit('991234567890')}`)
  expect(scan).toMatchObject({ ok: true, form: 'gtin', warnings: [{ code: 'ambiguous', other: [{ ai: '99' }] }] })
})

test('a code of the plant is plain text, and no scan at all is refused with a hint', () => {
  expect(parseScan(']C0TEST-00000042')).toMatchObject({ ok: true, form: 'plain', elements: [] })
  expect(parseScan('')).toMatchObject({ ok: false, code: 'gs1_empty', at: 0 })
  expect(parseScan('\r\n')).toMatchObject({ ok: false, code: 'gs1_empty' })
  expect(parseScan(']z9123')).toMatchObject({ ok: false, code: 'gs1_symbology' })
  expect(parseScan('1'.repeat(9000))).toMatchObject({ ok: false, code: 'gs1_length' })
})

test('a refusal points at the character that is wrong', () => {
  expect(parseScan(']C10109521234543214')).toMatchObject({ code: 'gs1_check_digit', at: 18 })
  expect(parseScan('(01)09521234543213(10)A$B')).toMatchObject({ code: 'gs1_character', at: 23 })
  expect(parseScan('(01)09521234543213(13)260230')).toMatchObject({ code: 'gs1_date', at: 26 })
  expect(parseScan('https://id.gs1.org/gtin/09521234543213')).toMatchObject({ code: 'gs1_link', at: 19 })
  expect(parseScan('https://id.gs1.org/constructor/1')).toMatchObject({ message: 'the path has no primary key' })
})
