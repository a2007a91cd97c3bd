import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { TestHq } from '../testing/hq.ts'
import { PlantLedger } from '../testing/ledger.ts'
import type { TestPostgres } from '../testing/postgres.ts'
import { reading, readingBatch } from '../testing/reading.ts'
import { startMigratedPostgres } from '../testing/template.ts'

let postgres: TestPostgres
let hq: TestHq
let box: PlantLedger

beforeAll(async () => {
  postgres = await startMigratedPostgres()
}, 60_000)
afterAll(() => postgres.stop())
beforeEach(async () => {
  hq = await TestHq.start(await postgres.fresh())
  box = new PlantLedger('plant-1')
  await hq.enrol(box)
  box.start()
})
afterEach(() => hq.close())

test('readings come once, in order, and the newest one of a channel is shown', async () => {
  const readings = Array.from({ length: 5 }, (_, at) => reading(at + 1))
  expect((await hq.pushReadings(box, readingBatch('plant-1', readings.slice(0, 3)))).json).toEqual({
    epoch: 1,
    seq: 3,
    stored: 3,
  })
  expect((await hq.pushReadings(box, readingBatch('plant-1', readings.slice(0, 3)))).json).toMatchObject({ stored: 0 })
  expect((await hq.pushReadings(box, readingBatch('plant-1', readings.slice(1, 5)))).json).toMatchObject({ stored: 2 })
  const gap = await hq.pushReadings(box, readingBatch('plant-1', [reading(9)]))
  expect([gap.status, gap.json.code, gap.json.head]).toEqual([409, 'ledger_gap', { epoch: 1, seq: 5 }])
  const { json } = await hq.ask('/v1/channels?site=plant-1')
  expect(json.channels).toMatchObject([{ device_id: 'thermo-1', channel: 'temperature', latest: { seq: 5, epoch: 1 } }])
  const copy = (await hq.pull(box, 'readings/copy?epoch=1&from_seq=4')).text
  expect(copy).toBe(`${JSON.stringify(readings[3])}\n${JSON.stringify(readings[4])}\n`)
})

test('a reading that this release cannot read is kept and stops none behind it', async () => {
  const strange = { ...reading(2), shape: 'of a later release' }
  const { json } = await hq.pushReadings(box, readingBatch('plant-1', [reading(1), strange, reading(3)]))
  expect(json).toMatchObject({ stored: 3, seq: 3 })
  expect((await hq.ask('/v1/dead-letters')).json.dead_letters).toMatchObject([{ seq: 2, type: 'reading' }])
  expect((await hq.pull(box, 'readings/copy?epoch=1&from_seq=2')).text).toContain('of a later release')
})

test('readings that a restored box lost stay in the old epoch; the new one numbers on from what the box still had', async () => {
  await hq.push(box, box.batch(1, 1))
  await hq.pushReadings(
    box,
    readingBatch(
      'plant-1',
      [1, 2, 3, 4, 5].map(seq => reading(seq)),
    ),
  )
  const early = await hq.pushReadings(box, readingBatch('plant-1', [reading(4)], { epoch: 2 }))
  expect(early.json).toMatchObject({ code: 'ledger_gap', head: { epoch: 1, seq: 5 } })
  const restored = box.restoreTo(1, 3)
  await hq.push(restored, restored.batch(2, 2))
  expect((await hq.pull(box, 'head')).json).toMatchObject({ readings: { epoch: 2, seq: 3 } })
  const anew = { ...reading(4), source: 'other:1' }
  const { json } = await hq.pushReadings(box, readingBatch('plant-1', [anew], { epoch: 2 }))
  expect(json).toEqual({ epoch: 2, seq: 4, stored: 1 })
  expect((await hq.pull(box, 'readings/copy?epoch=1&from_seq=4')).text.trim().split('\n')).toHaveLength(2)
})

test('a chart of more readings than fit keeps the peak, the low and the gap of each stretch, all of them real', async () => {
  const many = Array.from({ length: 900 }, (_, at) =>
    at === 450
      ? reading(at + 1, { value: null, unit: null, quality: 'bad', reason: 'sensor_fault', verdict: 'unjudged' })
      : reading(at + 1, at === 700 ? { value: '31.7' } : {}),
  )
  await hq.pushReadings(box, readingBatch('plant-1', many))
  const url = '/v1/readings?site=plant-1&device_id=thermo-1&channel=temperature&since=2026-11-23T05:00:00.000Z'
  const until = '&until=2026-11-23T05:20:00.000Z'
  const thin = (await hq.ask(`${url}${until}&points=60`)).json as { readings: { seq: number; value: string | null }[] }
  expect(thin).toMatchObject({ total: 900, thinned: true, bucket_ms: 60_000 })
  expect(thin.readings.length).toBeLessThanOrEqual(60)
  expect(thin.readings.map(one => one.value)).toEqual(expect.arrayContaining(['31.7', '4.0', '4.9', null]))
  for (const one of thin.readings) expect(many[one.seq - 1]).toMatchObject({ value: one.value })
  const whole = (await hq.ask(`${url}${until}&points=1000`)).json as { readings: unknown[] }
  expect(whole).toMatchObject({ total: 900, thinned: false, bucket_ms: null })
  expect(whole.readings).toHaveLength(900)
  const first = (await hq.ask(`${url}&until=2026-11-23T05:00:03.000Z`)).json as { readings: { seq: number }[] }
  expect(first.readings.map(one => one.seq)).toEqual([1, 2])
})
