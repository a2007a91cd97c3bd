import { expect, test } from 'vitest'
import { type ScaleCase, scaleSuite } from '../../testing/scale-suite.ts'
import { bytesOfHex, hexOfBytes, vectors, vectorsPresent } from '../../testing/vector.ts'
import { decode } from './decode.ts'
import { type OhausSettings, ohaus } from './protocol.ts'

const settings: OhausSettings = { question: 'IP', answers: false, terminator: 'crlf', decimal_mark: '.' }
const line = (text: string) => Uint8Array.from(Buffer.from(`${text}\r\n`, 'latin1'))
const says = (text: string, more: Partial<OhausSettings> = {}) => decode(line(text), { ...settings, ...more })

const subject: ScaleCase<OhausSettings> = {
  protocol: ohaus,
  settings,
  frames: [
    { name: 'navigator', frame: line('     192.21 g'), said: { kind: 'weight', value: '192.21', stable: true } },
    { name: 'defender', frame: line('-   1.250 kg   ?NET'), said: { kind: 'weight', value: '-1.250', basis: 'net' } },
    ...vectors('ohaus')
      .filter(({ dir }) => dir === 'rx')
      .map(({ id, hex, expect: { kind, stable, value, unit } }) => ({
        name: id,
        frame: bytesOfHex(hex),
        said: { kind, stable, value, unit },
      })),
  ],
  text: true,
}
scaleSuite(subject)

test('ohaus: what Defender, Ranger and Navigator print is read for what it means', () => {
  const weight = (value: string, unit: string, more = {}) => ({ kind: 'weight', value, unit, ...more })
  const cases: [string, object][] = [
    ['     192.21 g', weight('192.21', 'g', { stable: true, basis: 'unknown' })],
    ['       0.01 g ?', weight('0.01', 'g', { stable: false })],
    ['     176.30 g ? 00:00:15', weight('176.30', 'g', { stable: false })],
    ['     176.30 g 00:00:15', weight('176.30', 'g', { stable: true })],
    ['     207.80 g TOTAL', weight('207.80', 'g', { stable: true, basis: 'unknown' })],
    ['     -12.30 g', weight('-12.30', 'g')],
    ['    1.250 kg    G  ', weight('1.250', 'kg', { stable: true, basis: 'gross' })],
    ['    1.250 kg   ?G  ', weight('1.250', 'kg', { stable: false, basis: 'gross' })],
    ['-   1.250 lb    NET', weight('-1.250', 'lb', { stable: true, basis: 'net' })],
    ['    1.250    kg?T', weight('1.250', 'kg', { stable: false, basis: 'tare' })],
    ['-    12.34 kg   NET', weight('-12.34', 'kg', { basis: 'net' })],
    ['     12.34 kg ? B', weight('12.34', 'kg', { stable: false, basis: 'gross' })],
    ['        253 PCS', weight('253', 'PCS')],
    ['       50.0 %', weight('50.0', '%')],
    ['Err 8.3', { kind: 'status', reason: 'overload' }],
    ['Err 8.4', { kind: 'status', reason: 'underload' }],
    ['Err 8.1', { kind: 'status', reason: 'not_zeroed' }],
    ['  Error 4.4', { kind: 'status', reason: 'device_exception', detail: 'Error 4.4' }],
    ['    OL     kg', { kind: 'status', reason: 'overload' }],
    ['Underload', { kind: 'status', reason: 'underload' }],
    ['   ------- kg', { kind: 'status', reason: 'no_value' }],
    ['OK!', { kind: 'ack', done: true }],
    ['ES', { kind: 'ack', done: false }],
  ]
  for (const [text, meant] of cases) expect(says(text), text).toMatchObject(meant)
  expect(says('     192,21 g', { decimal_mark: ',' })).toMatchObject({ value: '192.21' })
})

test('ohaus: what the grammar does not allow is noise', () => {
  const none = [
    '     192.21',
    '     192.21g?x',
    '   12 lb 3.50 oz',
    '   12:03.50 lb:oz',
    '     192.2.1 g',
    '     1e5 g',
    '     192,21 g',
    '     192.21 g LATER',
    'Net: 192.21 g',
    '03/01/2026 12:30:15 PM',
    '      g ?',
    '',
  ]
  for (const text of none) expect(says(text), text).toEqual({ kind: 'noise' })
})

test.skipIf(!vectorsPresent)('ohaus: commands are those of the manual', () => {
  const known = vectors('ohaus').map(({ hex }) => hex)
  for (const question of ['IP', 'P'] as const)
    for (const command of Object.values(ohaus.commands({ ...settings, question })))
      expect(known).toContain(hexOfBytes(command))
})
