import { expect, test } from 'vitest'
import { heard, type ScaleCase, scaleSuite } from '../../testing/scale-suite.ts'
import { decode } from './decode.ts'
import { type ShimadzuSettings, shimadzu } from './protocol.ts'

const settings: ShimadzuSettings = { question: 'D07', terminator: 'cr', decimal_mark: '.' }
const line = (text: string, end = '\r') => Uint8Array.from(Buffer.from(`${text}${end}`, 'latin1'))
const says = (text: string) => decode(line(text), settings)

const subject: ScaleCase<ShimadzuSettings> = {
  protocol: shimadzu,
  settings,
  frames: [
    { name: 'stable', frame: line('S -200.000g  '), said: { kind: 'weight', value: '-200.000', stable: true } },
    { name: 'unstable', frame: line('U  1000.00g '), said: { kind: 'weight', value: '1000.00', stable: false } },
    { name: 'below', frame: line('U-      oL   '), said: { kind: 'status', reason: 'underload' } },
  ],
  text: true,
}
scaleSuite(subject)

test('shimadzu: what the balances print is read for what it means', () => {
  const weight = (value: string, unit: string | null, stable: boolean | null) => ({
    kind: 'weight',
    value,
    unit,
    stable,
  })
  const cases: [string, object][] = [
    ['S- 1000.00g ', weight('-1000.00', 'g', true)],
    ['S  1000.00g ', weight('1000.00', 'g', true)],
    ['U   12.345kg', weight('12.345', 'kg', false)],
    ['  1000.00g ', weight('1000.00', 'g', null)],
    ['S     253PCS', weight('253', 'PCS', true)],
    ['S   50.0 %', weight('50.0', '%', true)],
    ['S  1000.00', weight('1000.00', null, true)],
    ['S oL', { kind: 'status', reason: 'overload' }],
    ['U -oL', { kind: 'status', reason: 'underload' }],
    ['oL', { kind: 'status', reason: 'overload' }],
    ['CHE 2', { kind: 'status', reason: 'device_exception' }],
  ]
  for (const [text, meant] of cases) expect(says(text), text).toMatchObject(meant)
})

test('shimadzu: what the grammar does not allow is noise', () => {
  for (const text of [
    '1000.00',
    'X 1000.00g',
    'S 10.0.0g',
    'S 1e3g',
    'S --1.0g',
    'S',
    '',
    'S 1000.00grams',
    'S 10 00g',
  ])
    expect(says(text), text).toEqual({ kind: 'noise' })
})

test('shimadzu: each delimiter that the balance can be set to is read', () => {
  for (const [terminator, end] of [
    ['cr', '\r'],
    ['lf', '\n'],
    ['crlf', '\r\n'],
  ] as const) {
    const frames = [line('S  1.000kg', end), line('S  2.000kg', end)]
    expect(heard({ ...subject, settings: { ...settings, terminator } }, frames)).toMatchObject([
      { value: '1.000' },
      { value: '2.000' },
    ])
  }
})
