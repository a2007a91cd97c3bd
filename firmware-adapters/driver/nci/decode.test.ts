import { expect, test } from 'vitest'
import { heard, type ScaleCase, scaleSuite } from '../../testing/scale-suite.ts'
import { bytesOfHex, vectors } from '../../testing/vector.ts'
import { nci } from './protocol.ts'

const saidOf = ({ kind, value, unit, stable, zero, code }: Record<string, unknown>) => {
  if (kind === 'weight') return { kind, value, unit, stable, at_zero: zero }
  return kind === 'status' ? { kind, reason: code } : { kind: 'ack', done: false }
}
const frameOf = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))

const own: [string, object][] = [
  ['\n  1.250KG\r\nS00\r\x03', { kind: 'weight', value: '1.250', unit: 'KG', stable: true, basis: 'unknown' }],
  ['\n- 1.250lb\r\n00\r\x03', { kind: 'weight', value: '-1.250', unit: 'lb' }],
  ['\n   12.5g \r\nS10\r\x03', { kind: 'weight', value: '12.5', unit: 'g', stable: false }],
  ['\n  0012.5 g\r\n20\r\x03', { kind: 'weight', value: '12.5', unit: 'g', at_zero: true }],
  ['\n  1.250kg\r\n0p4\r\x03', { kind: 'weight', value: '1.250', basis: 'net' }],
  ['\n  1.250kg\r\n0p3\r\x03', { kind: 'weight', value: '1.250', basis: 'gross' }],
  ['\n  1.250kg\r\n0pp4\r\x03', { kind: 'weight', value: '1.250', basis: 'gross' }],
  ['\n  1.250kg\r\x03', { kind: 'weight', value: '1.250', stable: null }],
  ['\n  0.000kg\r\n02\r\x03', { kind: 'status', reason: 'overload' }],
  ['\n  0.000kg\r\n01\r\x03', { kind: 'status', reason: 'underload' }],
  ['\n^^^.^^^kg\r\n00\r\x03', { kind: 'status', reason: 'overload' }],
  ['\n------kg\r\n00\r\x03', { kind: 'status', reason: 'zero_error' }],
  ['\n  1.250kg\r\n40\r\x03', { kind: 'status', reason: 'device_exception' }],
  ['\n  1.250kg\r\n80\r\x03', { kind: 'status', reason: 'device_exception' }],
  ['\n  1.250kg\r\n04\r\x03', { kind: 'status', reason: 'device_exception' }],
  ['\n  1.250kg\r\n08\r\x03', { kind: 'status', reason: 'config_error' }],
  ['\n  1.250kg\r\n0p8\r\x03', { kind: 'status', reason: 'zero_error' }],
  ['\nS02\r\x03', { kind: 'status', reason: 'overload' }],
  ['\n10\r\x03', { kind: 'status', reason: 'busy' }],
  ['\n00\r\x03', { kind: 'info', text: 'status 00' }],
]

const subject: ScaleCase<object> = {
  protocol: nci,
  settings: {},
  frames: [
    ...own.map(([text, said]) => ({ name: JSON.stringify(text), frame: frameOf(text), said })),
    ...vectors('nci')
      .filter(({ dir }) => dir === 'rx')
      .map(({ id, hex, expect }) => ({ name: id, frame: bytesOfHex(hex), said: saidOf(expect) })),
  ],
  text: true,
}
scaleSuite(subject)

test('nci: a status that is none, or that says more follows where nothing does, makes the frame noise', () => {
  const none = [
    '\n  1.250kg\r\n0p\r\x03',
    '\n  1.250kg\r\n003\r\x03',
    '\n  1.250kg\r\n0\r\x03',
    '\n  1.250kg\r\npp0\r\x03',
  ]
  for (const text of [...none, '\n  1.250kg\r\nAB\r\x03', '\n 1.2.50kg\r\n00\r\x03', '\n  1.250kg\r\n00\r'])
    expect(
      heard(subject, [frameOf(text)]).filter(({ kind }) => kind === 'weight'),
      text,
    ).toEqual([])
})

test('nci: commands are a letter and CR', () => {
  const { weight, zero } = nci.commands({})
  expect(Buffer.from([...weight!, ...zero!]).toString()).toBe('W\rZ\r')
})
