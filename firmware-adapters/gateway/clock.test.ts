import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ownFolder } from '../testing/folder.ts'
import { scaleConfig, startPlant } from '../testing/plant.ts'

const HOUR_MS = 3_600_000

test('a clock that is set an hour forward, and two back, makes no gap, no repeat and no device late', async () => {
  const clock = { set_ms: 0 }
  const link = join(await ownFolder(), 'scale-1')
  const channel = { name: 'weight', unit: 'kg' } as const
  const plant = await startPlant({
    now: () => Date.now() + clock.set_ms,
    pretended: [{ kind: 'mt-sics', id: 'scale-1', link, cycle: false }],
    devices: [
      scaleConfig('scale-1', link, {
        channels: [{ ...channel, report: { strategy: 'on_change_or_period', period_s: 1 } }],
      }),
    ],
  })
  const told = () => plant.of('scale-1').length
  await plant.until('it weighs', () => told() >= 2)
  const states = new Set<string>()
  const ages: number[] = []
  const look = () => {
    const { state, last_sample_age_ms } = plant.health('scale-1')!
    states.add(state)
    ages.push(last_sample_age_ms ?? 0)
    return false
  }
  for (const set_ms of [HOUR_MS, -HOUR_MS, 0]) {
    clock.set_ms = set_ms
    const [before, at] = [told(), performance.now()]
    await plant.until('it goes on', () => look() || told() >= before + 3)
    const took_ms = performance.now() - at
    // One a second: neither a burst when the clock jumps forward nor silence when it jumps back.
    expect(took_ms).toBeGreaterThan(1_900)
    expect(took_ms).toBeLessThan(4_000)
  }
  expect([...states]).toEqual(['ok'])
  expect(Math.max(...ages)).toBeLessThan(1_000)
  expect(plant.health('scale-1')!.achieved_interval_ms).toBeLessThan(200)
  const seqs = plant.of('scale-1').map(({ seq }) => seq)
  expect(seqs).toEqual(seqs.map((_, at) => at + 1))
}, 30_000)
