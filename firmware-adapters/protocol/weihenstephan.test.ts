import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesOfHex, hexOfBytes, vectors, vectorsPresent } from '../testing/vector.ts'
import { aliveQuestion, decodeTelegram, readQuestion, valueIn } from './weihenstephan.ts'

test.skipIf(!vectorsPresent)('every recorded telegram is written and read as it was', () => {
  const recorded = vectors('ws')
  expect(recorded.length).toBeGreaterThan(0)
  for (const { id, dir, hex, expect: meant } of recorded)
    if (dir === 'tx') expect(hexOfBytes(readQuestion(Number(meant.tag))), id).toBe(hex)
    else
      expect(decodeTelegram(bytesOfHex(hex)), id).toEqual({
        kind: 'value',
        tag: meant.tag,
        bits: meant.value,
      })
})

test('a machine that is there says so, and one that refuses says why', () => {
  expect(hexOfBytes(aliveQuestion())).toBe('0100000000000000')
  expect(decodeTelegram(bytesOfHex('ffff000000000000'))).toEqual({ kind: 'alive' })
  expect(decodeTelegram(bytesOfHex('000051c410270000'))).toEqual({ kind: 'value', tag: 50257, bits: 10_000 })
  const reasons = ['8888', '9999', 'aaaa', 'bbbb', 'cccc', 'dddd', 'eeee'].map(code =>
    decodeTelegram(bytesOfHex(`${code}51c400000000`)),
  )
  expect(reasons).toMatchObject(Array(7).fill({ kind: 'refused', tag: 50257 }))
  expect(reasons[4]).toMatchObject({ reason: 'busy' })
})

test('counters, signed values and floats share four bytes', () => {
  expect(valueIn(0xffff_ffff, 'uint32')).toEqual({ integer: 4_294_967_295n, places: 0 })
  expect(valueIn(0xffff_ffff, 'int32')).toEqual({ integer: -1n, places: 0 })
  expect(valueIn(0x4094_cccd, 'float32')).toEqual({ integer: 465n, places: 2 })
  expect(valueIn(0x7fc0_0000, 'float32')).toBeNull()
})

test('whatever the bytes are, reading them gives noise or a telegram, and throws nothing', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 12 }), bytes => {
      const told = decodeTelegram(bytes)
      if (bytes.length !== 8) expect(told).toEqual({ kind: 'noise' })
      if (told.kind === 'value') valueIn(told.bits, 'float32')
    }),
    { numRuns: 3_000 },
  )
})
