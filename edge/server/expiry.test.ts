import { timestampOf } from '@flowviz/contract/time'
import { expect, test } from 'vitest'
import { expireLots, startExpiry } from './expiry.ts'
import { BOX, openBox } from './writer/testing/box.ts'

/** The engine of a test as the writer that the clock speaks to. */
function openPlant() {
  const box = openBox()
  const submit = async (kind: never, takes: never) => box.submit(kind, takes) as never
  return { box, parts: { plant: { submit }, actor: BOX, now: () => box.clock.ms } }
}

test('all lots past their last day expire, more than one command takes at once', async () => {
  const { box, parts } = openPlant()
  const expires_on = timestampOf(box.clock.ms).slice(0, 10)
  for (let at = 0; at < 401; at += 1) box.act('register-lot', { body: { lot_type: 'RAW', weight_kg: '1', expires_on } })
  expect(await expireLots(parts)).toBe(0)
  box.clock.ms += 86_400_000
  expect(await expireLots(parts)).toBe(401)
  expect(await expireLots(parts)).toBe(0)
})

test('it is looked at once at the start, and a look that fails is told and done again', async () => {
  const { box, parts } = openPlant()
  box.act('register-lot', { body: { lot_type: 'RAW', weight_kg: '1', expires_on: '2026-01-01' } })
  const told: unknown[] = []
  const done = Promise.withResolvers<number>()
  const plant = {
    async submit(kind: never, takes: never) {
      if (told.length === 0) throw new Error('the disk is full')
      const gives = await parts.plant.submit(kind, takes)
      done.resolve((gives as { expired: number }).expired)
      return gives
    },
  }
  const logger = { warn: (...said: unknown[]) => void told.push(said) }
  const expiry = startExpiry({ ...parts, plant, logger, every_ms: 5 })
  expect(await done.promise).toBe(1)
  await expiry.stop()
  expect(told).toHaveLength(1)
})
