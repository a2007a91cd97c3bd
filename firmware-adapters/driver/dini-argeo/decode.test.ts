import { expect, test } from 'vitest'
import { heard, type ScaleCase, scaleSuite } from '../../testing/scale-suite.ts'
import { bytesOfHex, vectors } from '../../testing/vector.ts'
import { diniArgeo } from './protocol.ts'
import type { DiniSettings } from './settings.ts'

const saidOf = ({ kind, value, unit, stable, basis, highres, code }: Record<string, unknown>) => {
  if (kind === 'weight') return { kind, value, unit, stable, basis, ...(highres === true ? { high_res: true } : {}) }
  if (kind === 'status') return { kind, reason: code }
  return { kind: 'ack', done: kind === 'ack' }
}
const frameOf = (text: string) => Uint8Array.from(Buffer.from(`${text}\r\n`, 'latin1'))

const own: [string, object][] = [
  ['US,GS,   -1.25,lb', { kind: 'weight', value: '-1.25', unit: 'lb', stable: false, basis: 'gross' }],
  ['07ST,NT, 00012.5, g', { kind: 'weight', value: '12.5', unit: 'g', basis: 'net' }],
  ['ST,GS,   12.34,kg,ID 00001-000123', { kind: 'weight', value: '12.34', alibi_id: '00001-000123', basis: 'gross' }],
  ['PIDST,GS,   12.34,kg,00001-000123', { kind: 'weight', value: '12.34', alibi_id: '00001-000123' }],
  ['TL,GS,   12.34,kg', { kind: 'status', reason: 'device_exception' }],
  ['ER,GS,--------,kg', { kind: 'status', reason: 'device_exception' }],
  ['OL,GS,^^^^^^^^,kg', { kind: 'status', reason: 'overload' }],
  ['ST,VL,   1.234,mV', { kind: 'info', text: 'VL 1.234' }],
  [
    '1,ST,     10.50,PT      2.00,         0,       0.0,kg',
    { kind: 'weight', value: '10.50', tare: '2.00', basis: 'net', stable: true, unit: 'kg' },
  ],
  [
    '011,US,     10.50,        0.00,         0,       0.0,kg',
    { kind: 'weight', value: '10.50', tare: '0.00', basis: 'gross', stable: false },
  ],
  ['1,OL,     10.50,        0.00,         0,       0.0,kg', { kind: 'status', reason: 'overload' }],
  ['NO', { kind: 'ack', done: false }],
  ['01ERR03', { kind: 'ack', done: false }],
  ['VER 02.05 DGT4', { kind: 'info', text: 'VER 02.05 DGT4' }],
]

const settings: DiniSettings = { address: '', question: 'READ', alibi: false }
const subject: ScaleCase<DiniSettings> = {
  protocol: diniArgeo,
  settings,
  frames: [
    ...own.map(([text, said]) => ({ name: text, frame: frameOf(text), said })),
    ...vectors('dini')
      .filter(({ dir }) => dir === 'rx')
      .map(({ id, hex, expect }) => ({ name: id, frame: bytesOfHex(hex), said: saidOf(expect) })),
  ],
  text: true,
}
scaleSuite(subject)

test('dini-argeo: on RS-485 only the indicator with our address is heard', () => {
  const bus = { ...subject, settings: { ...settings, address: '01' } }
  const lines = ['01ST,GS,     1.0,kg', '02ST,GS,     2.0,kg', 'ST,GS,     3.0,kg', '02OK', '01OK']
  expect(heard(bus, lines.map(frameOf))).toMatchObject([{ value: '1.0' }, { kind: 'ack', done: true }])
})

test('dini-argeo: what the grammar does not allow is no weight', () => {
  const none = ['ST,GS,  12.34,kg', 'ST,GS,    12.34,kg', 'ST,XX,   12.34,kg', 'st,GS,   12.34,kg', 'ST,GS, 1 2.34 ,kg']
  for (const text of [...none, 'ST,GS,   1e.34,kg', 'ST,GS,   12,34,kg', 'ST,GS,   12.34,kgx'])
    expect(heard(subject, [frameOf(text)]), text).toEqual([])
})

test('dini-argeo: commands carry the address; a captured weight goes into the alibi memory where that is set', () => {
  const { weight, tare, identify, stable_weight } = diniArgeo.commands({ ...settings, address: '01' })
  expect(Buffer.from([...weight!, ...tare!, ...identify!]).toString()).toBe('01READ\r\n01TARE\r\n01VER\r\n')
  expect(stable_weight).toBeUndefined()
  expect(Buffer.from(diniArgeo.commands({ ...settings, alibi: true }).stable_weight!).toString()).toBe('PID\r\n')
})
