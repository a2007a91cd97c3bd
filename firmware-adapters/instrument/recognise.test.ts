import fc from 'fast-check'
import { Compile } from 'typebox/compile'
import { expect, test } from 'vitest'
import { withCrc } from '../protocol/modbus-frame.ts'
import { DRIVERS } from '../registry.ts'
import type { Display } from '../simulator/scale-encoder.ts'
import { encoderOf, type SpokenKind } from '../simulator/scale-encoders.ts'
import { evenParity } from '../testing/mutation.ts'
import { bytesOfHex, vectors, vectorsPresent } from '../testing/vector.ts'
import { modbusHeard } from './modbus-match.ts'
import { parityOf } from './parity.ts'
import { recognise } from './recognise.ts'
import { scaleMatches } from './scale-match.ts'

const shown = (grams: number, stable: boolean): Display => {
  const value = (grams / 1_000).toFixed(3)
  return { state: 'weight', value, gross: value, tare: '0.000', net: false, stable, zero: grams === 0 }
}
const LOADS = [shown(0, true), shown(4_310, false), shown(12_345, false), shown(12_345, true), shown(12_345, true)]

/** What a scale of a protocol says while a load is put on it. */
function spoken(kind: SpokenKind, given: object = {}): Uint8Array {
  const settings = Compile(DRIVERS.get(kind)!.settings).Default({ ...given }) as never
  const text = LOADS.map(load => encoderOf(kind).load(load, settings)).join('')
  return Uint8Array.from(Buffer.from(text, 'latin1'))
}

const FIXTURES: [SpokenKind, object][] = [
  ['mt-continuous', {}],
  ['mt-continuous', { checksum: false }],
  ['mt-8217', {}],
  ['and', {}],
  ['sartorius-sbi', {}],
  ['ohaus', {}],
  ['shimadzu', {}],
  ['sma', {}],
  ['nci', {}],
  ['rice-lake', {}],
  ['rice-lake', { dialect: 'cardinal' }],
  ['cas', {}],
  ['cas-ecr6', {}],
  ['dini-argeo', {}],
  ['soehnle', { stable_digit: 3 }],
  ['systec', {}],
]

test.each(FIXTURES)('a stream of %s %j is recognised, in the dialect that it is', (kind, settings) => {
  const [match] = recognise(spoken(kind, settings)).matches
  expect(match).toMatchObject({ driver: kind })
  expect(match!.score).toBeGreaterThan(0.9)
  expect(match!.said).toMatch(/12\.345/)
  if (!('stable_digit' in settings)) expect({ ...match!.settings, ...settings }).toEqual(match!.settings)
})

test('a stream that begins in the middle of a frame, and one with its parity in bit 7, are recognised as well', () => {
  for (const [kind, settings] of FIXTURES.filter(([one]) => one !== 'cas')) {
    const bytes = spoken(kind, settings)
    expect(recognise(bytes.subarray(7)).matches[0], kind).toMatchObject({ driver: kind })
    const [even] = evenParity.chunks(bytes)
    if (kind !== 'mt-continuous') expect(recognise(even!).matches[0], kind).toMatchObject({ driver: kind })
    expect(recognise(even!).format, kind).toBe('7E1')
  }
})

test('MT-SICS is recognised by its answers', () => {
  const text = 'S D      4.310 kg\r\nS S     12.345 kg\r\nS S     12.345 kg\r\nS +\r\n'
  expect(recognise(new TextEncoder().encode(text)).matches[0]).toMatchObject({ driver: 'mt-sics', frames: 4 })
})

test('Modbus RTU is recognised by its checksums: its units, and that somebody else asks', () => {
  const question = (unit: number) => [...withCrc(Uint8Array.of(unit, 4, 0, 1, 0, 2))]
  const answer = (unit: number) => [...withCrc(Uint8Array.of(unit, 4, 4, 1, 0x31, 2, 0x22))]
  const spoken = [1, 2, 1, 2].flatMap(unit => [...question(unit), ...answer(unit)])
  const { matches, modbus } = recognise(Uint8Array.of(0x55, ...spoken, ...question(9)))
  expect(matches[0]).toMatchObject({ driver: 'modbus', frames: 9, said: 'function codes 4' })
  expect(modbus).toEqual({ units: [1, 2, 9], foreign_master: true })
  expect(modbusHeard(Uint8Array.from([1, 2, 1, 2].flatMap(answer)))).toMatchObject({
    foreign_master: false,
    units: [1, 2],
  })
})

test('random bytes never score above 0.2', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 400, size: 'max' }), bytes => {
      for (const { score } of scaleMatches(bytes)) expect(score).toBeLessThanOrEqual(0.2)
      expect(modbusHeard(bytes).match?.score ?? 0).toBeLessThanOrEqual(0.2)
      expect(recognise(bytes).matches).toEqual([])
    }),
    { numRuns: 400 },
  )
}, 60_000)

test('bit 7 tells the parity of a line that is opened without', () => {
  const text = new TextEncoder().encode('ST,GS,+0012.345kg\r\n')
  const odd = text.map(byte => ([...byte.toString(2)].filter(bit => bit === '1').length % 2 === 0 ? byte | 0x80 : byte))
  expect(parityOf(text)).toBe('none')
  expect(parityOf(evenParity.chunks(text)[0]!)).toBe('even')
  expect(parityOf(odd)).toBe('odd')
  expect(parityOf(Uint8Array.from({ length: 64 }, (_, at) => (at * 197) & 0xff))).toBe('binary')
  expect(parityOf(text.subarray(0, 3))).toBeNull()
})

const PROTOCOLS = {
  ...{ 'mt-sics': 'mt-sics', 'mt-continuous': 'mt-continuous', 'mt-8217': 'mt-8217', and: 'and', sbi: 'sartorius-sbi' },
  ...{ ohaus: 'ohaus', shimadzu: 'shimadzu', sma: 'sma', nci: 'nci', ricelake: 'rice-lake', cas22: 'cas' },
  ...{ 'cas-ecr6': 'cas-ecr6', dini: 'dini-argeo', soehnle: 'soehnle', systec: 'systec' },
}

test.skipIf(!vectorsPresent)('a scale that says the frames of its manual is recognised', () => {
  for (const [proto, driver] of Object.entries(PROTOCOLS)) {
    const frames = vectors(proto).filter(({ dir, expect: meant }) => dir === 'rx' && typeof meant.value === 'string')
    if (frames.length === 0) continue
    const spoken = [...frames, ...frames, ...frames].flatMap(({ hex }) => [...bytesOfHex(hex)])
    expect(recognise(Uint8Array.from(spoken)).matches[0], proto).toMatchObject({ driver })
  }
})
