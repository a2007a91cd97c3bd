import { expect, test } from 'vitest'
import { heard, type ScaleCase, scaleSuite } from '../../testing/scale-suite.ts'
import { bytesOfHex, hexOfBytes, vectors, vectorsPresent } from '../../testing/vector.ts'
import { mt8217 } from './protocol.ts'

const REASONS = [
  ['over', 'overload'],
  ['under', 'underload'],
  ['motion', 'busy'],
] as const
const saidOf = ({ kind, value, net, flags }: Record<string, unknown>) => {
  if (kind === 'weight') return { kind, value, unit: null, stable: true, basis: net === true ? 'net' : 'gross' }
  const reason = REASONS.find(([flag]) => (flags as string[]).includes(flag))?.[1] ?? 'no_value'
  return { kind: 'status', reason }
}
const recorded = vectors('mt-8217').filter(({ dir, expect }) => dir === 'rx' && expect.kind !== 'echo')
const status = (byte: number) => Uint8Array.of(0x02, 0x3f, byte, 0x0d)
const reply = (text: string) => Uint8Array.from(Buffer.from(`\x02${text}\r`))

const subject: ScaleCase<object> = {
  protocol: mt8217,
  settings: {},
  frames: [
    { name: 'six places', frame: reply('012.345'), said: { kind: 'weight', value: '12.345' } },
    { name: 'two places', frame: reply('123.45'), said: { kind: 'weight', value: '123.45', basis: 'gross' } },
    { name: 'status CR', frame: status(0x0d), said: { kind: 'status', reason: 'underload' } },
    { name: 'status STX', frame: status(0x02), said: { kind: 'status', reason: 'overload' } },
    { name: 'outside zero', frame: status(0x48), said: { kind: 'status', reason: 'not_zeroed' } },
    ...recorded.map(({ id, hex, expect }) => ({ name: id, frame: bytesOfHex(hex), said: saidOf(expect) })),
  ],
  text: true,
}
scaleSuite(subject)

test('mt-8217: every status byte is a reason, and none is a weight', () => {
  for (let byte = 0; byte < 0x80; byte++)
    expect(heard(subject, [status(byte), reply('01.250')]), `${byte}`).toMatchObject([
      { kind: 'status' },
      { kind: 'weight', value: '1.250' },
    ])
})

test('mt-8217: an echo that was left on is no weight, and neither is a reply without a point or with too many digits', () => {
  expect(heard(subject, [bytesOfHex('02450d68656c6c6f')])).toEqual([{ kind: 'info', text: 'echo on' }])
  // The end is lost while the echo is on: the next reply is read.
  expect(heard(subject, [Buffer.from('W\x0201.255W'), reply('02.000')])).toMatchObject([{ value: '2.000' }])
  for (const text of ['01250', '1.2.3', '-1.250', '01.250G', '123456789.1', '01,250'])
    expect(heard(subject, [reply(text)]), text).toEqual([])
})

test.skipIf(!vectorsPresent)('mt-8217: commands are the letters of the manual', () => {
  const commands = Object.values(mt8217.commands({})).map(hexOfBytes)
  const known = vectors('mt-8217').filter(({ dir }) => dir === 'tx')
  for (const command of commands) expect(known.map(({ hex }) => hex)).toContain(command)
})
