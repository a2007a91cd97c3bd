import { expect, test } from 'vitest'
import { heard, type ScaleCase, scaleSuite } from '../../testing/scale-suite.ts'
import { bytesOfHex, vectors } from '../../testing/vector.ts'
import { sma } from './protocol.ts'

const CODES: Readonly<Record<string, string>> = {
  zero_error: 'zero_error',
  overload: 'overload',
  underload: 'underload',
}

const saidOf = ({ kind, value, unit, stable, basis, zero, code, key, ...rest }: Record<string, unknown>) => {
  if (kind === 'weight') return { kind, value, unit, stable, basis, at_zero: zero }
  if (kind === 'status') return { kind, reason: CODES[String(code)] }
  return kind === 'error' ? { kind: 'ack', done: false } : { kind, text: `${key}:${rest.value ?? value}` }
}
const frameOf = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))

const own: [string, object][] = [
  ['\nZ1G       0.000lb \r', { kind: 'weight', value: '0.000', unit: 'lb', at_zero: true, stable: true }],
  ['\n 2n  -   1.2505kg \r', { kind: 'weight', value: '-1.2505', basis: 'net', high_res: true }],
  ['\n 1g      12.345g  \r', { kind: 'weight', value: '12.345', unit: 'g', basis: 'gross', high_res: true }],
  ['\n 1G        1250   \r', { kind: 'weight', value: '1250', unit: null }],
  ['\n 1G  ----------kg \r', { kind: 'status', reason: 'no_value' }],
  ['\nO1G      99.999kg \r', { kind: 'status', reason: 'overload' }],
  ['\nI1G  ----------kg \r', { kind: 'status', reason: 'zero_error' }],
  ['\nT1G  ----------kg \r', { kind: 'status', reason: 'device_exception' }],
  ['\nMFG:Fairbanks\r', { kind: 'info', text: 'MFG:Fairbanks' }],
  ['\nSN :0012\r', { kind: 'info', text: 'SN :0012' }],
  ['\nEND:\r', { kind: 'info', text: '' }],
  ['\n    \r', { kind: 'info', text: 'diagnostics: no error' }],
  ['\n EC \r', { kind: 'info', text: 'diagnostics: EC' }],
]

const subject: ScaleCase<{ level: 1 | 2; high_res: boolean }> = {
  protocol: sma,
  settings: { level: 1, high_res: false },
  frames: [
    ...own.map(([text, said]) => ({ name: JSON.stringify(text), frame: frameOf(text), said })),
    ...vectors('sma')
      .filter(({ dir }) => dir === 'rx')
      .map(({ id, hex, expect }) => ({ name: id, frame: bytesOfHex(hex), said: saidOf(expect) })),
  ],
  text: true,
}
scaleSuite(subject)

test('sma: what is not 20 bytes of the grammar is no weight', () => {
  const none = [
    '\n 1G      1.250kg \r',
    '\n 1G        1.250kg \r',
    '\nX1G       1.250kg \r',
    '\n 1G -     1.250kg \r',
    '\n 1Q       1.250kg \r',
  ]
  for (const text of [...none, '\n 1G     1.2.50kg \r', '\n 1G     1 .250kg \r', '\n 1G       1.250kg \n'])
    expect(heard(subject, [frameOf(text)]), text).toEqual([])
})

test('sma: commands are a letter between LF and CR; level 2 asks for what is stable, or finer', () => {
  const { weight, zero, tare, clear_tare, stable_weight } = sma.commands({ level: 1, high_res: true })
  expect([weight, zero, tare, clear_tare].map(bytes => Buffer.from(bytes!).toString())).toEqual([
    '\nW\r',
    '\nZ\r',
    '\nT\r',
    '\nC\r',
  ])
  expect(stable_weight).toBeUndefined()
  const second = sma.commands({ level: 2, high_res: true })
  expect(Buffer.from([...second.weight!, ...second.stable_weight!]).toString()).toBe('\nH\r\nQ\r')
})
