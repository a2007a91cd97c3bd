import { expect, test } from 'vitest'
import { heard, type ScaleCase, scaleSuite } from '../../testing/scale-suite.ts'
import { bytesOfHex, vectors } from '../../testing/vector.ts'
import { cas } from './protocol.ts'
import type { CasFormat, CasSettings } from './settings.ts'

const saidOf = ({ kind, value, unit, stable, basis, code }: Record<string, unknown>) =>
  kind === 'weight' ? { kind, value, unit, stable, basis } : { kind: 'status', reason: code }
const frameOf = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))
const caseOf = (format: CasFormat, own: readonly [string, object][]): ScaleCase<CasSettings> => ({
  protocol: cas,
  settings: { format, commands: 'ci-200', device: '11' },
  frames: own.map(([text, said]) => ({ name: JSON.stringify(text), frame: frameOf(text), said })),
  text: true,
})

const long = caseOf('22', [
  ['ST,GS,1\xe4,+001.250 kg\r\n', { kind: 'weight', value: '1.250', unit: 'kg', stable: true, basis: 'gross' }],
  ['ST,GS,1\xe5,+000.000 kg\r\n', { kind: 'weight', value: '0.000', at_zero: true }],
  ['ST,NT,1\xa1,   12.50 lb\r\n', { kind: 'weight', value: '12.50', unit: 'lb', basis: 'net' }],
  ['ST,GS,1\xe4,      12  g\r\n', { kind: 'weight', value: '12', unit: 'g' }],
  ['!\r\n', { kind: 'ack', done: false }],
  ['?\r\n', { kind: 'ack', done: false }],
])
long.frames = [
  ...long.frames,
  ...vectors('cas22')
    .filter(({ dir }) => dir === 'rx')
    .map(({ id, hex, expect }) => ({ name: id, frame: bytesOfHex(hex), said: saidOf(expect) })),
]
scaleSuite(long)
scaleSuite(
  caseOf('18', [
    ['ST,GS,+001.250kg\r\n', { kind: 'weight', value: '1.250', unit: 'kg', stable: true, basis: 'gross' }],
    ['US,NT,-000.125kg\r\n', { kind: 'weight', value: '-0.125', stable: false, basis: 'net' }],
    ['OL,GS,+000.000kg\r\n', { kind: 'status', reason: 'overload' }],
  ]),
)
scaleSuite(
  caseOf('10', [
    ['+001.250\r\n', { kind: 'weight', value: '1.250', unit: null, stable: null, basis: 'unknown' }],
    ['-  12.50\r\n', { kind: 'weight', value: '-12.50' }],
    ['--------\r\n', { kind: 'status', reason: 'no_value' }],
  ]),
)

test('cas: a frame of another length or another alphabet is no weight', () => {
  for (const text of ['ST,GS,1\xe4,+01.250 kg\r\n', 'ST,GS,1\xe4,+0001.250 kg\r\n', 'ST,GS,1\x8c,+001.250 kg\r\n'])
    expect(heard(long, [frameOf(text)]), text).toEqual([])
  for (const text of ['+01.250\r\n', '0+001.250\r\n', '+0.1.250\r\n', '+001.250\n'])
    expect(heard(caseOf('10', []), [frameOf(text)]), text).toEqual([])
})

test('cas: commands carry the number of the indicator', () => {
  const { zero } = cas.commands({ format: '22', commands: 'ci-200', device: '11' })
  expect(Buffer.from(zero!).toString()).toBe('D11KZ\r\n')
  const { weight, tare } = cas.commands({ format: '22', commands: 'ci-400', device: '01' })
  expect(Buffer.from([...weight!, ...tare!]).toString()).toBe('01RW\r\n01MT\r\n')
})
