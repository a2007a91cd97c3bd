import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isUuid, uuidMaker } from './uuid.ts'

const bytes = (value: number) => (count: number) => new Uint8Array(count).fill(value)

test('an id carries its millisecond, its version and its variant', () => {
  // RFC 9562, A.6: 2022-02-22T19:22:22.000Z is 017f22e2-79b0.
  const id = uuidMaker(() => Date.UTC(2022, 1, 22, 19, 22, 22), bytes(0xff))()
  expect(id).toBe('017f22e2-79b0-7000-bfff-ffffffffffff')
  expect(isUuid(id)).toBe(true)
})

test('ids sort in the order in which they were made, whatever the clock does', () => {
  const steps = fc.array(fc.integer({ min: -5_000, max: 5_000 }), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(steps, fc.integer({ min: 0, max: 255 }), (moves, random) => {
      let ms = Date.UTC(2026, 10, 23)
      const next = uuidMaker(() => ms, bytes(random))
      const ids = moves.map(move => {
        ms += move
        return next()
      })
      expect(ids.toSorted()).toEqual(ids)
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids.every(isUuid)).toBe(true)
    }),
  )
})

test('five thousand ids of one millisecond are in order and all different', () => {
  const next = uuidMaker(() => 1_000, bytes(0))
  const ids = Array.from({ length: 5_000 }, next)
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids).size).toBe(5_000)
})

test('other versions, other variants and capitals are no ids here', () => {
  const wrong = [
    '',
    '017f22e2-79b0-4000-bfff-ffffffffffff',
    '017f22e2-79b0-7000-7fff-ffffffffffff',
    '017F22E2-79B0-7000-BFFF-FFFFFFFFFFFF',
    '017f22e279b07000bfffffffffffffff',
  ]
  expect(wrong.filter(isUuid)).toEqual([])
})
