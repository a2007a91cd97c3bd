import { expect, test } from 'vitest'
import { type ScaleCase, scaleSuite } from '../../testing/scale-suite.ts'
import { bytesOfHex, hexOfBytes, vectors, vectorsPresent } from '../../testing/vector.ts'
import { decode } from './decode.ts'
import { type SbiSettings, sartoriusSbi } from './protocol.ts'

const settings: SbiSettings = { tares: 'apart', terminator: 'crlf', decimal_mark: '.' }
const line = (text: string) => Uint8Array.from(Buffer.from(`${text}\r\n`, 'latin1'))
const says = (text: string, more: Partial<SbiSettings> = {}) => decode(line(text), { ...settings, ...more })
const saidOf = ({ kind, stable, value, unit, basis, code, unverified }: Record<string, unknown>) =>
  kind === 'weight'
    ? {
        kind,
        stable,
        value,
        unit,
        ...(basis === undefined ? {} : { basis }),
        ...(unverified === true ? { high_res: true } : {}),
      }
    : { kind: 'status', reason: code }

const subject: ScaleCase<SbiSettings> = {
  protocol: sartoriusSbi,
  settings,
  frames: [
    { name: 'long', frame: line('N     +   123.56 g  '), said: { kind: 'weight', value: '123.56', basis: 'net' } },
    { name: 'count', frame: line('Qnt   +      253 pcs'), said: { kind: 'weight', value: '253', unit: 'pcs' } },
    ...vectors('sbi')
      .filter(({ dir }) => dir === 'rx')
      .map(({ id, hex, expect }) => ({ name: id, frame: bytesOfHex(hex), said: saidOf(expect) })),
  ],
  text: true,
}
scaleSuite(subject)

test('sartorius-sbi: lines of 16 and of 22 characters are read for what they mean', () => {
  const weight = (value: string, unit: string | null, more = {}) => ({
    kind: 'weight',
    value,
    unit,
    stable: unit !== null,
    ...more,
  })
  const cases: [string, object][] = [
    ['+   123.56 g  ', weight('123.56', 'g', { basis: 'unknown' })],
    ['-     0.50 kg ', weight('-0.50', 'kg')],
    ['    123.56 g  ', weight('123.56', 'g')],
    ['+   123.56    ', weight('123.56', null)],
    ['+123.56 g', weight('123.56', 'g')],
    ['+     253 pcs', weight('253', 'pcs')],
    ['+    50.0 %  ', weight('50.0', '%')],
    ['+   123.5[6]g ', weight('123.56', 'g', { high_res: true })],
    ['+   123.5[6]  ', weight('123.56', null, { high_res: true })],
    ['+   123.[56] g ', weight('123.56', 'g', { high_res: true })],
    ['+[  123.56]g  ', weight('123.56', 'g', { high_res: true })],
    ['+   123.56 K  ', weight('123.56', 'carat')],
    ['G     -     0.50 kg ', weight('-0.50', 'kg', { basis: 'gross' })],
    ['G#    +     0.50 kg ', weight('0.50', 'kg', { basis: 'gross' })],
    ['N1    +   123.56    ', weight('123.56', null, { basis: 'net' })],
    ['T     +    23.45 g  ', weight('23.45', 'g', { basis: 'tare' })],
    ['Stat       High     ', { kind: 'status', reason: 'overload' }],
    ['Stat       Low      ', { kind: 'status', reason: 'underload' }],
    ['Stat       OFF      ', { kind: 'status', reason: 'no_value' }],
    ['Stat     Cal.Ext.   ', { kind: 'status', reason: 'busy' }],
    ['Stat     ERR 101    ', { kind: 'status', reason: 'device_exception', detail: 'ERR 101' }],
    ['Stat     APP.ERR    ', { kind: 'status', reason: 'device_exception' }],
    ['Stat     DIS.ERR    ', { kind: 'status', reason: 'device_exception' }],
    ['Stat     PRT.ERR    ', { kind: 'status', reason: 'device_exception' }],
    ['       H      ', { kind: 'status', reason: 'overload' }],
    ['Stat       HIGH     ', { kind: 'status', reason: 'overload' }],
    ['       LL     ', { kind: 'status', reason: 'underload' }],
    ['       L      ', { kind: 'status', reason: 'underload' }],
    ['       C      ', { kind: 'status', reason: 'busy' }],
    ['    Err 54    ', { kind: 'status', reason: 'device_exception', detail: 'Err 54' }],
    ['      --      ', { kind: 'status', reason: 'no_value' }],
  ]
  for (const [text, meant] of cases) expect(says(text), text).toMatchObject(meant)
  expect(says('+   123,56 g  ', { decimal_mark: ',' })).toMatchObject({ value: '123.56' })
})

test('sartorius-sbi: what the grammar does not allow is noise', () => {
  const none = [
    '+   123.5[6 g ',
    '+   123.5]6[ g',
    '+   123.5[6][7] g',
    '+   123.56 grams',
    '+   12 3.56 g  ',
    '+   123.5.6 g  ',
    '+   123,56 g  ',
    '+-  123.56 g  ',
    'X     +   123.56 g  ',
    'nRef  +       10 pcs',
    'wRef  +   0.1234 g  ',
    'CP323S',
    'Stat',
    '+          g  ',
    '123.56 g x',
  ]
  for (const text of none) expect(says(text), text).toEqual({ kind: 'noise' })
})

test.skipIf(!vectorsPresent)('sartorius-sbi: commands are those of the manual, and none restarts or calibrates', () => {
  const known = vectors('sbi').map(({ hex }) => hex)
  for (const tares of ['apart', 'together'] as const)
    for (const command of Object.values(sartoriusSbi.commands({ ...settings, tares })))
      expect(known).toContain(hexOfBytes(command))
})
