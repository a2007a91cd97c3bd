import { healthTopic } from '@flowviz/contract/health'
import type { Lot } from '@flowviz/contract/lot'
import { measurementTopic } from '@flowviz/contract/measurement'
import type { MqttClient } from 'mqtt'
import { expect, test } from 'vitest'
import { GATEWAY, healthy, measured, SCALE, weight } from '../testing/device.ts'
import { connected } from '../testing/mqtt.ts'
import { startPlant, type TestPlant } from '../testing/plant.ts'

const manual = { lot_type: 'RAW', weight_kg: '12.50', manual_reason: 'scale away' }

const gateway = ({ mqtt_port }: TestPlant) => connected(mqtt_port, GATEWAY.name)

const say = async (client: MqttClient, seq: number, measurement: Parameters<typeof measured>[1]) => {
  const message = measured(seq, measurement, new Date().toISOString())
  await client.publishAsync(measurementTopic(SCALE.id), JSON.stringify(message), { qos: 1 })
  await client.publishAsync(healthTopic(SCALE.id), JSON.stringify(healthy()), { qos: 1 })
}

test('a lot takes the weight that stands on the scale, with its frame as evidence', async () => {
  const plant = await startPlant()
  const client = await gateway(plant)
  await say(client, 1, weight('12.50'))
  const response = await plant.post('OPERATOR', '/api/v1/lots', { body: { lot_type: 'RAW', scale_id: SCALE.id } })
  expect(response.status).toBe(201)
  const lot = (await response.json()) as Lot
  expect(lot).toMatchObject({ weight_kg: '12.50', weight_mg: 12_500_000 })
  expect(lot.weight).toMatchObject({
    method: 'captured',
    scale_id: SCALE.id,
    reading_seq: 1,
    measurement: weight('12.50'),
  })
  expect(response.headers.get('location')).toBe(`/api/v1/lots/${lot.lot_id}`)
  for (const name of [lot.lot_id, lot.lot_code])
    expect(await (await plant.ask('VIEWER', `/api/v1/lots/${name}`)).json()).toEqual(lot)
})

test('a retry with the same key is the same lot, even when the scale is empty by then', async () => {
  const plant = await startPlant()
  const client = await gateway(plant)
  await say(client, 1, weight('12.50'))
  const headers = { 'idempotency-key': '019ab0a2-5c00-7000-8000-00000000abcd' }
  const register = (body: unknown) => plant.post('OPERATOR', '/api/v1/lots', { body, headers })
  const first = await register({ lot_type: 'RAW', scale_id: SCALE.id })
  const lot = await first.json()
  const seq = await plant.seq()
  await say(
    client,
    2,
    weight('0.01', { quality: 'uncertain', reason: 'unstable', weight: { stable: false, basis: 'net' } }),
  )
  const again = await register({ lot_type: 'RAW', scale_id: SCALE.id })
  expect([again.status, await again.json()]).toEqual([201, lot])
  expect(await plant.seq()).toBe(seq)
  const other = await register({ lot_type: 'WIP', scale_id: SCALE.id })
  expect([other.status, ((await other.json()) as { code: string }).code]).toEqual([422, 'idempotency_mismatch'])
})

test('what was done a minute ago is not weighed with what stands on the scale now', async () => {
  const plant = await startPlant()
  const client = await gateway(plant)
  await say(client, 1, weight('12.50'))
  const doneAgo = async (ms: number) => {
    const occurred_at = new Date(Date.now() - ms).toISOString()
    const body = { lot_type: 'RAW', scale_id: SCALE.id, occurred_at }
    const response = await plant.post('OPERATOR', '/api/v1/lots', { body })
    return ((await response.json()) as { code?: string }).code ?? response.status
  }
  expect(await doneAgo(5_000)).toBe(201)
  expect(await doneAgo(60_000)).toBe('weight_late')
})

test('an unstable, silent or overloaded scale gives no weight, and nothing is written', async () => {
  const plant = await startPlant()
  const client = await gateway(plant)
  const capture = async () => {
    const response = await plant.post('OPERATOR', '/api/v1/lots', { body: { lot_type: 'RAW', scale_id: SCALE.id } })
    return ((await response.json()) as { code: string }).code
  }
  expect(await capture()).toBe('scale_silent')
  await say(
    client,
    1,
    weight('12.5', { quality: 'uncertain', reason: 'unstable', weight: { stable: false, basis: 'net' } }),
  )
  const seq = await plant.seq()
  expect(await capture()).toBe('scale_unstable')
  await say(client, 2, { channel: 'weight', value: null, unit: null, quality: 'bad', reason: 'overload' })
  expect(await capture()).toBe('scale_refused')
  await say(client, 3, weight('12.5'))
  plant.pass(1_600)
  expect(await capture()).toBe('scale_silent')
  expect(await plant.seq()).toBe(seq)
})

test('lots are listed newest first, page by page, and by type', async () => {
  const plant = await startPlant()
  for (let number = 1; number <= 5; number += 1) {
    const body = { ...manual, lot_type: number === 3 ? 'FG' : 'RAW', lot_code: `TEST-${number}` }
    expect((await plant.post('OPERATOR', '/api/v1/lots', { body })).status).toBe(201)
  }
  const seen: string[] = []
  let cursor: string | null = ''
  while (cursor !== null) {
    const query: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const response = await plant.ask('VIEWER', `/api/v1/lots?limit=2${query}`)
    const page = (await response.json()) as { lots: Lot[]; next: string | null }
    seen.push(...page.lots.map(({ lot_code }) => lot_code))
    cursor = page.next
  }
  expect(seen).toEqual(['TEST-5', 'TEST-4', 'TEST-3', 'TEST-2', 'TEST-1'])
  const goods = (await (await plant.ask('VIEWER', '/api/v1/lots?lot_type=FG')).json()) as { lots: Lot[] }
  expect(goods.lots.map(({ lot_code }) => lot_code)).toEqual(['TEST-3'])
})

test('a code that is taken and a lot that is not there have codes of their own', async () => {
  const plant = await startPlant()
  const body = { ...manual, lot_code: 'TEST-1' }
  await plant.post('OPERATOR', '/api/v1/lots', { body })
  const taken = await plant.post('OPERATOR', '/api/v1/lots', { body })
  expect([taken.status, ((await taken.json()) as { code: string }).code]).toEqual([409, 'lot_code_taken'])
  const missing = await plant.ask('VIEWER', '/api/v1/lots/TEST-2')
  expect([missing.status, ((await missing.json()) as { code: string }).code]).toEqual([404, 'lot_not_found'])
})

test('one key or one code, sent many times at once, is one lot', async () => {
  const plant = await startPlant()
  const many = async (sent: { body: unknown; headers?: Record<string, string> }) => {
    const answers = await Promise.all(Array.from({ length: 64 }, () => plant.post('OPERATOR', '/api/v1/lots', sent)))
    return Promise.all(answers.map(async answer => ({ status: answer.status, lot: (await answer.json()) as Lot })))
  }
  await plant.ask('OPERATOR', '/api/v1/me')
  const before = await plant.seq()
  const keyed = await many({ body: manual, headers: { 'idempotency-key': 'the-same-key' } })
  expect(new Set(keyed.map(({ status, lot }) => `${status} ${lot.lot_id}`)).size).toBe(1)
  expect(await plant.seq()).toBe(before + 1)
  const coded = await many({ body: { ...manual, lot_code: 'TEST-00000042-LOAD-0001' } })
  expect(coded.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 63 }, () => 409)])
  expect(await plant.seq()).toBe(before + 2)
})

test('the key of another person is refused aloud: a lot of theirs must not pass for mine', async () => {
  const plant = await startPlant()
  const sent = { body: manual, headers: { 'idempotency-key': 'tablet-0001' } }
  expect((await plant.post('OPERATOR', '/api/v1/lots', sent)).status).toBe(201)
  const other = await plant.post('MANAGER', '/api/v1/lots', sent)
  expect([other.status, ((await other.json()) as { code: string }).code]).toEqual([422, 'idempotency_mismatch'])
})

test('the shelf of a tablet takes what is in the house page by page, and nothing that is used up', async () => {
  const plant = await startPlant()
  const register = async (lot_code: string, more: object = {}) =>
    (await (await plant.post('OPERATOR', '/api/v1/lots', { body: { ...manual, lot_code, ...more } })).json()) as Lot
  await register('FIRST')
  const gone = await register('GONE')
  await register('FG-1', { lot_type: 'FG' })
  await register('LAST')
  const used = { location_id: 'receiving', cause: 'waste', weight_kg: '12.5', reason: 'fell down' }
  expect((await plant.post('MANAGER', `/api/v1/lots/${gone.lot_id}/adjustments`, { body: used })).status).toBe(201)
  const page = async (query: string) =>
    (await (await plant.ask('VIEWER', `/api/v1/lots?${query}`)).json()) as { lots: Lot[]; next: string | null }
  const codes = ({ lots }: { lots: Lot[] }) => lots.map(({ lot_code }) => lot_code)
  const first = await page('in_house=true&limit=2')
  expect(codes(first)).toEqual(['LAST', 'FG-1'])
  const second = await page(`in_house=true&limit=2&cursor=${first.next}`)
  expect([codes(second), second.next]).toEqual([['FIRST'], null])
  expect(codes(await page('in_house=true&lot_type=FG&limit=500'))).toEqual(['FG-1'])
  expect(codes(await page('in_house=false&limit=500'))).toContain('GONE')
  expect(codes(await page('code=GONE'))).toEqual(['GONE'])
  expect(codes(await page('item_id=salmon'))).toEqual([])
})
