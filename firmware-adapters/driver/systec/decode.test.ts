import { expect, test } from 'vitest'
import { crc16 } from '../../protocol/modbus-frame.ts'
import { heard, type ScaleCase, scaleSuite } from '../../testing/scale-suite.ts'
import { bytesOfHex, vectors } from '../../testing/vector.ts'
import { systec } from './protocol.ts'
import type { SystecSettings } from './settings.ts'

const saidOf = ({ net, tare, unit, ident }: Record<string, unknown>) => ({
  kind: 'weight',
  value: net,
  unit,
  basis: 'net',
  tare,
  alibi_id: ident,
})
const frameOf = (body: string) => Buffer.from(`<${body}${String(crc16(Buffer.from(body))).padStart(8)}>`, 'latin1')
const record = (head: string, weights: string, tail = 'kg    1') =>
  `${head}05.06.1813:12   21${weights}${tail}`.padEnd(54)

const own: [string, object][] = [
  [
    '000005.06.1813:12   21   20000       0   20000kg     1',
    { kind: 'weight', value: '20000', unit: 'kg', basis: 'gross', tare: '0', stable: true, alibi_id: '2' },
  ],
  [
    record('0010', '   12.50    2.50   10.00'),
    { kind: 'weight', value: '10.00', basis: 'net', tare: '2.50', stable: false },
  ],
  [record('0001', '   12.50    0.00   12.50'), { kind: 'weight', value: '-12.50', basis: 'gross' }],
  [record('0001', '  -12.50    0.00  -12.50'), { kind: 'weight', value: '-12.50', basis: 'gross' }],
  [record('1200', '   12.50    2.50   10.00'), { kind: 'status', reason: 'overload', detail: 'error 12' }],
]
const subject: ScaleCase<SystecSettings> = {
  protocol: systec,
  settings: { checksum: true },
  frames: [
    ...own.map(([body, said]) => ({ name: body, frame: Uint8Array.from(frameOf(body)), said })),
    {
      name: 'error',
      frame: Uint8Array.from(Buffer.from('<13>')),
      said: { kind: 'status', reason: 'busy', detail: 'error 13' },
    },
    { name: 'done', frame: Uint8Array.from(Buffer.from('<00>')), said: { kind: 'ack', done: true } },
    // The brackets are the frame; that CR LF follows is not confirmed.
    ...vectors('systec')
      .filter(({ dir }) => dir === 'rx')
      .map(({ id, hex, expect }) => ({ name: id, frame: bytesOfHex(hex.replace(/0d0a$/, '')), said: saidOf(expect) })),
  ],
  text: true,
  checksum: true,
}
scaleSuite(subject)

test('systec: a record with one character changed is no weight', () => {
  const frame = Uint8Array.from(frameOf(own[0]![0]))
  for (let at = 1; at < frame.length - 1; at++) {
    const changed = Uint8Array.from(frame)
    changed[at] = changed[at] === 0x30 ? 0x31 : 0x30
    expect(
      heard(subject, [changed]).filter(({ kind }) => kind === 'weight'),
      `at ${at}`,
    ).toEqual([])
  }
})

test('systec: the weight as it is, and the registered one, are asked for in angle brackets', () => {
  const { weight, stable_weight } = systec.commands({ checksum: true })
  expect(Buffer.from([...weight!, ...stable_weight!]).toString()).toBe('<RM>\r\n<RN>\r\n')
})
