import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimate } from './excursion-curve.ts'

test('a curve keeps its ends and its worst, and never more points than told', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 99 }), { maxLength: 400 }),
      fc.integer({ min: 3, max: 60 }),
      (values, most) => {
        const points = values.map((value, seq) => ({ seq, at: '', value: String(value) }))
        const worst = String(Math.max(...values, 0))
        const kept = decimate(points, most, worst)
        expect(kept.length).toBeLessThanOrEqual(most)
        // The worst may stand where an even point would.
        expect(kept.length).toBeGreaterThanOrEqual(Math.min(most - 1, points.length))
        expect(kept.map(({ seq }) => seq)).toEqual(kept.map(({ seq }) => seq).sort((a, b) => a - b))
        if (points.length === 0) return
        expect(kept[0]).toBe(points[0])
        expect(kept.at(-1)).toBe(points.at(-1))
        expect(kept.some(({ value }) => value === worst)).toBe(values.includes(Number(worst)))
      },
    ),
  )
})
