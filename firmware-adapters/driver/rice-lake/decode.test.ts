import { expect, test } from 'vitest'
import { heard, type ScaleCase, scaleSuite } from '../../testing/scale-suite.ts'
import { bytesOfHex, vectors } from '../../testing/vector.ts'
import { riceLake } from './protocol.ts'
import type { RiceLakeSettings } from './settings.ts'

const REASONS: Readonly<Record<string, string>> = { invalid: 'no_value' }
const saidOf = ({ kind, value, unit, stable, basis, zero, code }: Record<string, unknown>) =>
  kind === 'weight'
    ? { kind, value, unit, stable, basis, ...(zero === true ? { at_zero: true } : {}) }
    : { kind: 'status', reason: REASONS[String(code)] ?? code }
const frameOf = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))

const settings: RiceLakeSettings = { mode: 'stream', dialect: 'rice-lake', tonne: false, ask_for: 'gross', address: '' }
const caseOf = (more: Partial<RiceLakeSettings>, own: readonly [string, object][]): ScaleCase<RiceLakeSettings> => ({
  protocol: riceLake,
  settings: { ...settings, ...more },
  frames: own.map(([text, said]) => ({ name: JSON.stringify(text), frame: frameOf(text), said })),
  text: true,
})

const condec = caseOf({}, [
  ['\x02  123.45LG \r', { kind: 'weight', value: '123.45', unit: 'lb', basis: 'gross', stable: true }],
  ['\x02+ 123.45LGM\r', { kind: 'weight', value: '123.45', stable: false }],
  ['\x02-  10.50ON \r', { kind: 'weight', value: '-10.50', unit: 'oz', basis: 'net' }],
  ['\x02 0010.50KG \r', { kind: 'weight', value: '10.50', unit: 'kg' }],
  ['\x02     120 G \r', { kind: 'weight', value: '120', unit: null }],
  ['\x02  123.45lbN \r', { kind: 'weight', value: '123.45', unit: 'lb', basis: 'net' }],
  ['\x02   1.250GG \r', { kind: 'weight', value: '1.250', unit: 'g', basis: 'gross' }],
  ['\x02   1.250TG \r', { kind: 'weight', value: '1.250', unit: 'ton' }],
  ['\x02  999.99LGO\r', { kind: 'status', reason: 'overload' }],
  ['\x02- 999.99LGO\r', { kind: 'status', reason: 'underload' }],
])
condec.frames = [
  ...condec.frames,
  // The LF behind the CR is optional, so a frame is complete without it.
  ...vectors('ricelake').map(({ id, hex, expect }) => ({
    name: id,
    frame: bytesOfHex(hex.replace(/0a$/, '')),
    said: saidOf(expect),
  })),
]
scaleSuite(condec)

scaleSuite(
  caseOf({ dialect: 'cardinal' }, [
    ['\r  12.50  lb G  \x03', { kind: 'weight', value: '12.50', unit: 'lb', basis: 'gross', stable: true }],
    ['\r- 12.50m kg N  \x03', { kind: 'weight', value: '-12.50', unit: 'kg', basis: 'net', stable: false }],
    ['\r   12.50o lb G  \x03', { kind: 'status', reason: 'overload' }],
  ]),
)

scaleSuite(
  caseOf({ dialect: 'weigh-tronix' }, [
    [' G   12.50 lb\r', { kind: 'weight', value: '12.50', unit: 'lb', basis: 'gross', stable: null }],
    [' N-  12.50 kg\r', { kind: 'weight', value: '-12.50', unit: 'kg', basis: 'net' }],
  ]),
)

scaleSuite(
  caseOf({ mode: 'poll', ask_for: 'net' }, [
    ['  1234.00 lb\r', { kind: 'weight', value: '1234.00', unit: 'lb', basis: 'net', stable: null }],
    ['- 12.50 kg GROSS\r', { kind: 'weight', value: '-12.50', unit: 'kg', basis: 'gross' }],
    ['OK\r', { kind: 'ack', done: true }],
    ['??\r', { kind: 'ack', done: false }],
  ]),
)

test('rice-lake: the LF behind a CR, and the ETX CR behind an answer on RS-485, belong to no frame', () => {
  const weight = { kind: 'weight', value: '123.45' }
  expect(heard(condec, [frameOf('\x02  123.45LG \r\n\x02  123.45LG \r\n')])).toMatchObject([weight, weight])
  const bus = caseOf({ mode: 'poll', address: 'A' }, [])
  const answer = { kind: 'weight', value: '1234.00', unit: 'lb' }
  expect(heard(bus, [frameOf('\x02A 1234.00 lb\r\n\x03\r\x02A 1234.00 lb\r\n\x03\r')])).toMatchObject([answer, answer])
  expect(heard(bus, [frameOf('\x02B 1234.00 lb\r\n\x03\r')])).toEqual([])
})

test('rice-lake: a tonne is one only where somebody said so', () => {
  const metric = caseOf({ tonne: true }, [])
  expect(heard(metric, [frameOf('\x02   1.250TG \r')])).toMatchObject([{ value: '1.250', unit: 't' }])
})

test('rice-lake: a stream is never taken for an answer, nor one dialect for another', () => {
  const polled = caseOf({ mode: 'poll' }, [])
  for (const text of ['\x02  123.45LG \r\n', '\x02  123.45 G \r\n', '   123.45LG \r\n'])
    expect(heard(polled, [frameOf(text)]), text).toEqual([])
  for (const text of ['\x02  123.45LG\r', '\x02   123.45LG \r', '\x02  12 .45LG \r', '\x02 -123.45LX \r'])
    expect(heard(condec, [frameOf(text)]), text).toEqual([])
})

test('rice-lake: commands are words and CR, with the address before them on RS-485', () => {
  const { weight, zero } = riceLake.commands({ ...settings, ask_for: 'net' })
  expect(Buffer.from([...weight!, ...zero!]).toString()).toBe('XN\rKZERO\r')
  const bus = riceLake.commands({ ...settings, address: 'A' })
  expect(Buffer.from(bus.weight!).toString()).toBe('\x02AXG\r')
})
