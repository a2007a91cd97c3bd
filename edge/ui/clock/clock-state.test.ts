import { expect, test } from 'vitest'
import { createClock } from './clock-state.ts'

test('what is shown goes by beats and whole seconds; what is measured waits for neither', () => {
  let passed = 0
  const clock = createClock({ monotonic: () => passed, wall: () => 1_700_000_000_000 + passed })
  clock.heard('2026-11-26T06:00:00.000Z')
  passed = 900
  expect(clock.exact()).toBe(Date.parse('2026-11-26T06:00:00.900Z'))
  expect(clock.now.value).toBe(Date.parse('2026-11-26T06:00:00.000Z'))
  passed = 1_900
  clock.beat()
  expect(clock.now.value).toBe(Date.parse('2026-11-26T06:00:01.000Z'))
  expect(clock.tick.value).toBe(1_900)
})
