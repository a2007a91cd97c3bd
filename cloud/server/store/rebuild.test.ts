import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { TestHq } from '../testing/hq.ts'
import { PlantLedger } from '../testing/ledger.ts'
import type { TestPostgres } from '../testing/postgres.ts'
import { chainOf, projectionsOf } from '../testing/snapshot.ts'
import { startMigratedPostgres } from '../testing/template.ts'
import { rebuild } from './rebuild.ts'

let postgres: TestPostgres
let hq: TestHq

beforeAll(async () => {
  postgres = await startMigratedPostgres()
  hq = await TestHq.start(await postgres.fresh())
}, 60_000)
afterAll(async () => {
  await hq.close()
  await postgres.stop()
})

const device = (number: number) => ({
  id: `scale-${number}`,
  name: `Scale ${number}`,
  driver: 'mt-sics',
  location: 'dock',
  identity: 'gateway',
  transport: { kind: 'mqtt-door' as const, topic: `plant/${number}` },
  channels: [{ name: 'weight', unit: 'kg' as const }],
})

/** One step of a plant's history; small numbers, so that devices and codes meet again. */
const step = fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 1, max: 3 }))

function live(box: PlantLedger, [kind, number]: [number, number]): void {
  const id = `scale-${number}`
  if (kind === 0) box.add('device.registered', { config: device(number) })
  else if (kind === 1)
    box.add('device.state_changed', { device_id: id, state: 'late', reason: 'x', detail: 'no sample' })
  else if (kind === 2) box.add('device.retired', { device_id: id })
  else if (kind === 3) box.lot(`CODE-${number}`, number === 3 ? { product: 'a \u0000 that no text column holds' } : {})
  else if (kind === 4) {
    const row = box.lot('FUTURE')
    box.rows.pop()
    box.addBody(row.body.replace('"v":1', '"v":2'))
  } else if (kind === 5) box.add('device.changed', { config: { ...device(number), name: `Renamed ${number}` } })
  else box.lot(`LOT-${box.rows.length}`)
}

/** Where batches begin and end, and which of them come again, in which order, as a bad link would have it. */
const link = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 15 })), { maxLength: 12 })

test('however batches are cut, repeated and overtaken, the chain is the plant\u2019s and the projections are its replay', async () => {
  let plants = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 40 }), link, async (steps, sends) => {
      const box = new PlantLedger(`plant-${++plants}`)
      await hq.enrol(box)
      box.start()
      for (const one of steps) live(box, one)
      const last = box.rows.length
      for (const [start, length] of sends) {
        const from = Math.min(start + 1, last)
        const { status, json } = await hq.push(box, box.batch(from, Math.min(from + length - 1, last)))
        expect([200, 409]).toContain(status)
        if (status === 409) expect(json.code).toBe('ledger_gap')
      }
      const { json } = await hq.pull(box, 'head')
      const { seq } = (json as { ledger: { seq: number } }).ledger
      if (seq < last) expect((await hq.push(box, box.batch(seq + 1, last))).status).toBe(200)
      const chain = await chainOf(hq.pool, box.site, box.publicKey)
      expect(chain.bodies).toEqual(box.rows.map(row => row.body))
      expect(chain.stored).toEqual(box.rows.map(row => row.hash))
      expect(chain.computed).toEqual(chain.stored)
      const before = await projectionsOf(hq.pool, box.site)
      expect(await rebuild(hq.pool, box.site)).toBe(last)
      expect(await projectionsOf(hq.pool, box.site)).toEqual(before)
      const note = box.checkpoint(last)
      expect((await hq.push(box, box.batch(last, last, { checkpoint: note }))).json.receipt).toContain('flowviz-hq')
    }),
    { numRuns: 25 },
  )
}, 120_000)

test('the replay brings back lots that somebody removed behind the server', async () => {
  const box = new PlantLedger('plant-removed')
  await hq.enrol(box)
  box.start()
  box.lot('A')
  await hq.push(box, box.batch(1, 2))
  const before = await projectionsOf(hq.pool, box.site)
  await hq.pool.query(`DELETE FROM lot WHERE site_id = 'plant-removed'`)
  expect(await projectionsOf(hq.pool, box.site)).not.toEqual(before)
  await rebuild(hq.pool, box.site)
  expect(await projectionsOf(hq.pool, box.site)).toEqual(before)
})
