import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contiguousTo, gapsOf, highestIn, holds, withSeqs } from './seq-range.ts'

test('numbers that come in any order and more than once are kept as the fewest ranges', () => {
  const batches = fc.array(fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 8 }), { maxLength: 12 })
  fc.assert(
    fc.property(batches, given => {
      const seen = new Set(given.flat())
      let ranges: { from: number; to: number }[] = []
      for (const seqs of given) ({ ranges } = withSeqs(ranges, seqs))
      for (let seq = 1; seq <= 41; seq += 1) expect(holds(ranges, seq)).toBe(seen.has(seq))
      let last = 0
      while (seen.has(last + 1)) last += 1
      expect(contiguousTo(ranges)).toBe(last)
      expect(highestIn(ranges)).toBe(Math.max(0, ...seen))
      const lacking = gapsOf(ranges).flatMap(({ from, to }) =>
        Array.from({ length: to - from + 1 }, (_, n) => from + n),
      )
      const expected = Array.from({ length: highestIn(ranges) }, (_, n) => n + 1).filter(seq => !seen.has(seq))
      expect(lacking).toEqual(expected)
      for (const [n, { from }] of ranges.entries()) if (n > 0) expect(from).toBeGreaterThan(ranges[n - 1]!.to + 1)
    }),
  )
})

test('a gap is told when it is passed over, and never again', () => {
  const first = withSeqs([], [1, 2, 6])
  expect(first.skipped).toEqual([{ from: 3, to: 5 }])
  const second = withSeqs(first.ranges, [4, 7])
  expect(second.skipped).toEqual([])
  expect(gapsOf(second.ranges)).toEqual([
    { from: 3, to: 3 },
    { from: 5, to: 5 },
  ])
  expect(withSeqs(second.ranges, [3, 5, 9]).skipped).toEqual([{ from: 8, to: 8 }])
})
