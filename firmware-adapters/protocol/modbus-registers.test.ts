import fc from 'fast-check'
import { expect, test } from 'vitest'
import { registersOf } from '../simulator/encode.ts'
import { bytesOfHex, vectors, vectorsPresent } from '../testing/vector.ts'
import { type Exact, exactOf, REGISTERS_OF, type RegisterType, textOf, type WordOrder } from './modbus-registers.ts'

const ORDERS: WordOrder[] = ['ABCD', 'CDAB', 'BADC', 'DCBA']
const TYPES = Object.keys(REGISTERS_OF) as RegisterType[]
const text = (exact: Exact | null) =>
  exact === null ? null : exact.places === 0 ? String(exact.integer) : `${exact.integer}e-${exact.places}`

test.skipIf(!vectorsPresent)('every recorded value is exact, and is written back as the same registers', () => {
  const words = vectors('modbus-words')
  expect(words.length).toBeGreaterThan(15)
  for (const { id, hex, expect: meant } of words) {
    const bytes = bytesOfHex(hex)
    const registers = Array.from({ length: bytes.length / 2 }, (_, at) => (bytes[at * 2]! << 8) | bytes[at * 2 + 1]!)
    const [type, order] = [meant.type as RegisterType, meant.order as WordOrder]
    const exact = exactOf(registers, type, order)!
    expect(Number(exact.integer) / 10 ** exact.places, id).toBe(meant.value)
    expect(registersOf(Number(meant.value), type, order), id).toEqual(registers)
  }
})

test('the four orders of one value are the same value', () => {
  // 1234.5 in single and double precision.
  const rows: [RegisterType, WordOrder, number[]][] = [
    ['float32', 'ABCD', [0x449a, 0x5000]],
    ['float32', 'CDAB', [0x5000, 0x449a]],
    ['float32', 'BADC', [0x9a44, 0x0050]],
    ['float32', 'DCBA', [0x0050, 0x9a44]],
    ['float64', 'ABCD', [0x4093, 0x4a00, 0, 0]],
    ['float64', 'CDAB', [0, 0, 0x4a00, 0x4093]],
    ['float64', 'BADC', [0x9340, 0x004a, 0, 0]],
    ['float64', 'DCBA', [0, 0, 0x004a, 0x9340]],
  ]
  for (const [type, order, registers] of rows) expect(text(exactOf(registers, type, order))).toBe('12345e-1')
})

test('a float is the shortest decimal that stands for it', () => {
  const floats = ['21.3', '-18.25', '0.1', '1234.5', '16777216', '0.000001', '3.4e+38', '-0']
  const said = floats.map(value => text(exactOf(registersOf(Number(value), 'float32'), 'float32')))
  expect(said).toEqual(['213e-1', '-1825e-2', '1e-1', '12345e-1', '16777216', '1e-6', `34${'0'.repeat(37)}`, '0'])
})

test('BCD, tens of thousands and sign with size are numbers, and what is none of them is null', () => {
  const rows: [RegisterType, number[], string | null][] = [
    ['bcd16', [0x1234], '1234'],
    ['bcd32', [0x0012, 0x3456], '123456'],
    ['bcd64', [0, 0, 0x9999, 0x9999], '99999999'],
    ['bcd16', [0x12a4], null],
    ['mod10k32', [12, 3456], '123456'],
    ['mod10k48', [1, 0, 42], '100000042'],
    ['mod10k64', [1, 0, 0, 1], '1000000000001'],
    ['mod10k32', [0, 10_000], null],
    ['sign16', [0x80c8], '-200'],
    ['sign16', [0x00c8], '200'],
    ['sign16', [0x8000], '0'],
    ['sign32', [0x8000, 5], '-5'],
    ['int64', [0x8000, 0, 0, 0], '-9223372036854775808'],
    ['uint64', [0xffff, 0xffff, 0xffff, 0xffff], '18446744073709551615'],
    ['float32', [0x7fc0, 0], null],
    ['float32', [0x7f80, 0], null],
    ['float64', [0xfff0, 0, 0, 0], null],
    ['int32', [1], null],
  ]
  for (const [type, registers, meant] of rows)
    expect(text(exactOf(registers, type)), `${type} ${registers}`).toBe(meant)
})

test('a text loses what fills it up, and nothing else', () => {
  expect(textOf([0x7048, 0x2020, 0])).toBe('pH')
  expect(textOf([0x4870, 0x0020], 'BADC')).toBe('pH')
  expect(textOf([0x4120, 0x4200])).toBe('A B')
})

test('what is written in any type and order is read back, and any registers at all are read without a throw', () => {
  const value = fc.integer({ min: 0, max: 9_999 })
  fc.assert(
    fc.property(value, fc.constantFrom(...TYPES), fc.constantFrom(...ORDERS), (number, type, order) => {
      expect(exactOf(registersOf(number, type, order), type, order)).toEqual({ integer: BigInt(number), places: 0 })
    }),
  )
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 6 }),
      fc.constantFrom(...TYPES),
      (registers, type) => {
        for (const order of ORDERS) exactOf(registers, type, order)
      },
    ),
    { numRuns: 2_000 },
  )
})
