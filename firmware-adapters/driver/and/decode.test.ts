import { expect, test } from 'vitest'
import { unitOf } from '../../scale/unit.ts'
import { heard, type ScaleCase, scaleSuite } from '../../testing/scale-suite.ts'
import { bytesOfHex, hexOfBytes, vectors, vectorsPresent } from '../../testing/vector.ts'
import { decode } from './decode.ts'
import { type AndSettings, and } from './protocol.ts'

const settings: AndSettings = {
  family: 'balance',
  address: null,
  error_codes: false,
  terminator: 'crlf',
  decimal_mark: '.',
}
const line = (text: string) => Uint8Array.from(Buffer.from(`${text}\r\n`, 'latin1'))
const says = (text: string, more: Partial<AndSettings> = {}) => decode(line(text), { ...settings, ...more })
const recorded = vectors('and').filter(({ dir }) => dir === 'rx')
const saidOf = ({ kind, stable, value, basis, code }: Record<string, unknown>) =>
  kind === 'weight'
    ? { kind, stable, value, ...(basis === undefined ? {} : { basis }) }
    : { kind: 'status', reason: code }

const subject: ScaleCase<AndSettings> = {
  protocol: and,
  settings,
  frames: [
    { name: 'gross', frame: line('ST,GS,+0013.02kg'), said: { kind: 'weight', value: '13.02', basis: 'gross' } },
    { name: 'under', frame: line('OL,-99999999 PC'), said: { kind: 'status', reason: 'underload' } },
    ...recorded.map(({ id, hex, expect }) => ({ name: id, frame: bytesOfHex(hex), said: saidOf(expect) })),
  ],
  text: true,
}
scaleSuite(subject)

test.skipIf(!vectorsPresent)('and: units are those of the vectors, and commands those of the manual', () => {
  for (const { id, hex, expect: meant } of recorded) {
    const said = decode(bytesOfHex(hex), settings)
    if (said.kind === 'weight') expect(unitOf(said.unit!), id).toBe(unitOf(String(meant.unit)))
  }
  const known = vectors('and').map(({ hex }) => hex)
  for (const family of ['balance', 'indicator'] as const)
    for (const command of Object.values(and.commands({ ...settings, family })))
      expect(known).toContain(hexOfBytes(command))
})

test('and: what balances, indicators and clones print is read for what it means', () => {
  const weight = (value: string, unit: string | null, more = {}) => ({ kind: 'weight', value, unit, ...more })
  const cases: [string, object][] = [
    ['ST,GS,+      0.00     g', weight('0.00', 'g', { stable: true, basis: 'gross' })],
    ['US,NT,- 0.500kg', weight('-0.500', 'kg', { stable: false, basis: 'net' })],
    ['ST,GS,+000000.kg', weight('0', 'kg')],
    ['ST,G ,+0001.50kg', weight('1.50', 'kg', { basis: 'gross' })],
    ['ST,N ,+0001.50kg', weight('1.50', 'kg', { basis: 'net' })],
    ['ST,TR,+0001.50kg', weight('1.50', 'kg', { basis: 'tare' })],
    ['ST,NT,OK,+0001.50kg', weight('1.50', 'kg', { basis: 'net' })],
    ['ST,--,+0001.234 kg', weight('1.234', 'kg', { basis: 'unknown' })],
    ['ST,GS,     0.0,kg', weight('0.0', 'kg')],
    ['ST , GS , + 12.30 kg', weight('12.30', 'kg', { stable: true })],
    ['ST,GS   +  1.234kg', weight('1.234', 'kg', { basis: 'gross' })],
    ['US,NT:   1.234kg', weight('1.234', 'kg', { basis: 'net', stable: false })],
    ['HD,NT,+0012.30kg', weight('12.30', 'kg', { stable: false })],
    ['ST,+0050.00  %', weight('50.00', '%')],
    ['ST,+0050.000', weight('50.000', null)],
    ['ST,-0000.00  g', weight('0.00', 'g')],
    ['OL,+999999.9  g', { kind: 'status', reason: 'overload' }],
    ['OL,-99999999 PC', { kind: 'status', reason: 'underload' }],
    ['OL,GS,         kg', { kind: 'status', reason: 'overload' }],
    ['OL,NT,-        kg', { kind: 'status', reason: 'underload' }],
    ['OL,GS,+  -  .  kg', { kind: 'status', reason: 'overload' }],
    ['UL,GS,+000000.0kg', { kind: 'status', reason: 'underload' }],
    ['EC,E01', { kind: 'status', reason: 'device_exception', detail: 'The scale answers E01.' }],
    ['EC,E11', { kind: 'status', reason: 'busy' }],
    ['I', { kind: 'status', reason: 'busy' }],
    ['?', { kind: 'status', reason: 'device_exception' }],
    ['MT', { kind: 'ack', done: true }],
    ['\x06', { kind: 'ack', done: true }],
  ]
  for (const [text, meant] of cases) expect(says(text), text).toMatchObject(meant)
})

test('and: what the grammar does not allow is noise', () => {
  const none = [
    'XX,+001234.5  g',
    'ST+001234.5  g',
    'ST,+0012.34.5  g',
    'ST,+001e4  g',
    'ST,GS,NT,TR,+0001.50kg',
    'ST,ZZ,+0001.50kg',
    'ST,+',
    'ST,+  g',
    'ST,+001234.5  grams',
    'ST,+0012,34  g',
    'st,+001234.5  g',
    'OL,stone',
    'EC,X01',
    'ST,+0012ST,+',
  ]
  for (const text of none) expect(says(text), text).toEqual({ kind: 'noise' })
})

test('and: behind half a line, or printable garbage, the whole line is read', () => {
  expect(says('ST,+0012ST,+001234.5  g')).toMatchObject({ value: '1234.5' })
  expect(says('12#@ST,GS,+0013.02kg')).toMatchObject({ value: '13.02' })
})

test('and: an indicator with an address is read by that address only', () => {
  const at1 = { family: 'indicator', address: 1 } as const
  expect(says('@01ST,GS,+0013.02kg', at1)).toMatchObject({ value: '13.02' })
  expect(says('@01MZ', at1)).toEqual({ kind: 'ack', done: true })
  expect(says('@01I', at1)).toMatchObject({ reason: 'busy' })
  for (const text of ['@02ST,GS,+0013.02kg', 'ST,GS,+0013.02kg', '@02MZ', 'MZ'])
    expect(says(text, at1), text).toEqual({ kind: 'noise' })
  expect(says('@01ST,GS,+0013.02kg')).toEqual({ kind: 'noise' })
  expect(Buffer.from(and.commands({ ...settings, ...at1 }).weight!).toString()).toBe('@01RW\r\n')
})

test('and: a decimal comma is read where it is set, and the end of a line as it is set', () => {
  expect(says('ST,+00123,45  g', { decimal_mark: ',' })).toMatchObject({ value: '123.45' })
  expect(says('ST,GS,  123,45,kg', { decimal_mark: ',' })).toMatchObject({ value: '123.45', unit: 'kg' })
  expect(says('ST,+00123.45  g', { decimal_mark: ',' })).toEqual({ kind: 'noise' })
  const cr = { ...subject, settings: { ...settings, terminator: 'cr' as const } }
  expect(heard(cr, [Buffer.from('ST,+00123.45  g\rST,+00124.45  g\r')])).toHaveLength(2)
})
