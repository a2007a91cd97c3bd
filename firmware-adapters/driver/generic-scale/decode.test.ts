import { expect, test } from 'vitest'
import { heard, type ScaleCase, scaleSuite } from '../../testing/scale-suite.ts'
import { readerOf } from './pattern.ts'
import { genericScale } from './protocol.ts'
import type { GenericSettings } from './settings.ts'

const frameOf = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))

/** The string of A&D indicators, described. */
const settings: GenericSettings = {
  start: '',
  terminator: 'crlf',
  length_max: 128,
  mask_bit7: true,
  poll: '570d',
  poll_stable: '',
  tare: '',
  clear_tare: '',
  zero: '',
  pattern: '(?<stable>ST|US|OL|UL),(?<basis>GS|NT),(?<sign>[+-])(?<value>[0-9. ]{7}|9999999)(?<unit>[a-z ]{2})',
  maps: { stable: { ST: true, US: false }, basis: { GS: 'gross', NT: 'net' }, unit: {}, over: ['OL'], under: ['UL'] },
  decimal_char: '.',
  implied_decimals: 0,
  unit_default: '',
  address: '',
  sample: 'ST,GS,+ 12.500kg',
  expected: '12.500',
}
const caseOf = (more: Partial<GenericSettings>, own: readonly [string, object][]): ScaleCase<GenericSettings> => ({
  protocol: genericScale,
  settings: { ...settings, ...more },
  frames: own.map(([text, said]) => ({ name: JSON.stringify(text), frame: frameOf(text), said })),
  text: true,
})

scaleSuite(
  caseOf({}, [
    ['ST,GS,+ 12.500kg\r\n', { kind: 'weight', value: '12.500', unit: 'kg', stable: true, basis: 'gross' }],
    ['US,NT,-000.125 g\r\n', { kind: 'weight', value: '-0.125', unit: 'g', stable: false, basis: 'net' }],
    ['OL,GS,+9999999kg\r\n', { kind: 'status', reason: 'overload' }],
    ['UL,GS,-9999999kg\r\n', { kind: 'status', reason: 'underload' }],
  ]),
)

scaleSuite(
  caseOf(
    {
      start: '02',
      terminator: 'etx',
      pattern: '(?<addr>[0-9]{2})(?<value>[ -][0-9]{6}|(?<over>H{6,7}))(?<stable>[*]?)',
      maps: { stable: { '*': false, '': true }, basis: {}, unit: {}, over: [], under: [] },
      implied_decimals: 3,
      unit_default: 'kg',
      address: '01',
    },
    [
      ['\x0201 012500\x03', { kind: 'weight', value: '12.500', unit: 'kg', stable: true, basis: 'unknown' }],
      ['\x0201-000005*\x03', { kind: 'weight', value: '-0.005', stable: false }],
      ['\x0201HHHHHHH\x03', { kind: 'status', reason: 'overload' }],
    ],
  ),
)

test('generic-scale: another address, another word and a number with another mark are no weight', () => {
  const bus = caseOf(
    { pattern: '(?<addr>[0-9]) (?<value>[0-9,.]+) (?<unit>[a-z]+)', address: '1', decimal_char: ',' },
    [],
  )
  expect(heard(bus, [frameOf('1 12,50 kg\r\n')])).toMatchObject([{ value: '12.50', unit: 'kg' }])
  for (const text of ['2 12,50 kg\r\n', '1 12.50 kg\r\n', '1 12,5,0 kg\r\n', 'x1 12,50 kg\r\n'])
    expect(heard(bus, [frameOf(text)]), text).toEqual([])
  const words = caseOf({ pattern: '(?<stable>[A-Z]{2}) (?<value>[0-9.]+)', maps: { ...settings.maps } }, [])
  expect(heard(words, [frameOf('ST 12.50\r\n')])).toHaveLength(1)
  expect(heard(words, [frameOf('ER 12.50\r\n')])).toEqual([])
})

test('generic-scale: whatever pattern somebody writes, a frame takes milliseconds or the pattern is refused', () => {
  const slow = [
    '(a+)+',
    '(a|a)*',
    '(a|aa)+',
    '((a*)*)*',
    '(x+x+)+y',
    '(.*a){20}',
    '(.*)(.*)(.*)(.*)(.*)z',
    '([a-z]+)*$',
  ]
  const lines = ['a'.repeat(512), `${'a'.repeat(511)}!`, 'x'.repeat(512), 'ab'.repeat(256)]
  for (const pattern of slow) {
    const reader = readerOf(`(?<value>${pattern})`)
    if (typeof reader === 'string') throw new Error(reader)
    for (const line of lines) {
      // The best of three: the first one warms up, and the machine may be busy with something else.
      const took = [1, 2, 3].map(() => {
        const start = performance.now()
        reader(line)
        return performance.now() - start
      })
      expect(Math.min(...took), pattern).toBeLessThan(50)
    }
  }
  for (const pattern of ['(a{1,1000}){1,1000}', '(?:(?:a{0,30}){0,30})', '(.*){1,900}', 'a{100000}'])
    expect(readerOf(`(?<value>${pattern})`), pattern).toBeTypeOf('string')
})

test('generic-scale: what the engine cannot do in linear time is told, not tried', () => {
  for (const pattern of ['(?<value>a(?=b))', String.raw`(?<value>a)\1`, '(?<value>a', '(?<weight>1)', '[0-9]+'])
    expect(readerOf(pattern), pattern).toBeTypeOf('string')
})

test('generic-scale: a sample that does not read as the display showed is a problem', () => {
  const of = (more: Partial<GenericSettings>) => genericScale.problems!({ ...settings, ...more })
  expect(of({})).toEqual([])
  expect(of({ sample: 'OL,GS,+9999999kg', expected: 'overload' })).toEqual([])
  expect(of({ expected: '125.00' })).toMatchObject([
    { path: '/expected', message: 'The sample reads as 12.500, and the display showed 125.00.' },
  ])
  expect(of({ sample: '12.5 kg' })).toMatchObject([{ path: '/sample' }])
  expect(of({ pattern: '(a' })).toMatchObject([{ path: '/pattern' }])
  expect(of({ unit_default: 'stone', maps: { ...settings.maps, unit: { K: 'kilo' } } })).toMatchObject([
    { path: '/maps/unit/K' },
    { path: '/unit_default' },
  ])
})
