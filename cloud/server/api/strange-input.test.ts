import { afterAll, beforeAll, expect, test } from 'vitest'
import { enrolmentOf, TestHq } from '../testing/hq.ts'
import { PlantLedger } from '../testing/ledger.ts'
import type { TestPostgres } from '../testing/postgres.ts'
import { reading, readingBatch } from '../testing/reading.ts'
import { startMigratedPostgres } from '../testing/template.ts'

let postgres: TestPostgres
let hq: TestHq
let made = 0

beforeAll(async () => {
  postgres = await startMigratedPostgres()
  hq = await TestHq.start(await postgres.fresh())
}, 60_000)
afterAll(async () => {
  await hq.close()
  await postgres.stop()
})

async function enrolled(): Promise<PlantLedger> {
  made += 1
  const box = new PlantLedger(`strange-${made}`)
  await hq.enrol(box)
  box.start()
  return box
}

test('the year 0, which Postgres does not have, blocks neither events nor readings', async () => {
  const box = await enrolled()
  const recorded_at = '0000-01-01T00:00:00.000Z'
  const event = JSON.parse(box.lot('A').body) as object
  box.rows.pop()
  box.addBody(JSON.stringify({ ...event, recorded_at }))
  expect((await hq.push(box, box.batch(1, 2))).json).toMatchObject({ stored: 2 })
  const readings = [reading(1, { received_at: recorded_at }), reading(2)]
  expect((await hq.pushReadings(box, readingBatch(box.site, readings))).json).toMatchObject({ stored: 2 })
  const { json } = await hq.ask(`/v1/dead-letters?site=${box.site}`)
  expect(json.dead_letters).toMatchObject([
    { seq: 2, type: 'lot.registered' },
    { seq: 1, type: 'reading' },
  ])
})

test('a reading that contradicts itself is kept, but never shown as a number', async () => {
  const box = await enrolled()
  const strange = [
    reading(2, { value: null }),
    reading(3, { quality: 'bad', reason: 'overload' }),
    reading(4, { quality: 'good', reason: 'overload' }),
  ]
  const sent = await hq.pushReadings(box, readingBatch(box.site, [reading(1), ...strange]))
  expect(sent.json).toMatchObject({ stored: 4, seq: 4 })
  const { json } = await hq.ask(`/v1/dead-letters?site=${box.site}`)
  expect((json.dead_letters as { seq: number }[]).map(({ seq }) => seq).sort()).toEqual([2, 3, 4])
  const { channels } = (await hq.ask(`/v1/channels?site=${box.site}`)).json
  expect(channels).toMatchObject([{ latest: { seq: 1 } }])
})

test('numbers and tokens that no database can hold are refused by a code', async () => {
  const box = await enrolled()
  const far = await hq.pushReadings(box, readingBatch(box.site, [reading(1)], { epoch: 1e300 }))
  expect([far.status, far.json.code]).toEqual([400, 'batch_invalid'])
  const now_s = hq.clock.ms / 1_000
  for (const claims of [{ jti: 'nul-nul-\u0000' }, { jti: 'half-\ud800-half' }, { nbf: now_s + 600 }]) {
    const { status, json } = await hq.push(box, box.batch(1, 1), { claims })
    expect([status, json.code], JSON.stringify(claims)).toEqual([401, 'token_invalid'])
  }
  expect((await hq.pull(box, 'head')).json).toMatchObject({ ledger: { seq: 0 }, readings: { seq: 0 } })
})

test('a batch that is cut short, has a mark before it or blank lines behind it is not stored', async () => {
  const box = await enrolled()
  box.lot('A')
  const text = box.batch(1, 2)
  for (const strange of [`\ufeff${text}`, `${text}\n\n`, text.slice(0, -20), ''])
    expect((await hq.push(box, strange)).json.code, JSON.stringify(strange.slice(0, 20))).toBe('batch_invalid')
  expect((await hq.push(box, text.replaceAll('\n', '\r\n'))).json.code).toBe('chain_broken')
  const same = await Promise.all(Array.from({ length: 8 }, () => hq.push(box, text)))
  expect(same.map(({ json }) => json.stored).sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 2])
})

test('a plant is not enrolled under a name that no screen can show', async () => {
  const box = new PlantLedger('nameless')
  const enrolment = enrolmentOf(box, await hq.claim(box.site))
  for (const site_name of ['a\u0000b', 'half \ud800'])
    expect((await hq.enrolWith({ ...enrolment, site_name })).json).toMatchObject({ code: 'body_invalid' })
  expect((await hq.enrolWith(enrolment)).status).toBe(200)
})

test('a question that cannot be meant is refused, and an address that cannot be read is nothing', async () => {
  const tampered = Buffer.from('["0000-01-01T00:00:00.000Z","019ab0a2-5c00-7000-8000-000000000009"]').toString(
    'base64url',
  )
  const rows: [url: string, code: string][] = [
    ['/v1/lots?limit=1.5', 'body_invalid'],
    ['/v1/lots?limit=true', 'body_invalid'],
    ['/v1/lots?limit=1e2', 'body_invalid'],
    [`/v1/lots?cursor=${tampered}`, 'body_invalid'],
    ['/v1/sites?day_start=0000-01-01T00:00:00.000Z', 'body_invalid'],
    ['/v1/readings?site=a&device_id=b&channel=c&since=0000-01-01T00:00:00.000Z', 'body_invalid'],
    ['/v1/sites/%E0%A4%A', 'not_found'],
    [`/v1/lots/${'a'.repeat(400)}`, 'not_found'],
  ]
  for (const [url, code] of rows) {
    const { headers, json } = await hq.ask(url)
    expect(json.code, url).toBe(code)
    expect(headers['content-type']).toMatch(/^application\/problem\+json/)
  }
})
