import { expect, test } from 'vitest'
import { heard, type ScaleCase, scaleSuite } from '../../testing/scale-suite.ts'
import { bytesOfHex, vectors } from '../../testing/vector.ts'
import { soehnle } from './protocol.ts'
import type { SoehnleSettings } from './settings.ts'

const saidOf = ({ value, unit, under, alibi }: Record<string, unknown>) =>
  value === null
    ? { kind: 'status', reason: under === true ? 'underload' : 'overload' }
    : { kind: 'weight', value, unit, basis: 'net', ...(alibi === undefined ? {} : { alibi_id: alibi }) }
const frameOf = (text: string) => Uint8Array.from(Buffer.from(`${text}\r\n`, 'latin1'))

const own: [string, object][] = [
  ['001001N 10,095 kg ', { kind: 'weight', value: '10.095', unit: 'kg', stable: null, basis: 'net' }],
  ['001001N -0,5 kg', { kind: 'weight', value: '-0.5' }],
  ['001001N -  0,5 kg ', { kind: 'weight', value: '-0.5' }],
  ['000001B    125 g ', { kind: 'weight', value: '125', unit: 'g', basis: 'gross' }],
  ['A0000042001001N 10,095 kg ', { kind: 'weight', value: '10.095', alibi_id: '0000042' }],
  ['110001N    0,0 kg ', { kind: 'status', reason: 'underload' }],
]
const subject: ScaleCase<SoehnleSettings> = {
  protocol: soehnle,
  settings: { stable_digit: 0 },
  frames: [
    ...own.map(([text, said]) => ({ name: text, frame: frameOf(text), said })),
    ...vectors('soehnle')
      .filter(({ dir }) => dir === 'rx')
      .map(({ id, hex, expect }) => ({ name: id, frame: bytesOfHex(hex), said: saidOf(expect) })),
  ],
  text: true,
}
scaleSuite(subject)

test('soehnle: which digit tells a stable scale is set, not guessed', () => {
  const told = { ...subject, settings: { stable_digit: 3 } }
  const lines = ['001001N 10,095 kg ', '000001N 10,095 kg '].map(frameOf)
  expect(heard(told, lines)).toMatchObject([{ stable: true }, { stable: false }])
})

test('soehnle: a point is no decimal comma, and five digits are no state', () => {
  for (const text of ['001001N 10.095 kg ', '01001N 10,095 kg ', '001001N 10,0,95 kg ', '001001N10,095kg'])
    expect(heard(subject, [frameOf(text)]), text).toEqual([])
})

test('soehnle: the weight as it is, and the stable one, are asked for in angle brackets', () => {
  const { weight, stable_weight } = soehnle.commands({ stable_digit: 0 })
  expect(Buffer.from([...weight!, ...stable_weight!]).toString()).toBe('<A>\r\n<H>\r\n')
})
