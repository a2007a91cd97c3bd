import { expect, test } from 'vitest'
import { arrivals } from './curve.ts'
import { FULL, planDay } from './plan.ts'

const courses = planDay(FULL)

test('a day of twenty thousand lots is about a hundred thousand requests, the same ones every time', () => {
  const requests = courses.reduce((sum, { steps }) => sum + steps.length, 0)
  expect(requests).toBeGreaterThan(100_000)
  expect(requests).toBeLessThan(120_000)
  expect(planDay(FULL)).toEqual(courses)
})

test('a lot is registered first, passes its gates in their order, and has a moment for each step', () => {
  for (const { steps, type } of courses) {
    expect(steps[0]!.kind).toBe('register')
    const gates = steps.flatMap(step => (step.kind === 'gate' ? [step.gate] : []))
    expect(gates).toEqual([1, 2, 3, 4, 5, 6, 7].slice(0, { RAW: 1, WIP: 4, FG: 7 }[type]))
    const moments = steps.map(({ at }) => at)
    expect(moments).toEqual([...moments].sort((a, b) => a - b))
    expect(moments.at(-1)).toBeLessThan(FULL.seconds * 1_000)
  }
})

test('a lot is made only of lots that are through their own steps, and of no more than they weigh', () => {
  const taken = new Map<number, number>()
  for (const { steps } of courses)
    for (const step of steps) {
      if (step.kind !== 'link') continue
      expect(courses[step.source]!.steps.at(-1)!.at).toBeLessThan(step.at)
      taken.set(step.source, (taken.get(step.source) ?? 0) + step.grams)
    }
  expect(taken.size).toBeGreaterThan(1_000)
  for (const [lot, grams] of taken) expect(grams).toBeLessThan(courses[lot]!.grams)
})

test('a day has two peaks, and nothing begins after its end', () => {
  const hours = Array.from({ length: 16 }, () => 0)
  for (const at of arrivals(16_000, 16)) hours[Math.floor(at)]!++
  const isPeak = (hour: number) => hours[hour]! > (hours[hour - 1] ?? 0) && hours[hour]! >= (hours[hour + 1] ?? 0)
  expect(hours.map((_, hour) => hour).filter(isPeak)).toHaveLength(2)
  expect(hours.reduce((sum, count) => sum + count)).toBe(16_000)
})
